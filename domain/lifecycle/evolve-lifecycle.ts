import type { FactData } from '../../events/catalogue.ts';
import type { lifecycleEvents } from '../../events/lifecycle.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { Evolutions, Recorded } from '../evolution.ts';
import { PARTIES, partiesOf } from '../interests/parties.ts';
import { embargoesLifted } from '../observations/evolve-changes.ts';
import { headAfterChange, processChanged, processKept } from '../process/evolve-process.ts';
import { holdingProcess, PROCESS } from '../process/process-state.ts';
import { BIDDERS, type Head, type Subject } from '../state.ts';
import { NAMED_MAX, NOTHING_OPEN } from '../tally.ts';

/** The state of a case whose first fact was just recorded. */
export const openedHead = ({ stream, recordedAt, data }: Recorded<'case.opened.v1'>): Head => ({
  case: stream,
  ocid: data.ocid,
  instrument: data.instrument,
  profile: data.profile,
  implementationMonitoring: data.implementationMonitoring,
  ...(data.example === true ? { example: true as const } : {}),
  openedAt: recordedAt,
  stage: 'appointment',
  condition: 'running',
  pauses: [],
  numbers: {},
  team: [],
  liaisons: [],
  pactSignedByAuthority: false,
  biddersAwaited: NOTHING_OPEN,
  acts: {},
  documentAccess: {},
  flagsUnanswered: NOTHING_OPEN,
  findingsUnput: NOTHING_OPEN,
  graveUnescalated: NOTHING_OPEN,
  escalationsUnanswered: NOTHING_OPEN,
  amendmentsUnreviewed: NOTHING_OPEN,
  visitsOpen: NOTHING_OPEN,
  reports: {},
  codings: {},
});

/** Records from before parties were kept say no number of them; what they hold is still in the content. */
const importKept = (
  data: FactData<'process.imported.v1'>,
  version: number,
  content: JsonObject,
): readonly Subject[] => {
  const { process } = holdingProcess.parse(content);
  if (data.parties === undefined || process === undefined) return [];
  return [
    { kind: 'process', id: PROCESS, recordedIn: version, readIn: version, process },
    { kind: 'parties', id: PARTIES, recordedIn: version, parties: [...partiesOf(process)] },
  ];
};

/** A case that goes on into the contract ends with it; any other with its award. */
const expectedEnd = (
  { implementationMonitoring }: Head,
  { awardDueAt, contractSignedAt, contractEndAt }: Recorded<'process.imported.v1'>['data'],
): Pick<Head, 'expectedEndAt'> => {
  const expectedEndAt = (implementationMonitoring ? contractEndAt : undefined) ?? contractSignedAt ?? awardDueAt;
  return expectedEndAt === undefined ? {} : { expectedEndAt };
};

const importedBidders = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

const enteredFinalReport = (head: Head, at: string): Head => ({
  ...head,
  stage: 'final-report',
  participationEndedAt: at,
});

const closedUntil = ({ sustainedDueAt }: FactData<'stage.advanced.v1'>): Pick<Head, 'sustained'> =>
  sustainedDueAt === undefined ? {} : { sustained: { dueAt: sustainedDueAt, settled: false } };

export const lifecycleEvolutions: Evolutions<keyof typeof lifecycleEvents> = {
  'case.opened.v1': {},
  'process.imported.v1': {
    head: (head, { data }) => ({
      ...head,
      ...expectedEnd(head, data),
      numbers: { ...head.numbers, bidder: data.bidders },
      biddersAwaited: {
        open: data.bidders,
        named: importedBidders(Math.min(data.bidders, NAMED_MAX)).map((number) => `bidder-${number}`),
      },
    }),
    subjects: ({ data, version, content = {} }) => [
      ...importKept(data, version, content),
      {
        kind: 'bidders',
        id: BIDDERS,
        recordedIn: version,
        bidders: Object.fromEntries(
          importedBidders(data.bidders).map((number) => [
            `bidder-${number}`,
            { signature: 'awaited', namedIn: version },
          ]),
        ),
      },
    ],
  },
  'process.kept.v1': { subjects: processKept },
  'process.changed.v1': { head: headAfterChange, subjects: processChanged },
  'stage.advanced.v1': {
    head: (head, { data, recordedAt }) =>
      data.to === 'final-report'
        ? enteredFinalReport(head, recordedAt)
        : { ...head, stage: data.to, ...closedUntil(data) },
  },
  'case.suspended.v1': {
    head: (head, { recordedAt }) => ({
      ...head,
      condition: 'suspended',
      pauses: [...head.pauses, { from: recordedAt }],
    }),
  },
  'case.resumed.v1': {
    head: (head, { recordedAt }) => ({ ...head, condition: 'running', pauses: closePause(head, recordedAt) }),
  },
  'process.ended.v1': {
    head: (head, { data, recordedAt, version }) => ({
      ...embargoesLifted(endedEarly(head, recordedAt), { recordedAt, version }),
      ending: data.ending,
    }),
  },
};

/** Straight to the final report, suspended or not: there is nothing left for a suspension to stop. */
export const endedEarly = (head: Head, at: string): Head => ({
  ...enteredFinalReport(head, at),
  condition: 'running',
  pauses: closePause(head, at),
});

const closePause = (head: Head, to: string): Head['pauses'] =>
  head.pauses.map((pause) => (pause.to === undefined ? { ...pause, to } : pause));
