import { describe, expect, it } from 'vitest';
import { deliver, streamOf } from '../../test/support/deliver.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { memoryEntropy } from '../_ports/memory/memory-entropy.ts';
import { agendaItemOf } from '../_record/agenda-row-of.ts';
import { keepAgenda } from '../keep-agenda/keep-agenda.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

const DAY = 86_400_000;

const come = async () => {
  const path = '/observations/observation-4/notification';
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', path));
  const keep = async () => {
    await deliver(keepAgenda(house), house.cases, caseId);
    await deliver(keepDeadlines(house), house.cases, caseId);
  };
  await keep();
  let sweeps = 0;
  const sweep = () => {
    sweeps += 1;
    return sweepDeadlines({ ...house, entropy: memoryEntropy(sweeps * 1_000_000) })();
  };
  const said = async (type: string) => (await streamOf(house.cases, caseId)).filter((entry) => entry.type === type);
  const item = async () => {
    const [row] = await house.agenda.rows({ case: caseId, ids: ['reply:observation-4'] });
    return row === undefined ? undefined : agendaItemOf(row);
  };
  return { house, caseId, keep, sweep, said, item };
};

describe('a term', () => {
  it('is reminded of the profile’s working days ahead, once, and its item says when', async () => {
    const { house, keep, sweep, said, item } = await come();
    const remindAt = (await item())?.remindAt ?? '';
    house.clock.set(new Date(Date.parse(remindAt) - 1).toISOString());
    await sweep();
    expect((await said('term.reminded.v1')).map(({ data }) => data)).not.toContainEqual(
      expect.objectContaining({ item: 'reply:observation-4' }),
    );
    house.clock.set(remindAt);
    await sweep();
    await sweep();
    await keep();
    await sweep();
    const reminders = (await said('term.reminded.v1')).filter(
      ({ data }) => (data as { item: string }).item === 'reply:observation-4',
    );
    expect(reminders).toHaveLength(1);
    expect(reminders[0]).toMatchObject({ recordedAt: remindAt, actor: { person: 'system', role: 'system' } });
    expect(await item()).toMatchObject({ remindedAt: remindAt, state: 'open' });
    expect(await item()).not.toHaveProperty('remindAt');
  });
});

describe('a team that is silent', () => {
  it('is said to be so by the sweep, once, and its coordinator sees since when', async () => {
    const { house, caseId, keep, sweep, said } = await come();
    for (let time = 0; time < 12; time += 1) {
      house.clock.move(10 * DAY);
      await sweep();
      await keep();
    }
    const inactive = await said('team.inactive.v1');
    expect(inactive).toHaveLength(1);
    const [{ data } = { data: {} }] = inactive;
    const { since } = data as { since: string };
    const { body } = await house.get('coordinator-1', '/assignments?by=case');
    expect(body).toMatchObject({ items: [{ case: caseId, inactiveSince: since }] });
  });
});
