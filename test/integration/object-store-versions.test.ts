import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { outcome, world } from './object-store-world.ts';

const YEAR = 365 * 86_400_000;

const put = (s3: S3Client, Bucket: string, Key: string, Body = `content of ${Key}`) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const textOf = async (s3: S3Client, Bucket: string, Key: string, more = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return (await Body?.transformToString()) ?? '';
};

describe('versions', () => {
  test('stay, hidden or not, until each is deleted by its id', async () => {
    const { s3, folder } = await world();
    const [one, two] = [await put(s3, 'versioned', 'a', 'one'), await put(s3, 'versioned', 'a', 'two')];
    const marker = await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a' }));
    expect(marker.DeleteMarker).toBe(true);
    expect(await outcome(textOf(s3, 'versioned', 'a'))).toBe('404 NoSuchKey');
    expect(await outcome(textOf(s3, 'versioned', 'a', { VersionId: marker.VersionId }))).toBe('405 MethodNotAllowed');
    expect(await textOf(s3, 'versioned', 'a', { VersionId: one.VersionId })).toBe('one');
    expect(await outcome(textOf(s3, 'versioned', 'a', { VersionId: 'unknown' }))).toBe('404 NoSuchVersion');
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned' }));
    expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [two.VersionId, false],
      [one.VersionId, false],
    ]);
    expect(listed.DeleteMarkers?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [marker.VersionId, true],
    ]);
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a', VersionId: marker.VersionId }));
    expect(await textOf(s3, 'versioned', 'a')).toBe('two');
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a', VersionId: two.VersionId }));
    expect(await textOf(s3, 'versioned', 'a')).toBe('one');
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a', VersionId: one.VersionId }));
    expect((await readdir(join(folder, 'pieces'), { recursive: true })).filter((name) => name.includes('/'))).toEqual(
      [],
    );
  });

  test('are listed in pages, the newest of a key first', async () => {
    const { s3 } = await world();
    for (const key of ['a', 'b/1', 'b/2', 'c'])
      for (const body of ['1', '2', '3']) await put(s3, 'versioned', key, body);
    const pages: string[] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (let more = true; more; ) {
      const page = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned', MaxKeys: 5, ...markers }));
      for (const { Key, VersionId } of page.Versions ?? [])
        pages.push(`${Key} ${await textOf(s3, 'versioned', Key ?? '', { VersionId })}`);
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } as typeof markers;
      more = page.IsTruncated === true;
    }
    expect(pages).toEqual(['a', 'b/1', 'b/2', 'c'].flatMap((key) => [`${key} 3`, `${key} 2`, `${key} 1`]));
    const rolled = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned', Delimiter: '/' }));
    expect([rolled.Versions?.length, rolled.CommonPrefixes]).toEqual([6, [{ Prefix: 'b/' }]]);
  });

  test('begin when versioning does, and the one before is called null', async () => {
    const { s3 } = await world();
    await put(s3, 'plain', 'a', 'before');
    const set = (Status: 'Enabled' | 'Suspended') =>
      s3.send(new PutBucketVersioningCommand({ Bucket: 'plain', VersioningConfiguration: { Status } }));
    await set('Enabled');
    const { VersionId } = await put(s3, 'plain', 'a', 'after');
    expect(await textOf(s3, 'plain', 'a', { VersionId: 'null' })).toBe('before');
    await set('Suspended');
    await put(s3, 'plain', 'a', 'suspended');
    expect(await textOf(s3, 'plain', 'a', { VersionId: 'null' })).toBe('suspended');
    expect(await textOf(s3, 'plain', 'a', { VersionId })).toBe('after');
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket: 'plain' }))).Status).toBe('Suspended');
  });
});

