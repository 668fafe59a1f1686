import * as z from 'zod/mini';
import { acceptDocument, lockedUntil, recordArrival, refuseDocument } from '../../domain/documents/check-document.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import type { Head, SubjectOf } from '../../domain/state.ts';
import type { DocumentKind, DocumentRefusal } from '../../events/vocabulary.ts';
import {
  attemptsKey,
  type DocumentId,
  incomingIn,
  keyOf,
  quarantineKey,
  type StoredObject,
} from '../_ports/document-ports.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { handleCommand } from '../_record/handle-command.ts';
import { stateOf } from '../_record/state-codec.ts';
import type { CheckPorts, MadeCopy } from './check-document-ports.ts';
import { NoCopyError } from './derive/derived.ts';
import { fetchFile } from './fetch-file.ts';

/** What tells of new objects, as far as it matters here: S3’s own message, EventBridge’s of S3, or GuardDuty’s of what it found. */
const notice = z.union([
  z.object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })) }),
  z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) }),
  z.object({
    detail: z.object({
      s3ObjectDetails: z.object({ objectKey: z.string() }),
      scanResultDetails: z.object({ scanResultStatus: z.string() }),
    }),
  }),
]);

/** An upload that nobody was told of is looked for after this long. */
const OVERLOOKED_MILLISECONDS = 15 * 60_000;
const SWEEP_PAGE = 100;
/** How many overlooked uploads one sweep works on; the next one goes on. */
export const SWEEP_MAX = 20;

/**
 * Works on every new object that it is told of, at least once and in any order. The bytes stay where they arrived until the record
 * knows what became of them: whatever is broken off is done again from its beginning, and what was done already stays as it is.
 */
export const checkDocument =
  (ports: CheckPorts) =>
  async (event: unknown): Promise<void> => {
    for (const found of toldIn(event)) await checkOne(ports, found.key, found);
  };

/** How long a file that cannot be looked into is tried again. What fails then is no accident of the hour, and its sender waits for a word. */
const PATIENCE_MILLISECONDS = 2 * 60 * 60_000;

const toldIn = (event: unknown): readonly { readonly key: string; readonly scanned?: DocumentRefusal }[] => {
  const told = notice.parse(event);
  // S3 writes keys in its messages as a form would: ours hold nothing that differs then.
  if ('Records' in told) return told.Records.map(({ s3 }) => ({ key: s3.object.key }));
  if ('object' in told.detail) return [{ key: told.detail.object.key }];
  const { s3ObjectDetails, scanResultDetails } = told.detail;
  const found = { key: s3ObjectDetails.objectKey };
  if (scanResultDetails.scanResultStatus === 'NO_THREATS_FOUND') return [found];
  // What the scan could not look into nobody here opens either; its sender learns it instead of waiting in vain.
  const isInfected = scanResultDetails.scanResultStatus === 'THREATS_FOUND';
  return [{ ...found, scanned: isInfected ? 'malware-found' : 'check-failed' }];
};

/**
 * Looks for uploads that lie there although they should have been worked on: a message that got lost loses no evidence. Where others
 * look at uploads first, only those are meant whose check began. One that fails keeps no other from its turn; the first failure is
 * thrown at the end.
 */
export const sweepUploads =
  (ports: CheckPorts) =>
  async ({ onlyBegun = false } = {}): Promise<{ swept: number }> => {
    const until = new Date(Date.parse(ports.clock.now()) - OVERLOOKED_MILLISECONDS).toISOString();
    let swept = 0;
    let from: string | undefined;
    const failures: unknown[] = [];
    do {
      const page = await ports.documents.list({
        prefix: 'incoming/',
        limit: SWEEP_PAGE,
        ...(from === undefined ? {} : { from }),
      });
      for (const { key, storedAt } of page.items) {
        if (storedAt > until || swept >= SWEEP_MAX) continue;
        swept += 1;
        await checkOne(ports, key, { onlyBegun }).catch((error: unknown) => void failures.push(error));
      }
      from = swept >= SWEEP_MAX ? undefined : page.next;
    } while (from !== undefined);
    if (failures.length > 0) throw failures[0];
    return { swept };
  };

interface AtHand {
  readonly id: DocumentId;
  readonly key: string;
  readonly head: Head;
  readonly document: SubjectOf<'document'>;
}

/** How one is looked at: `scanned` is why it is refused unread. */
interface Look {
  readonly onlyBegun?: boolean;
  readonly scanned?: DocumentRefusal;
}

/** What this process is working on, by the store in which it stands: who comes to the same file meanwhile leaves it alone. */
const underWay = new WeakMap<CheckPorts['documents'], Set<string>>();

