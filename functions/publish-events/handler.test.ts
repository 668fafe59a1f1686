import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../events/record.ts';
import { entriesOf } from '../../test/contract/cast.ts';
import { eventKey } from '../_ports/aws/table-keys.ts';

describe('the publisher, started as Lambda starts it', () => {
  const eventBridge = mockClient(EventBridgeClient);
  afterEach(() => {
    eventBridge.restore();
    vi.unstubAllEnvs();
  });

  it('puts a new event on the bus that its environment names', async () => {
    vi.stubEnv('BUS_NAME', 'veedor-test');
    vi.stubEnv('LOG_LEVEL', 'silent');
    vi.stubEnv('AWS_REGION', 'us-east-1');
    eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
    const { handler } = await import('./handler.ts');
    const [entry] = await entriesOf('ip-1', 1, 1);
    if (entry === undefined) throw new Error('The cast has an entry.');
    const { pk, sk } = eventKey('ip-1', 1);
    const answer = await handler({
      Records: [
        {
          eventName: 'INSERT',
          dynamodb: {
            SequenceNumber: '1',
            Keys: { pk: { S: pk }, sk: { S: sk } },
            NewImage: { pk: { S: pk }, sk: { S: sk }, record: { S: canonicalJson(entry) } },
          },
        },
      ],
    });
    expect(answer).toEqual({ batchItemFailures: [] });
    const [sent] = eventBridge.commandCalls(PutEventsCommand);
    expect(sent?.args[0].input.Entries).toMatchObject([
      { EventBusName: 'veedor-test', Source: 'veedor', DetailType: entry.type },
    ]);
  });
});
