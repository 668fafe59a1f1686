import { describe, expect, it } from 'vitest';
import { around, counting } from '../../test/support/around.ts';
import { deliver } from '../../test/support/deliver.ts';
import { newHouse } from '../../test/support/house.ts';
import { arrived, journeyBegins, stepsThrough, travel } from '../../test/support/journey.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { keepAgenda } from '../keep-agenda/keep-agenda.ts';

const DAY = 86_400_000;
const come = async () => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations'));
  await deliver(keepAgenda({ ...house, log: memoryLog() }), house.cases, caseId);
  return { house, caseId };
};

describe('the inbox of a control authority', () => {
  it('lists what awaits an answer, and says when it is overdue', async () => {
    const { house, caseId } = await come();
    const item = {
      case: caseId,
      escalation: 'escalation-2',
      controlAuthority: 'internal-control',
      tier: 1,
      state: 'sent',
      findings: 1,
      history: `/cases/${caseId}/escalations/escalation-2/history`,
      bundle: `/cases/${caseId}/escalations/escalation-2/bundle`,
    };
    expect(await house.get('control-1', '/escalations/mine')).toMatchObject({
      status: 200,
      body: { items: [{ ...item, overdue: false }] },
    });
    house.clock.move(90 * DAY);
    expect(await house.get('control-1', '/escalations/mine?overdue=true')).toMatchObject({
      body: { items: [{ ...item, overdue: true }] },
    });
    expect(await house.get('control-1', '/escalations/mine?state=settled')).toMatchObject({
      body: { items: [{ escalation: 'escalation-1', state: 'answered', outcome: 'violation-corrected' }] },
    });
  });

  it('is of who is accredited for it: to others there is none, and to another authority it is empty', async () => {
    const { house, caseId } = await come();
    expect(await house.get('control-2', '/escalations/mine')).toMatchObject({ status: 200, body: { items: [] } });
    const absent = await house.get('', '/cases/ip-00000000000000000000');
    for (const person of ['', 'witness-1', 'coordinator-1', 'authority-1']) {
      expect(await house.get(person, '/escalations/mine')).toEqual(absent);
    }
    const body = { kind: 'control-authority', controlAuthority: 'internal-control', reason: 'It changed.' };
    const path = `/cases/${caseId}/liaisons/control-1/withdrawal`;
    expect((await house.post('coordinator-1', path, { body, idempotencyKey: 'w' })).status).toBe(200);
    expect(await house.get('control-1', '/escalations/mine')).toMatchObject({ body: { items: [] } });
  });

  it('costs one reading for each escalation of the page', async () => {
    const counted = counting();
    const house = newHouse(journeyBegins, around(memoryCaseStore(), counted.around));
    const caseId = await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/escalations') });
    await deliver(keepAgenda({ ...house, log: memoryLog() }), house.cases, caseId);
    counted.reset();
    const { body } = await house.get('control-1', '/escalations/mine');
    expect((body as { items: readonly unknown[] }).items).toHaveLength(1);
    expect(counted.calls()).toEqual({ read: 1 });
    expect(await house.get('', `/cases/${caseId}/escalations/escalation-2/history`)).toMatchObject({
      body: { controlAuthority: 'internal-control', items: [{ step: 'sent', by: 'witness' }] },
    });
  });
});
