import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../../functions/_ports/aws/bucket.ts';

const PROGRAM = fileURLToPath(new URL('../integration/hold-object-store.ts', import.meta.url));
const ACCESS = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'tester', secretAccessKey: 'only for tests' },
};

export interface Held {
  /** The bucket `plain` of the store, as our own ports take it. */
  readonly bucket: Bucket;
  readonly s3: S3Client;
  readonly memoryMegabytes: () => Promise<number>;
  readonly end: () => Promise<void>;
}

/** What a process holds of the machine's memory, whether it still needs it or not. */
export const residentMegabytes = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
};

/** The store in a process of its own, so that its memory is its own. */
export const holdStore = async (folder: string): Promise<Held> => {
  const child = spawn(process.execPath, [PROGRAM, join(folder, 'objects'), join(folder, 'told')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  const [first] = (await once(child.stdout, 'data')) as [string];
  const endpoint = /holds (\S+)/.exec(first)?.[1] ?? '';
  const s3 = new S3Client({
    endpoint,
    forcePathStyle: true,
    ...ACCESS,
  });
  return {
    s3,
    bucket: { name: 'plain', endpoint, ...ACCESS },
    memoryMegabytes: () => residentMegabytes(child.pid),
    end: async () => {
      s3.destroy();
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
};
