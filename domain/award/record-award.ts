import * as z from 'zod/mini';
import { asJsonObject, type Instant, subjectId } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { findImpediments } from '../interests/declared-interests.ts';
import { INTERESTS } from '../interests/interests-state.ts';
import { nextSupplier, PARTIES } from '../interests/parties.ts';
import { ID_LENGTH_MAX, NAME_LENGTH_MAX, SCHEME_LENGTH_MAX } from '../process/contracting-process.ts';
import { PROCESS } from '../process/process-state.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { money, text, time } from '../shapes.ts';
import { BIDDERS, BIDDERS_MAX, subjectOf } from '../state.ts';
import { type OfficialAward, officialAward } from './official-award.ts';

/** How many can share an award without being bidders of their own. */
const PARTNERS_MAX = 50;

const partner = z.strictObject({
  name: text(NAME_LENGTH_MAX),
  identifier: z.exactOptional(
    z.strictObject({ scheme: z.exactOptional(text(SCHEME_LENGTH_MAX)), id: text(ID_LENGTH_MAX) }),
  ),
});

type Partner = z.infer<typeof partner>;

/** What is asked of a ruling that is written by hand; one that is taken from the official data says nothing of its own. */
const BY_HAND = ['decision', 'decidedAt', 'suppliers'] as const;
const OF_THE_RULING = [...BY_HAND, 'value', 'partners'] as const;

const input = () =>
  z
    .strictObject({
      from: z.optional(z.literal('official-data')),
      decision: z.optional(z.enum(['awarded', 'none'])),
      decidedAt: z.optional(time),
      suppliers: z.optional(z.array(subjectId('bidder')).check(z.maxLength(BIDDERS_MAX))),
      value: z.optional(money),
      /** Members of a winning consortium that are no bidders of their own. */
      partners: z.optional(z.array(partner).check(z.maxLength(PARTNERS_MAX))),
    })
    .check((given) => {
      const { from } = given.value;
      const fields = from === undefined ? BY_HAND : OF_THE_RULING;
      for (const field of fields) {
        if ((given.value[field] === undefined) !== (from === undefined)) continue;
        given.issues.push({
          code: 'custom',
          path: [field],
          message: from === undefined ? 'is missing' : 'is taken from the official data: leave it out',
          input: given.value[field],
        });
      }
    });

/** The ruling that is asked to be recorded, wherever it was taken from. */
export type Ruling = OfficialAward & { readonly partners: readonly Partner[]; readonly source?: 'ocds' };

/** Records the ruling on the award, or that none was made. It opens what was sealed until the award. */
export const recordAward = command({
  name: 'record-award',
  input,
  subjects: ({ from }) => [BIDDERS, PARTIES, INTERESTS, ...(from === undefined ? [] : [PROCESS])],
  decide: ({ from, decision = 'none', decidedAt = '', suppliers = [], value, partners = [] }, situation) => {
    const { stage, committee } = situation.head;
    if (stage !== 'award-review' && committee?.dissolved === undefined)
      return refuse('wrong-stage', { stage, allowedIn: ['award-review'] });
    if (situation.head.award !== undefined) return refuse('award-recorded-already');
    if (from === undefined) {
      return recordRuling(situation, { decision, decidedAt, suppliers, partners, ...(value && { value }) });
    }
    const { subjects } = situation;
    const official = officialAward(
      subjectOf(subjects, 'process', PROCESS)?.process,
      subjectOf(subjects, 'parties', PARTIES)?.parties ?? [],
    );
    if (official === undefined) return refuse('award-not-published');
    return recordRuling(situation, { ...official, partners: [], source: 'ocds' });
  },
});

/** What in a ruling contradicts itself or the record. */
export const contradictionOf = (
  { decision, decidedAt, suppliers, value, partners, source }: Ruling,
  { head, subjects, now }: Situation,
): { refusal: Refusal } | undefined => {
  if (decidedAt > now) return refuse('observed-in-the-future', { decidedAt, now });
  if (head.bidsOpenedAt !== undefined && decidedAt < head.bidsOpenedAt) {
    return refuse('award-contradicts', { decidedAt, bidsOpenedAt: head.bidsOpenedAt });
  }
  // Whom the official data name may be no bidder of the case: it is known among the parties then.
  const namesSomebody = suppliers.length > 0 || partners.length > 0;
  const contradicts =
    decision === 'none' ? namesSomebody || value !== undefined : !namesSomebody && source === undefined;
  if (contradicts) return refuse('award-contradicts', { decision, suppliers });
  const known = subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {};
  const unknown = suppliers.find((supplier) => known[supplier] === undefined);
  return unknown === undefined ? undefined : refuse('bidder-unknown', { bidder: unknown });
};

const recordRuling = (situation: Situation, ruling: Ruling): Decision => {
  const contradiction = contradictionOf(ruling, situation);
  if (contradiction !== undefined) return contradiction;
  const { head, subjects } = situation;
  const known = subjectOf(subjects, 'parties', PARTIES)?.parties ?? [];
  const first = nextSupplier(known);
  const partners = ruling.partners.map((one, index) => ({ party: `supplier-${first + index}`, ...one }));
  const decidedAt: Instant = ruling.decidedAt;
  return record(
    {
      type: 'award.recorded.v1',
      data: {
        decision: ruling.decision,
        decidedAt,
        suppliers: [...new Set(ruling.suppliers)],
        ...(ruling.value === undefined ? {} : { value: ruling.value }),
        ...(ruling.source === undefined ? {} : { source: ruling.source }),
        ...(partners.length === 0 ? {} : { partners: partners.length }),
      },
      ...(partners.length === 0 ? {} : { content: asJsonObject({ parties: partners }) }),
    },
    ...findImpediments(head, subjectOf(subjects, 'interests', INTERESTS), [...known, ...partners]),
  );
};
