import * as z from 'zod/mini';
import type { RecordEntry } from '../../events/record.ts';
import { count, instant, territoryCode } from '../../events/shapes.ts';
import { CONDITIONS, INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import { foldFacts, milestoneFactsSchema, NO_FACTS } from '../milestones/facts.ts';
import { territoryOf } from '../profiles/territory-of.ts';
import { AUTHORITY_UNKNOWN, authorityOf, type RegisteredFacts } from '../registry/registered-facts.ts';

/** What tells a case from others in a list, besides how it stands. */
const marks = {
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  /** Of the contracting process, as it is published; absent where it has none. */
  title: z.exactOptional(z.string()),
  /** Who buys, by the key of coverage; `unknown` where the official data do not say. */
  authority: z.strictObject({ id: z.string(), name: z.exactOptional(z.string()) }),
  /** Where it is watched (ISO 3166); absent where its profile rules anywhere. */
  territory: z.exactOptional(territoryCode),
  lastEventAt: instant,
};

/** How a case stands, as every list tells it. */
export const listedCase = {
  case: z.string(),
  ocid: z.string(),
  instrument: z.enum(INSTRUMENTS),
  stage: z.enum(STAGES),
  condition: z.enum(CONDITIONS),
  openedAt: instant,
};

/** What a card tells besides. */
export const cardMarks = {
  ...marks,
  /** Observations that everybody may read by now, those among them that were withdrawn since. */
  observationsPublished: count,
};

const cardSchema = z.strictObject({ ...listedCase, ...cardMarks });
/** What a list tells of a case: everybody’s, each field of it. */
export type Card = z.infer<typeof cardSchema>;

const { observations } = milestoneFactsSchema.shape;

/** What is kept of a case to make its card: folded from its events, so that it can be thrown away and made anew. */
export const cardStateSchema = z.strictObject({
  ...listedCase,
  ...marks,
  observations,
  /** Embargoes that were extended and have not ended, each with its end. */
  embargoes: z.record(z.string(), instant),
  /** What waits for the award is sealed still. */
  awardAwaited: z.boolean(),
});
export type CardState = z.infer<typeof cardStateSchema>;

/** The card’s state after one more event of the case. Of sealed observations it knows how many there are, as everybody does. */
export const foldCard = (state: CardState | undefined, entry: RecordEntry): CardState => {
  if (entry.type === 'case.opened.v1') return openedCard(entry);
  if (state === undefined) throw new Error('The record of a case begins with its opening.');
  return foldSeen(foldLife({ ...state, lastEventAt: entry.recordedAt }, entry), entry);
};

const openedCard = ({
  stream,
  data,
  recordedAt,
}: Extract<RecordEntry, { readonly type: 'case.opened.v1' }>): CardState => {
  const { ocid, instrument, profile } = data;
  const territory = territoryOf(profile);
  return {
    case: stream,
    ocid,
    instrument,
    profile,
    stage: 'appointment',
    condition: 'running',
    openedAt: recordedAt,
    authority: { id: AUTHORITY_UNKNOWN },
    ...(territory === undefined ? {} : { territory }),
    lastEventAt: recordedAt,
    observations: NO_FACTS.observations,
    embargoes: {},
    awardAwaited: true,
  };
};

const foldLife = (state: CardState, entry: RecordEntry): CardState => {
  switch (entry.type) {
    case 'stage.advanced.v1':
      return { ...state, stage: entry.data.to };
    case 'process.ended.v1':
      return { ...state, stage: 'final-report', condition: 'running', awardAwaited: false };
    case 'committee.dissolved.v1':
      return { ...state, stage: 'final-report', condition: 'running' };
    case 'case.suspended.v1':
      return { ...state, condition: 'suspended' };
    case 'case.resumed.v1':
      return { ...state, condition: 'running' };
    case 'award.recorded.v1':
      return { ...state, awardAwaited: false };
    default:
      return state;
  }
};

/** How observations are sealed is counted as the milestones count it. */
const foldSeen = (state: CardState, entry: RecordEntry): CardState => {
  const { observations: seen, embargoes } = state;
  const facts = foldFacts({ ...NO_FACTS, observations: seen, embargoes }, entry);
  return { ...state, observations: facts.observations, embargoes: facts.embargoes ?? {} };
};

/** The card’s state with what the official data tell now. */
export const withOfficialData = ({ title: _, ...state }: CardState, facts: RegisteredFacts): CardState => {
  const { authority, name } = authorityOf(facts);
  return {
    ...state,
    ...(facts.title === undefined ? {} : { title: facts.title }),
    authority: { id: authority, ...(name === undefined ? {} : { name }) },
  };
};

export const cardOf = ({ observations: seen, embargoes, awardAwaited, ...state }: CardState): Card => {
  const opened = awardAwaited ? 0 : Math.max(0, seen.afterAward - Object.keys(embargoes).length);
  return { ...state, observationsPublished: seen.public + opened };
};