const checkOne = async (ports: CheckPorts, key: string, look: Look): Promise<void> => {
  const id = incomingIn(key);
  const keys = underWay.get(ports.documents) ?? new Set();
  if (id === undefined || keys.has(key)) return;
  underWay.set(ports.documents, keys.add(key));
  try {
    await work(ports, { id, key, ...look });
  } catch (error) {
    const failure = error instanceof OutsideFailure ? error.message : nameOf(error);
    ports.log.say('VEE015', { case: id.case, document: id.document, failure });
    throw error;
  } finally {
    keys.delete(key);
  }
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');

const work = async (
  ports: CheckPorts,
  { id, key, onlyBegun = false, scanned }: Look & { id: DocumentId; key: string },
): Promise<void> => {
  const reading = stateOf(await ports.cases.read({ case: id.case, subjects: [id.document] }));
  const document = reading.subjects.get(id.document);
  const there = await ports.documents.find(key);
  // Somebody else was faster, or nobody was ever given a link to this.
  if (there === undefined || reading.head === undefined || document?.kind !== 'document') return;
  const at = { id, key, head: reading.head, document };
  const { state } = document;
  if (onlyBegun && state === 'awaited') return;
  if (state === 'awaited') await arrive(ports, at, there);
  if (state === 'awaited' || state === 'checking')
    await (scanned === undefined ? judge(ports, at, there) : refuse(ports, at, scanned));
  // Only now, when the record says what became of it, the bytes are taken away from where they came.
  await ports.documents.forget(key);
  ports.log.say('VEE014', { case: id.case, document: id.document });
};

const arrive = (ports: CheckPorts, { id, document }: AtHand, { storedAt }: StoredObject): Promise<void> => {
  // The store tells whole seconds: what came in the second of its announcement came after it.
  const arrivedAt = storedAt < document.declaredAt ? document.declaredAt : storedAt;
  return tell(ports, id.case, {
    name: 'record-arrival',
    command: recordArrival,
    input: { document: id.document, arrivedAt },
  });
};

/** How often in a row a process may end in the middle of a check, for memory, for time or by a broken decoder, until the file is given up. */
export const LOST_ATTEMPTS_MAX = 3;

/**
 * What a file can make of the process that opens it is not told by that process: it is counted before it begins, and taken back when
 * it comes to an end, good or bad. The arrival on record is the count of the first attempt, so what goes well writes nothing more.
 */
const judge = async (ports: CheckPorts, at: AtHand, there: StoredObject): Promise<void> => {
  const { documents } = ports;
  const counted = attemptsKey(at.id);
  const isFirst = at.document.state === 'awaited';
  const lost = isFirst ? 0 : ((await documents.count(counted)) ?? 1);
  if (lost >= LOST_ATTEMPTS_MAX) await giveUp(ports, at);
  else {
    if (!isFirst) await documents.keepCount(counted, lost + 1);
    try {
      await lookAt(ports, at, there);
    } catch (error) {
      await documents.keepCount(counted, lost);
      throw error;
    }
  }
  if (!isFirst) await documents.forget(counted);
};

const giveUp = (ports: CheckPorts, at: AtHand): Promise<void> => {
  const { id } = at;
  ports.log.say('VEE016', { case: id.case, document: id.document, failure: 'the process ended' });
  return refuse(ports, at, 'check-failed');
};

const lookAt = (ports: CheckPorts, at: AtHand, there: StoredObject): Promise<void> =>
  ports.workspace(async (folder) => {
    const found = await lookInto(ports, at, { there, folder });
    return 'reason' in found ? refuse(ports, at, found.reason) : accept(ports, at, found);
  });

/** What came of looking into it. Where that fails for ever, its sender is told instead of being left to wait. */
const lookInto = async (
  ports: CheckPorts,
  at: AtHand,
  { there, folder }: { there: StoredObject; folder: string },
): Promise<{ readonly reason: DocumentRefusal } | Copied> => {
  try {
    const verdict = await verdictOn(ports, at, { there, folder });
    if ('reason' in verdict) return verdict;
    const copies = await copiesOf(ports, { ...verdict, folder });
    return copies === undefined ? { reason: 'malformed' } : { ...verdict, ...copies };
  } catch (error) {
    if (error instanceof OutsideFailure || !isLastTry(ports, at, there)) throw error;
    const { id } = at;
    ports.log.say('VEE016', { case: id.case, document: id.document, failure: nameOf(error) });
    return { reason: 'check-failed' };
  }
};

/** Whether it was tried before, and for long enough. */
const isLastTry = ({ clock }: CheckPorts, { document }: AtHand, { storedAt }: StoredObject): boolean =>
  document.state === 'checking' && Date.parse(clock.now()) - Date.parse(storedAt) > PATIENCE_MILLISECONDS;

type Verdict =
  | { readonly reason: DocumentRefusal }
  | { readonly path: string; readonly mediaType: string; readonly kind: DocumentKind };

type Copied = Omit<Extract<Verdict, { path: string }>, 'path'> & {
  readonly shared: MadeCopy | undefined;
  readonly preview: MadeCopy | undefined;
};

/** First whether it is what was announced, then what it is. */
const verdictOn = async (
  { documents, cases, inspection }: CheckPorts,
  { key, id, document }: AtHand,
  { there, folder }: { there: StoredObject; folder: string },
): Promise<Verdict> => {
  if (there.sizeBytes !== document.sizeBytes) return { reason: 'size-differs' };
  const path = `${folder}/original`;
  const fetched = await fetchFile(documents.read(key), path);
  if (fetched.sizeBytes !== document.sizeBytes) throw new OutsideFailure('S3: the bytes were cut off');
  if (fetched.sha256 !== document.sha256) return { reason: 'hash-differs' };
  const contents = await cases.contents({ case: id.case, versions: [document.recordedIn] });
  const name = z.looseObject({ name: z.string() }).parse(contents.get(document.recordedIn)?.body).name;
  const { mediaType } = document;
  const examined = await inspection.examine({ path, size: fetched.sizeBytes }, { name, mediaType });
  return examined.usable ? { path, ...examined } : { reason: examined.reason };
};

const refuse = async (ports: CheckPorts, { id, key, head }: AtHand, reason: DocumentRefusal): Promise<void> => {
  const days = profileOf(head.profile).quarantineDays.value;
  await ports.documents.setAside({ from: key, to: quarantineKey(days, id) });
  await tell(ports, id.case, {
    name: 'refuse-document',
    command: refuseDocument,
    input: { document: id.document, reason },
  });
};

/** What is shown of a document; nothing where no copy can be made that is safe to show: then it is not taken at all. */
const copiesOf = async (
  { inspection }: CheckPorts,
  { path, mediaType, folder }: { path: string; mediaType: string; folder: string },
): Promise<{ shared: MadeCopy | undefined; preview: MadeCopy | undefined } | undefined> => {
  try {
    return {
      shared: await inspection.derive({ path }, mediaType, folder),
      preview: await inspection.preview({ path }, mediaType, folder),
    };
  } catch (error) {
    if (error instanceof NoCopyError) return undefined;
    throw error;
  }
};

/** The original is locked before a copy of it can be read, and the record speaks last: what it calls usable is all there. */
const accept = async (
  ports: CheckPorts,
  { id, key, head }: AtHand,
  { mediaType, kind, shared, preview }: Copied,
): Promise<void> => {
  const { documents, clock } = ports;
  const until = lockedUntil({ profile: profileOf(head.profile), now: clock.now() });
  await documents.seal({ from: key, to: keyOf('originals', id), until });
  if (shared !== undefined) await put(ports, keyOf('shared', id), shared);
  if (preview !== undefined) await put(ports, keyOf('previews', id), preview);
  await tell(ports, id.case, {
    name: 'accept-document',
    command: acceptDocument,
    input: {
      document: id.document,
      is: kind,
      mediaType,
      lockedUntil: until,
      ...(shared === undefined ? {} : { shared: asCopy(shared) }),
      ...(preview === undefined ? {} : { preview: asCopy(preview) }),
    },
  });
};

const put = ({ documents }: CheckPorts, key: string, { path, size, mediaType, sha256 }: MadeCopy): Promise<void> =>
  documents.put({ key, path, sizeBytes: size, mediaType, sha256 });

const asCopy = ({ sha256, size, mediaType, removed, by }: MadeCopy) => ({
  sha256,
  sizeBytes: size,
  mediaType,
  removed,
  by,
});

/** The house itself, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

type Told = Pick<Parameters<typeof handleCommand>[1], 'name' | 'command' | 'input'>;

/** The case decides. That another run was faster is no failure: what it recorded is the same. */
const tell = async (ports: CheckPorts, caseId: string, told: Told): Promise<void> => {
  const result = await handleCommand(ports, {
    ...told,
    case: caseId,
    petitioner: SYSTEM,
    idempotencyKey: `${caseId}/${told.name}/${ports.entropy.salt()}`,
  });
  if ('answer' in result) return;
  if ('refusal' in result && result.refusal.word === 'document-state') return;
  throw new Error(`The case could not be told of a document: ${wordOf(result)}.`);
};

const wordOf = (result: Exclude<Awaited<ReturnType<typeof handleCommand>>, { answer: unknown }>): string => {
  if ('refusal' in result) return result.refusal.word;
  return 'failure' in result ? result.failure : 'input-invalid';
};