describe('a locked version', () => {
  const lockedWorld = async (more: object) => {
    const created = await world();
    const { VersionId } = await created.s3.send(
      new PutObjectCommand({ Bucket: 'locked', Key: 'a', Body: 'sealed', ...more }),
    );
    const name = { Bucket: 'locked', Key: 'a', VersionId };
    return {
      ...created,
      name,
      remove: (extra = {}) => outcome(created.s3.send(new DeleteObjectCommand({ ...name, ...extra }))),
    };
  };
  const later = new Date(Date.now() + YEAR);
  const muchLater = new Date(Date.now() + 2 * YEAR);

  test('under compliance goes for nobody, and its time only grows', async () => {
    const { s3, name, remove } = await lockedWorld({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: later });
    expect(await remove()).toBe('403 AccessDenied');
    expect(await remove({ BypassGovernanceRetention: true })).toBe('403 AccessDenied');
    const retain = (Retention: object) =>
      outcome(s3.send(new PutObjectRetentionCommand({ ...name, Retention, BypassGovernanceRetention: true })));
    expect(await retain({})).toBe('403 AccessDenied');
    expect(await retain({ Mode: 'GOVERNANCE', RetainUntilDate: muchLater })).toBe('403 AccessDenied');
    expect(await retain({ Mode: 'COMPLIANCE', RetainUntilDate: new Date(Date.now() + YEAR / 2) })).toBe(
      '403 AccessDenied',
    );
    expect(await retain({ Mode: 'COMPLIANCE', RetainUntilDate: muchLater })).toBe('done');
    expect((await s3.send(new GetObjectRetentionCommand(name))).Retention).toEqual({
      Mode: 'COMPLIANCE',
      RetainUntilDate: muchLater,
    });
    await s3.send(new DeleteObjectCommand({ Bucket: 'locked', Key: 'a' }));
    await put(s3, 'locked', 'a', 'a later one');
    const { Deleted = [], Errors } = await s3.send(
      new DeleteObjectsCommand({
        Bucket: 'locked',
        Delete: { Objects: [{ Key: 'a', VersionId: name.VersionId }, { Key: 'b' }] },
      }),
    );
    expect(Errors).toMatchObject([{ Code: 'AccessDenied', Key: 'a', VersionId: name.VersionId }]);
    expect(Deleted).toMatchObject([{ Key: 'b', DeleteMarker: true }]);
    expect(await textOf(s3, 'locked', 'a', { VersionId: name.VersionId })).toBe('sealed');
  });

  test('under governance goes for who says so', async () => {
    const { remove } = await lockedWorld({ ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: later });
    expect(await remove()).toBe('403 AccessDenied');
    expect(await remove({ BypassGovernanceRetention: true })).toBe('done');
  });

  test('on legal hold stays until the hold is off', async () => {
    const { s3, name, remove } = await lockedWorld({ ObjectLockLegalHoldStatus: 'ON' });
    expect(await remove({ BypassGovernanceRetention: true })).toBe('403 AccessDenied');
    expect((await s3.send(new HeadObjectCommand(name))).ObjectLockLegalHoldStatus).toBe('ON');
    await s3.send(new PutObjectLegalHoldCommand({ ...name, LegalHold: { Status: 'OFF' } }));
    expect((await s3.send(new GetObjectLegalHoldCommand(name))).LegalHold).toEqual({ Status: 'OFF' });
    expect(await remove()).toBe('done');
  });

  test('is locked by the default of its bucket, until its time is over', async () => {
    let time = Date.parse('2026-03-02T12:00:00Z');
    const { s3 } = await world({ now: () => new Date(time).toISOString(), signedNow: () => new Date().toISOString() });
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: 10 } } as const;
    await s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket: 'locked',
        ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule },
      }),
    );
    expect(
      (await s3.send(new GetObjectLockConfigurationCommand({ Bucket: 'locked' }))).ObjectLockConfiguration?.Rule,
    ).toEqual(Rule);
    const { VersionId } = await put(s3, 'locked', 'a');
    const remove = () => outcome(s3.send(new DeleteObjectCommand({ Bucket: 'locked', Key: 'a', VersionId })));
    time += 10 * 86_400_000 - 1;
    expect(await remove()).toBe('403 AccessDenied');
    time += 1;
    expect(await remove()).toBe('done');
  });

  test('needs a bucket that locks, which keeps versions for ever', async () => {
    const { s3 } = await world();
    const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: later } as const;
    expect(await outcome(s3.send(new PutObjectCommand({ Bucket: 'versioned', Key: 'a', Body: 'x', ...lock })))).toBe(
      '400 InvalidRequest',
    );
    const suspend = { Bucket: 'locked', VersioningConfiguration: { Status: 'Suspended' } } as const;
    expect(await outcome(s3.send(new PutBucketVersioningCommand(suspend)))).toBe('409 InvalidBucketState');
    expect(await outcome(s3.send(new GetObjectLockConfigurationCommand({ Bucket: 'plain' })))).toBe(
      '404 ObjectLockConfigurationNotFoundError',
    );
  });
});
