import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
// What is held counts, and not when it is collected: sockets give every piece of a body in new memory.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  console.log(`memory ${process.memoryUsage().rss} `);
});
