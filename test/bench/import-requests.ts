import { join } from 'node:path';
import { importApiPorts } from '../../functions/_ports/aws/registry-ports.ts';
import { openTable } from '../../functions/_ports/aws/table.ts';
import type { RegisteredProcess } from '../../functions/_ports/process-registry.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { ensureTable } from '../../local/table.ts';
import { countingProxy } from './counting-proxy.ts';
import { row } from './statistics.ts';

const AT = '2026-03-01T00:00:00.000Z';
const HASH = 'a'.repeat(64);
const processOf = (number: number, version: number): RegisteredProcess => ({
  facts: {
    ocid: `ocds-bench1-${number}`,
    buyer: { name: 'Obras', scheme: 'DO-RNC', id: '1' },
    territory: 'DO',
    tenderStartAt: AT,
    title: `Road, as told in version ${version}`,
  },
  version,
  hash: HASH,
  ...(version > 1 && { previousHash: HASH }),
  source: 'bench',
  sourceHash: HASH,
  importedAt: AT,
  changedAt: AT,
  request: `bench:${version}`,
});

/** What a process costs that is imported, in requests to the table, counted on the wire; it is counted for the coverage too. */
export const benchImportRequests = async (folder: string, say: (line: string) => void): Promise<void> => {
  const data = await openDataFolder(join(folder, 'requests'));
  const dynamodb = await startEmbeddedDynamodb(data);
  const proxy = await countingProxy(dynamodb.endpoint);
  try {
    const table = openTable({ name: 'veedor', endpoint: dynamodb.endpoint });
    await ensureTable(table.client, table.name);
    const { registry } = importApiPorts({
      ...process.env,
      TABLE_NAME: 'veedor',
      DYNAMODB_ENDPOINT: proxy.endpoint,
      TOKEN_ISSUER: 'https://issuer.example',
      TOKEN_AUDIENCE: 'bench',
    });
    await registry.save(processOf(1, 1));
    const count = async (what: string, act: () => Promise<unknown>, limit: string): Promise<void> => {
      proxy.takeCounts();
      await act();
      const counts = [...proxy.takeCounts()].map(([operation, times]) => `${times} ${operation}`);
      const shown = counts.toSorted().join(', ');
      say(row(`requests to DynamoDB for an imported process that ${what}`, shown, { limit, holds: shown === limit }));
    };
    const importing = (version: number) => async (): Promise<void> => {
      await registry.find(processOf(2, version).facts.ocid);
      await registry.save(processOf(2, version));
    };
    await count('is new', importing(1), '1 BatchGetItem, 1 PutItem, 1 TransactWriteItems, 2 GetItem');
    await count('changed', importing(2), '1 BatchGetItem, 1 PutItem, 1 TransactWriteItems, 3 GetItem');
    await count('is known', () => registry.find(processOf(2, 2).facts.ocid), '2 GetItem');
  } finally {
    await proxy.stop();
    await dynamodb.stop();
    data.release();
  }
};
