import * as z from 'zod/mini';
import { count, type Instant, instant, personId } from '../../events/shapes.ts';
import { INSTRUMENTS, LIAISON_KINDS, STAGES } from '../../events/vocabulary.ts';
import type { EntryWithContent } from '../case.ts';
import { isOfTeam } from '../clocks/raise-inactivity.ts';

/** What the agenda must know of a case to say who must do what by when: small, however long the case. */
export const agendaContextSchema = z.strictObject({
  instrument: z.enum(INSTRUMENTS),
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  title: z.string(),
  stage: z.enum(STAGES),
  pauses: z.array(z.strictObject({ from: instant, to: z.optional(instant) })),
  team: z.array(
    z.strictObject({
      person: personId,
      standing: z.enum(['proposed', 'accepted']),
      /** Declared to have no conflict, no impediment stands, and the accreditation holds. */
      clear: z.boolean(),
      /** What `clear` follows from. A context of before knew only what follows: whoever was ruled on had declared. */
      declared: z.optional(z.boolean()),
      impeded: z.optional(z.boolean()),
      accredited: z.optional(z.boolean()),
    }),
  ),
  /** Since when nothing was heard of the team, where its silence was said. */
  inactiveSince: z.optional(instant),
  liaisons: z.array(
    z.strictObject({
      person: personId,
      kind: z.enum(LIAISON_KINDS),
      controlAuthority: z.optional(z.string()),
      bidder: z.optional(z.string()),
    }),
  ),
  /** For how long the committee was constituted, extensions included. */
  committee: z.optional(z.strictObject({ startedAt: instant, months: count })),
});
export type AgendaContext = z.infer<typeof agendaContextSchema>;
type Liaison = AgendaContext['liaisons'][number];

/** What stands before the opening of a case. */
export const NO_CONTEXT: AgendaContext = {
  instrument: 'integrity-pact',
  profile: { id: '', version: 0 },
  title: '',
  stage: 'appointment',
  pauses: [],
  team: [],
  liaisons: [],
};

/** A title is repeated on every item of its case: longer ones are cut. In code points. */
export const AGENDA_TITLE_MAX = 200;

const importedContent = z.looseObject({ process: z.looseObject({ title: z.optional(z.string()) }) });

const titleIn = ({ content }: EntryWithContent): string => {
  const title = importedContent.safeParse(content).data?.process.title ?? '';
  return Array.from(title).slice(0, AGENDA_TITLE_MAX).join('');
};

const without = (context: AgendaContext, person: string): AgendaContext => ({
  ...context,
  team: context.team.filter((member) => member.person !== person),
});

type Member = AgendaContext['team'][number];

const known = (
  context: AgendaContext,
  person: string,
  told: Pick<Member, 'declared' | 'impeded' | 'accredited'>,
): AgendaContext => ({
  ...context,
  team: context.team.map((member) => {
    if (member.person !== person) return member;
    const { declared, impeded, accredited } = { ...member, ...told };
    return { ...member, ...told, clear: declared !== false && impeded !== true && accredited !== false };
  }),
});

const asked = (person: string): Member => ({ person, standing: 'proposed', clear: false, declared: false });

/** A yes is an impediment, and so is a declared interest that is found in a party. */
const declaredBy = (
  context: AgendaContext,
  { person, yes, matches = 0 }: { person: string; yes: readonly string[]; matches?: number | undefined },
): AgendaContext =>
  known(context, person, { declared: true, ...(yes.length > 0 || matches > 0 ? { impeded: true } : {}) });

const paused = (context: AgendaContext, to: string): AgendaContext['pauses'] =>
  context.pauses.map((pause) => (pause.to === undefined ? { ...pause, to } : pause));

const isSame = (liaison: Liaison, { person, kind, controlAuthority, bidder }: Liaison): boolean =>
  liaison.person === person &&
  liaison.kind === kind &&
  liaison.controlAuthority === controlAuthority &&
  // A context of before did not know for which bidder.
  (liaison.bidder === undefined || liaison.bidder === bidder);

/** How long a committee lasts once it is given so many months more. */
export const extended = (
  { committee }: AgendaContext,
  { startedAt, months }: { startedAt: Instant; months: number },
): { startedAt: Instant; months: number } => ({ startedAt, months: (committee?.months ?? 0) + months });

/** The context after one more event. */
export const foldContext = (before: AgendaContext, entry: EntryWithContent): AgendaContext => {
  if (entry.type === 'team.inactive.v1') return { ...before, inactiveSince: entry.data.since };
  const { inactiveSince: _, ...heard } = before;
  return foldFact(isOfTeam(entry.actor.role) ? heard : before, entry);
};

const foldFact = (context: AgendaContext, entry: EntryWithContent): AgendaContext => {
  switch (entry.type) {
    case 'case.opened.v1':
      return { ...context, instrument: entry.data.instrument, profile: entry.data.profile, title: entry.data.ocid };
    case 'process.imported.v1':
      return { ...context, title: titleIn(entry) || context.title };
    case 'stage.advanced.v1':
      return { ...context, stage: entry.data.to };
    case 'process.ended.v1':
    case 'committee.dissolved.v1':
      return { ...context, stage: 'final-report', pauses: paused(context, entry.recordedAt) };
    case 'case.suspended.v1':
      return { ...context, pauses: [...context.pauses, { from: entry.recordedAt }] };
    case 'case.resumed.v1':
      return { ...context, pauses: paused(context, entry.recordedAt) };
    case 'member.proposed.v1': {
      const { person } = entry.data;
      return { ...context, team: [...without(context, person).team, asked(person)] };
    }
    case 'member.accepted.v1': {
      const { person } = entry.data;
      const member = context.team.find((each) => each.person === person) ?? asked(person);
      return { ...context, team: [...without(context, person).team, { ...member, standing: 'accepted' }] };
    }
    case 'member.declined.v1':
    case 'proposal.lapsed.v1':
    case 'member.left.v1':
      return without(context, entry.data.person);
    case 'declaration.signed.v1':
      return declaredBy(context, entry.data);
    case 'impediment.found.v1':
      return known(context, entry.data.person, { impeded: true });
    case 'impediment.ruled.v1':
      return known(context, entry.data.person, { impeded: entry.data.stands });
    case 'accreditation.changed.v1':
      return known(context, entry.data.person, { accredited: entry.data.loss === undefined });
    case 'accreditation.lapsed.v1':
      return known(context, entry.data.person, { accredited: false });
    case 'liaison.accredited.v1': {
      const { person, kind, controlAuthority, bidder } = entry.data;
      const of = {
        ...(controlAuthority === undefined ? {} : { controlAuthority }),
        ...(bidder === undefined ? {} : { bidder }),
      };
      return { ...context, liaisons: [...context.liaisons, { person, kind, ...of }] };
    }
    case 'liaison.withdrawn.v1': {
      const { data } = entry;
      return { ...context, liaisons: context.liaisons.filter((liaison) => !isSame(liaison, data)) };
    }
    case 'committee.constituted.v1': {
      const { startedAt, durationMonths: months } = entry.data;
      return startedAt === undefined ? context : { ...context, committee: { startedAt, months } };
    }
    case 'committee.extended.v1':
      return { ...context, committee: extended(context, entry.data) };
    default:
      return context;
  }
};

/** Whether the clocks of the case stand still. */
export const isSuspended = ({ pauses }: AgendaContext): boolean => pauses.some(({ to }) => to === undefined);
