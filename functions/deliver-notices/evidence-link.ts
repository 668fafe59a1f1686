import type { RecordEntry } from '../../events/record.ts';
import { bundleLink } from '../_http/bundle-operation.ts';
import { isAccredited } from '../_notices/serves.ts';
import type { EndpointOwner, Message } from '../_ports/outbox-ports.ts';
import { type CaseStore, OutsideFailure } from '../_ports/ports.ts';
import { stateOf } from '../_record/state-codec.ts';

type OfFact = Extract<Message, { of: 'fact' }>;

/** The fact that a message tells, as it stands in the record. */
export const entryOf = async (cases: CaseStore, what: Pick<OfFact, 'case' | 'version'>): Promise<RecordEntry> => {
  const { items } = await cases.entries({ case: what.case, after: what.version - 1, limit: 1 });
  const [entry] = items;
  if (entry?.version !== what.version) throw new OutsideFailure('The record: an event that was announced is not there');
  return entry;
};

/** Where the evidence of an escalation is, in the message that tells an authority that it was sent to it; undefined in every other. */
export const evidenceFor = (entry: RecordEntry, owner: EndpointOwner): string | undefined =>
  entry.type === 'escalation.sent.v1' &&
  'controlAuthority' in owner &&
  owner.controlAuthority === entry.data.controlAuthority
    ? bundleLink(entry.stream, entry.data.escalation)
    : undefined;

/** The same in a message to somebody: for who is accredited for that authority, and for nobody else who is told. */
export const evidenceForPerson = async (
  cases: CaseStore,
  what: Message,
  person: string,
): Promise<string | undefined> => {
  if (what.of !== 'fact' || what.kind !== 'escalation.sent.v1') return undefined;
  const entry = await entryOf(cases, what);
  if (entry.type !== 'escalation.sent.v1') return undefined;
  const { controlAuthority } = entry.data;
  const { head } = stateOf(await cases.read({ case: what.case, subjects: [] }));
  return head !== undefined && isAccredited(head, { person, controlAuthority })
    ? evidenceFor(entry, { controlAuthority })
    : undefined;
};
