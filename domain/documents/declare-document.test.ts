import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import {
  ANYBODY,
  AUTHORITY,
  after,
  CHAIR,
  COORDINATOR,
  caseIn,
  SECOND_WITNESS,
  SYSTEM,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { filed } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { CASE_BYTES_MAX, CASE_FILES_MAX, FILES_PER_THING_MAX, PERSON_BYTES_MAX, UPLOAD_DAYS_MAX } from './limits.ts';

const MS_PER_DAY = 86_400_000;
const PHOTO = {
  name: 'IMG 0042.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 50_000,
  sha256: sha256('photo'),
  purpose: 'observation-evidence',
  attachedTo: 'observation-1',
};
const seen = (visibility: 'public' | 'after-award' | 'restricted') =>
  given(...caseIn('integrity-pact', 'tender-observation'), filed('observation-1', { visibility }));
const open = seen('public');
const declared = open.when('declare-document', PHOTO, { by: WITNESS }).succeeds();
const usable = (before: Given, document = 'document-1'): Given =>
  before
    .when('record-arrival', { document, arrivedAt: before.file.now }, { by: SYSTEM })
    .succeeds()
    .when(
      'accept-document',
      { document, is: 'photo', mediaType: 'image/jpeg', lockedUntil: '2036-03-02T00:00:00.000Z' },
      { by: SYSTEM },
    )
    .succeeds();

const document = ({ file }: Given, id = 'document-1') => file.state.subjects.get(id);

describe('a file', () => {
  it('is announced with what it is and what it belongs to; its name is content', () => {
    const { name, mediaType, ...told } = PHOTO;
    open.when('declare-document', PHOTO, { by: WITNESS }).records({
      type: 'document.declared.v1',
      data: { document: 'document-1', told: told as never },
      content: { ...told, name, mediaType, by: 'witness-1' },
    });
    expect(document(declared)).toMatchObject({ state: 'awaited', by: 'witness-1', attachedTo: 'observation-1' });
    expect(declared.head.documents).toEqual({ files: 1, bytes: 50_000 });
  });

  it.each(['after-award', 'restricted'] as const)(
    'of what is sealed (%s) is told to nobody by its event',
    (visibility) => {
      const { name, ...told } = PHOTO;
      seen(visibility)
        .when('declare-document', PHOTO, { by: WITNESS })
        .records({
          type: 'document.declared.v1',
          data: { document: 'document-1' },
          content: { ...told, name, by: 'witness-1' },
          ...(visibility === 'restricted' ? { withoutName: true as const } : {}),
        });
    },
  );

  it('is announced once: the same bytes again are the same document', () => {
    declared.when('declare-document', PHOTO, { by: WITNESS }).refuses('document-declared', { document: 'document-1' });
  });

  it('that was refused can be announced again', () => {
    const checking = declared
      .when('record-arrival', { document: 'document-1', arrivedAt: declared.file.now }, { by: SYSTEM })
      .succeeds();
    const refused = checking
      .when('refuse-document', { document: 'document-1', reason: 'malformed' }, { by: SYSTEM })
      .records({
        type: 'document.refused.v1',
        data: { document: 'document-1', reason: 'malformed' },
        content: { reason: 'malformed', quarantineDays: 30 },
      });
    expect(refused.head.documents).toEqual({ files: 0, bytes: 0 });
    refused.when('declare-document', PHOTO, { by: WITNESS }).succeeds();
  });

  it.each([
    ['a path', { name: '../etc/passwd.jpg' }, 'name'],
    ['a path of Windows', { name: 'C:\\photo.jpg' }, 'name'],
    ['no name', { name: '' }, 'name'],
    ['more than 255 bytes', { name: `${'ñ'.repeat(126)}.jpg` }, 'name'],
    ['no bytes', { sizeBytes: 0 }, 'sizeBytes'],
    ['more bytes than are taken', { sizeBytes: 500_000_001 }, 'sizeBytes'],
    ['no type', { mediaType: 'photo' }, 'mediaType'],
    ['no hash', { sha256: 'x' }, 'sha256'],
    ['nothing that it belongs to', { attachedTo: 'act-1' }, 'attachedTo'],
  ])('with %s cannot be announced', (_what, wrong, field) => {
    open.when('declare-document', { ...PHOTO, ...wrong }, { by: WITNESS }).cannotTake(field);
  });

  it.each(['foto nº 3 (río).jpg', '写真.JPG', `${'x'.repeat(251)}.jpg`, '.jpg'])('may be called %s', (name) => {
    open.when('declare-document', { ...PHOTO, name }, { by: WITNESS }).succeeds();
  });

  it.each(['page.html', 'drawing.svg', 'program.exe', 'noextension'])('called %s is not taken', (name) => {
    open.when('declare-document', { ...PHOTO, name }, { by: WITNESS }).refuses('document-type-unfit');
  });
});

describe('evidence', () => {
  it('is handed in by the author of the observation, while it stands', () => {
    open.when('declare-document', PHOTO, { by: SECOND_WITNESS }).refuses('not-the-author');
    open
      .when('declare-document', { ...PHOTO, attachedTo: 'observation-9' }, { by: WITNESS })
      .refuses('observation-unknown');
    open
      .when('withdraw-observation', { observation: 'observation-1', reason: 'Mistaken.' }, { by: WITNESS })
      .succeeds()
      .when('declare-document', PHOTO, { by: WITNESS })
      .refuses('observation-withdrawn');
    open.when('declare-document', PHOTO, { by: COORDINATOR }).refuses('purpose-unfit');
    open.when('declare-document', { ...PHOTO, attachedTo: 'pact' }, { by: WITNESS }).refuses('purpose-unfit');
  });

  it('of a finding that was not put to the authority looks absent to it', () => {
    const reply = { ...PHOTO, purpose: 'reply-attachment' };
    const hidden = open.when('declare-document', reply, { by: AUTHORITY }).refused();
    const absent = open
      .when('declare-document', { ...reply, attachedTo: 'observation-9' }, { by: AUTHORITY })
      .refused();
    expect(hidden.word).toBe(absent.word);
  });
});

describe('other purposes', () => {
  it.each([
    ['pact-text', 'pact', COORDINATOR],
    ['pact-text', 'pact', AUTHORITY],
    ['access-copy', 'access:bidding-documents', WITNESS],
  ])('%s is attached to %s', (purpose, attachedTo, by) => {
    open.when('declare-document', { ...PHOTO, purpose, attachedTo }, { by }).succeeds();
  });

  it('belong to their instrument', () => {
    const act = { ...PHOTO, purpose: 'signed-act', attachedTo: 'constitution' };
    open.when('declare-document', act, { by: COORDINATOR }).refuses('not-for-this-instrument');
    const committee = given(...caseIn('oversight-committee', 'tender-observation'));
    committee.when('declare-document', act, { by: CHAIR }).succeeds();
    committee
      .when('declare-document', { ...PHOTO, purpose: 'pact-text', attachedTo: 'pact' }, { by: COORDINATOR })
      .refuses('not-for-this-instrument');
  });

  it('need what they belong to', () => {
    open
      .when('declare-document', { ...PHOTO, purpose: 'report-annex', attachedTo: 'report-1' }, { by: WITNESS })
      .refuses('report-unknown');
    open
      .when('declare-document', { ...PHOTO, purpose: 'reply-attachment', attachedTo: 'question-1' }, { by: AUTHORITY })
      .refuses('question-unknown');
  });

  it('of a tip are for whoever holds its code', () => {
    const receipt = '0123456789abcdef0123456789abcdef';
    const told = open.when('send-tip', { receipt, text: 'Look.', language: 'es' }, { by: ANYBODY }).succeeds();
    const file = { ...PHOTO, purpose: 'tip-file', attachedTo: 'tip-1', receipt };
    const taken = told.when('declare-document', file, { by: ANYBODY }).succeeds();
    expect(JSON.stringify(taken.file.entries.at(-1))).not.toContain(receipt);
    told
      .when('declare-document', { ...file, receipt: 'fedcba9876543210fedcba9876543210' }, { by: ANYBODY })
      .refuses('tip-unknown', {});
    told.when('declare-document', { ...file, attachedTo: 'tip-2' }, { by: ANYBODY }).refuses('tip-unknown', {});
    told.when('declare-document', { ...file, purpose: 'pact-text' }, { by: ANYBODY }).refuses('purpose-unfit');
  });
});

describe('a new version', () => {
  const other = { ...PHOTO, sha256: sha256('better photo'), supersedes: 'document-1' };

  it('keeps the old one, and follows the newest of the same hand', () => {
    const next = declared.when('declare-document', other, { by: WITNESS }).succeeds();
    expect(document(next)).toMatchObject({ supersededBy: 'document-2' });
    expect(document(next, 'document-2')).toMatchObject({ supersedes: 'document-1' });
    next
      .when('declare-document', { ...other, sha256: sha256('third') }, { by: WITNESS })
      .refuses('document-superseded', { supersededBy: 'document-2' });
    declared
      .when('declare-document', { ...other, supersedes: 'document-7' }, { by: WITNESS })
      .refuses('document-unknown');
  });

  it('that is refused takes no place', () => {
    const lapsed = declared
      .when('declare-document', other, { by: WITNESS })
      .succeeds()
      .when(
        'lapse-upload',
        { document: 'document-2' },
        { by: SYSTEM, at: after(declared.file.now, UPLOAD_DAYS_MAX * MS_PER_DAY) },
      )
      .succeeds();
    expect(document(lapsed)).not.toHaveProperty('supersededBy');
  });
});

describe('a version with something left out', () => {
  const redaction = {
    ...PHOTO,
    sha256: sha256('without the face'),
    redacts: 'document-1',
    reason: 'A face was left out.',
  };

  it('is published by a coordinator, of a usable original, with the reason', () => {
    declared.when('declare-document', redaction, { by: COORDINATOR }).refuses('document-state', { state: 'awaited' });
    const ready = usable(declared);
    ready.when('declare-document', redaction, { by: WITNESS }).refuses('purpose-unfit');
    ready.when('declare-document', { ...redaction, reason: undefined }, { by: COORDINATOR }).refuses('reason-missing');
    ready
      .when('declare-document', { ...redaction, redacts: 'document-9' }, { by: COORDINATOR })
      .refuses('document-unknown');
    const announced = ready.when('declare-document', redaction, { by: COORDINATOR }).succeeds();
    expect(document(announced)).not.toHaveProperty('redactedBy');
    expect(document(usable(announced, 'document-2'))).toMatchObject({ redactedBy: 'document-2' });
  });
});

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
    let full = open;
    for (let count = 0; count < 40; count += 1)
      full = full.when('declare-document', told(count, { sizeBytes: 500_000_000 }), { by: WITNESS }).succeeds();
    full
      .when('declare-document', told(999), { by: WITNESS })
      .refuses('quota-full', { of: 'person', filesMax: 1_000, bytesMax: PERSON_BYTES_MAX });
    full.when('declare-document', told(999), { by: SECOND_WITNESS }).succeeds();
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

describe('a file that does not come', () => {
  const dueAt = after(declared.file.now, UPLOAD_DAYS_MAX * MS_PER_DAY);

  it('is awaited for days and then given up', () => {
    const lapse = { document: 'document-1' };
    declared.when('lapse-upload', lapse, { by: SYSTEM, at: after(dueAt, -1) }).refuses('term-running', { dueAt });
    const gone = declared.when('lapse-upload', lapse, { by: SYSTEM, at: dueAt }).records({
      type: 'document.refused.v1',
      data: { document: 'document-1', reason: 'not-arrived' },
      content: { reason: 'not-arrived' },
    });
    gone.when('lapse-upload', lapse, { by: SYSTEM }).refuses('nothing-to-lapse');
    usable(declared).when('lapse-upload', lapse, { by: SYSTEM, at: dueAt }).refuses('nothing-to-lapse');
  });

  it('is a deadline until it comes', () => {
    const changeOf = ({ file: { entries } }: Given) => entries.slice(-1).map((entry) => deadlineChange(entry));
    expect(changeOf(declared)).toEqual([
      { put: { id: 'upload:document-1', dueAt, operation: 'lapse-upload', input: { document: 'document-1' } } },
    ]);
    const arrival = { document: 'document-1', arrivedAt: declared.file.now };
    expect(changeOf(declared.when('record-arrival', arrival, { by: SYSTEM }).succeeds())).toEqual([
      { removed: 'upload:document-1' },
    ]);
  });
});

describe('what becomes of a file', () => {
  it('is recorded step by step, and each step once', () => {
    const arrival = { document: 'document-1', arrivedAt: declared.file.now };
    const accept = {
      document: 'document-1',
      is: 'photo',
      mediaType: 'image/jpeg',
      lockedUntil: '2036-01-01T00:00:00.000Z',
    };
    declared.when('accept-document', accept, { by: SYSTEM }).refuses('document-state', { state: 'awaited' });
    const checking = declared.when('record-arrival', arrival, { by: SYSTEM }).records({
      type: 'document.arrived.v1',
      data: { document: 'document-1' },
      content: { arrivedAt: declared.file.now },
    });
    checking.when('record-arrival', arrival, { by: SYSTEM }).refuses('document-state', { state: 'checking' });
    checking.when('record-arrival', { ...arrival, document: 'document-9' }, { by: SYSTEM }).refuses('document-unknown');
    const ready = checking.when('accept-document', accept, { by: SYSTEM }).records({
      type: 'document.usable.v1',
      data: { document: 'document-1', lockedUntil: '2036-01-01T00:00:00.000Z' },
      content: { is: 'photo', mediaType: 'image/jpeg' },
    });
    ready
      .when('refuse-document', { document: 'document-1', reason: 'malformed' }, { by: SYSTEM })
      .refuses('document-state', { state: 'usable' });
  });

  it('is also who read it, in the content alone', () => {
    const reading = { document: 'document-1', by: 'authority-1', role: 'contracting-authority', copy: 'shared' };
    declared.when('record-reading', reading, { by: SYSTEM }).refuses('document-state');
    const read = usable(declared)
      .when('record-reading', reading, { by: SYSTEM })
      .records({
        type: 'document.read.v1',
        data: { document: 'document-1' },
        content: { by: 'authority-1', role: 'contracting-authority', copy: 'shared' },
      });
    expect(document(read)).toMatchObject({ readings: 1 });
  });
});
