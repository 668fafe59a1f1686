import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../test/conformance/readings.ts';
import { newHouse } from '../../test/support/house.ts';
import { JOURNEYS, journeyBegins, travel } from '../../test/support/journey.ts';

interface Short {
  readonly term: string;
  readonly dueAt: string;
  readonly daysCounted: number;
  readonly daysSkipped: readonly { because: string; days: number }[];
  readonly explanation: string;
}

/** Every term in short that stands anywhere in an answer, with the due date that stands beside it. */
const termsIn = (value: unknown): readonly { term: Short; beside: unknown }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(termsIn);
  const { term, replyTerm, dueAt, replyDueAt } = value as Readonly<Record<string, unknown>>;
  const found = [term, replyTerm].filter((each): each is Short => typeof each === 'object' && each !== null);
  return [...found.map((each) => ({ term: each, beside: dueAt ?? replyDueAt })), ...inside];
};

const explains = (
  { daysSkipped }: { daysSkipped: readonly { because: string }[] },
  { because, days }: { because: string; days: number },
) => daysSkipped.filter((day) => day.because === because).length === days;

describe('wherever a due date stands, its term', () => {
  it('is told in short, and explained in full at its address with the same result', async () => {
    const met = new Set<string>();
    const house = newHouse(journeyBegins);
    const check = async (caseId: string): Promise<void> => {
      for (const path of readingsOf(caseId).filter((each) => !/\/(terms|events)/.test(each))) {
        const { body } = await house.send({ method: 'GET', path, person: 'auditor-1' });
        for (const { term, beside } of termsIn(body)) {
          met.add(`${term.term} at ${path.split('/').slice(3, 4).join('') || 'case'}`);
          if (beside !== undefined) expect([path, beside]).toEqual([path, term.dueAt]);
          const explained = await house.send({ method: 'GET', path: term.explanation });
          expect([path, explained.status]).toEqual([path, 200]);
          const full = explained.body as { dueAt: string; daysCounted: string[]; daysSkipped: { because: string }[] };
          expect([full.dueAt, full.daysCounted.length]).toEqual([term.dueAt, term.daysCounted]);
          expect(term.daysSkipped.filter((skipped) => !explains(full, skipped))).toEqual([]);
          expect(term.daysSkipped.reduce((sum, { days }) => sum + days, 0)).toBe(full.daysSkipped.length);
        }
      }
    };
    let steps = 0;
    await travel(house, 'integrity-pact', {
      before: async ({ path }) => {
        steps += 1;
        // Terms run for longer than two steps.
        if (steps % 2 === 0) await check(path.split('/')[2] ?? '');
      },
    });
    expect([...met].toSorted()).toEqual([
      'control-answer at escalations',
      'escalation at observations',
      'finding-reply at observations',
      'proposal at case',
      'publication at case',
      'question-answer at questions',
      'report-reply at case',
      'report-reply at reports',
      'tip-answer at tips',
    ]);
  });

  it('counts the days on which the case was suspended, by their reason', async () => {
    const house = newHouse(journeyBegins);
    const proposed = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/team') + 1;
    const caseId = await travel(house, 'integrity-pact', { steps: proposed });
    const suspend = (path: string, body: object) =>
      house.post('coordinator-1', `/cases/${caseId}/${path}`, { body, idempotencyKey: path });
    expect(await suspend('suspension', { reason: 'challenge', explanation: 'To court.' })).toMatchObject({
      status: 200,
    });
    house.clock.move(3 * 86_400_000);
    const { body } = await house.get('', `/cases/${caseId}`);
    expect(body).toMatchObject({
      proposals: [
        {
          person: 'witness-1',
          term: {
            term: 'proposal',
            number: 5,
            unit: 'working-day',
            daysCounted: 5,
            daysSkipped: expect.arrayContaining([{ because: 'suspended', days: 3 }]),
            source: expect.any(String),
          },
        },
      ],
    });
    const { requirements } = body as { requirements: readonly { id: string; missing: readonly unknown[] }[] };
    expect(requirements.find(({ id }) => id === 'team-complete')?.missing).toMatchObject([
      { term: { term: 'proposal' }, dueAt: expect.any(String) },
    ]);
  });
});
