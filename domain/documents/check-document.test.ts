import { describe, expect, it } from 'vitest';
import { after, caseIn, SYSTEM, type ToldFact, WITNESS } from '../../test/support/cast.ts';
import { documentOf as document, PHOTO, foundUsable as usable } from '../../test/support/documents/photo.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { filed } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { profileOf } from '../profiles/profiles.ts';
import { subjectOf } from '../state.ts';
import { lockedUntil } from './check-document.ts';
import {
  DOCUMENT_BYTES_MAX,
  PART_BYTES,
  PARTS_FROM_BYTES,
  partsOf,
  READINGS_NAMED_MAX,
  UPLOAD_DAYS_MAX,
} from './limits.ts';

const MS_PER_DAY = 86_400_000;
const open = given(...caseIn('integrity-pact', 'tender-observation'), filed('observation-1'));
const declared = open.when('declare-document', PHOTO, { by: WITNESS }).succeeds();

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

describe('a large file', () => {
  it.each([
    [PARTS_FROM_BYTES - 1, 0],
    [PARTS_FROM_BYTES, 3],
    [4 * PART_BYTES, 4],
    [4 * PART_BYTES + 1, 5],
    [DOCUMENT_BYTES_MAX, 30],
  ])('of %d bytes comes in %d parts', (sizeBytes, parts) => {
    expect(partsOf(sizeBytes)).toBe(parts);
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
    checking
      .when('record-arrival', { ...arrival, document: 'document-9' }, { by: SYSTEM })
      .refuses('document-unknown', {
        document: 'document-9',
      });
    const none = { document: 'document-9' };
    checking.when('accept-document', { ...accept, ...none }, { by: SYSTEM }).refuses('document-unknown', none);
    checking
      .when('refuse-document', { ...none, reason: 'malformed' }, { by: SYSTEM })
      .refuses('document-unknown', none);
    checking.when('lapse-upload', none, { by: SYSTEM }).refuses('nothing-to-lapse');
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
    for (const copy of ['original', 'preview'])
      usable(declared)
        .when('record-reading', { ...reading, copy }, { by: SYSTEM })
        .succeeds();
    usable(declared)
      .when('record-reading', { ...reading, copy: 'screenshot' }, { by: SYSTEM })
      .cannotTake('copy');
  });

  it('names the latest readings, and counts all', () => {
    const before = usable(declared);
    const READ: ToldFact = {
      type: 'document.read.v1',
      data: { document: 'document-1' },
      content: { by: 'authority-1', role: 'contracting-authority', copy: 'shared' },
    };
    const { state, entries } = before.and(Array.from({ length: READINGS_NAMED_MAX + 2 }, () => READ)).file;
    const { readings, readIn = [] } = subjectOf(state.subjects, 'document', 'document-1') ?? {};
    expect(readings).toBe(READINGS_NAMED_MAX + 2);
    const last = entries.length;
    expect(readIn.map(({ recordedIn }) => recordedIn)).toEqual(
      Array.from({ length: READINGS_NAMED_MAX }, (_, index) => last - READINGS_NAMED_MAX + 1 + index),
    );
  });

  it('is that its original is locked for the months of the profile', () => {
    const profile = profileOf(declared.head.profile);
    expect(lockedUntil({ profile, now: '2026-03-02T15:00:00.000Z' })).toBe('2036-03-02T00:00:00.000Z');
  });
});
