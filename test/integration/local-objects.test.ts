import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { CannotStart } from '../../local/cannot-start.ts';
import { type System, type SystemOptions, startSystem } from '../../local/system.ts';
import { temporaryFolder } from './embedded-table.ts';
import { clientOf, outcome } from './object-store-world.ts';

const systemOn = async (folder: string, options: Partial<SystemOptions> = {}) => {
  const system = await startSystem({ folder, port: 0, quiet: true, ...options });
  onTestFinished(system.stop);
  return { system, s3: clientFor(system) };
};

const clientFor = ({ objects: { endpoint, region, credentials } }: System) =>
  clientOf(endpoint, { region, credentials: { ...credentials } });

describe('the documents of the system on one machine', () => {
  test('are there from the start, versioned and lockable, and stay over a stop where they were', async () => {
    const folder = await temporaryFolder();
    const told: string[] = [];
    // Facts may be told in another year than the machine's: signatures still go by the machine's clock.
    const clock = memoryClock('2024-03-02T15:00:00.000Z');
    const onObjectCreated = async ({ key, at }: { key: string; at: string }) => void told.push(`${key} ${at}`);
    const { system, s3 } = await systemOn(folder, { clock, onObjectCreated });
    const { bucket: Bucket, endpoint } = system.objects;
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    expect((await s3.send(new GetObjectLockConfigurationCommand({ Bucket }))).ObjectLockConfiguration).toEqual({
      ObjectLockEnabled: 'Enabled',
    });
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'kept' }));
    await system.settled();
    expect(told).toEqual(['a 2024-03-02T15:00:00.000Z']);
    const page = await fetch(`${endpoint}/${Bucket}/a`, {
      method: 'OPTIONS',
      headers: {
        origin: system.url,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'x-amz-checksum-sha256',
      },
    });
    expect(page.status).toBe(200);
    await system.stop();
    const second = await systemOn(folder);
    expect(second.system.objects).toMatchObject({ endpoint, credentials: system.objects.credentials });
    expect(await (await second.s3.send(new GetObjectCommand({ Bucket, Key: 'a' }))).Body?.transformToString()).toBe(
      'kept',
    );
  });

  test('are forgotten after their days as the bucket of the cloud forgets them, unless they are locked', async () => {
    const clock = memoryClock('2026-03-02T15:00:00.000Z');
    const folder = await temporaryFolder();
    const { system, s3 } = await systemOn(folder, { clock });
    const { bucket: Bucket } = system.objects;
    const keep = (Key: string, more: object = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body: Key, ...more }));
    for (const key of ['quarantine/7/a', 'quarantine/30/a', 'quarantine/30/a', 'quarantine/90/a', 'originals/a'])
      await keep(key);
    const ObjectLockRetainUntilDate = new Date('2026-04-20T00:00:00.000Z');
    await keep('quarantine/30/locked', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate });
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'originals/a' }));
    const after = async (instant: string) => {
      clock.set(instant);
      await system.sweep();
      const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
      return [...Versions.map(({ Key }) => Key), ...DeleteMarkers.map(({ Key }) => `no ${Key}`)];
    };
    const [a7, a30, a90, locked] = ['quarantine/7/a', 'quarantine/30/a', 'quarantine/90/a', 'quarantine/30/locked'];
    const original = ['originals/a', a30];
    // The one that was replaced goes after a day; what stands elsewhere is nobody's to forget.
    expect(await after('2026-03-03T14:59:59.000Z')).toEqual([
      'originals/a',
      a30,
      a30,
      locked,
      a7,
      a90,
      'no originals/a',
    ]);
    expect(await after('2026-03-03T15:00:01.000Z')).toEqual([...original, locked, a7, a90, 'no originals/a']);
    expect(await after('2026-04-01T14:59:59.000Z')).toEqual([
      ...original,
      locked,
      a7,
      a90,
      'no originals/a',
      `no ${a7}`,
    ]);
    expect(await after('2026-04-02T15:00:01.000Z')).toEqual([
      ...original,
      locked,
      a90,
      'no originals/a',
      `no ${a30}`,
      `no ${locked}`,
    ]);
    expect(await after('2026-04-03T15:00:02.000Z')).toEqual([
      'originals/a',
      locked,
      a90,
      'no originals/a',
      `no ${locked}`,
    ]);
    expect(await after('2026-04-21T00:00:00.000Z')).toEqual(['originals/a', a90, 'no originals/a']);
    const files = (await readdir(join(folder, 'objects/pieces'), { recursive: true })).filter(
      (name) => name.length > 10,
    );
    expect(files).toHaveLength(2);
  });

  test('have a key of their own in every folder', async () => {
    const [one, other] = [
      await systemOn(await temporaryFolder()),
      await systemOn(await temporaryFolder(), { documentsBucket: 'elsewhere' }),
    ];
    expect(other.system.objects.bucket).toBe('elsewhere');
    const stranger = clientOf(other.system.objects.endpoint, { credentials: { ...one.system.objects.credentials } });
    expect(await outcome(stranger.send(new GetObjectCommand({ Bucket: 'elsewhere', Key: 'a' })))).toBe(
      '403 SignatureDoesNotMatch',
    );
  });

  test('need a port that is free, and a name that a bucket can have', async () => {
    const { system } = await systemOn(await temporaryFolder());
    const objectsPort = Number(new URL(system.objects.endpoint).port);
    await expect(startSystem({ folder: await temporaryFolder(), port: 0, quiet: true, objectsPort })).rejects.toThrow(
      /OBJECTS_PORT/,
    );
    await expect(
      startSystem({ folder: await temporaryFolder(), port: 0, quiet: true, documentsBucket: 'NOT A NAME' }),
    ).rejects.toThrow(CannotStart);
  });
});
