import { appendFileSync } from 'node:fs';
import { startObjectStore } from '../../local/object-store/object-store.ts';

// Holds an object store until it is killed, for tests of what is left behind. What it tells goes into a file, a line for each object.
const [folder = '', told = ''] = process.argv.slice(2);
const store = await startObjectStore({
  folder,
  port: 0,
  credentials: { accessKeyId: 'tester', secretAccessKey: 'only for tests' },
  region: 'us-east-1',
  now: () => new Date().toISOString(),
  buckets: [{ name: 'versioned', versioned: true }, { name: 'plain' }],
  onObjectCreated: async ({ key, versionId }) => appendFileSync(told, `${key} ${versionId}\n`),
});
console.log(`holds ${store.url} `);
