import { type CaseState, type EntryWithContent, evolve, NO_CASE } from '../../domain/case.ts';
import { foldMilestones, NO_MILESTONES } from '../../domain/milestones/milestones.ts';
import {
  type Content,
  canonicalJson,
  GENESIS,
  hashContent,
  hashEntry,
  parseEntry,
  type RecordEntry,
} from '../../events/record.ts';
import type { CaseStore, MilestoneStore, StoredSubject } from '../_ports/ports.ts';

const PAGE = 100;

/** Every way in which a record can be found to be changed by another hand. */
export const FLAWS = {
  unreadable: 'The event cannot be read: it is not what any release of ours wrote.',
  'out-of-place': 'Another event stands where this one belongs: one was removed, added or reordered.',
  'chain-broken': 'The event does not follow from the one before it.',
  altered: 'The event is not what its hash says it was.',
  'content-missing': 'The event commits to a content that is not there.',
  'content-altered': 'The content is not what the event says it was.',
  'content-added': 'There is a content that no event commits to.',
  'receipt-wrong': 'The receipt of the command that recorded the event is missing or tells another story.',
  impossible: 'The event cannot follow on those before it.',
  'head-wrong': 'The head of the case is not what its events make of it.',
  'subject-wrong': 'A thing of the case is not what the events make of it.',
  'milestones-wrong': 'The milestones of the case are not what its events make of them.',
  'no-case': 'There is no such case.',
} as const;

export type Flaw = keyof typeof FLAWS;

export type Verification =
  | { readonly verified: true; readonly case: string; readonly events: number; readonly hash: string }
  | {
      readonly verified: false;
      readonly case: string;
      /** The first event that is bad, or the last one that a bad item rests on. */
      readonly firstBad: number;
      readonly flaw: Flaw;
      readonly explanation: string;
      /** The item that is wrong, where it is not the event itself. */
      readonly item?: string;
    };

interface Walk {
  readonly state: CaseState;
  readonly version: number;
  readonly hash: string;
  /** The version that last changed each thing. */
  readonly touched: ReadonlyMap<string, number>;
  readonly milestones: typeof NO_MILESTONES;
}

interface Wrong {
  readonly flaw: Flaw;
  readonly firstBad: number;
  readonly item?: string;
}

/** Reads a whole record again and checks it: every event, hash, content, receipt, and every state that was folded from them. */
export const verifyRecord = async (
  ports: { cases: CaseStore; milestones: MilestoneStore },
  caseId: string,
): Promise<Verification> => {
  const walked = await walkRecord(ports, caseId);
  const wrong =
    'flaw' in walked
      ? walked
      : ((await headFlaw(ports.cases, caseId, walked)) ?? (await subjectFlaw(ports.cases, caseId, walked)));
  if (wrong !== undefined) return { verified: false, case: caseId, ...wrong, explanation: FLAWS[wrong.flaw] };
  if ('flaw' in walked) throw new Error('A flaw that was found is told.');
  return { verified: true, case: caseId, events: walked.version, hash: walked.hash };
};

const walkRecord = async (
  ports: { cases: CaseStore; milestones: MilestoneStore },
  caseId: string,
): Promise<Walk | Wrong> => {
  const projected = await ports.milestones.milestones(caseId);
  let walk: Walk = { state: NO_CASE, version: 0, hash: GENESIS, touched: new Map(), milestones: NO_MILESTONES };
  let from: string | undefined;
  do {
    const page = await ports.cases.rawEntries({ case: caseId, limit: PAGE, ...(from === undefined ? {} : { from }) });
    const versions = page.items.map((_, index) => walk.version + index + 1);
    const contents = await ports.cases.contents({ case: caseId, versions });
    const entries = page.items.map(({ record }) => readable(record));
    const receipts = await ports.cases.receipts([
      ...new Set(entries.flatMap((entry) => (entry === undefined ? [] : [entry.command]))),
    ]);
    for (const [index, { key, record }] of page.items.entries()) {
      const next = await step(walk, { caseId, key, record, entry: entries[index], contents, receipts });
      if ('flaw' in next) return next;
      walk = next;
      if (projected?.version === walk.version && !sameJson(projected.state, walk.milestones)) {
        return { flaw: 'milestones-wrong', firstBad: walk.version, item: 'milestones' };
      }
    }
    from = page.next;
  } while (from !== undefined);
  if (walk.version === 0) return { flaw: 'no-case', firstBad: 0 };
  if (projected !== undefined && projected.version > walk.version)
    return { flaw: 'milestones-wrong', firstBad: walk.version + 1, item: 'milestones' };
  return walk;
};

const readable = (record: string): RecordEntry | undefined => {
  try {
    return parseEntry(record);
  } catch {
    // Whatever it is that cannot be read, it is named as unreadable at its place.
    return undefined;
  }
};

