import { seesAll } from '../observations/seal.ts';
import {
  mayReadAccount,
  mayReadLead,
  mayReadObservation,
  mayReadOwn,
  mayReadQuestion,
  mayReadReport,
  mayReadTip,
  type Reading,
} from '../reading/may-read.ts';
import { type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { thingOf } from './purposes.ts';

type Document = SubjectOf<'document'>;
export type ReadingThings = Reading & { readonly subjects: Subjects };

/** The things that must be at hand to tell who may read a document. */
export const behindDocument = ({ attachedTo }: Pick<Document, 'attachedTo'>): readonly string[] => thingOf(attachedTo);

/** What decides who reads a file, also of one that is only about to be declared. */
export type Attached = Pick<Document, 'purpose' | 'attachedTo' | 'by' | 'redacts' | 'redactedBy'>;

/**
 * Who may read what hangs on a thing: whoever may read the thing. What is not at hand counts as sealed. Where something was left out of
 * a document, people outside read that version and the original no more.
 */
export const mayReadAttached = (reading: ReadingThings, document: Attached): boolean => {
  const { reader, head } = reading;
  if (document.redactedBy !== undefined && !seesAll(reader, head) && reader.person !== document.by) return false;
  const { subjects } = reading;
  const { attachedTo: thing, redacts } = document;
  switch (document.purpose) {
    case 'observation-evidence':
    case 'reply-attachment':
      return mayReadSaid(reading, thing);
    case 'pact-text':
      return true;
    // It bears the names and signatures of those who constituted the committee.
    case 'signed-act':
      return redacts !== undefined || mayReadAccount(reading);
    case 'report-annex': {
      const report = subjectOf(subjects, 'report', thing);
      return report !== undefined && mayReadReport(reading, report);
    }
    case 'tip-file': {
      const tip = subjectOf(subjects, 'tip', thing);
      return tip !== undefined && mayReadLead(reading, tip);
    }
    // Bids are secret, and what the team obtained need not be the team’s to publish.
    case 'access-copy':
      return redacts !== undefined || seesAll(reader, head);
  }
};

const mayReadSaid = (reading: ReadingThings, thing: string): boolean => {
  const observation = subjectOf(reading.subjects, 'observation', thing);
  if (observation !== undefined) return mayReadOwn(reading, observation) || mayReadObservation(reading, observation);
  const question = subjectOf(reading.subjects, 'question', thing);
  return question !== undefined && mayReadQuestion(reading, question);
};

/** Whether somebody may know of a document. Who is outside knows of it once it is usable: until then it is a name that somebody sent. */
export const mayReadDocument = (reading: ReadingThings, document: Document): boolean => {
  if (document.by === reading.reader.person && document.purpose !== 'tip-file') return true;
  if (!mayReadAttached(reading, document)) return false;
  return document.state === 'usable' || seesAll(reading.reader, reading.head);
};

/** What a file was called by whoever handed it in: of a tip, that is told to those alone who may learn who sent it. */
export const mayReadFileName = (reading: Reading, { purpose }: Pick<Document, 'purpose'>): boolean =>
  purpose !== 'tip-file' || mayReadTip(reading);

/**
 * The original still says where and with what a photo was taken: it is for those who see the case whole, and for who handed it in. That
 * of a tip’s file is nobody’s: it could tell who sent the tip, and stays sealed.
 */
export const mayReadOriginal = (
  { reader, head }: Reading,
  { purpose, by }: Pick<Document, 'purpose' | 'by'>,
): boolean => purpose !== 'tip-file' && (by === reader.person || seesAll(reader, head));

const PUBLIC = { roles: ['public'] as const };

/** Whether everybody may read it: readings of such a one are not recorded. */
export const isEverybodys = (reading: Omit<ReadingThings, 'reader'>, document: Attached): boolean =>
  mayReadAttached({ ...reading, reader: PUBLIC }, document);
