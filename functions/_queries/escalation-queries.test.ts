import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';

let house: House;
let caseId: string;
const come = async (path: string) => {
  ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', path)));
};
const read = (person: string, path: string) => house.get(person, `/cases/${caseId}${path}`);

describe('what became of an escalation', () => {
  beforeAll(() => come('/escalations/escalation-2/next-tier/refusal'));

  it('is read step by step, by everybody', async () => {
    const { body } = await read('', '/escalations/escalation-2/history');
    expect(body).toMatchObject({
      controlAuthority: 'internal-control',
      tier: 1,
      proposal: { controlAuthority: 'anticorruption-prosecutor', because: 'no-competence' },
      items: [
        { step: 'sent', by: 'witness' },
        { step: 'answered', by: 'control-authority' },
        { step: 'escalated-further', by: 'witness' },
        { step: 'answer-revised', by: 'control-authority' },
        { step: 'next-tier-declined', by: 'witness' },
      ],
    });
    expect((await read('', '/escalations/escalation-3/history')).body).toMatchObject({ follows: 'escalation-2' });
  });

  it('keeps every answer: the last one holds', async () => {
    const { body } = await read('control-1', '/escalations/escalation-2/answers');
    expect(body).toMatchObject({
      items: [
        { version: 1, outcome: 'no-competence', content: { answer: 'It is not ours to judge.' } },
        {
          version: 2,
          outcome: 'no-competence',
          content: { answer: 'The prosecutor has it as well.', reason: 'The law was changed.' },
        },
      ],
    });
    expect((await read('witness-1', '/escalations')).body).toMatchObject({
      items: [{}, { answer: 'The prosecutor has it as well.' }, { state: 'sent' }],
    });
  });

  it('has one due date, the one that is counted now', async () => {
    const { body } = await read('', '/escalations');
    const [first] = (body as { items: readonly object[] }).items;
    expect(first).toMatchObject({ dueAt: expect.any(String) as string });
    expect(first).not.toHaveProperty('answerDueAt');
  });

  it('is not there where there is no such escalation', async () => {
    for (const path of ['/escalations/escalation-9/history', '/escalations/x/answers']) {
      expect((await read('auditor-1', path)).status).toBe(404);
    }
  });
});

describe('a proposal of the next tier', () => {
  it('is shown with whom one can choose, until somebody decides', async () => {
    await come('/escalations/escalation-2/answer');
    expect((await read('', '/escalations')).body).toMatchObject({
      items: [{}, { proposal: { controlAuthority: 'supreme-audit' }, choices: ['supreme-audit'] }],
    });
    await come('/escalations/escalation-2/next-tier');
    const { body } = await read('', '/escalations');
    expect((body as { items: readonly object[] }).items[1]).not.toHaveProperty('choices');
  });
});

describe('what followed from findings', () => {
  const item = async (person: string) =>
    ((await read(person, '/proceedings')).body as { items: readonly object[] }).items[0];

  it('is shown in kind and state, and by number and name to those whom it concerns', async () => {
    await come('/proceedings');
    const known = { type: 'administrative-sanction', escalation: 'escalation-1', states: [{ state: 'opened' }] };
    const words = { body: 'Internal control, second chamber', against: 'The supervisor of the works' };
    for (const person of ['witness-1', 'coordinator-1', 'auditor-1', 'control-1']) {
      expect(await item(person)).toMatchObject({ ...known, ...words, states: [{ number: 'PA-17/2026' }] });
    }
    for (const person of ['', 'control-2', 'authority-1']) {
      expect(await item(person)).not.toHaveProperty('against');
      expect(await item(person)).not.toHaveProperty('body');
    }
  });

  it('is everybody’s once it is final', async () => {
    await come('/proceedings/proceeding-1/states');
    house.clock.move(5 * 86_400_000);
    expect(await item('')).toMatchObject({
      against: 'The supervisor of the works',
      states: [
        { state: 'opened', number: 'PA-17/2026' },
        { state: 'final', note: 'Nobody appealed it.' },
      ],
    });
  });
});

describe('a grave finding that nobody escalates', () => {
  it('says to its readers until when it must be', async () => {
    await come('/questions');
    const { body } = await read('witness-1', '/observations/observation-2');
    expect(body).toMatchObject({ escalationDue: { overdue: false, term: { term: 'escalation', number: 5 } } });
    house.clock.move(30 * 86_400_000);
    expect((await read('witness-1', '/observations/observation-2')).body).toMatchObject({
      escalationDue: { overdue: true },
    });
    expect((await read('', '/observations/observation-2')).body).not.toHaveProperty('escalationDue');
    expect((await read('witness-1', '/observations/observation-1')).body).not.toHaveProperty('escalationDue');
  });
});
