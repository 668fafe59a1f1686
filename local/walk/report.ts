import * as z from 'zod/mini';
import { fieldOf } from './hand.ts';
import type { Walk } from './step.ts';

/** The team's signature or votes: two for, and one against where there is a third, with its opinion. */
export const adopt = async ({ hand, cast, at, instrument }: Walk, report: string): Promise<void> => {
  const [first = '', second = '', third] = cast.team;
  if (instrument === 'integrity-pact') {
    await hand.do(first, `${at}/reports/${report}/signature`);
    return;
  }
  if (third !== undefined) {
    await hand.do(third, `${at}/reports/${report}/vote`, {
      vote: 'against',
      dissent: 'The report is right in what it says, and too lenient about the delay in handing over the documents.',
    });
  }
  await hand.do(first, `${at}/reports/${report}/vote`, { vote: 'for' });
  await hand.do(second, `${at}/reports/${report}/vote`, { vote: 'for' });
};

const listed = z.object({ items: z.array(z.object({ observation: z.string(), stage: z.string() })) });

/** Every observation of the case that the first of the team can list. */
export const observationsOf = async ({
  hand,
  cast,
  at,
}: Walk): Promise<readonly { observation: string; stage: string }[]> => {
  const { items } = listed.parse(await hand.read(cast.team[0] ?? '', `${at}/observations?limit=100`));
  return items;
};

/** Drafts and adopts the report on a stage, citing what was seen in it. */
export const reportOnStage = async (walk: Walk, stage: string): Promise<void> => {
  const { hand, cast, at } = walk;
  const cites = (await observationsOf(walk))
    .filter((seen) => seen.stage === stage)
    .map(({ observation }) => observation);
  const drafted = await hand.do(cast.team[0] ?? '', `${at}/reports`, {
    stage,
    summary: `What the team saw during ${stage}, in the acts and in the documents.`,
    conclusion:
      'The acts were watched and the documents asked for; what gave cause for concern was filed as a finding.',
    cites,
    leavesOut: [],
    recommendations: [],
  });
  await adopt(walk, fieldOf(drafted.body, 'created'));
};
