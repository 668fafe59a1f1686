import { type Content, GENESIS, hashContent, type Receipt, type RecordEntry, seal } from '../../events/record.ts';
import type { Append, CaseListing, StoredSubject } from '../../functions/_ports/ports.ts';

/** A digest that names something in a test: the same for the same number. */
export const digest = (number: number): string => number.toString(16).padStart(64, '0');

export const listingOf = (caseId: string, openedAt = '2026-01-05T10:00:00.000Z'): CaseListing => ({
  case: caseId,
  ocid: `ocds-213czf-${caseId}`,
  instrument: 'integrity-pact',
  stage: 'appointment',
  condition: 'running',
  openedAt,
});

/** Sealed entries of a case from `first` to `last`: members who accepted. Each commits to a content. */
export const entriesOf = async (caseId: string, first: number, last: number): Promise<RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (let version = first; version <= last; version += 1) {
    entries.push(
      await seal({
        id: `${caseId}@${version}`,
        type: 'member.accepted.v1',
        data: { person: `witness-${version}` },
        stream: caseId,
        version,
        recordedAt: '2026-01-05T10:00:00.000Z',
        observedAt: '2026-01-05T10:00:00.000Z',
        actor: { person: 'coordinator-1', role: 'coordinator' },
        command: digest(first),
        receiptHash: digest(first + 1),
        contentHash: await hashContent(contentOf(version)),
        previousHash: entries.at(-1)?.hash ?? GENESIS,
      }),
    );
  }
  return entries;
};

export const contentOf = (version: number): Content => ({
  version,
  salt: version.toString(16).padStart(32, '0'),
  body: { reason: `Añoranza «${version}» 漢字`, nested: { pages: [1, 2, null], sure: true } },
});

export const subject = (id: string, version: number, state = `{"of":"${id}"}`): StoredSubject => ({
  id,
  version,
  state,
});

export const receiptOf = (caseId: string, command: number, first: number, last: number): Receipt => ({
  command: digest(command),
  case: caseId,
  salt: 'e'.repeat(32),
  requestHash: digest(command + 1_000_000),
  first,
  last,
});

/** An append of `events` entries to a case at version `expectedVersion`; whatever else is given goes over it. */
export const appendTo = async (
  caseId: string,
  expectedVersion: number,
  options: Partial<Append> & { events?: number; command?: number } = {},
): Promise<Append> => {
  const { events = 1, command = expectedVersion + 1, ...given } = options;
  const last = expectedVersion + events;
  const entries = await entriesOf(caseId, expectedVersion + 1, last);
  return {
    case: caseId,
    expectedVersion,
    expectedSubjects: new Map(),
    head: { version: last, hash: entries.at(-1)?.hash ?? GENESIS, state: `{"version":${last}}` },
    listing: listingOf(caseId),
    entries,
    contents: entries.map(({ version }) => contentOf(version)),
    subjects: [],
    receipt: receiptOf(caseId, Number.parseInt(digest(command), 16) + hashOf(caseId), expectedVersion + 1, last),
    ...given,
  };
};

/** Keeps the commands of different cases apart. */
const hashOf = (caseId: string): number =>
  [...caseId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7) * 1_000;
