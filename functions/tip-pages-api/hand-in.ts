import { declareDocument } from '../../domain/documents/declare-document.ts';
import { sha256Hex } from '../../events/record.ts';
import type { HandedIn } from '../../web/pages/tips/shown.ts';
import { asHolder } from '../_http/tip-holder.ts';
import { keyOf } from '../_ports/document-ports.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { declaredIn, documentAtHand } from '../_queries/document-at-hand.ts';
import type { GivenFile } from './given.ts';
import type { TipNamed } from './tip-code.ts';
import type { TipPagesPorts } from './tip-page.ts';

/**
 * Hands in the files of a tip through the door that all files of tips come by: announced by their hash, sent by a form that takes those
 * bytes and no others, looked into before anybody gets a copy. The tip is on record by now: a file that cannot come says so, and takes
 * nothing with it. Handed in again, a file finds itself.
 */
export const handIn = async (
  ports: TipPagesPorts,
  tip: TipNamed,
  files: readonly GivenFile[],
): Promise<readonly HandedIn[]> => {
  const handed: HandedIn[] = [];
  for (const file of files) handed.push({ name: file.name, ...(await fateOf(ports, tip, file)) });
  return handed;
};

const fateOf = async (ports: TipPagesPorts, tip: TipNamed, file: GivenFile): Promise<Omit<HandedIn, 'name'>> => {
  try {
    return await handOne(ports, tip, file);
  } catch (error) {
    if (!(error instanceof OutsideFailure)) throw error;
    ports.log.say('VEE003', { failure: error.message });
    return { fate: 'failed' };
  }
};

const handOne = async (
  ports: TipPagesPorts,
  { case: caseId, tip, receipt }: TipNamed,
  { bytes, ...file }: GivenFile,
): Promise<Omit<HandedIn, 'name'>> => {
  const result = await asHolder(ports, {
    name: 'declare-document',
    command: declareDocument,
    case: caseId,
    idempotencyKey: await sha256Hex(JSON.stringify([tip, file])),
    input: { ...file, receipt, purpose: 'tip-file', attachedTo: tip },
  });
  const document = await documentAtHand(ports, caseId, declaredIn(result));
  if (document === undefined) return 'refusal' in result ? fateBy(result.refusal) : { fate: 'failed' };
  if (document.state !== 'awaited') return { fate: 'here' };
  const { sizeBytes, sha256, mediaType } = document;
  const key = keyOf('incoming', { case: caseId, document: document.id });
  await ports.sender.send({ form: await ports.links.form({ key, sizeBytes, sha256, mediaType }), bytes });
  return { fate: 'coming' };
};

const FULL = ['quota-full', 'documents-too-many'];

const fateBy = ({
  word,
  facts,
}: {
  word: string;
  facts: Readonly<Record<string, unknown>>;
}): Omit<HandedIn, 'name'> => {
  if (FULL.includes(word)) return { fate: 'full' };
  const { retryAt } = facts;
  return typeof retryAt === 'string' ? { fate: 'later', retryAt } : { fate: 'failed' };
};
