import { describe, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import { ANYBODY, caseIn, SECOND_WITNESS, WITNESS } from '../../test/support/cast.ts';
import { PHOTO } from '../../test/support/documents/photo.ts';
import { given } from '../../test/support/specification.ts';
import { filed } from '../../test/support/watch-facts.ts';
import {
  CASE_BYTES_MAX,
  CASE_FILES_MAX,
  CITIZENS_BYTES_MAX,
  CITIZENS_FILES_MAX,
  FILES_PER_THING_MAX,
  PERSON_BYTES_MAX,
  PERSON_FILES_MAX,
} from './limits.ts';

const open = given(...caseIn('integrity-pact', 'tender-observation'), filed('observation-1'));

describe('room', () => {
  const told = (count: number, over: object = {}) => ({
    ...PHOTO,
    purpose: 'access-copy',
    attachedTo: 'access:contract',
    sha256: sha256(`file ${count}`),
    ...over,
  });

  it('is counted for each thing', () => {
    let full = open;
    for (let count = 0; count < FILES_PER_THING_MAX; count += 1)
      full = full.when('declare-document', told(count), { by: WITNESS }).succeeds();
    full
      .when('declare-document', told(999), { by: WITNESS })
      .refuses('documents-too-many', { filesMax: FILES_PER_THING_MAX });
  });

  it('is counted for each person', () => {
    const large = { name: 'visit.mp4', mediaType: 'video/mp4', sizeBytes: 500_000_000 };
    let full = open;
    for (let count = 0; count < 40; count += 1)
      full = full.when('declare-document', told(count, large), { by: WITNESS }).succeeds();
    full
      .when('declare-document', told(999), { by: WITNESS })
      .refuses('quota-full', { of: 'person', filesMax: 1_000, bytesMax: PERSON_BYTES_MAX });
    full.when('declare-document', told(999), { by: SECOND_WITNESS }).succeeds();
  });

  /** So many files that came before, each on its own thing. */
  const before = (count: number, over: object) =>
    Array.from({ length: count }, (_each, index) => {
      const { name: _, ...file } = PHOTO;
      const content = { ...file, sha256: sha256(`before ${index}`), by: WITNESS.person, ...over };
      return { type: 'document.declared.v1' as const, data: { document: `document-${index + 1}` }, content };
    });

  it('is counted by files too, to the last', () => {
    const asks = (count: number) =>
      open.and(before(count, { sizeBytes: 1 })).when('declare-document', told(9_999), { by: WITNESS });
    asks(PERSON_FILES_MAX - 1).succeeds();
    asks(PERSON_FILES_MAX).refuses('quota-full', {
      of: 'person',
      filesMax: PERSON_FILES_MAX,
      bytesMax: PERSON_BYTES_MAX,
    });
  });

  it('is counted for all citizens as one, whoever they are', () => {
    const receipt = '0123456789abcdef0123456789abcdef';
    const tip = open.when('send-tip', { receipt, text: 'Look.', language: 'es' }, { by: ANYBODY }).succeeds();
    const file = { ...PHOTO, purpose: 'tip-file', attachedTo: 'tip-1', receipt };
    const sent = (count: number) => before(count, { purpose: 'tip-file', attachedTo: 'tip-2', by: 'unnamed' });
    // Of so many files at once a case would hear again the next day only.
    const at = new Date(Date.parse(tip.file.now) + 86_400_000).toISOString();
    tip
      .and(sent(CITIZENS_FILES_MAX - 1))
      .when('declare-document', file, { by: ANYBODY, at })
      .succeeds();
    tip
      .and(sent(CITIZENS_FILES_MAX))
      .when('declare-document', file, { by: ANYBODY, at })
      .refuses('quota-full', { of: 'citizens', filesMax: CITIZENS_FILES_MAX, bytesMax: CITIZENS_BYTES_MAX });
  });

  it('is counted for the case', () => {
    const { name: _, ...file } = PHOTO;
    const large = Array.from({ length: 100 }, (_each, index) => ({
      type: 'document.declared.v1' as const,
      data: { document: `document-${index + 1}` },
      content: { ...file, sha256: sha256(`large ${index}`), sizeBytes: 500_000_000, by: `witness-${index}` },
    }));
    open
      .and(large)
      .when('declare-document', told(999), { by: WITNESS })
      .refuses('quota-full', { of: 'case', filesMax: CASE_FILES_MAX, bytesMax: CASE_BYTES_MAX });
  });
});
