import { expect, it } from 'vitest';
import { newHouse } from '../../test/support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../../test/support/journey.ts';

const QUESTIONS = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'];

it('what an interest was found in is shown to its person, the coordinator and the auditor; that something stands, to everybody', async () => {
  const house = newHouse(journeyBegins);
  const caseId = await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/team/acceptance') });
  const declaration = {
    answers: QUESTIONS.map((question) => ({ question, yes: false })),
    interests: [{ kind: 'membership', name: 'PUENTES DEL COLIBRI, S.A. DE C.V.' }],
  };
  const declared = await house.post('witness-1', `/cases/${caseId}/team/declaration`, {
    body: declaration,
    idempotencyKey: 'declaration',
  });
  expect(declared.status).toBe(200);
  const seenBy = async (person: string) => (await house.get(person, `/cases/${caseId}/impediments`)).body;
  const standing = { person: 'witness-1', declared: true, impeded: true };
  const other = { person: 'witness-2', declared: false, impeded: false };
  const matches = [{ party: 'bidder-1', by: 'name', interest: 0, kind: 'membership', cleared: false }];
  for (const person of ['', 'authority-1', 'bidder-1', 'member-1']) {
    expect([person, await seenBy(person)]).toEqual([person, { items: [standing, other] }]);
  }
  expect(await seenBy('witness-1')).toEqual({ items: [{ ...standing, matches }, other] });
  expect(await seenBy('witness-2')).toEqual({ items: [standing, { ...other, matches: [] }] });
  for (const person of ['coordinator-1', 'auditor-1']) {
    expect(await seenBy(person)).toEqual({
      items: [
        { ...standing, matches },
        { ...other, matches: [] },
      ],
    });
  }
});
