import { expect, test } from 'vitest';
import { agendaTold } from '../support/agenda-told.ts';
import { type House, newHouse } from '../support/house.ts';
import { OFFICIAL_DATA } from '../support/journey-step.ts';
import { deskOver } from './desk-over.ts';

const CASES = 100;
const COORDINATOR = 'coordinator-1';

const deskOf = await deskOver();

/** Cases whose team is `witness-1`, in office. */
const staffed = async (house: House): Promise<readonly string[]> => {
  const cases: string[] = [];
  for (let number = 1; number <= CASES; number += 1) {
    const post = (person: string, path: string, body: object) =>
      house.post(person, path, { body, idempotencyKey: `${path}-${number}` });
    const ocds = { ...OFFICIAL_DATA, ocid: `ocds-test00-${number}` };
    const opened = await post(COORDINATOR, '/cases', { instrument: 'integrity-pact', ocds });
    const { case: id } = opened.body as { case: string };
    await post(COORDINATOR, `/cases/${id}/team`, { person: 'witness-1', reason: 'Knows bridges.' });
    await post('witness-1', `/cases/${id}/team/acceptance`, {});
    await agendaTold(house, id);
    cases.push(id);
  }
  return cases;
};

test('a hundred cases are given to somebody else at once, and the three that are refused say why', async () => {
  const house = newHouse();
  const cases = await staffed(house);
  const [proposed = '', suspended = '', spokenFor = ''] = cases;
  const before = (id: string, path: string, body: object) =>
    house.post(COORDINATOR, `/cases/${id}/${path}`, { body, idempotencyKey: `before-${path}` });
  await before(proposed, 'team', { person: 'witness-2', reason: 'Too.' });
  await before(suspended, 'suspension', { reason: 'challenge', explanation: 'A court looks into it.' });
  await before(spokenFor, 'liaisons', { person: 'witness-2', kind: 'contracting-authority' });

  const { page, complaints } = await deskOf(house)(COORDINATOR, '/assignments/witness-1');
  await page.getByText('Pasar casos a otra persona').click();
  await page.getByText('Casos (100)').waitFor();
  await page.getByLabel('Seudónimo de quien los toma').fill('witness-2');
  await page.getByLabel('Motivo').fill('Moved to another city.');
  await page.getByRole('button', { name: 'Pasar los casos elegidos' }).click();
  await page.getByText('Pasados: 97. Rechazados: 3.').waitFor();
  const rowOf = (id: string) => page.getByRole('row', { name: id });
  await rowOf(proposed).getByText('ya está propuesta').waitFor();
  await rowOf(suspended).getByText('El caso está suspendido').waitFor();
  await rowOf(spokenFor).getByText('actúa en él por una institución').waitFor();
  expect(await page.getByRole('row').getByText('Rechazado').count()).toBe(3);
  expect(await rowOf(suspended).getByRole('link').getAttribute('href')).toBe(`/es/desk/cases/${suspended}`);

  await before(suspended, 'resumption', { explanation: 'The court has ruled.' });
  const sent = page.waitForRequest((request) => request.url().endsWith('/reassignments'));
  await page.getByRole('button', { name: 'Enviar de nuevo solo los rechazados' }).click();
  expect((await sent).postDataJSON().cases.toSorted()).toEqual([proposed, suspended, spokenFor].toSorted());
  await page.getByText('Pasados: 98. Rechazados: 2.').waitFor();
  await rowOf(suspended).getByText('Pasado').waitFor();
  expect(complaints).toEqual([]);
});