interface Step {
  readonly caseId: string;
  readonly key: string;
  readonly record: string;
  readonly entry: RecordEntry | undefined;
  readonly contents: ReadonlyMap<number, Content>;
  readonly receipts: Awaited<ReturnType<CaseStore['receipts']>>;
}

const step = async (walk: Walk, { caseId, key, record, entry, contents, receipts }: Step): Promise<Walk | Wrong> => {
  const version = walk.version + 1;
  const bad = (flaw: Flaw, item?: string): Wrong => ({
    flaw,
    firstBad: version,
    ...(item === undefined ? {} : { item }),
  });
  if (entry === undefined) return bad('unreadable');
  const isInPlace =
    entry.version === version && Number(key.slice(key.lastIndexOf('#') + 1)) === version && entry.stream === caseId;
  if (!isInPlace || entry.id !== `${caseId}@${version}`) return bad('out-of-place');
  if ((await hashEntry(entry)) !== entry.hash || canonicalJson(entry) !== record) return bad('altered');
  if (entry.previousHash !== walk.hash) return bad('chain-broken');
  const content = contents.get(version);
  if (entry.contentHash === undefined && content !== undefined) return bad('content-added', `content ${version}`);
  if (entry.contentHash !== undefined && content === undefined) return bad('content-missing', `content ${version}`);
  if (content !== undefined && (await hashContent(content)) !== entry.contentHash)
    return bad('content-altered', `content ${version}`);
  const receipt = receipts.get(entry.command);
  const isReceipted = receipt?.case === caseId && receipt.first <= version && version <= receipt.last;
  if (!isReceipted) return bad('receipt-wrong', 'receipt');
  const state = evolved(walk.state, content === undefined ? entry : { ...entry, content: content.body });
  if (state === undefined) return bad('impossible');
  return {
    state,
    version,
    hash: entry.hash,
    touched: new Map([...walk.touched, ...changedIds(walk.state, state).map((id) => [id, version] as const)]),
    milestones: foldMilestones(walk.milestones, entry),
  };
};

const evolved = (state: CaseState, entry: EntryWithContent): CaseState | undefined => {
  try {
    return evolve(state, entry);
  } catch {
    // Folding refuses nothing that we recorded: what it cannot fold was put there by another hand.
    return undefined;
  }
};

const changedIds = (before: CaseState, after: CaseState): readonly string[] =>
  before.subjects === after.subjects
    ? []
    : [...after.subjects].filter(([id, subject]) => before.subjects.get(id) !== subject).map(([id]) => id);

const sameJson = (stored: string, folded: unknown): boolean => {
  try {
    return canonicalJson(JSON.parse(stored)) === canonicalJson(JSON.parse(JSON.stringify(folded)));
  } catch {
    // A state that is not JSON is not the one that was folded.
    return false;
  }
};

const headFlaw = async (
  cases: CaseStore,
  caseId: string,
  { state, version, hash }: Walk,
): Promise<Wrong | undefined> => {
  const { head } = await cases.read({ case: caseId, subjects: [] });
  const isRight = head?.version === version && head.hash === hash && sameJson(head.state, state.head);
  if (isRight) return undefined;
  // A head that knows of more events than there are tells that the last ones were removed.
  return {
    flaw: 'head-wrong',
    firstBad: head !== undefined && head.version > version ? version + 1 : version,
    item: 'head',
  };
};

const KINDS = ['bidders', 'act', 'observation', 'flag', 'report', 'escalation', 'amendment', 'visit'] as const;

const subjectFlaw = async (
  cases: CaseStore,
  caseId: string,
  { state, version, touched }: Walk,
): Promise<Wrong | undefined> => {
  const left = new Map(state.subjects);
  for (const kind of KINDS) {
    for await (const stored of storedSubjects(cases, caseId, kind)) {
      const folded = left.get(stored.id);
      if (folded === undefined || stored.version < (touched.get(stored.id) ?? 0) || !sameJson(stored.state, folded)) {
        return { flaw: 'subject-wrong', firstBad: touched.get(stored.id) ?? version, item: stored.id };
      }
      left.delete(stored.id);
    }
  }
  const [missing] = left.keys();
  return missing === undefined
    ? undefined
    : { flaw: 'subject-wrong', firstBad: touched.get(missing) ?? version, item: missing };
};

async function* storedSubjects(cases: CaseStore, caseId: string, kind: string): AsyncGenerator<StoredSubject> {
  let from: string | undefined;
  do {
    const page = await cases.subjects({ case: caseId, kind, limit: PAGE, ...(from === undefined ? {} : { from }) });
    yield* page.items;
    from = page.next;
  } while (from !== undefined);
}
