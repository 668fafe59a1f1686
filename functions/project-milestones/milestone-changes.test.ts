import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { foldWithChanges } from '../../domain/milestones/changes.ts';
import { MILESTONE_RULES, NO_MILESTONES } from '../../domain/milestones/milestones.ts';
import type { MilestoneChanged } from '../../events/announcements.ts';
import { toCloudEvent } from '../../events/cloud-event.ts';
import { announcedOfCase, asInserted } from '../../test/support/announced.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { arrived } from '../../test/support/journey.ts';
import { openPostOffice } from '../../test/support/post-office.ts';
import { openReceiver } from '../../test/support/receiver.ts';
import { memoryBus } from '../_ports/memory/memory-bus.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { keepNotices } from '../keep-notices/keep-notices.ts';
import { publishEvents } from '../publish-events/publish-events.ts';
import { projectMilestones } from './project-milestones.ts';

const STEPS = 40;

const busEventOf = (changed: MilestoneChanged) => ({
  ...onBus({ id: changed.id, type: changed.type, recordedAt: changed.recordedAt } as never),
  source: 'veedor.milestones',
  detail: toCloudEvent(changed),
});

it('what milestones announce lies beside them, follows from the events alone, and is told first of all of them', async () => {
  const { house, caseId } = await arrived('integrity-pact', STEPS);
  await deliver(projectMilestones(house), house.cases, caseId);
  const entries = await streamOf(house.cases, caseId);
  const changes = await announcedOfCase(house.milestones, caseId, entries.length);
  expect(changes).toEqual(foldWithChanges(NO_MILESTONES, entries).changed);
  expect(changes.length).toBeGreaterThan(1);
  expect(changes[0]?.data.changes).toHaveLength(15);
  expect(changes[0]?.data.changes[0]).not.toHaveProperty('from');
  for (const { id, version, stream } of changes)
    expect([id, stream]).toEqual([`${caseId}@${version}-milestones`, caseId]);
});

it('milestones of older rules are not gone on from, but made anew', async () => {
  const { house, caseId } = await arrived('integrity-pact', STEPS);
  await deliver(projectMilestones(house), house.cases, caseId);
  const right = await house.milestones.milestones(caseId);
  if (right === undefined) throw new Error('There are milestones.');
  const older = { ...JSON.parse(right.state), rules: MILESTONE_RULES - 1, proofs: {} };
  await house.milestones.saveMilestones({ ...right, state: JSON.stringify(older) }, right.version);
  const { body } = await house.get('', `/cases/${caseId}/milestones`);
  expect(body).toMatchObject({ version: 0 });
  const entries = await streamOf(house.cases, caseId);
  await projectMilestones(house)(onBus(entries.at(-1)!));
  expect(await house.milestones.milestones(caseId)).toEqual(right);
});

it('the publisher sends announcements that are new, and none that were written over', async () => {
  const { house, caseId } = await arrived('integrity-pact', STEPS);
  await deliver(projectMilestones(house), house.cases, caseId);
  const [first] = await announcedOfCase(house.milestones, caseId, STEPS);
  if (first === undefined) throw new Error('There is one.');
  const bus = memoryBus();
  const publish = publishEvents({ bus, log: memoryLog() });
  await publish({ Records: [asInserted(first), { ...asInserted(first), eventName: 'MODIFY' }] });
  expect(bus.published).toEqual([first]);
  const spoiled = asInserted(first);
  spoiled.dynamodb!.NewImage!['announcement'] = { S: '{}' };
  expect(await publish({ Records: [spoiled] })).toEqual({
    batchItemFailures: [{ itemIdentifier: spoiled.dynamodb!.SequenceNumber }],
  });
});

it('an announcement reaches the webhooks of those who follow every case, signed, once, and the same at each attempt', async () => {
  const receiver = await openReceiver();
  const office = openPostOffice({ allowed: [receiver.host] });
  const { house } = office;
  const { caseId } = await office.caseBeforeEscalation();
  const own = { organisation: 'watchdog' };
  const { id, secret } = await office.register({
    owner: own,
    channel: { kind: 'webhook', url: receiver.url },
    kinds: ['milestone.changed.v1'],
  });
  const mailbox = { kind: 'mail', address: 'post@watchdog.example', language: 'en' };
  const registered = await office.register({ owner: own, channel: mailbox });
  await office.confirm(registered.id);
  const before = office.mailer.sent.length;
  await deliver(projectMilestones(house), house.cases, caseId);
  const entries = await streamOf(house.cases, caseId);
  const changed = (await announcedOfCase(house.milestones, caseId, entries.length)).at(-1);
  if (changed === undefined) throw new Error('There is one.');
  for (let twice = 0; twice < 2; twice += 1) await keepNotices(house)(busEventOf(changed));
  await office.run();
  await office.run();
  expect(receiver.received).toHaveLength(1);
  const [received] = receiver.received;
  const event = new Webhook(secret).verify(received!.body, received!.headers);
  expect(event).toEqual(JSON.parse(JSON.stringify(toCloudEvent(changed))));
  expect(event).toMatchObject({ type: 'milestone.changed.v1', source: 'veedor.milestones', subject: caseId });
  expect(await office.deliveries(id)).toMatchObject([{ kind: 'milestone.changed.v1', state: 'delivered' }]);
  expect(office.mailer.sent).toHaveLength(before);
});
