import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import { AUTHORITY, at, COORDINATOR, caseIn, day, SYSTEM, WITNESS } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  asked,
  awarded,
  drafted,
  extended,
  filed,
  published,
  released,
  releaseProposed,
} from '../../test/support/watch-facts.ts';
import { subjectOf } from '../state.ts';
import { publicationOf } from './publication.ts';

const FILE = {
  name: 'IMG 0042.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 50_000,
  purpose: 'observation-evidence',
  attachedTo: 'observation-1',
};

let files = 0;
/** Hands a file in and finds it usable. */
const withFile = (before: Given, over: object = {}, by = WITNESS): Given => {
  files += 1;
  const document = `document-${before.head.numbers['document'] === undefined ? 1 : before.head.numbers['document'] + 1}`;
  return before
    .when('declare-document', { ...FILE, sha256: sha256(`file ${files}`), ...over }, { by })
    .succeeds()
    .when('record-arrival', { document, arrivedAt: before.file.now }, { by: SYSTEM })
    .succeeds()
    .when(
      'accept-document',
      { document, is: 'photo', mediaType: 'image/jpeg', lockedUntil: day(3_650) },
      { by: SYSTEM },
    )
    .succeeds();
};

const publicationIn = ({ file, head }: Given, id = 'document-1', now = file.now) => {
  const document = subjectOf(file.state.subjects, 'document', id);
  if (document === undefined) throw new Error('It was handed in.');
  return publicationOf({ head, subjects: file.state.subjects, reader: { roles: [] }, now }, document);
};
const versionIn = ({ file }: Given): number => file.entries.length;

const review = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { visibility: 'after-award' }),
  filed('observation-2', { visibility: 'restricted' }),
  filed('observation-3'),
);

describe('what made a document everybody’s', () => {
  it('is its own check, where the thing was open before', () => {
    const handedIn = withFile(review, { attachedTo: 'observation-3' });
    expect(publicationIn(handedIn)).toEqual({ recordedIn: versionIn(handedIn) });
    expect(publicationIn(handedIn.and(awarded()))).toEqual({ recordedIn: versionIn(handedIn) });
  });

  it('is the award, for what waits for it, also where the award is corrected later', () => {
    const sealed = withFile(review);
    expect(publicationIn(sealed)).toBeUndefined();
    const open = sealed.and(awarded());
    expect(publicationIn(open)).toEqual({ recordedIn: versionIn(open) });
    const later = withFile(open);
    expect(publicationIn(later, 'document-2')).toEqual({ recordedIn: versionIn(later) });
    expect(publicationIn(later)).toEqual({ recordedIn: versionIn(open) });
  });

  it('is the end of its embargo, which the clock brings and an event set', () => {
    const extension = withFile(review).and(extended('observation-1', day(20)));
    const open = extension.and(awarded());
    expect(publicationIn(open)).toBeUndefined();
    expect(publicationIn(open, 'document-1', day(20))).toEqual({
      recordedIn: versionIn(open),
      embargo: { until: day(20), recordedIn: versionIn(extension) },
    });
  });

  it('is the release, for what is restricted', () => {
    const sealed = withFile(review, { attachedTo: 'observation-2' });
    expect(publicationIn(sealed.and(awarded()))).toBeUndefined();
    const open = sealed.and(releaseProposed('observation-2'), released('observation-2'));
    expect(publicationIn(open)).toEqual({ recordedIn: versionIn(open) });
  });

  it('is the publication of the report that it is annexed to', () => {
    const annexed = withFile(review.and(drafted('report-1', 'tender-observation')), {
      purpose: 'report-annex',
      attachedTo: 'report-1',
    });
    expect(publicationIn(annexed)).toBeUndefined();
    const open = annexed.and(published('report-1', 'tender-observation'));
    expect(publicationIn(open)).toEqual({ recordedIn: versionIn(open) });
  });

  it('is the award for an answer to a question that waits for it', () => {
    const question = review.and(asked('question-1', { visibility: 'after-award' }));
    const answered = withFile(question, { purpose: 'reply-attachment', attachedTo: 'question-1' }, AUTHORITY);
    expect(publicationIn(answered)).toBeUndefined();
    const open = answered.and(awarded());
    expect(publicationIn(open)).toEqual({ recordedIn: versionIn(open) });
  });

  it('stays what it was when something is left out later, and is none where that came first', () => {
    const over = { redacts: 'document-1', reason: 'A face.' };
    const open = withFile(review, { attachedTo: 'observation-3' });
    const redacted = withFile(open, { attachedTo: 'observation-3', ...over }, COORDINATOR);
    expect(publicationIn(redacted)).toEqual({ recordedIn: versionIn(open) });
    expect(publicationIn(redacted, 'document-2')).toEqual({ recordedIn: versionIn(redacted) });
    const before = withFile(withFile(review), over, COORDINATOR).and(...at(day(3), awarded()));
    expect(publicationIn(before)).toBeUndefined();
    expect(publicationIn(before, 'document-2')).toEqual({ recordedIn: versionIn(before) });
  });
});
