import { describe, expect, it } from 'vitest';
import { graveFinding, type World, worldWith } from '../../test/conformance/sealed-world.ts';
import { deliver } from '../../test/support/deliver.ts';
import { keepScoreboard } from './keep-scoreboard.ts';

const SHOWN = [
  '/scoreboard',
  '/scoreboard?group=authority',
  '/scoreboard/chart.svg',
  '/coverage?from=2026-01&to=2026-12',
  '/coverage/authorities',
  '/coverage/chart.svg?from=2026-01&to=2026-12',
];

const shownBy = async ({ house, caseId }: World): Promise<readonly string[]> => {
  await deliver(keepScoreboard(house), house.cases, caseId);
  const shown: string[] = [];
  for (const path of [...SHOWN, `/cases/${caseId}/timeline/chart.svg`]) {
    const { status, text } = await house.send({ method: 'GET', path });
    expect([path, status]).toEqual([path, 200]);
    shown.push(text);
  }
  return shown;
};

/** A sealed finding is put to the authority, escalated and answered; its remedy is this one. */
const worldOf = async (visibility: string, remedy: string): Promise<World> => {
  const world = await worldWith(graveFinding, visibility);
  const { act } = world;
  await act('witness-1', '/observations/observation-1/notification');
  if (remedy === 'eliminated') await act('authority-1', '/observations/observation-1/reply', { reply: 'It did.' });
  const findings = ['observation-1'];
  await act('witness-1', '/escalations', { findings, controlAuthority: 'supreme-audit', letter: 'Look.' });
  await act('control-2', '/escalations/escalation-1/answer', {
    outcome: remedy === 'eliminated' ? 'violation-corrected' : 'closed-without-action',
    remedies: [{ observation: 'observation-1', remedy }],
    answer: 'This is what came of it.',
  });
  return world;
};

interface Counted {
  readonly findings: { readonly asked: number };
  readonly remedied: { readonly numerator: number; readonly denominator: number };
}

const countedIn = async ({ house }: World): Promise<readonly unknown[]> => {
  const { body } = await house.get('', '/coverage?from=2026-01&to=2026-12&period=year');
  const [year] = (body as { items: readonly Counted[] }).items;
  return [year?.findings.asked, year?.remedied];
};

const ends = { ending: 'cancelled', explanation: 'No budget.' };

describe('what became of a sealed finding', () => {
  it.each(['after-award', 'restricted'])('moves no number while it is sealed as %s', async (visibility) => {
    const [remedied, unremedied] = [
      await worldOf(visibility, 'eliminated'),
      await worldOf(visibility, 'not-eliminated'),
    ];
    expect(await shownBy(remedied)).toEqual(await shownBy(unremedied));
    expect(await countedIn(remedied)).toEqual([0, { numerator: 0, denominator: 0 }]);
  });

  it('counts once its seal opens: with the time when it happened, and its remedy', async () => {
    const [remedied, unremedied] = [
      await worldOf('after-award', 'eliminated'),
      await worldOf('after-award', 'not-eliminated'),
    ];
    for (const { act } of [remedied, unremedied]) await act('coordinator-1', '/process-end', ends);
    expect(await shownBy(remedied)).not.toEqual(await shownBy(unremedied));
    expect(await countedIn(remedied)).toEqual([1, { numerator: 1, denominator: 1 }]);
    expect(await countedIn(unremedied)).toEqual([1, { numerator: 0, denominator: 1 }]);
  });

  it('stays uncounted where it is restricted, whatever ends', async () => {
    const world = await worldOf('restricted', 'eliminated');
    await world.act('coordinator-1', '/process-end', ends);
    await shownBy(world);
    expect(await countedIn(world)).toEqual([0, { numerator: 0, denominator: 0 }]);
  });
});
