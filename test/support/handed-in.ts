import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckPorts, Inspection } from '../../functions/check-document/check-document-ports.ts';
import { workspace } from '../../functions/check-document/workspace.ts';
import { posting } from './exchanges.ts';
import type { House, HouseAnswer } from './house.ts';

export const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** The sound of a file for tests of the way that files go: what is in files is tested where they are looked into. */
export const PHOTO_BYTES = Buffer.from('photo: the second envelope, open');
export const OTHER_BYTES = Buffer.from('photo: the table with all envelopes');
export const HOSTILE_BYTES = Buffer.from('script: run me');

const SHARED = Buffer.from('photo without its place');
const PREVIEW = Buffer.from('small photo');

const made = async (into: string, name: string, bytes: Buffer) => {
  const path = join(into, name);
  await writeFile(path, bytes);
  return {
    path,
    mediaType: 'image/jpeg',
    sha256: hashOf(bytes),
    size: bytes.byteLength,
    removed: ['gps'],
    by: 'test 1',
  };
};

/** Takes what calls itself a photo, and nothing that calls itself a script. */
export const plainInspection: Inspection = {
  examine: async ({ size }, { mediaType }) =>
    size === HOSTILE_BYTES.byteLength
      ? { usable: false, reason: 'active-content' }
      : { usable: true, mediaType, kind: 'photo' },
  derive: async (_file, _mediaType, into) => made(into, 'shared', SHARED),
  preview: async (_file, _mediaType, into) => made(into, 'preview', PREVIEW),
};

export const checkPortsOf = (house: House): CheckPorts => ({
  ...house,
  // Unlike the salts of the house, which are the same for each test.
  entropy: { salt: () => crypto.randomUUID().replaceAll('-', '') },
  inspection: plainInspection,
  workspace,
});

/** What announces a photo as evidence of an observation. */
export const announcing = (bytes: Buffer, over: object = {}) => ({
  name: 'IMG 0042.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: bytes.byteLength,
  sha256: hashOf(bytes),
  purpose: 'observation-evidence',
  attachedTo: 'observation-1',
  ...over,
});

let keys = 0;
export const declares = async (
  house: House,
  caseId: string,
  { person = 'witness-1', body, key }: { person?: string; body: object; key?: string },
): Promise<HouseAnswer> => {
  keys += 1;
  const idempotencyKey = key ?? `declares-${keys}`;
  return house.send(posting({ person, path: `/cases/${caseId}/documents`, body, idempotencyKey }));
};

export const noticeOf = (key: string) => ({ Records: [{ s3: { object: { key } } }] });
