import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunction } from './bundle.ts';

const HANDLERS = {
  greet: "import { word } from './word.ts';\nexport const handler = async (): Promise<string> => word;\n",
  echo: 'export const handler = async (event: unknown) => { console.log(JSON.stringify(event)); };\n',
  fail: 'export const handler = async (_: unknown): Promise<void> => { throw new Error("not today"); };\n',
  doubt: 'export const handler = () => import.meta.url;\n',
  ask:
    "import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';\n" +
    "const client = new DynamoDBClient({ endpoint: process.env['TABLE_ENDPOINT'], maxAttempts: 1 });\n" +
    "export const handler = () => client.send(new GetItemCommand({ TableName: 't', Key: {} }));\n",
  sum:
    "import { Sha256 } from '@smithy/core/checksum';\n" +
    'export const handler = async ({ secret, text }) => { const sum = new Sha256(secret); sum.update(Buffer.from(text)); ' +
    "return Buffer.from(await sum.digest()).toString('hex'); };\n",
  stream: "export const handler = async () => new (await import('@smithy/core/event-streams')).EventStreamSerde({});\n",
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'veedor-bundle-'));
  for (const [name, text] of Object.entries(HANDLERS)) write(`functions/${name}/handler.ts`, text);
  write('functions/greet/word.ts', "export const word = 'hello';\nexport const unused = 'never said';\n");
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const bundle = (name: keyof typeof HANDLERS, into: string, more = {}) =>
  bundleFunction({ name, root, into: join(root, into, 'functions'), ...more });

/** Calls the handler in a process of its own, with no package near it, as Lambda does. */
const call = async (folder: string, event: unknown, env = {}): Promise<string> => {
  const script = `require(${JSON.stringify(join(folder, 'index.cjs'))}).handler(${JSON.stringify(event)}).then(
    (said) => console.log('said', said), (error) => console.log('failed', error.name, error.message))`;
  const run = promisify(execFile);
  return (await run(process.execPath, ['--input-type=commonjs', '--eval', script], { env, cwd: '/' })).stdout.trim();
};

describe('a bundle', () => {
  it('runs alone', async () => {
    expect(await call(bundle('greet', 'runs').folder, {})).toBe('said hello');
  });

  it('holds the code that is used and nothing else', () => {
    const { folder, bytes } = bundle('greet', 'holds');
    const code = readFileSync(join(folder, 'index.cjs'), 'utf8');
    expect(readdirSync(folder)).toEqual(['index.cjs']);
    expect(code).not.toContain('never said');
    expect(bytes).toBe(Buffer.byteLength(code));
  });

  it('has its source map beside it, for whoever reads a stack trace', () => {
    bundle('greet', 'maps');
    const { sources } = JSON.parse(readFileSync(join(root, 'maps/source-maps/greet.map'), 'utf8'));
    expect(sources).toContainEqual(expect.stringMatching(/functions\/greet\/word\.ts$/));
  });

  it('is the same byte for byte whenever and wherever it is made', () => {
    const [one, other] = ['one', 'elsewhere/and/deeper'].map((into) =>
      readFileSync(join(bundle('ask', into).folder, 'index.cjs')),
    );
    expect(one).toEqual(other);
  });

  it('may weigh as much as allowed and not one byte more, and says what weighs', () => {
    const { bytes } = bundle('ask', 'weighs');
    expect(bundle('ask', 'weighs', { bytesMax: bytes }).bytes).toBe(bytes);
    expect(() => bundle('ask', 'weighs', { bytesMax: bytes - 1 })).toThrow(
      new RegExp(`^ask weighs ${bytes} bytes, more than the ${bytes - 1} allowed: @smithy/core \\d+, `),
    );
  });

  it('has the files beside it that were asked for, and they weigh nothing in its code', () => {
    const into = join(root, 'beside');
    const { folder, bytes } = bundleFunction({ name: 'greet', root, into, files: { 'scripts/a.js': 'run()' } });
    expect(readFileSync(join(folder, 'scripts', 'a.js'), 'utf8')).toBe('run()');
    expect(bytes).toBe(bundleFunction({ name: 'greet', root, into: join(root, 'alone') }).bytes);
  });

  it('is not made when esbuild has a doubt', () => {
    expect(() => bundle('doubt', 'doubts')).toThrow('doubt: "import.meta"');
  });
});

describe('the SDK in a bundle', () => {
  it.each([
    // FIPS 180-2, B.1; RFC 4231, 4.3.
    ['abc', undefined, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['what do ya want for nothing?', 'Jefe', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ])('signs with the checksums of the machine: %s', async (text, secret, sum) => {
    expect(await call(bundle('sum', 'sums').folder, { text, secret })).toBe(`said ${sum}`);
  });

  it('says of what is left out of it that it is', async () => {
    expect(await call(bundle('stream', 'streams').folder, {})).toBe(
      'failed Error The reading of event streams is left out of the bundles: infra/bundle.ts says which parts of the SDK are.',
    );
  });
});

describe('a bundle behind a queue', () => {
  const delivery = (...events: readonly unknown[]) => ({
    Records: events.map((event) => ({ body: JSON.stringify(event) })),
  });

  it('gives its handler the event as the bus sent it', async () => {
    const { folder } = bundle('echo', 'queue', { throughQueue: true });
    expect(await call(folder, delivery({ source: 'veedor', n: 1 }))).toBe('{"source":"veedor","n":1}\nsaid undefined');
  });

  it('fails when its handler fails, so that the message comes again', async () => {
    const { folder } = bundle('fail', 'queue', { throughQueue: true });
    expect(await call(folder, delivery({}))).toBe('failed Error not today');
  });
});

describe('the credentials of a bundle', () => {
  const askFor = async (env: Record<string, string>): Promise<{ said: string; headers: readonly unknown[] }> => {
    const headers: unknown[] = [];
    const table = createServer((request, response) => {
      headers.push([request.headers['authorization'], request.headers['x-amz-security-token']]);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
    });
    await new Promise<void>((listening) => table.listen(0, '127.0.0.1', listening));
    const { port } = table.address() as AddressInfo;
    const more = { TABLE_ENDPOINT: `http://127.0.0.1:${port}`, AWS_REGION: 'us-east-1', ...env };
    const said = await call(bundle('ask', 'signs').folder, {}, more);
    table.close();
    return { said, headers };
  };

  it('are those that Lambda puts into the environment', async () => {
    const { headers } = await askFor({
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    });
    expect(headers).toEqual([[expect.stringContaining('AWS4-HMAC-SHA256 Credential=key/'), 'token']]);
  });

  it('are sought nowhere else', async () => {
    const { said, headers } = await askFor({});
    expect(said).toBe('failed Error There are no credentials in the environment: this bundle runs on Lambda only.');
    expect(headers).toEqual([]);
  });
});
