import * as z from 'zod/mini';
import type { RecordEntry } from '../../events/record.ts';
import { personId, UNNAMED } from '../../events/shapes.ts';
import { ACCREDITATION_LOSSES, LIAISON_KINDS } from '../../events/vocabulary.ts';

/** Coordinators that a case keeps in mind: those who acted in it last. */
export const COORDINATORS_MAX = 5;

/** Who is who in a case, as far as notices must know it: small, however long the case. */
export const noticeContextSchema = z.strictObject({
  team: z.array(
    z.strictObject({
      person: personId,
      standing: z.enum(['proposed', 'accepted']),
      declared: z.boolean(),
      impeded: z.boolean(),
      accreditation: z.optional(z.enum(ACCREDITATION_LOSSES)),
    }),
  ),
  liaisons: z.array(
    z.strictObject({
      person: personId,
      kind: z.enum(LIAISON_KINDS),
      bidder: z.optional(z.string()),
      controlAuthority: z.optional(z.string()),
    }),
  ),
  /** Nobody is appointed coordinator of a case: whoever acts as one in it is one of it. The last that acted stands last. */
  coordinators: z.array(personId),
});
export type NoticeContext = z.infer<typeof noticeContextSchema>;
type Member = NoticeContext['team'][number];

/** What stands before the opening of a case. */
export const NO_ONE: NoticeContext = { team: [], liaisons: [], coordinators: [] };

/** Whether somebody of the team may see the case whole: the rule of the seal (observations/seal.ts), from what is folded here. */
export const isClear = ({ standing, declared, impeded, accreditation }: Member): boolean =>
  standing === 'accepted' && declared && !impeded && accreditation === undefined;

const without = ({ team }: NoticeContext, person: string) => team.filter((member) => member.person !== person);

const changed = (context: NoticeContext, person: string, change: (member: Member) => Member): NoticeContext => ({
  ...context,
  team: context.team.map((member) => (member.person === person ? change(member) : member)),
});

const heard = ({ coordinators }: NoticeContext, person: string): string[] =>
  [...coordinators.filter((other) => other !== person), person].slice(-COORDINATORS_MAX);

/** The context after one more event. */
export const foldNoticeContext = (before: NoticeContext, entry: RecordEntry): NoticeContext => {
  const context = foldFact(before, entry);
  const { person, role } = entry.actor;
  // Who acted on what is sealed is named in its content, and a case keeps in mind those that it names.
  return role === 'coordinator' && person !== UNNAMED ? { ...context, coordinators: heard(context, person) } : context;
};

const foldFact = (context: NoticeContext, entry: RecordEntry): NoticeContext => {
  switch (entry.type) {
    case 'member.proposed.v1': {
      const member = { person: entry.data.person, standing: 'proposed', declared: false, impeded: false } as const;
      return { ...context, team: [...without(context, member.person), member] };
    }
    case 'member.accepted.v1':
      return changed(context, entry.data.person, (member) => ({ ...member, standing: 'accepted' }));
    case 'member.declined.v1':
    case 'proposal.lapsed.v1':
    case 'member.left.v1':
      return { ...context, team: without(context, entry.data.person) };
    case 'declaration.signed.v1': {
      const { person, yes, matches = 0 } = entry.data;
      return changed(context, person, (member) => ({
        ...member,
        declared: true,
        // What the roster lists was found before, and no declaration takes it back.
        impeded: member.impeded || yes.length > 0 || matches > 0,
      }));
    }
    case 'impediment.found.v1':
      return changed(context, entry.data.person, (member) => ({ ...member, impeded: true }));
    case 'impediment.ruled.v1': {
      const { person, stands } = entry.data;
      return changed(context, person, (member) => ({ ...member, impeded: stands }));
    }
    case 'accreditation.changed.v1': {
      const { person, loss } = entry.data;
      return changed(context, person, ({ accreditation: _, ...member }) =>
        loss === undefined ? member : { ...member, accreditation: loss },
      );
    }
    case 'accreditation.lapsed.v1':
      return changed(context, entry.data.person, (member) => ({ ...member, accreditation: 'lapsed' }));
    case 'liaison.accredited.v1':
      return { ...context, liaisons: [...context.liaisons, entry.data] };
    case 'liaison.withdrawn.v1': {
      const { person, kind, bidder, controlAuthority } = entry.data;
      const liaisons = context.liaisons.filter(
        (other) =>
          other.person !== person ||
          other.kind !== kind ||
          other.bidder !== bidder ||
          other.controlAuthority !== controlAuthority,
      );
      return { ...context, liaisons };
    }
    default:
      return context;
  }
};
