import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { beginningOf, walkCase } from '../../local/walk/walk.ts';
import { exampleOf } from '../support/example.ts';
import { newHouse } from '../support/house.ts';

const EXAMPLES = ['integrity-pact-works.json', 'oversight-committee-school-meals.json'];

describe.each(INSTRUMENTS)('a case of %s', (instrument) => {
  it.each(EXAMPLES)('walks from the official data of %s to its end', async (file) => {
    const document: unknown = JSON.parse(
      readFileSync(new URL(`../../local/examples/${file}`, import.meta.url), 'utf8'),
    );
    const [process] = readOcds(document).processes;
    if (process === undefined) throw new Error('The example holds a process.');
    const house = newHouse(beginningOf(process, '2026-01-01T00:00:00.000Z'));
    const time = { now: house.clock.now, moveTo: house.clock.set };
    const walked = await walkCase(house, time, { document, process, instrument });

    expect((await house.get('', `/cases/${walked.case}`)).body).toMatchObject({ stage: 'closed', requirements: [] });
    expect(walked.refusals.length).toBeGreaterThanOrEqual(1);
    expect(await verifyRecord(house, walked.case)).toMatchObject({ verified: true });
  });
});

describe('a case under a profile that asks for accredited people', () => {
  it('walks to its end with a team of the roster, and takes nobody else', async () => {
    const { document, process } = exampleOf('integrity-pact');
    const house = newHouse(beginningOf(process, '2026-01-01T00:00:00.000Z'));
    const time = { now: house.clock.now, moveTo: house.clock.set };
    const under = { document, process, instrument: 'integrity-pact', profile: 'mx-federal-2025' } as const;
    const walked = await walkCase(house, time, under);

    expect((await house.get('', `/cases/${walked.case}`)).body).toMatchObject({
      stage: 'closed',
      profile: { id: 'mx-federal-2025' },
    });
    expect(walked.refusals[0]?.problem).toMatchObject({ type: expect.stringContaining('not-accredited') });
    expect(await verifyRecord(house, walked.case)).toMatchObject({ verified: true });
  });
});

describe('a case that was just opened', () => {
  it('tells each caller what the table lets them do now', async () => {
    const house = newHouse();
    const ocds: unknown = JSON.parse(
      readFileSync(new URL('../../local/examples/integrity-pact-works.json', import.meta.url), 'utf8'),
    );
    const opened = await house.post('coordinator-1', '/cases', {
      body: { instrument: 'integrity-pact', ocds },
      idempotencyKey: 'open',
    });
    const { case: id } = opened.body as { case: string };
    const mayOf = async (person: string) => ((await house.get(person, `/cases/${id}`)).body as { may: string[] }).may;
    expect(await mayOf('')).toEqual([]);
    expect(await mayOf('witness-1')).toEqual([]);
    expect(await mayOf('coordinator-1')).toContain('propose-member');
    expect(await mayOf('coordinator-1')).not.toContain('record-award');
  });
});
