import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OutsideFailure } from '../ports.ts';
import { s3DocumentCopies } from './document-copies.ts';

const KEY = 'originals/ip-0123456789abcdef0123/document-1';

/** A store that answers as it is told, and what it was asked. */
const storeThat = async (...answers: readonly RequestListener[]) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${new URL(request.url ?? '', 'http://store').pathname}`);
    (answers[asked.length - 1] ?? answers.at(-1))?.(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const bucket = {
    name: 'documents',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  };
  // Long enough for a machine that is busy with other tests.
  const copies = s3DocumentCopies(bucket, { silenceMilliseconds: 1_000 });
  const read = async (): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of copies.read(KEY)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  return { asked, read };
};

const whole: RequestListener = (_request, response) => void response.end('the bytes');
const busy: RequestListener = (_request, response) => void response.writeHead(503).end('<Code>SlowDown</Code>');
const absent: RequestListener = (_request, response) => void response.writeHead(404).end('<Code>NoSuchKey</Code>');
const stopping: RequestListener = (_request, response) => void response.writeHead(200).write('the ');
const silent: RequestListener = () => undefined;

describe('the bytes of a document', () => {
  it('are asked for once by a signed request, and come as they are', async () => {
    const { asked, read } = await storeThat(whole);
    expect([await read(), asked]).toEqual(['the bytes', [`GET /documents/${KEY}`]]);
  });

  it('are asked for again where the store is busy, and not for ever', async () => {
    const { asked, read } = await storeThat(busy, busy, whole);
    expect([await read(), asked.length]).toEqual(['the bytes', 3]);
    const always = await storeThat(busy);
    await expect(always.read()).rejects.toThrow(new OutsideFailure('S3: SlowDown'));
    expect(always.asked).toHaveLength(3);
  });

  it.each([
    ['are not there', absent, 'S3: NoSuchKey'],
    ['stop coming', stopping, 'S3: nothing comes'],
    ['do not begin to come', silent, 'S3: nothing comes'],
  ])('that %s are a failure of the outside, and asked for once', async (_, answer, failure) => {
    const { asked, read } = await storeThat(answer);
    await expect(read()).rejects.toThrow(new OutsideFailure(failure));
    expect(asked).toHaveLength(1);
  });
});
