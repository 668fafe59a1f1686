import { publicationOf } from '../../domain/documents/publication.ts';
import { mayReadTip } from '../../domain/reading/may-read.ts';
import { subjectOf } from '../../domain/state.ts';
import type { Content } from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import type { CustodyStep } from '../_http/document-operations.ts';
import type { QueryPorts } from '../_http/operation.ts';
import { subjectsAtHand } from '../_queries/case-at-hand.ts';
import type { Document, ReadingThings } from './document-queries.ts';

type Ports = Pick<QueryPorts, 'cases'>;
type Contents = ReadonlyMap<number, Content>;

/**
 * Where a document was and who had it in hand, each step with the event that proves it. Who read it, and who was given it in a bundle, is
 * told to those who answer for the case.
 */
export const custodyOf = async (
  ports: Ports,
  document: Document,
  reading: ReadingThings,
): Promise<readonly CustodyStep[]> => {
  const namesReaders = mayReadTip(reading);
  const { readIn, bundledIn = [] } = document;
  const named = namesReaders ? [...readIn, ...bundledIn].map(({ recordedIn }) => recordedIn) : [];
  const contents = await ports.cases.contents({ case: reading.head.case, versions: named });
  const given = [
    ...(namesReaders ? readIn.map((each) => readStep(each, { contents, reading })) : []),
    ...bundledIn.map((each) => bundledStep(each, { contents, reading })),
    ...(await publishedStep(ports, document, reading)),
  ];
  return [...comingSteps(document, reading), ...given.toSorted((one, other) => (one.at < other.at ? -1 : 1))];
};

const eventOf = ({ head }: ReadingThings, version: number): string => `${head.case}@${version}`;

/** How it came, and what became of it in its examination. */
const comingSteps = (document: Document, reading: ReadingThings): readonly CustodyStep[] => {
  const { declaredAt, recordedIn, arrivedAt, arrivedIn, checkedAt, checkedIn, state, sha256 } = document;
  const by = document.purpose === 'tip-file' ? {} : { by: document.by };
  const declared = { step: 'declared' as const, at: declaredAt, event: eventOf(reading, recordedIn), ...by };
  const arrived =
    arrivedAt === undefined || arrivedIn === undefined
      ? []
      : [{ step: 'arrived' as const, at: arrivedAt, event: eventOf(reading, arrivedIn) }];
  if (checkedAt === undefined || checkedIn === undefined) return [declared, ...arrived];
  const checked = { at: checkedAt, event: eventOf(reading, checkedIn) };
  if (state === 'refused') return [declared, ...arrived, { step: 'refused', ...checked }];
  const copies = [document.shared, document.preview].filter((copy) => copy !== undefined);
  return [
    declared,
    ...arrived,
    { step: 'sealed', ...checked, sha256 },
    ...copies.map((copy) => ({ step: 'derived' as const, ...checked, sha256: copy.sha256, by: copy.by })),
  ];
};

interface Told {
  readonly contents: Contents;
  readonly reading: ReadingThings;
}

const readStep = ({ recordedIn, readAt }: Document['readIn'][number], { contents, reading }: Told): CustodyStep => ({
  step: 'read',
  at: readAt,
  event: eventOf(reading, recordedIn),
  ...readerIn(contents.get(recordedIn)),
});

const bundledStep = (
  { recordedIn, bundledAt, escalation }: NonNullable<Document['bundledIn']>[number],
  { contents, reading }: Told,
): CustodyStep => ({
  step: 'bundled',
  at: bundledAt,
  event: eventOf(reading, recordedIn),
  escalation,
  ...readerIn(contents.get(recordedIn)),
});

const readerIn = (content: Content | undefined): { by?: string } => {
  const by = content?.body['by'];
  return typeof by === 'string' ? { by } : {};
};

/** Since when it is everybody’s, and the event that made it so: that of the embargo’s end, where the clock did. */
const publishedStep = async (
  ports: Ports,
  document: Document,
  reading: ReadingThings,
): Promise<readonly CustodyStep[]> => {
  const { redactedBy } = document;
  const redaction = await subjectsAtHand(ports, reading.head.case, redactedBy === undefined ? [] : [redactedBy]);
  const behind = { ...reading, subjects: new Map([...reading.subjects, ...redaction]) };
  const publication = publicationOf(behind, document);
  if (publication === undefined) return [];
  const recordedAt = await recordedAtOf(ports, reading, publication.recordedIn);
  const { embargo } = publication;
  if (embargo === undefined || embargo.until <= recordedAt)
    return [{ step: 'published', at: recordedAt, event: eventOf(reading, publication.recordedIn) }];
  const taken = redactedBy === undefined ? undefined : subjectOf(redaction, 'document', redactedBy)?.checkedAt;
  return taken !== undefined && taken <= embargo.until
    ? []
    : [{ step: 'published', at: embargo.until, event: eventOf(reading, embargo.recordedIn) }];
};

const recordedAtOf = async ({ cases }: Ports, { head }: ReadingThings, version: number): Promise<Instant> => {
  const { items } = await cases.entries({ case: head.case, after: version - 1, limit: 1 });
  const [entry] = items;
  if (entry?.version !== version) throw new Error('What is folded is on record.');
  return entry.recordedAt;
};
