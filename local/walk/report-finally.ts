import { fieldOf } from './hand.ts';
import { seen } from './observe-tender.ts';
import { adopt, observationsOf } from './report.ts';
import type { Walk } from './step.ts';

const STAGE = 'final-report';

const CONCLUSION = [
  'The team watched every act of this process to which it was called, asked for the documents that the checklists name, and filed what it saw.',
  'What gave cause for concern was put to the contracting authority or to the control authority, and their answers stand beside it.',
  'The process was conducted in a way that a citizen can follow from the record; where it was not, the findings say so.',
].join(' ');

const MONTHS_TO_FOLLOW_UP_MS = 180 * 86_400_000;

/** The final report: everything seen is cited or left out with a reason; the authority comments; the team adopts; all is published. */
export const reportFinally = async (walk: Walk): Promise<void> => {
  const { hand, cast, at } = walk;
  const witness = cast.team[0] ?? '';
  await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'good-practice', STAGE),
    title: 'The authority kept its door open',
    narrative: 'The team was received each time it asked.',
    visibility: 'public',
  });
  await hand.do(cast.team[1] ?? witness, `${at}/observations`, {
    ...seen(walk, 'access-obstacle', STAGE),
    title: 'The file room closes at noon',
    narrative: 'Documents can be consulted in the morning only.',
    visibility: 'public',
  });
  const [leftOut = '', ...cites] = (await observationsOf(walk)).map(({ observation }) => observation).toReversed();
  const drafted = await hand.do(witness, `${at}/reports`, {
    stage: STAGE,
    summary: 'What the team saw from its appointment to the end of its participation.',
    conclusion: CONCLUSION,
    cites: cites.toReversed(),
    leavesOut: [{ observation: leftOut, reason: 'It concerns the opening hours of the office, not this process.' }],
    recommendations: [
      {
        to: 'Contracting authority',
        recommends: 'Publish the clarifications on the day on which they are given.',
        dueAt: new Date(Date.parse(hand.now()) + MONTHS_TO_FOLLOW_UP_MS).toISOString(),
      },
    ],
  });
  const report = fieldOf(drafted.body, 'created');
  await hand.do(witness, `${at}/reports/${report}/reply-window`);
  await hand.tryInVain(cast.coordinator, `${at}/advance`);
  hand.waitDays(2);
  await hand.do(cast.authority, `${at}/reports/${report}/comments`, {
    comments: 'The authority accepts the recommendation, and thanks the team for its work.',
  });
  await adopt(walk, report);
  await hand.do(witness, `${at}/reports/${report}/publication`);
  await hand.do(cast.assessor, `${at}/codings`, {
    dimension: 'effectiveness',
    codes: ['achieved', 'furtherTimeNeeded'],
    reasons: 'What was found was remedied; whether it stays so can be told after some months.',
    evidence: { events: [1] },
  });
  await hand.do(cast.assessor, `${at}/codings`, {
    dimension: 'openness',
    codes: ['informationMissing'],
    reasons: 'The acts were open; how citizens were heard is not on record.',
  });
  await hand.do(cast.coordinator, `${at}/participation`, {
    level: 'inform',
    reasons: 'Everybody could read what the team saw, and the report.',
    evidence: { events: [1] },
  });
  await hand.do(cast.coordinator, `${at}/advance`);
};
