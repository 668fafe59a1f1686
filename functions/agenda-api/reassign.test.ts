import { describe, expect, it } from 'vitest';
import { agendaTold } from '../../test/support/agenda-told.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';

describe('a reassignment', () => {
  /** Cases whose team is `witness-1`, in office. */
  const staffed = async (count: number): Promise<{ house: House; cases: readonly string[] }> => {
    const house = newHouse();
    const cases: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      const ocds = { ...OFFICIAL_DATA, ocid: `ocds-test00-${number}` };
      const post = (person: string, path: string, body: object) =>
        house.post(person, path, { body, idempotencyKey: `${path}-${number}` });
      const opened = await post('coordinator-1', '/cases', { instrument: 'integrity-pact', ocds });
      const { case: caseId } = opened.body as { case: string };
      await post('coordinator-1', `/cases/${caseId}/team`, { person: 'witness-1', reason: 'Knows bridges.' });
      await post('witness-1', `/cases/${caseId}/team/acceptance`, {});
      await agendaTold(house, caseId);
      cases.push(caseId);
    }
    return { house, cases };
  };
  const BODY = {
    from: 'witness-1',
    to: 'witness-2',
    cases: 'all',
    cause: 'resignation',
    reason: 'Moved to another city.',
  };
  const reassign = (house: House, body: object, idempotencyKey = 'one') =>
    house.post('coordinator-1', '/assignments/reassignments', { body, idempotencyKey });

  it('lets one take the place of another in every case, and answers the same again', async () => {
    const { house, cases } = await staffed(3);
    const first = await reassign(house, BODY);
    expect(first.body).toMatchObject({ items: cases.toSorted().map((caseId) => ({ case: caseId, result: 'done' })) });
    for (const caseId of cases) {
      const { body } = await house.get('coordinator-1', `/cases/${caseId}`);
      expect((body as { team: { person: string }[] }).team.map(({ person }) => person)).toEqual(['witness-2']);
      const departures = await house.get('coordinator-1', `/cases/${caseId}/departures`);
      expect(departures.body).toMatchObject({
        items: [{ person: 'witness-1', cause: 'resignation', successor: 'witness-2' }],
      });
      await agendaTold(house, caseId);
    }
    expect((await reassign(house, BODY)).body).toEqual(first.body);
    expect((await reassign(house, { ...BODY, to: 'witness-3' })).body).toMatchObject({
      type: '/problems/idempotency-key-reused',
    });
    expect((await reassign(house, BODY, 'two')).body).toEqual({ items: [], more: false });
  });

  it('answers for each case by itself, and lets nobody go whose successor cannot be proposed', async () => {
    const { house, cases } = await staffed(5);
    const [first = '', second = '', third = '', suspended = '', spokenFor = ''] = cases;
    const before = (caseId: string, path: string, body: object) =>
      house.post('coordinator-1', `/cases/${caseId}/${path}`, { body, idempotencyKey: `before-${path}` });
    await before(second, 'team', { person: 'witness-2', reason: 'Too.' });
    await before(suspended, 'suspension', { reason: 'challenge', explanation: 'A court looks into it.' });
    await before(spokenFor, 'liaisons', { person: 'witness-2', kind: 'contracting-authority' });
    const nowhere = 'ip-00000000000000000000';
    const { body } = await reassign(house, { ...BODY, cases: [first, second, nowhere, suspended, spokenFor, third] });
    expect(body).toMatchObject({
      items: [
        { case: first, result: 'done' },
        { case: second, result: 'refused', word: 'already-in-team' },
        { case: nowhere, result: 'refused', word: 'not-found' },
        { case: suspended, result: 'refused', word: 'case-suspended' },
        { case: spokenFor, result: 'refused', word: 'conflict-of-roles' },
        { case: third, result: 'done' },
      ],
    });
    for (const caseId of [second, suspended, spokenFor]) {
      const { body: kept } = await house.get('coordinator-1', `/cases/${caseId}`);
      expect((kept as { team: { person: string }[] }).team.map(({ person }) => person)).toContain('witness-1');
    }
  });

  it('is a removal where no cause is told, and takes no cause that there is not', async () => {
    const { house, cases } = await staffed(1);
    const { cause: _, ...body } = BODY;
    expect((await reassign(house, { ...body, cause: 'boredom' })).status).toBe(422);
    expect((await reassign(house, body)).body).toMatchObject({ items: [{ result: 'done' }] });
    const departures = await house.get('coordinator-1', `/cases/${cases[0]}/departures`);
    expect(departures.body).toMatchObject({ items: [{ person: 'witness-1', cause: 'removal' }] });
  });

  it('finishes what a crash interrupted', async () => {
    const { house, cases } = await staffed(2);
    const append = house.cases.append;
    let appended = 0;
    Object.assign(house.cases, {
      append: async (change: Parameters<typeof append>[0]) => {
        appended += 1;
        if (appended === 2) throw new Error('The process ended here.');
        return append(change);
      },
    });
    expect((await reassign(house, BODY)).status).toBe(500);
    const { body } = await reassign(house, BODY);
    expect(body).toMatchObject({ items: cases.map(() => ({ result: 'done' })), more: false });
  });

  it('is for coordinators', async () => {
    const { house } = await staffed(1);
    const asked = { body: BODY, idempotencyKey: 'x' };
    expect((await house.post('witness-1', '/assignments/reassignments', asked)).status).toBe(403);
    expect((await house.post('auditor-1', '/assignments/reassignments', asked)).status).toBe(403);
    expect((await house.post('', '/assignments/reassignments', asked)).status).toBe(401);
  });
});
