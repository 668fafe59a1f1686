import * as z from 'zod/mini';
import { documentHash, fieldOf } from './hand.ts';
import { reportOnStage } from './report.ts';
import type { Walk } from './step.ts';

const STAGE = 'tender-observation';
const DAYS_TO_CLARIFICATION = 5;
const DAYS_TO_OPENING = 20;
const MS_PER_DAY = 86_400_000;

/** A date of the process where it still lies ahead, else some days from now. */
const aheadOr = (now: string, known: string | undefined, days: number): string => {
  const daysMax = 400;
  const isAhead = known !== undefined && known > now && Date.parse(known) - Date.parse(now) < daysMax * MS_PER_DAY;
  return isAhead ? known : new Date(Date.parse(now) + days * MS_PER_DAY).toISOString();
};

/** The tender under watch: two acts, the bidders' signatures, the documents, and what was seen. */
export const observeTender = async (walk: Walk): Promise<void> => {
  const { hand, cast, at, process } = walk;
  const witness = cast.team[0] ?? '';
  const clarificationAt = aheadOr(hand.now(), process.enquiryPeriod?.endAt, DAYS_TO_CLARIFICATION);
  const openingAt = aheadOr(clarificationAt, process.tenderPeriod?.endAt, DAYS_TO_OPENING);
  const clarification = await schedule(walk, { kind: 'clarification-meeting', heldAt: clarificationAt, stage: STAGE });
  const opening = await schedule(walk, { kind: 'bid-opening', heldAt: openingAt, stage: STAGE });
  await hand.do(cast.coordinator, `${at}/advance`);

  hand.waitUntil(clarificationAt);
  await attend(walk, clarification);
  await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'act-attended'),
    act: clarification,
    title: 'Clarification meeting attended',
    narrative: 'Every question was read aloud and answered in writing before the meeting was closed.',
    visibility: 'public',
  });
  if (process.ended !== undefined) {
    await endEarly(walk);
    return;
  }
  await signForBidders(walk);
  hand.waitUntil(openingAt);
  await hand.tryInVain(cast.coordinator, `${at}/advance`);
  await attend(walk, opening);
  await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'finding'),
    act: opening,
    title: 'An envelope was opened before the hour',
    narrative: 'One envelope lay open on the table when the team came in. The record of the act does not mention it.',
    visibility: 'after-award',
    category: 'corruptionConsideration',
    severity: 'grave',
    noLegalBasisReason: 'The rule of this jurisdiction is being looked up.',
  });
  await hand.do(cast.team[1] ?? witness, `${at}/observations`, {
    ...seen(walk, 'access-obstacle'),
    title: 'The clarifications came late',
    narrative: 'They were published two days after the date that the call states.',
    visibility: 'public',
  });
  await checkDocuments(walk, STAGE, ['tender-notice', 'bidding-documents', 'bid-opening-record']);
  await hand.do(witness, `${at}/document-access`, {
    stage: STAGE,
    document: 'clarifications',
    result: 'late',
  });
  await reportOnStage(walk, STAGE);
  await hand.do(cast.coordinator, `${at}/advance`);
};

/** What every observation of a walk says. */
export const seen = ({ hand }: Walk, type: string, stage = STAGE) => ({
  type,
  stage,
  observedAt: hand.now(),
  language: 'en',
});

export const schedule = async (
  { hand, cast, at }: Walk,
  act: { kind: string; heldAt: string; stage: string },
): Promise<string> => fieldOf((await hand.do(cast.coordinator, `${at}/acts`, act)).body, 'created');

export const attend = async ({ hand, cast, at }: Walk, act: string): Promise<void> => {
  await hand.do(cast.team[0] ?? '', `${at}/acts/${act}/attendance`, { present: cast.team, citizensAdmitted: true });
};

export const checkDocuments = async (
  { hand, cast, at }: Walk,
  stage: string,
  documents: readonly string[],
): Promise<void> => {
  for (const document of documents) {
    await hand.do(cast.team[0] ?? '', `${at}/document-access`, { stage, document, result: 'obtained' });
  }
};

/** More representatives than this are not accredited in one walk: the coordinator records what the other bidders did on paper. */
const ACCREDITED_MAX = 15;

const bidders = z.object({ items: z.array(z.object({ bidder: z.string() })) });

const signForBidders = async ({ hand, cast, at, instrument }: Walk): Promise<void> => {
  if (instrument !== 'integrity-pact') return;
  const { items } = bidders.parse(await hand.read(cast.coordinator, `${at}/bidders`));
  for (const [index, { bidder }] of items.entries()) {
    const person = cast.bidders[index % cast.bidders.length] ?? '';
    if (index >= ACCREDITED_MAX) {
      await hand.do(cast.coordinator, `${at}/bidders/${bidder}/refusal`, {
        reason: 'No representative was accredited before the opening.',
      });
      continue;
    }
    await hand.do(cast.coordinator, `${at}/liaisons`, { person, kind: 'bidder', bidder });
    await hand.do(person, `${at}/bidders/${bidder}/signature`, {
      documentHash: documentHash(`pact of ${at} by ${bidder}`),
    });
  }
};

/** The official data say that the process was cancelled, deserted or annulled: what was seen is still reported. */
const endEarly = async ({ hand, cast, at, process }: Walk): Promise<void> => {
  await hand.do(cast.coordinator, `${at}/process-end`, {
    ending: process.ended,
    explanation: 'As the official data of the process state.',
  });
};
