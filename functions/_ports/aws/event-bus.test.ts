import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from 'vitest';
import { toCloudEvent } from '../../../events/cloud-event.ts';
import { entriesOf } from '../../../test/contract/cast.ts';
import { CREDENTIALS, type ScriptedAnswer, scriptedService } from '../../../test/contract/scripted-service.ts';
import { OutsideFailure } from '../ports.ts';
import { eventBridgeBus, PUBLISH_ROUNDS_MAX } from './event-bus.ts';

const answer = (...codes: (string | undefined)[]): ScriptedAnswer => ({
  status: 200,
  body: {
    FailedEntryCount: codes.filter((code) => code !== undefined).length,
    Entries: codes.map((code) => (code === undefined ? { EventId: 'e' } : { ErrorCode: code, ErrorMessage: 'no' })),
  },
});

const busOn = async (...script: ScriptedAnswer[]) => {
  const service = await scriptedService(...script);
  return {
    ...service,
    bus: eventBridgeBus({ name: 'facts', client: new EventBridgeClient({ ...CREDENTIALS, endpoint: service.url }) }),
  };
};

describe('the bus', () => {
  test('sends each event as a CloudEvent under our name', async () => {
    const { bus, asked } = await busOn(answer(undefined));
    const [entry] = await entriesOf('ip-1', 1, 1);
    await bus.publish([entry!]);
    expect(asked).toHaveLength(1);
    const [sent] = asked[0].Entries;
    expect(sent).toEqual({
      EventBusName: 'facts',
      Source: 'veedor',
      DetailType: 'member.accepted.v1',
      Time: Date.parse('2026-01-05T10:00:00.000Z') / 1_000,
      Detail: JSON.stringify(toCloudEvent(entry!)),
    });
  });

  test('sends at most ten at once, in order, and nothing for nothing', async () => {
    const { bus, asked } = await busOn(
      answer(...Array.from({ length: 10 }, () => undefined)),
      answer(...Array.from({ length: 10 }, () => undefined)),
      answer(undefined, undefined, undefined),
    );
    const entries = await entriesOf('ip-1', 1, 23);
    await bus.publish(entries);
    expect(asked.map(({ Entries }) => Entries.length)).toEqual([10, 10, 3]);
    expect(asked.flatMap(({ Entries }) => Entries.map((each: any) => JSON.parse(each.Detail).id))).toEqual(
      entries.map(({ id }) => id),
    );
    await bus.publish([]);
    expect(asked).toHaveLength(3);
  });

  test('keeps every request under 256 KB', async () => {
    const { bus, asked } = await busOn(answer(undefined, undefined), answer(undefined));
    const entries = (await entriesOf('ip-1', 1, 3)).map((entry) => ({ ...entry, command: 'x'.repeat(100_000) }));
    await bus.publish(entries);
    expect(asked.map(({ Entries }) => Entries.length)).toEqual([2, 1]);
  });

  test('takes an event that no request can hold for a bug', async () => {
    const { bus } = await busOn(answer(undefined));
    const [entry] = await entriesOf('ip-1', 1, 1);
    await expect(bus.publish([{ ...entry!, command: 'x'.repeat(300_000) }])).rejects.toThrow(
      'larger than the bus can take',
    );
  });

  test('sends again what the bus refused, and only that', async () => {
    const { bus, asked } = await busOn(answer(undefined, 'ThrottlingException', undefined), answer(undefined));
    const entries = await entriesOf('ip-1', 1, 3);
    await bus.publish(entries);
    expect(asked[1].Entries.map((each: any) => JSON.parse(each.Detail).id)).toEqual(['ip-1@2']);
  });

  test('gives up on entries that it keeps refusing', async () => {
    const { bus, asked } = await busOn(answer('InternalFailure'));
    await expect(bus.publish(await entriesOf('ip-1', 1, 1))).rejects.toThrow('EventBridge: FailedEntries');
    expect(asked).toHaveLength(PUBLISH_ROUNDS_MAX);
  });

  test('fails when it cannot be reached', async () => {
    const { bus } = await busOn(undefined);
    await expect(bus.publish(await entriesOf('ip-1', 1, 1))).rejects.toThrow(OutsideFailure);
  });
});
