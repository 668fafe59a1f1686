import { contentKey, DIRECTORY, headKey, listingKey, subjectKey } from '../_ports/aws/table-keys.ts';
import type { RawItem } from '../_ports/ports.ts';
import { headItem, listingItem, subjectItem } from '../_ports/written-items.ts';
import type { Wrong } from './flaws.ts';
import type { RawRecord } from './raw-record.ts';
import { isWritten, versionOf } from './same-item.ts';
import { listingOf, storedHead } from './state-codec.ts';
import { runFlaw, type Walk } from './walk-record.ts';

/** What can only be told at the end of a stream: that it is one, and that nothing claims to come after it. */
export const endFlaw = async (record: RawRecord, walk: Walk): Promise<Wrong | undefined> => {
  const { version } = walk;
  const head = record.items.get(headKey(record.case).sk);
  if (head === undefined && version === 0) return { flaw: 'no-case', firstBad: 0 };
  // A head that knows of more events than there are tells that the last ones were removed.
  if (versionOf(head) > version) return { flaw: 'head-wrong', firstBad: version + 1, item: 'head' };
  return runFlaw(record, walk);
};

/** What is wrong with the items that stand beside the events: the head, the things, and what has no business there. */
export const itemsFlaw = (record: RawRecord, walk: Walk): Wrong | undefined =>
  headFlaw(record, walk) ?? subjectFlaw(record, walk) ?? contentAddedFlaw(record, walk) ?? foreignFlaw(record, walk);

/** The head, and the entry in the directory beside it; an older head is its own entry. */
const headFlaw = ({ case: caseId, items }: RawRecord, { state, version, hash }: Walk): Wrong | undefined => {
  const wrong = (item: string): Wrong => ({ flaw: 'head-wrong', firstBad: version, item });
  if (state.head === undefined) return wrong('head');
  const found = items.get(headKey(caseId).sk);
  const head = headItem({ case: caseId, head: storedHead(state, { version, hash }) });
  const listing = listingItem(listingOf(state.head));
  const entered = items.get(listingKey(caseId).sk);
  const listsItself = entered === undefined && found?.attributes[DIRECTORY.partitionKey] !== undefined;
  if (!isWritten(found, listsItself ? { ...listing, ...head } : head)) return wrong('head');
  return listsItself || isWritten(entered, listing) ? undefined : wrong('listing');
};

const SUBJECT = 'SUBJECT#';

const subjectFlaw = (record: RawRecord, { state, version, touchedBy }: Walk): Wrong | undefined => {
  const lastOf = new Map(
    record.events.flatMap(({ entry }) => (entry === undefined ? [] : [[entry.command, entry.version]])),
  );
  const expected = new Set<string>();
  for (const [id, subject] of state.subjects) {
    const key = subjectKey(record.case, id);
    expected.add(key.sk);
    const savedAs = lastOf.get(touchedBy.get(id) ?? '') ?? version;
    const written = subjectItem(record.case, { id, version: savedAs, state: JSON.stringify(subject) });
    if (!isWritten(record.items.get(key.sk), written)) return { flaw: 'subject-wrong', firstBad: savedAs, item: id };
  }
  const added = itemsUnder(record, SUBJECT).find(({ sk }) => !expected.has(sk));
  return added === undefined ? undefined : { flaw: 'subject-wrong', firstBad: version, item: nameOf(record, added) };
};

/** A thing is named by its id where it stands at the place of that id, else by its place. */
const nameOf = ({ case: caseId }: RawRecord, { sk, attributes: { id } }: RawItem): string =>
  typeof id === 'string' && subjectKey(caseId, id).sk === sk ? id : sk;

const CONTENT = 'CONTENT#';

/** The contents up to the last event were looked at with their events: what else stands among them was added. */
const contentAddedFlaw = (record: RawRecord, { version }: Walk): Wrong | undefined => {
  const known = new Set(record.events.map((_, index) => contentKey(record.case, index + 1).sk));
  const added = itemsUnder(record, CONTENT).find(({ sk }) => !known.has(sk));
  if (added === undefined) return undefined;
  const place = added.sk.slice(CONTENT.length);
  const firstBad = /^\d{9}$/.test(place) ? Number(place) : version;
  return { flaw: 'content-added', firstBad, item: `content ${place.replace(/^0+(?=\d)/, '')}` };
};

const KNOWN_PLACES = /^(EVENT#|CONTENT#|SUBJECT#|HEAD$|LISTING$)/;

const foreignFlaw = ({ items }: RawRecord, { version }: Walk): Wrong | undefined => {
  const foreign = [...items.keys()].find((sk) => !KNOWN_PLACES.test(sk));
  return foreign === undefined ? undefined : { flaw: 'foreign', firstBad: version, item: foreign };
};

const itemsUnder = ({ items }: RawRecord, prefix: string): readonly RawItem[] =>
  [...items.values()].filter(({ sk }) => sk.startsWith(prefix));
