import { saysOf } from '../../domain/notices/words.ts';
import { canonicalJson } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { EvidenceDocuments } from '../_ports/bundle-ports.ts';
import type { BundledDocument } from './bundle-parts.ts';
import { eventPages, type Told, toldPages } from './evidence-at-hand.ts';
import { manifestOf } from './manifest.ts';
import { type Composing, summaryOf } from './summary.ts';
import { type BundleFile, sumsOf, type WrittenFile, writeZip } from './write-zip.ts';

/** The ZIP of one bundle, as it is written. */
export const composeBundle = (composing: Composing, evidence: EvidenceDocuments): AsyncGenerator<Uint8Array> =>
  writeZip(folderOf(composing), (written) => filesOf(composing, evidence, written));

/** The name of a bundle, made of codes alone. */
export const folderOf = ({ at, part }: Pick<Composing, 'at' | 'part'>): string =>
  `${at.head.case}-${at.escalation.id}${part === 1 ? '' : `-part-${part}`}`;

async function* filesOf(
  composing: Composing,
  evidence: EvidenceDocuments,
  written: readonly WrittenFile[],
): AsyncGenerator<BundleFile> {
  const { at, documents, part } = composing;
  // What the record holds stands in the first part; the others hold documents alone.
  if (part === 1) yield* recordFiles(composing);
  yield* documentFiles(evidence, at.head.case, documents.parts[part - 1] ?? []);
  yield { path: 'manifest.json', chunks: bytes([pretty(manifestOf(composing, written))]) };
  yield { path: 'SHA256SUMS', chunks: bytes([sumsOf(written)]) };
}

/** Each is opened when its turn comes, and must be what the record says it is. */
export function* documentFiles(
  evidence: EvidenceDocuments,
  caseId: string,
  documents: readonly BundledDocument[],
): Generator<BundleFile> {
  for (const { id, path, copy, bytes: expected } of documents) {
    const chunks = evidence.open({ case: caseId, document: id, copy });
    yield { path, chunks, isPacked: true, expected };
  }
}

function* recordFiles(composing: Composing): Generator<BundleFile> {
  const { gathered } = composing;
  yield { path: 'summary.html', chunks: bytes(summaryOf(composing)) };
  yield { path: 'escalation.json', chunks: bytes([pretty(escalationOf(composing))]) };
  for (const [id, told] of gathered.findings) {
    yield { path: `findings/${id}.json`, chunks: bytes([pretty(findingOf(id, told, composing))]) };
  }
  yield { path: 'questions.jsonl', chunks: bytes(momentLines(composing, QUESTIONS)) };
  yield { path: 'timeline.jsonl', chunks: bytes(momentLines(composing)) };
  yield { path: 'record/events.jsonl', chunks: bytes(eventLines(composing)) };
  yield { path: 'record/contents.jsonl', chunks: bytes(contentLines(composing)) };
}

const QUESTIONS = /^question\./;
export const pretty = (value: JsonObject): string => `${JSON.stringify(value, undefined, 2)}\n`;

export async function* bytes(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

const escalationOf = ({ at, gathered, lens, language }: Composing): JsonObject => {
  const { id, findings, controlAuthority, tier, state, sentAt, answerDueAt, follows, outcome } = at.escalation;
  return {
    escalation: id,
    controlAuthority,
    tier,
    state,
    findings: [...findings],
    sentAt,
    answerDueAt,
    ...(follows === undefined ? {} : { follows }),
    ...(outcome === undefined ? {} : { outcome }),
    history: gathered.escalation.map((told) => momentOf(told, { lens, language })),
  };
};

const findingOf = (id: string, all: readonly Told[], { lens, language }: Composing): JsonObject => {
  const moments = all.map((told) => momentOf(told, { lens, language }));
  const isVersion = ({ entry: { type } }: Told): boolean =>
    type === 'observation.filed.v1' || type === 'observation.corrected.v1';
  return {
    finding: id,
    /** First to last: the last one holds. */
    versions: moments.filter((_, index) => all.slice(index, index + 1).some(isVersion)),
    /** What was done about it: put to the authority, replied to, withdrawn, opened. */
    since: moments.filter((_, index) => !all.slice(index, index + 1).some(isVersion)),
  };
};

/** A moment of the case as its timeline tells it. */
const momentOf = (told: Told, { lens, language }: Pick<Composing, 'lens' | 'language'>): JsonObject => {
  const { version, type, recordedAt, actor, contentHash } = told.entry;
  const facts = lens.facts(told);
  const written = lens.written(told);
  return {
    version,
    type,
    says: saysOf(type, language),
    recordedAt,
    by: lens.actor(actor),
    ...(facts === undefined ? {} : { facts }),
    ...(written === undefined ? {} : { content: written }),
    sealed: contentHash !== undefined && told.content === undefined,
  };
};

async function* momentLines(composing: Composing, types?: RegExp): AsyncGenerator<string> {
  const keep = types === undefined ? undefined : ({ type }: { type: string }) => types.test(type);
  for await (const page of toldPages(composing.at, keep)) {
    yield page.map((told) => `${JSON.stringify(momentOf(told, composing))}\n`).join('');
  }
}

async function* eventLines({ at, lens }: Composing): AsyncGenerator<string> {
  for await (const page of eventPages(at)) {
    yield page.map((entry) => `${canonicalJson(lens.event({ entry }))}\n`).join('');
  }
}

async function* contentLines({ at, lens }: Composing): AsyncGenerator<string> {
  for await (const page of toldPages(at, ({ contentHash }) => contentHash !== undefined)) {
    yield page.flatMap((told) => contentLine(told, lens)).join('');
  }
}

const contentLine = (told: Told, lens: Composing['lens']): readonly string[] => {
  const body = lens.written(told);
  if (body === undefined) return [];
  const salt = lens.salt(told);
  const { version } = told.entry;
  return [`${canonicalJson({ version, ...(salt === undefined ? {} : { salt }), body })}\n`];
};
