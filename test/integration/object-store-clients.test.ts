import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './embedded-table.ts';
import { CREDENTIALS, REGION, world } from './object-store-world.ts';

// Clients that nobody here wrote. Debian's are in these places; the continuous integration installs them where it may.
const AWSCLI = '/usr/bin/aws';
const PYTHON = '/usr/bin/python3';
const BOTO3_FOLDER = '/usr/lib/python3/dist-packages/boto3';
const SCRIPT = fileURLToPath(new URL('object-store-boto3.py', import.meta.url));

const run = promisify(execFile);

const environment = (home: string) => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  LC_ALL: 'C.UTF-8',
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  AWS_DEFAULT_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
});

const hasAwscli = existsSync(AWSCLI);
const hasBoto3 = existsSync(PYTHON) && existsSync(BOTO3_FOLDER);
for (const [name, isInstalled] of [
  ["Debian's awscli", hasAwscli],
  ["Debian's python3-boto3", hasBoto3],
]) {
  if (isInstalled === false) console.log(`${name} is not installed here: the object store was not tried with it.`);
}

describe('the object store', () => {
  test.runIf(hasAwscli)('serves the AWS command line', async () => {
    const { store, told } = await world();
    const home = await temporaryFolder();
    const aws = async (...words: string[]) =>
      (await run(AWSCLI, ['--endpoint-url', store.url, ...words], { env: environment(home), cwd: home })).stdout;
    const whole = randomBytes(12 * 1024 * 1024);
    await writeFile(join(home, 'acta ñ.bin'), whole);
    await aws('s3', 'cp', '--no-progress', 'acta ñ.bin', 's3://versioned/case 1/acta ñ.bin');
    await aws('s3', 'cp', '--no-progress', 's3://versioned/case 1/acta ñ.bin', 's3://plain/copy');
    await aws('s3', 'cp', '--no-progress', 's3://plain/copy', 'back');
    expect((await readFile(join(home, 'back'))).equals(whole)).toBe(true);
    expect(await aws('s3', 'ls', '--recursive', 's3://versioned')).toContain('12582912 case 1/acta ñ.bin');
    await expect(aws('s3api', 'head-object', '--bucket', 'plain', '--key', 'none')).rejects.toThrow('(404)');
    await store.settled();
    expect(told.map(({ reason }) => reason)).toEqual(['CompleteMultipartUpload', 'CompleteMultipartUpload']);
  });

  test.runIf(hasBoto3)('serves boto3', async () => {
    const { store } = await world();
    const { stdout } = await run(PYTHON, ['-I', SCRIPT, store.url], { env: environment(await temporaryFolder()) });
    expect(stdout.trim().split('\n').at(-1)).toBe('all held');
  });
});
