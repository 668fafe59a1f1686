import { versionToBundle } from '../../domain/documents/evolve-documents.ts';
import type { Reader } from '../../domain/observations/seal.ts';
import { mayTakeEvidence } from '../../domain/reading/may-read.ts';
import { type Head, type SubjectOf, subjectOf } from '../../domain/state.ts';
import type { Content, RecordEntry } from '../../events/record.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { QueryPorts } from '../_http/operation.ts';
import type { Caller } from '../_ports/ports.ts';
import { caseAtHand, subjectAtHand, subjectsAtHand } from '../_queries/case-at-hand.ts';
import { readableContents } from '../_queries/readable-contents.ts';
import { readerOf } from '../_queries/reader.ts';

/** An escalation with the case as it stands, and who its bundle is written for. */
export interface EvidenceAtHand {
  readonly ports: QueryPorts;
  readonly head: Head;
  /** The version of the case that the bundle tells of: that bundles were given since makes no other of the same evidence. */
  readonly version: number;
  readonly hash: string;
  /** When the last event was recorded: the bundle tells what could be read then, so that it is the same whenever it is asked for. */
  readonly asOf: string;
  readonly escalation: SubjectOf<'escalation'>;
  /** Whether the team, or the author of one of the findings, wished that identity, place and metadata are left out. */
  readonly sanitised: boolean;
  readonly reader: Reader;
}

/** An event, with its content as far as the bundle may tell it. */
export interface Told {
  readonly entry: RecordEntry;
  readonly content?: Content;
}

/** Events that are read at once. */
const EVENTS_PER_PAGE = 100;

/** Nobody's id: it is accredited in no case, and wrote nothing. */
const ADDRESSEE = 'addressee-of-the-bundle';

interface Asked {
  readonly parameters: Readonly<Record<string, string>>;
  readonly caller: Caller | undefined;
}

/**
 * The escalation that a path names, for whoever may take its evidence. Whoever asks, the bundle holds what the control authority may
 * read that it was sent to, and no more: the team can check what that authority got.
 */
export const evidenceAtHand = async (ports: ApiPorts, asked: Asked): Promise<EvidenceAtHand | undefined> => {
  const { cases, milestones, roster, imports, clock } = ports;
  const id = asked.parameters['escalation'] ?? '';
  const found = /^escalation-[1-9]\d{0,5}$/.test(id) ? await caseAtHand({ cases }, asked) : undefined;
  if (found === undefined) return undefined;
  const { head } = found;
  const version = versionToBundle(head, found.version);
  const subject = await subjectAtHand({ cases }, head.case, id);
  const escalation = subject === undefined ? undefined : subjectOf(new Map([[id, subject]]), 'escalation', id);
  const reading = { reader: readerOf(asked.caller), head, now: clock.now() };
  if (escalation === undefined || !mayTakeEvidence(reading, escalation)) return undefined;
  const { items } = await cases.entries({ case: head.case, after: version - 1, limit: 1 });
  const [last] = items;
  if (last === undefined) throw new Error('A case that has a version has an event of it.');
  const asOf = last.recordedAt;
  const addressee = {
    person: ADDRESSEE,
    kind: 'control-authority' as const,
    controlAuthority: escalation.controlAuthority,
  };
  return {
    ports: { cases, milestones, roster, imports, now: () => asOf },
    head: { ...head, liaisons: [...head.liaisons, addressee] },
    version,
    hash: last.hash,
    asOf,
    escalation,
    sanitised: escalation.sanitised === true || (await isWishedByAuthor({ cases }, head.case, escalation)),
    reader: { person: ADDRESSEE, roles: ['control-authority'] },
  };
};

/** Whether any version of a finding asks for it: a correction that does not say so again takes nothing back. */
const isWishedByAuthor = async (
  { cases }: Pick<ApiPorts, 'cases'>,
  caseId: string,
  { findings }: SubjectOf<'escalation'>,
): Promise<boolean> => {
  const subjects = await subjectsAtHand({ cases }, caseId, findings);
  for (const id of findings) {
    const finding = subjectOf(subjects, 'observation', id);
    if (finding === undefined) continue;
    const { recordedIn, corrections = [] } = finding;
    const versions = [recordedIn, ...corrections.map((each) => each.recordedIn)];
    const contents = await cases.contents({ case: caseId, versions });
    if ([...contents.values()].some(({ body }) => body['sanitised'] === true)) return true;
  }
  return false;
};

/** The events of the case up to the version of the bundle, in pages. */
export async function* eventPages(at: EvidenceAtHand): AsyncGenerator<readonly RecordEntry[]> {
  let after = 0;
  while (after < at.version) {
    const limit = Math.min(EVENTS_PER_PAGE, at.version - after);
    const { items } = await at.ports.cases.entries({ case: at.head.case, after, limit });
    if (items.length === 0) return;
    yield items;
    after = items.at(-1)?.version ?? at.version;
  }
}

/** The same with the contents that the bundle may tell. `keep` says of which events. */
export async function* toldPages(
  at: EvidenceAtHand,
  keep: (entry: RecordEntry) => boolean = () => true,
): AsyncGenerator<readonly Told[]> {
  const { ports, head, reader } = at;
  for await (const page of eventPages(at)) {
    const events = page.filter(keep);
    const contents = await readableContents(ports, { head, events, reader });
    yield events.map((entry) => {
      const content = contents.get(entry.version);
      return content === undefined ? { entry } : { entry, content };
    });
  }
}
