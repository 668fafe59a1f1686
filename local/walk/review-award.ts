import * as z from 'zod/mini';
import { fieldOf } from './hand.ts';
import { attend, checkDocuments, schedule, seen } from './observe-tender.ts';
import { reportOnStage } from './report.ts';
import type { Walk } from './step.ts';

const STAGE = 'award-review';

/** The award under review: the ruling, the flags, a finding put to the authority, and a grave one escalated and answered. */
export const reviewAward = async (walk: Walk): Promise<void> => {
  const { hand, cast, at, process } = walk;
  const witness = cast.team[0] ?? '';
  const award = process.awards[0];
  hand.waitDays(1);
  hand.waitUntil(award?.decidedAt);
  const ruling = await schedule(walk, { kind: 'award-ruling', heldAt: hand.now(), stage: STAGE });
  await attend(walk, ruling);
  await recordAward(walk);
  await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'good-practice', STAGE),
    title: 'The evaluation was explained bid by bid',
    narrative: 'The committee read out the points that each bid got and why.',
    visibility: 'public',
  });
  const finding = await hand.do(witness, `${at}/observations`, {
    ...seen(walk, 'finding', STAGE),
    title: 'The ruling does not say how ties were broken',
    narrative: 'Two bids got the same points for price; the ruling names no rule for it.',
    visibility: 'public',
    category: 'documentsForm',
    severity: 'serious',
    legalBasis: 'The bidding documents, section on evaluation.',
  });
  await answerFlags(walk, fieldOf(finding.body, 'created'));
  await hand.tryInVain(cast.coordinator, `${at}/advance`);
  await putToAuthority(walk, fieldOf(finding.body, 'created'));
  await escalateGrave(walk);
  await checkDocuments(walk, STAGE, ['bids-received', 'evaluation-report', 'award-ruling']);
  await reportOnStage(walk, STAGE);
  await recordSignature(walk);
  await hand.do(cast.coordinator, `${at}/advance`);
};

const bidders = z.object({ items: z.array(z.object({ bidder: z.string(), name: z.string() })) });

const recordAward = async (walk: Walk): Promise<void> => {
  const { hand, cast, at, process } = walk;
  const award = process.awards[0];
  const { items } = bidders.parse(await hand.read(cast.coordinator, `${at}/bidders`));
  const names = award?.suppliers.map(({ name }) => name) ?? [];
  const isNone = award === undefined && process.contracts.length === 0;
  const winners = items.filter(({ name }) => names.includes(name)).map(({ bidder }) => bidder);
  const { bidsOpenedAt = '' } = z
    .object({ bidsOpenedAt: z.optional(z.string()) })
    .parse(await hand.read(cast.coordinator, at));
  const official = award?.decidedAt ?? '';
  const decidedAt = bidsOpenedAt <= official && official <= hand.now() ? official : hand.now();
  await hand.do(cast.coordinator, `${at}/award`, {
    decision: isNone ? 'none' : 'awarded',
    decidedAt,
    suppliers: isNone || winners.length > 0 ? winners : [await registerWinner(walk, names[0])],
    ...(award?.value === undefined ? {} : { value: award.value }),
  });
};

/** Official data can award to somebody whom they do not list as a bidder, or to nobody whom they name. */
const registerWinner = async ({ hand, cast, at }: Walk, name = 'A supplier that the official data do not name') => {
  const { body } = await hand.do(cast.coordinator, `${at}/bidders`, { name });
  return fieldOf(body, 'created');
};

const flags = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) });

/** The first flag is dismissed with a reason, the others are tied to the finding. */
const answerFlags = async ({ hand, cast, at }: Walk, finding: string): Promise<void> => {
  const { items } = flags.parse(await hand.read(cast.team[0] ?? '', `${at}/flags`));
  for (const [index, { id }] of items.entries()) {
    if (index === 0) {
      await hand.do(cast.team[0] ?? '', `${at}/flags/${id}/dismissal`, {
        reason: 'The team asked for the reasons, got them in writing, and found them sound.',
      });
    } else {
      await hand.do(cast.team[0] ?? '', `${at}/flags/${id}/finding`, { observation: finding });
    }
  }
};

const putToAuthority = async ({ hand, cast, at }: Walk, finding: string): Promise<void> => {
  await hand.do(cast.team[0] ?? '', `${at}/observations/${finding}/notification`);
  hand.waitDays(2);
  await hand.do(cast.authority, `${at}/observations/${finding}/reply`, {
    reply: 'The rule stands in the bidding documents; the ruling will be corrected to cite it.',
  });
};

const graveFinding = z.object({
  items: z.array(
    z.object({ observation: z.string(), state: z.optional(z.object({ severity: z.optional(z.string()) })) }),
  ),
});
const authorities = z.object({ liaisons: z.array(z.object({ controlAuthority: z.optional(z.string()) })) });

/** The grave finding goes to the first control authority, which acknowledges, reviews and answers. */
const escalateGrave = async ({ hand, cast, at }: Walk): Promise<void> => {
  const witness = cast.team[0] ?? '';
  const { items } = graveFinding.parse(await hand.read(witness, `${at}/observations?limit=100`));
  const findings = items.filter(({ state }) => state?.severity === 'grave').map(({ observation }) => observation);
  const { liaisons } = authorities.parse(await hand.read(witness, at));
  const sent = await hand.do(witness, `${at}/escalations`, {
    findings,
    controlAuthority: liaisons.find(({ controlAuthority }) => controlAuthority !== undefined)?.controlAuthority,
    letter: 'We ask you to establish who opened the envelope, and to say what becomes of the bid.',
  });
  const escalation = `${at}/escalations/${fieldOf(sent.body, 'created')}`;
  await hand.do(cast.coordinator, `${escalation}/delivery`);
  hand.waitDays(1);
  await hand.do(cast.control, `${escalation}/acknowledgement`);
  await hand.do(cast.control, `${escalation}/review`);
  hand.waitDays(5);
  await hand.do(cast.control, `${escalation}/answer`, {
    outcome: 'violation-corrected',
    remedies: findings.map((observation) => ({ observation, remedy: 'eliminated' })),
    answer: 'The opening was repeated before a notary; the official in charge was warned in writing.',
  });
};

/** The contract is signed after the award was reviewed, where there is one to sign. */
const recordSignature = async ({ hand, cast, at, process }: Walk): Promise<void> => {
  const contract = process.contracts[0];
  if (contract === undefined && process.awards.length === 0) return;
  hand.waitDays(1);
  hand.waitUntil(contract?.signedAt);
  const signedAt = hand.now();
  await hand.do(cast.coordinator, `${at}/contract`, {
    signedAt,
    ...(contract?.value === undefined ? {} : { value: contract.value }),
  });
};
