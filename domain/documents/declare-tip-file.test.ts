import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import { ANYBODY, after, caseIn, SYSTEM } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { TIP_FILES_AT_ONCE_MAX } from '../tips/tip-bucket.ts';
import { TIP_BYTES_MAX, TIP_FILES_MAX, TIP_FILES_TRIED_MAX } from './limits.ts';

const PHOTO = { name: 'IMG 0042.jpg', mediaType: 'image/jpeg', sizeBytes: 50_000, sha256: sha256('photo') };
const open = given(...caseIn('integrity-pact', 'tender-observation'));

describe('the files of a tip', () => {
  const receipt = '0123456789abcdef0123456789abcdef';
  const told = open.when('send-tip', { receipt, text: 'Look.', language: 'es' }, { by: ANYBODY }).succeeds();
  const file = (number: number, over: object = {}) => ({
    ...PHOTO,
    purpose: 'tip-file',
    attachedTo: 'tip-1',
    receipt,
    sha256: sha256(`of a tip ${number}`),
    ...over,
  });
  const declares = (before: Given, number: number, over: object = {}) =>
    before.when('declare-document', file(number, over), { by: ANYBODY });
  const LIMITS = { of: 'tip', filesMax: TIP_FILES_MAX, bytesMax: TIP_BYTES_MAX };

  it('are announced by nobody, whoever it was', () => {
    const { name, mediaType, sizeBytes } = PHOTO;
    const what = { name, mediaType, sizeBytes, sha256: sha256('of a tip 1'), attachedTo: 'tip-1' };
    declares(told, 1).records({
      type: 'document.declared.v1',
      data: { document: 'document-1' },
      content: { ...what, purpose: 'tip-file', by: 'unnamed' },
      withoutName: true,
    });
  });

  it('are as many as a tip takes, and no more; one that was refused gives its place back', () => {
    let full = told;
    for (let number = 0; number < TIP_FILES_MAX; number += 1) full = declares(full, number).succeeds();
    declares(full, 9).refuses('quota-full', LIMITS);
    declares(full, 2).refuses('document-declared', { document: 'document-3' });
    const refused = full
      .when('record-arrival', { document: 'document-3', arrivedAt: full.file.now }, { by: SYSTEM })
      .succeeds()
      .when('refuse-document', { document: 'document-3', reason: 'malformed' }, { by: SYSTEM })
      .succeeds();
    declares(refused, 9).succeeds();
  });

  it('are as heavy together as a tip takes, to the byte', () => {
    const first = declares(told, 1, { sizeBytes: TIP_BYTES_MAX - 1_000 }).succeeds();
    declares(first, 2, { sizeBytes: 1_000 }).succeeds();
    declares(first, 2, { sizeBytes: 1_001 }).refuses('quota-full', LIMITS);
  });

  it('are announced so often and no more, whatever became of those before', () => {
    let tried = told;
    for (let number = 1; number <= TIP_FILES_TRIED_MAX; number += 1) {
      const id = `document-${number}`;
      tried = declares(tried, number)
        .succeeds()
        .when('record-arrival', { document: id, arrivedAt: tried.file.now }, { by: SYSTEM })
        .succeeds()
        .when('refuse-document', { document: id, reason: 'malformed' }, { by: SYSTEM })
        .succeeds();
    }
    declares(tried, 99).refuses('documents-too-many', { filesMax: TIP_FILES_TRIED_MAX });
  });

  it('come no faster than the case can look at them, and take no tip its place', () => {
    const flooded = told.and(
      Array.from({ length: TIP_FILES_AT_ONCE_MAX }, (_each, index) => ({
        type: 'document.declared.v1' as const,
        data: { document: `document-${index + 1}` },
        content: {
          ...PHOTO,
          purpose: 'tip-file',
          attachedTo: 'tip-7',
          sha256: sha256(`flood ${index}`),
          by: 'unnamed',
        },
      })),
    );
    const { word, facts } = declares(flooded, 1).refused();
    expect(word).toBe('tip-files-too-many');
    const retryAt = String(facts['retryAt']);
    const early = { by: ANYBODY, at: after(retryAt, -1) };
    flooded.when('declare-document', file(1), early).refuses('tip-files-too-many', { retryAt });
    flooded.when('declare-document', file(1), { by: ANYBODY, at: retryAt }).succeeds();
    flooded.when('send-tip', { receipt, text: 'More.', language: 'es' }, { by: ANYBODY }).succeeds();
  });
});
