import { decodeJwt } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { verifyPerson } from '../../functions/_record/verify-person.ts';
import { startSystem } from '../../local/system.ts';
import { runVerify } from '../../local/verify/run.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { temporaryFolder } from './embedded-table.ts';

const KEEPER = 'administrator-1';
const reason = 'Asked for by the coordination.';

test('who signs in, and in which roles, follows the record from the command to the token, over a restart too', async () => {
  const folder = await temporaryFolder();
  const first = await startSystem({ folder, port: 0, quiet: true });
  onTestFinished(first.stop);
  let keys = 0;
  const post = async (path: string, body: object) => {
    const answer = await httpDoor(first).post(KEEPER, path, { body, idempotencyKey: `key-${(keys += 1)}` });
    await first.settled();
    return answer;
  };
  const rolesOf = async (person: string) => decodeJwt(await first.tokenFor(person))['cognito:groups'];

  const added = await post('/people', { email: 'ana@veedor.example', roles: ['witness'], reason });
  expect([added.status, added.body]).toMatchObject([201, { person: 'person-1', version: 1 }]);
  expect(await rolesOf('person-1')).toEqual(['witness']);
  await post('/people/person-1/roles', { role: 'auditor', reason });
  await post('/people/person-1/roles/removal', { role: 'witness', reason });
  expect(await rolesOf('person-1')).toEqual(['auditor']);
  await post('/people/person-1/suspension', { reason });
  await expect(first.tokenFor('person-1')).rejects.toThrow('person-1 is none of');

  // Both at once: the token of each says administrator, and one of the two stays.
  const two = await Promise.all(
    ['b', 'c'].map((name) => post('/people', { email: `${name}@veedor.example`, roles: ['administrator'], reason })),
  );
  const [one, other] = two.map(({ body }) => (body as { person: string }).person) as [string, string];
  const tokens = [await first.tokenFor(one), await first.tokenFor(other)];
  const suspend = (token = '', person = '') =>
    fetch(`${first.url}/people/${person}/suspension`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': person },
      body: JSON.stringify({ reason }),
    });
  const statuses = await Promise.all([suspend(tokens[0], other), suspend(tokens[1], one)]);
  expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 409]);

  const listed = (await httpDoor(first).get('auditor-1', '/people?limit=3')).body as { items: { person: string }[] };
  expect(listed.items.map(({ person }) => person).toSorted()).toEqual(['person-1', 'person-2', 'person-3']);
  expect(await verifyPerson(first.ports.people, 'person-1')).toMatchObject({ verified: true, events: 4 });
  await first.stop();
  expect(await runVerify(['person:person-1'], { VEEDOR_FOLDER: folder })).toMatchObject({
    status: 0,
    says: expect.stringContaining('The record of person:person-1 verifies: 4 events'),
  });
  expect(await runVerify(['person:nobody'], { VEEDOR_FOLDER: folder })).toMatchObject({ status: 1 });
  const again = await startSystem({ folder, port: 0, quiet: true });
  onTestFinished(again.stop);
  await expect(again.tokenFor('person-1')).rejects.toThrow('person-1 is none of');
});
