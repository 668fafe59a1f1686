import * as z from 'zod/mini';
import { fieldOf } from './hand.ts';
import { seen } from './observe-tender.ts';
import { reportOnStage } from './report.ts';
import type { Walk } from './step.ts';

const STAGE = 'implementation-monitoring';
const DAYS_TO_VISIT = 30;
const DAYS_TO_END = 60;
const MS_PER_DAY = 86_400_000;

/** The contract under watch, where the case monitors it: a visit, an amendment, its end. */
export const monitorContract = async (walk: Walk): Promise<void> => {
  const { hand, cast, at, process } = walk;
  const { stage } = z.object({ stage: z.string() }).parse(await hand.read(cast.coordinator, at));
  if (stage !== STAGE) return;
  const witness = cast.team[0] ?? '';
  const plannedAt = new Date(Date.parse(hand.now()) + DAYS_TO_VISIT * MS_PER_DAY).toISOString();
  const visit = await hand.do(witness, `${at}/visits`, {
    plannedAt,
    place: 'The place of the works or of the delivery.',
  });
  hand.waitUntil(plannedAt);
  await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'site-visit', STAGE),
    title: 'Visit to the place of delivery',
    narrative: 'What was delivered so far corresponds to the contract; the log was shown without delay.',
    visibility: 'public',
  });
  await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'finding', STAGE),
    title: 'The sign with the contract’s data is missing',
    narrative: 'There is no sign at the place that names the contract, its amount and its term.',
    visibility: 'public',
    category: 'corruptionPublicDisclosure',
    severity: 'minor',
    legalBasis: 'The contract, clause on publicity.',
  });
  await hand.do(witness, `${at}/visits/${fieldOf(visit.body, 'created')}/outcome`, {
    outcome: 'done',
    note: 'Two hours, with the supervisor.',
  });
  await reviewAmendment(walk);
  hand.waitDays(DAYS_TO_END);
  hand.waitUntil(process.contracts[0]?.periodEndAt);
  await hand.do(cast.coordinator, `${at}/contract/end`, { end: 'completed', endedAt: hand.now() });
  await reportOnStage(walk, STAGE);
  await hand.do(cast.coordinator, `${at}/advance`);
};

const reviewAmendment = async ({ hand, cast, at, process }: Walk): Promise<void> => {
  if ((process.contracts[0]?.amendments ?? 0) === 0) return;
  const amendment = await hand.do(cast.coordinator, `${at}/amendments`, {
    amendedAt: hand.now(),
    change: 'As the official data of the contract state.',
  });
  await hand.do(cast.team[0] ?? '', `${at}/amendments/${fieldOf(amendment.body, 'created')}/review`, {
    conclusion: 'The change stays within what the contract allows.',
  });
};
