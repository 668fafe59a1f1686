import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { agendaTold } from '../support/agenda-told.ts';
import { deliver } from '../support/deliver.ts';
import type { House } from '../support/house.ts';
import { arrived, stepsThrough } from '../support/journey.ts';
import { deskOver } from './desk-over.ts';

const DAY_MS = 86_400_000;

const deskOf = await deskOver();

/** Opens the form of an act, fills it in, sends it, and says that it is sure where it is asked. */
const act = async (where: Locator, does: string, fill: (form: Locator) => Promise<unknown> = async () => undefined) => {
  await where.getByRole('button', { name: does, exact: true }).click();
  const form = where.getByRole('form', { name: does });
  await fill(form);
  const send = form.getByRole('button', { name: does });
  const isDone = where.page().getByText('Hecho: quedó en el registro.');
  await send.click();
  await form.getByText('¿Seguro?').or(isDone).first().waitFor();
  if ((await isDone.count()) === 0) await send.click();
  await isDone.waitFor();
};

const ANEW = 'What was seen from March to June, by visits and papers: the ministry ordered its end.';

const personAt = (house: House) => {
  const open = deskOf(house);
  return async (person: string, place: string): Promise<Page> => (await open(person, place)).page;
};

/** A committee whose final report waits for the comments of the authority. */
const committee = () =>
  arrived('oversight-committee', stepsThrough('oversight-committee', '/reports/report-1/reply-window'));

/** Tells those who keep terms and agendas what became of a case, as its stream does. */
const settle = async (house: House, caseId: string): Promise<void> => {
  await deliver(keepDeadlines(house), house.cases, caseId);
  await agendaTold(house, caseId);
};

test('an authority answers in the last hour of the working day before a holiday, and an hour later is late', async () => {
  const { house, caseId } = await committee();
  const at = personAt(house);
  // Ten working days later is Maundy Thursday, and Good Friday is a holiday of the Dominican Republic.
  house.clock.set('2026-03-19T15:00:00.000Z');
  const ask = async (question: string): Promise<void> => {
    const body = { question, language: 'es', visibility: 'public' };
    const idempotencyKey = question.replaceAll(/\W/g, '-');
    const asked = await house.post('member-1', `/cases/${caseId}/questions`, { body, idempotencyKey });
    expect(asked.status).toBe(201);
  };
  await ask('Who ordered it?');
  await ask('Who paid for it?');
  // Asked a day later, the holiday and the weekend behind it stand between the question and its last day.
  house.clock.set('2026-03-20T15:00:00.000Z');
  await ask('Who saw it?');
  await settle(house, caseId);
  const answer = async (question: string, said: string): Promise<Page> => {
    const page = await at('authority-1', '/answers');
    const first = page.locator('.cards > li', { hasText: 'Responder a una pregunta' }).first();
    await first.getByText(said).waitFor();
    await first.getByRole('link', { name: 'Ir a responder' }).click();
    const card = page.locator('.cards > li', { hasText: question });
    await act(card, 'Responder la pregunta', (form) => form.getByLabel('Respuesta').fill('The ministry.'));
    return page;
  };
  house.clock.set('2026-04-03T03:30:00.000Z');
  await answer('Who ordered it?', 'Hasta el 2 de abril de 2026');
  await settle(house, caseId);
  house.clock.set('2026-04-03T04:30:00.000Z');
  await answer('Who paid for it?', 'Terminó el 2 de abril de 2026');
  await settle(house, caseId);
  await answer('Who saw it?', 'Hasta el 6 de abril de 2026');
  const { body } = await house.get('', `/cases/${caseId}/questions`);
  const items = [{ late: false, answeredAt: '2026-04-03T03:30:00.000Z' }, { late: true }, { late: false }];
  expect(body).toMatchObject({ items });
  const answered = await at('authority-1', `/cases/${caseId}/questions`);
  await answered.locator('.cards > li', { hasText: 'Who paid for it?' }).getByText('Fuera de plazo').waitFor();
  expect(await answered.getByText('Fuera de plazo').count()).toBe(1);
});

