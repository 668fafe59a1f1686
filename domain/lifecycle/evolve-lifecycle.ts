import type { lifecycleEvents } from '../../events/lifecycle.ts';
import type { Evolutions, Recorded } from '../evolution.ts';
import { BIDDERS, type Head } from '../state.ts';
import { NAMED_MAX, NOTHING_OPEN } from '../tally.ts';

/** The state of a case whose first fact was just recorded. */
export const openedHead = ({ stream, recordedAt, data }: Recorded<'case.opened.v1'>): Head => ({
  case: stream,
  ocid: data.ocid,
  instrument: data.instrument,
  profile: data.profile,
  implementationMonitoring: data.implementationMonitoring,
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
    subjects: ({ data, version }) => [
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
  'stage.advanced.v1': {
    head: (head, { data, recordedAt }) =>
      data.to === 'final-report' ? enteredFinalReport(head, recordedAt) : { ...head, stage: data.to },
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
    head: (head, { data, recordedAt }) => ({
      ...enteredFinalReport(head, recordedAt),
      ending: data.ending,
      condition: 'running',
      pauses: closePause(head, recordedAt),
    }),
  },
};

const closePause = (head: Head, to: string): Head['pauses'] =>
  head.pauses.map((pause) => (pause.to === undefined ? { ...pause, to } : pause));
