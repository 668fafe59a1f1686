import { composeRelease } from '../../domain/open-data/compose-release.ts';
import { MEDIA_TYPES, recordFile } from '../../domain/open-data/data-package.ts';
import { recordPackageOf } from '../../domain/open-data/packages.ts';
import type { Instant } from '../../events/shapes.ts';
import { PUBLISHER } from '../_open-data/publisher.ts';
import { publicContents, recordedUntil } from '../_open-data/recorded-case.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { type CaseNote, FORMAT, monthOf, nextPlace, partName, takePlace } from './ledger.ts';
import { after, type Publishing, writeFile } from './publishing.ts';
import type { Standing } from './shelf.ts';

/** What a release may take at most, in bytes as its answer would travel: far more than any case has, and less than a run has room for. */
const RELEASE_BYTES_MAX = 50_000_000;
const RACES_MAX = 8;

/**
 * Writes the file of a case as its record tells it now, and notes that its part is out of date. Every step can be done again: what a
 * crash leaves behind is a case that is still due.
 */
export const publishCase = async (publishing: Publishing, caseId: string): Promise<void> => {
  const { ledger } = publishing;
  const stands = await ledger.cases.get(caseId);
  if (stands?.dueAt === undefined) return;
  const { release, version, openedAt } = await composed(publishing, caseId);
  const placed = await placeOf(publishing, { case: caseId, month: monthOf(openedAt), stands });
  if (placed === undefined) return;
  const { openData, publicUrl: origin, openDataUrl } = publishing;
  const path = recordFile(caseId);
  const packaged = recordPackageOf(release, { origin, uri: `${openDataUrl}/${path}`, publisher: PUBLISHER });
  await writeFile(openData, { path, mediaType: MEDIA_TYPES.json }, JSON.stringify(packaged));
  await notePart(publishing, placed.place);
  const note = { ...placed.stands.note, published: version, format: FORMAT };
  const isStill = await ledger.cases.put(caseId, { note }, placed.stands.version);
  if (!isStill) await writeAgain(publishing, caseId);
};

/** Something came meanwhile, or another run wrote this file too, perhaps before us and of a newer record: it is written once more. */
const writeAgain = ({ ledger, clock }: Publishing, caseId: string): Promise<void> =>
  ledger.cases.change(caseId, (stands) =>
    stands === undefined ? undefined : { note: stands.note, dueAt: stands.dueAt ?? clock.now() },
  );

const composed = async ({ cases, publicUrl: origin }: Publishing, caseId: string) => {
  const { head } = await cases.read({ case: caseId, subjects: [] });
  const version = head?.version ?? 0;
  const recorded = await recordedUntil(cases, { case: caseId, version });
  if (recorded === undefined) throw new Error('A case that something is told of has events.');
  const contentOf = await publicContents(cases, recorded);
  const release = composeRelease(recorded, { origin, contentOf, bytesMax: RELEASE_BYTES_MAX });
  return { release, version, openedAt: recorded.head.openedAt };
};

interface Place {
  readonly month: string;
  readonly position: number;
}

interface Placed {
  readonly place: Place;
  readonly stands: Standing<CaseNote> & { readonly dueAt: Instant | undefined };
}

/**
 * The place of a case among those that opened in its month, the same for ever. It is written down before it is taken, so that a crash
 * in between leads to the same place again. Undefined where another run is at the case: it is left to that.
 */
const placeOf = async (
  { items, ledger }: Publishing,
  { case: caseId, month, stands }: { case: string; month: string; stands: Standing<CaseNote> },
): Promise<Placed | undefined> => {
  let now = stands;
  for (let race = 0; race < RACES_MAX; race += 1) {
    const { position } = now.note;
    if (position !== undefined && (await takePlace(items, { case: caseId, month, position }))) {
      return { place: { month, position }, stands: now };
    }
    const note = { ...now.note, month, position: await nextPlace(items, month) };
    if (!(await ledger.cases.put(caseId, { note, dueAt: now.dueAt }, now.version))) return undefined;
    now = { note, dueAt: now.dueAt, version: now.version + 1 };
  }
  throw new OutsideFailure('DynamoDB: others took every place');
};

const notePart = async ({ ledger, limits, clock }: Publishing, { month, position }: Place): Promise<void> => {
  const number = Math.ceil(position / limits.casesPerPart);
  await ledger.parts.change(partName(month, number), (stands) => {
    const note = stands?.note ?? { month, number, cases: 0, files: [] };
    const now = clock.now();
    const rested = note.writtenAt === undefined ? now : after(note.writtenAt, limits.restMilliseconds);
    // Written also where it is due already: a run that is at it began before this, and must not say that it is done.
    return { note, dueAt: stands?.dueAt ?? (rested > now ? rested : now) };
  });
};
