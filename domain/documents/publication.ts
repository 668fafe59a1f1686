import type { Instant } from '../../events/shapes.ts';
import type { Head, SubjectOf } from '../state.ts';
import { subjectOf } from '../state.ts';
import { isEverybodys, type ReadingThings } from './may-read-document.ts';

type Document = SubjectOf<'document'>;

/** What made a document everybody’s: the last of the events that it took, and the end of an embargo, which the clock brings. */
export interface Publication {
  readonly recordedIn: number;
  readonly embargo?: { readonly until: Instant; readonly recordedIn: number };
}

/**
 * What made a document everybody’s, from what is on record: nothing is recorded twice. One of which something was left out later was
 * everybody’s until then. Undefined where it never was, or where an older record does not tell what made it so.
 */
export const publicationOf = (reading: ReadingThings, document: Document): Publication | undefined => {
  const { redactedBy, ...asItCame } = document;
  const { state, checkedIn } = document;
  if (state !== 'usable' || checkedIn === undefined || !isEverybodys(reading, asItCame)) return undefined;
  const opening = openingOf(reading, document);
  if (opening === undefined) return undefined;
  const published = { ...opening, recordedIn: Math.max(checkedIn, opening.recordedIn) };
  if (redactedBy === undefined) return published;
  const redaction = subjectOf(reading.subjects, 'document', redactedBy);
  return redaction?.checkedIn !== undefined && published.recordedIn < redaction.checkedIn ? published : undefined;
};

/** What opened the thing that a document hangs on; where nothing had to, the document's own coming did. */
const openingOf = ({ head, subjects }: ReadingThings, document: Document): Publication | undefined => {
  const { purpose, attachedTo, recordedIn } = document;
  switch (purpose) {
    case 'pact-text':
    case 'signed-act':
    case 'access-copy':
      return { recordedIn };
    case 'report-annex':
      return inEvent(subjectOf(subjects, 'report', attachedTo)?.publishedIn);
    case 'observation-evidence':
    case 'reply-attachment': {
      const thing = subjectOf(subjects, 'observation', attachedTo) ?? subjectOf(subjects, 'question', attachedTo);
      return thing === undefined ? undefined : openingOfSaid(thing, head);
    }
    // The public never reads what hangs on a tip.
    case 'tip-file':
      return undefined;
  }
};

const openingOfSaid = (
  thing: SubjectOf<'observation'> | SubjectOf<'question'>,
  { embargoesLiftedIn }: Head,
): Publication | undefined => {
  const { recordedIn, visibility } = thing;
  if (visibility === 'restricted') return inEvent('releasedIn' in thing ? thing.releasedIn : undefined);
  if (visibility !== 'after-award') return { recordedIn };
  const lifted = inEvent(embargoesLiftedIn);
  if (thing.kind === 'question' || lifted === undefined) return lifted;
  const { embargoUntil: until, embargoExtendedIn: extendedIn } = thing;
  return until === undefined || extendedIn === undefined
    ? lifted
    : { ...lifted, embargo: { until, recordedIn: extendedIn } };
};

const inEvent = (recordedIn: number | undefined): Publication | undefined =>
  recordedIn === undefined ? undefined : { recordedIn };