test('an escalation that is not answered in its term lapses, and goes to the next tier', async () => {
  const { house, caseId } = await arrived(
    'integrity-pact',
    stepsThrough('integrity-pact', '/escalations/escalation-1/delivery'),
  );
  const at = personAt(house);
  const liaison = { person: 'control-2', kind: 'control-authority', controlAuthority: 'supreme-audit' };
  await house.post('coordinator-1', `/cases/${caseId}/liaisons`, { body: liaison, idempotencyKey: 'next' });
  await settle(house, caseId);
  house.clock.move(60 * DAY_MS);
  await sweepDeadlines({ ...house, entropy: memoryEntropy(1_000_000) })();
  await settle(house, caseId);
  const silent = await at('control-1', '/escalations');
  await silent.locator('li', { hasText: 'Escalamiento 1' }).getByText('Vencido').waitFor();
  const witness = await at('witness-1', `/cases/${caseId}/escalations`);
  const main = witness.locator('main');
  await main.getByText('Terminó el 20 de abril de 2026').waitFor();
  await main.getByText('Se propone acudir después a Entidad superior de fiscalización').waitFor();
  await act(main, 'Acudir a la siguiente autoridad', (form) => form.getByLabel('Carta').fill('Nobody answered.'));
  await settle(house, caseId);
  const next = await at('control-2', '/escalations');
  await next.locator('li', { hasText: 'Escalamiento 2' }).getByText('Nivel 2').waitFor();
  await next.getByRole('link', { name: 'Escalamiento 2' }).click();
  await next.getByText('Nobody answered.').waitFor();
  const first = next.locator('dl div', { hasText: 'Sigue a' });
  await first.getByRole('link', { name: 'Escalamiento 1' }).waitFor();
  await first.getByText('Vencido').waitFor();
});

test('a committee votes a report down, writes it anew, and adopts it with a dissent', async () => {
  const { house, caseId } = await committee();
  const at = personAt(house);
  house.clock.move(30 * DAY_MS);
  const reportsBy = (person: string) => at(person, `/cases/${caseId}/reports`);
  const vote = async (person: string, choice: string, dissent = ''): Promise<Page> => {
    const page = await reportsBy(person);
    await act(page.locator('main'), 'Votar', async (form) => {
      await form.getByLabel('Voto', { exact: true }).selectOption({ label: choice });
      await form.getByLabel('Voto particular').fill(dissent);
    });
    return page;
  };
  await vote('member-1', 'A favor');
  await vote('member-2', 'En contra', 'It does not say who paid.');
  const last = await vote('member-3', 'En contra', 'It should say who ordered it.');
  await last.getByText('no se adoptó: 1 a favor y 2 en contra').waitFor();

  const main = last.locator('main');
  await act(main, 'Volver a redactar', (form) => form.getByLabel('Resumen').fill(ANEW));
  await last.getByText('Nadie ha votado.').waitFor();
  await act(main, 'Enviar a la entidad para comentarios');
  house.clock.move(30 * DAY_MS);
  await vote('member-3', 'En contra', 'It still does not say who paid.');
  await vote('member-1', 'A favor');
  const adopted = await vote('member-2', 'A favor');
  await adopted.getByText('It still does not say who paid.').waitFor();
  expect(await adopted.getByText('It does not say who paid.').count()).toBe(0);
  const coordinator = await reportsBy('coordinator-1');
  await act(coordinator.locator('main'), 'Publicar el informe');
  const { body } = await house.get('', `/cases/${caseId}/reports/report-1`);
  expect(body).toMatchObject({
    state: 'published',
    votes: { 'member-1': 'for', 'member-2': 'for', 'member-3': 'against' },
    text: { summary: ANEW },
    dissentingOpinions: [{ dissent: 'It still does not say who paid.' }],
  });
});
