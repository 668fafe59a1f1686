import { expect, it } from 'vitest';
import { offered, readOptions } from './sources.ts';

const called = {
  thing: (id: string) => id.replace('observation-', 'Observation '),
  phrase: (phrase: string) => phrase,
  code: (_: string, code: string) => code,
  withdrawn: (label: string) => `${label} (withdrawn)`,
};
const items = [
  { observation: 'observation-1', content: { title: 'No minutes' } },
  { observation: 'observation-2', content: { title: 'A late bid' }, withdrawnAt: '2026-03-02T15:00:00.000Z' },
  { observation: 'observation-3', seal: 'until-award', withdrawnAt: '2026-03-02T15:00:00.000Z' },
];
const api = { read: async () => ({ kind: 'done' as const, body: { items } }) };

it('an observation that was withdrawn is offered to what must account for it, and to what had chosen it, and says so', async () => {
  const asks = [{ name: 'cites', kind: 'some-of', from: 'observations' }] as const;
  const options = (await readOptions(api, asks, { case: 'ip-1', profile: { id: 'p', version: 1 }, called }))(
    'observations',
  );
  const labels = (withdrawnToo: boolean, chosen: readonly string[]) =>
    offered(options, { withdrawnToo, chosen }).map(({ label }) => label);
  expect(labels(false, [])).toEqual(['Observation 1 · No minutes']);
  expect(labels(false, ['observation-3'])).toEqual(['Observation 1 · No minutes', 'Observation 3 (withdrawn)']);
  expect(labels(true, [])).toEqual([
    'Observation 1 · No minutes',
    'Observation 2 · A late bid (withdrawn)',
    'Observation 3 (withdrawn)',
  ]);
});
