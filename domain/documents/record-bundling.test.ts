import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import { COORDINATOR, caseIn, SYSTEM, WITNESS } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { filed } from '../../test/support/watch-facts.ts';
import { versionToBundle } from './evolve-documents.ts';
import { BUNDLED_AT_ONCE_MAX, BUNDLINGS_NAMED_MAX } from './limits.ts';

const PHOTO = {
  name: 'IMG 0042.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 50_000,
  sha256: sha256('photo'),
  purpose: 'observation-evidence',
  attachedTo: 'observation-1',
};
const OTHER = { ...PHOTO, sha256: sha256('other'), attachedTo: 'observation-2' };
const grave = { type: 'finding', category: 'documentsForm', severity: 'grave' } as const;
const open = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', grave),
  filed('observation-2', grave),
);

const usable = (before: Given, document: string): Given =>
  before
    .when('record-arrival', { document, arrivedAt: before.file.now }, { by: SYSTEM })
    .succeeds()
    .when(
      'accept-document',
      { document, is: 'photo', mediaType: 'image/jpeg', lockedUntil: '2036-03-02T00:00:00.000Z' },
      { by: SYSTEM },
    )
    .succeeds();
const declared = (before: Given, file: object): Given =>
  before.when('declare-document', file, { by: WITNESS }).succeeds();
const letter = { findings: ['observation-1'], controlAuthority: 'internal-control', letter: 'See.' };
const sent = usable(usable(declared(declared(open, PHOTO), OTHER), 'document-1'), 'document-2')
  .when('escalate-findings', letter, { by: WITNESS })
  .succeeds();
const awaited = declared(sent, { ...PHOTO, sha256: sha256('third') });

const GIVEN = {
  escalation: 'escalation-1',
  asOf: 9,
  part: 1,
  documents: ['document-1'],
  copy: 'original',
  by: 'control-1',
  role: 'control-authority',
};
const { escalation, asOf, part, ...confided } = GIVEN;
const bundling = (before: Given, over: object = {}) =>
  before.when('record-bundling', { ...GIVEN, ...over }, { by: SYSTEM });
const documentOf = ({ file }: Given, id: string) => file.state.subjects.get(id);

describe('documents that somebody is given in a bundle', () => {
  it('say so in their own state; which they are, and to whom they were given, is content alone', () => {
    const after = bundling(sent).records({
      type: 'document.bundled.v1',
      data: { escalation, asOf, part },
      content: confided,
    });
    const recordedIn = after.file.entries.length;
    expect(documentOf(after, 'document-1')).toMatchObject({
      bundledIn: [{ recordedIn, bundledAt: after.file.now, escalation }],
      readings: 0,
    });
    expect(documentOf(after, 'document-2')).not.toHaveProperty('bundledIn');
  });

  it('belong to what was escalated, and are usable', () => {
    bundling(sent, { documents: ['document-1', 'document-2'] }).refuses('document-unknown', { document: 'document-2' });
    bundling(sent, { documents: ['document-9'] }).refuses('document-unknown', { document: 'document-9' });
    bundling(awaited, { documents: ['document-3'] }).refuses('document-state', { state: 'awaited' });
    bundling(sent, { escalation: 'escalation-9' }).refuses('escalation-unknown', { escalation: 'escalation-9' });
  });

  it('are said by the house alone, some at a time', () => {
    sent.when('record-bundling', GIVEN, { by: COORDINATOR }).refuses('not-permitted');
    const many = Array.from({ length: BUNDLED_AT_ONCE_MAX + 1 }, (_, index) => `document-${index + 1}`);
    bundling(sent, { documents: many }).cannotTake('documents');
    bundling(sent, { documents: [] }).cannotTake('documents');
  });

  it('name the latest of their bundles, and all of them are on record', () => {
    let after = sent;
    for (let count = 0; count <= BUNDLINGS_NAMED_MAX; count += 1) after = bundling(after).succeeds();
    const document = documentOf(after, 'document-1');
    expect(document?.kind === 'document' ? document.bundledIn?.length : 0).toBe(BUNDLINGS_NAMED_MAX);
  });
});

describe('the version of a case that a bundle tells of', () => {
  const versionOf = ({ file }: Given): number | undefined =>
    file.state.head === undefined ? undefined : versionToBundle(file.state.head, file.entries.length);

  it('stays the same while nothing but bundles is given, and goes on with what is recorded then', () => {
    const before = sent.file.entries.length;
    const bundled = bundling(bundling(sent).succeeds()).succeeds();
    expect([versionOf(sent), versionOf(bundled)]).toEqual([before, before]);
    const later = declared(bundled, { ...PHOTO, sha256: sha256('fourth') });
    expect(versionOf(later)).toBe(later.file.entries.length);
    expect(versionOf(bundling(later).succeeds())).toBe(later.file.entries.length);
  });
});
