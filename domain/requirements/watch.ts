import type { Stage } from '../../events/vocabulary.ts';
import { stageOf } from '../instruments/instruments.ts';
import type { Tally } from '../tally.ts';
import { lacking, type Missing, type Requirement, type Standing } from './requirement.ts';

/** One sentence for a tally: how many are open, and which as far as the head names them. */
export const openOf = (tally: Tally, what: string): readonly Missing[] =>
  tally.open === 0
    ? []
    : [lacking(`${what}: ${tally.open}${namesOf(tally)}.`, { open: tally.open, named: tally.named })];

/** In brackets; nothing when those that were named are settled and only others are open. */
const namesOf = ({ open, named }: Tally): string => {
  if (named.length === 0) return '';
  return open > named.length ? ` (${named.join(', ')} and ${open - named.length} more)` : ` (${named.join(', ')})`;
};

const actsLack = ({ head }: Standing): readonly Missing[] => {
  const acts = head.acts[head.stage];
  return acts === undefined ? [] : openOf(acts.awaited, 'Acts of this stage not accounted for');
};

const documentsLack = ({ head, instrument }: Standing): readonly Missing[] => {
  const checked = head.documentAccess[head.stage] ?? {};
  const unchecked = stageOf(instrument, head.stage).checklist.filter((document) => checked[document] === undefined);
  return unchecked.length === 0
    ? []
    : [
        lacking(`Documents of the access checklist not checked: ${unchecked.length} (${unchecked.join(', ')}).`, {
          unchecked,
        }),
      ];
};

const contractLacks = ({ head }: Standing): readonly Missing[] => [
  ...(head.contract === undefined ? [lacking('The signature of the contract is not on record.')] : []),
  ...(head.contract?.end === undefined
    ? [lacking('Neither completion nor termination of the contract is on record.')]
    : []),
  ...openOf(head.amendmentsUnreviewed, 'Amendments that nobody looked at'),
  ...openOf(head.visitsOpen, 'Planned visits neither done nor excused'),
];

const reportLacks = (stage: Stage, { head }: Standing): readonly Missing[] => {
  const report = head.reports[stage];
  if (report === undefined) return [lacking('The report on this stage is not drafted.', { stage })];
  return report.state === 'adopted' || report.state === 'published'
    ? []
    : [
        lacking(`The report on this stage is not adopted: it is ${report.state}.`, {
          report: report.report,
          state: report.state,
        }),
      ];
};

export const watchRequirements = {
  'acts-accounted': {
    asks: 'Every scheduled act of the stage is attended by the team, recorded as missed or obstructed with its reason, or cancelled.',
    why: 'What nobody watched must be known as such.',
    source: 'Rulebook, section 2',
    who: ['witness', 'member', 'coordinator', 'contracting-authority'],
    operations: ['attend-act', 'account-for-absence', 'reschedule-act', 'cancel-act'],
    missing: actsLack,
  },
  'pact-signed-by-bidders': {
    asks: 'Every known bidder signed the pact before the bids were opened, or its late signature or its refusal is on record.',
    why: 'The pact binds only those who sign it; a refusal is public.',
    source: 'Rulebook, section 2; Transparency International, integrity pacts',
    who: ['bidder-representative', 'coordinator'],
    operations: ['sign-pact-for-bidder', 'refuse-pact-for-bidder'],
    missing: ({ head }) => openOf(head.biddersAwaited, 'Bidders who neither signed the pact nor refused'),
  },
  'document-access-checked': {
    asks: 'The access checklist of the stage is filled, document by document.',
    why: 'Oversight without documents is a visit: what was refused must be on record.',
    source: 'Rulebook, section 2; OECD Recommendation on Public Procurement, VI-III',
    who: ['witness', 'member'],
    operations: ['check-document-access'],
    missing: documentsLack,
  },
  'award-recorded': {
    asks: 'The award decision, or that there is none, is on record.',
    why: 'There is nothing to review before the ruling, and what was sealed until then opens with it.',
    source: 'Rulebook, section 2',
    who: ['coordinator', 'contracting-authority'],
    operations: ['record-award'],
    missing: ({ head }) => (head.award === undefined ? [lacking('The ruling on the award is not on record.')] : []),
  },
  'flags-answered': {
    asks: 'Every computed red flag is dismissed with a reason or turned into a finding.',
    why: 'A flag is a place to look: somebody must have looked.',
    source: 'Rulebook, section 6; Open Contracting Partnership, Cardinal',
    who: ['witness', 'member'],
    operations: ['dismiss-flag', 'turn-flag-into-finding'],
    missing: ({ head }) => openOf(head.flagsUnanswered, 'Red flags not answered'),
  },
  'findings-put-to-authority': {
    asks: 'Every serious or grave finding was notified for reply or escalated; before the case closes, every grave one is escalated or its non-escalation explained.',
    why: 'Nobody is found at fault unheard, and no irregularity stays in a drawer.',
    source: 'Rulebook, sections 2, 5 and 8',
    who: ['witness', 'member'],
    operations: ['notify-finding', 'escalate-findings', 'reason-non-escalation'],
    missing: ({ head }) => [
      ...openOf(head.findingsUnput, 'Serious or grave findings put to nobody'),
      ...(head.stage === 'final-report'
        ? openOf(head.graveUnescalated, 'Grave findings neither escalated nor explained')
        : []),
    ],
  },
  'stage-report-adopted': {
    asks: 'The report on the stage is adopted.',
    why: 'What was seen in a stage is put down while it is fresh.',
    source: 'Rulebook, section 7',
    who: ['witness', 'member'],
    operations: ['draft-report', 'redraft-report', 'sign-report', 'vote-on-report'],
    missing: (standing) => reportLacks(standing.head.stage, standing),
  },
  'contract-watched': {
    asks: 'The contract’s end is on record, every amendment was looked at, and every planned visit is done or excused.',
    why: 'Most of what a tender promises is lost after its signature.',
    source: 'Rulebook, section 2',
    who: ['coordinator', 'contracting-authority', 'witness', 'member'],
    operations: ['record-contract-signature', 'record-contract-end', 'review-amendment', 'settle-visit'],
    missing: contractLacks,
  },
} as const satisfies Record<string, Requirement>;
