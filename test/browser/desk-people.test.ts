import { expect, test } from 'vitest';
import { toCloudEvent } from '../../events/cloud-event.ts';
import type { BusEvent } from '../../functions/_record/announced.ts';
import { keepPeople } from '../../functions/keep-people/keep-people.ts';
import { type House, newHouse } from '../support/house.ts';
import { deskOver } from './desk-over.ts';

const deskOf = await deskOver();

const ANA = 'ana@veedor.example';

/** Tells what keeps the sign-in, as the bus does. */
const settle = async (house: House): Promise<void> => {
  for (const entry of (await house.people.entries({ person: 'person-1', after: 0, limit: 99 })).items) {
    await keepPeople(house)({ detail: toCloudEvent(entry) } as unknown as BusEvent);
  }
};

test('an administrator adds somebody, is refused what nobody can be, takes a role, and an auditor sees what was done by hand', async () => {
  const house = newHouse();
  const { page } = await deskOf(house)('administrator-1', '/people');
  const form = page.locator('main form.act-form');
  const send = async (does: string, fill: () => Promise<unknown>) => {
    await page.getByRole('button', { name: does, exact: true }).first().click();
    await fill();
    await form.getByLabel('Motivo').fill('La pidió la coordinación.');
    await form.getByRole('button', { name: does }).click();
  };
  await send('Incorporar a una persona', async () => {
    await form.getByLabel('Correo electrónico').fill(ANA);
    await form.getByLabel('Testigo social').check();
    await form.getByLabel('Representante de licitante').check();
  });
  await form.getByText('Representante de licitante: Quien compra o vende es a quien se vigila').first().waitFor();
  await form.getByLabel('Representante de licitante').uncheck();
  await form.getByLabel('Auditoría').check();
  await form.getByRole('button', { name: 'Incorporar a una persona' }).click();
  await page.getByRole('link', { name: ANA }).click();
  await page.getByText('Le falta al ingresar una función').waitFor();
  await settle(house);
  await send('Quitar esta función', async () => undefined);
  await page.getByText('Se le quitó una función').waitFor();
  expect(await house.get('administrator-1', '/people/person-1')).toMatchObject({
    body: { onRecord: { roles: ['auditor'] } },
  });
  await settle(house);

  house.accounts.put({ person: 'person-1', roles: ['auditor', 'administrator'], enabled: true });
  const { page: read } = await deskOf(house)('auditor-1', '/people');
  await read.getByText('Función dada a mano').waitFor();
  await read.getByRole('link', { name: ANA }).click();
  await read.getByText('Alguien se la dio fuera de este sistema').waitFor();
  expect(await read.locator('main').getByRole('button').count()).toBe(0);
});
