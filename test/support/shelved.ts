import { acceptDocument, recordArrival, refuseDocument } from '../../domain/documents/check-document.ts';
import { declareDocument } from '../../domain/documents/declare-document.ts';
import { keyOf } from '../../functions/_ports/document-ports.ts';
import type { Caller } from '../../functions/_ports/ports.ts';
import { handleCommand, type RecordPorts } from '../../functions/_record/handle-command.ts';
import { PEOPLE } from '../../local/people.ts';
import { hashOf } from './handed-in.ts';
import type { House } from './house.ts';

/** A file of a test: what is in it, and what is left of it without metadata. */
export interface Shelved {
  readonly bytes: Buffer | string;
  readonly shared?: Buffer | string;
  readonly name?: string;
  readonly mediaType?: string;
  readonly purpose?: string;
  readonly attachedTo?: string;
  readonly by?: string;
  readonly over?: object;
  /** Why it is not taken: its bytes are nowhere then. */
  readonly refusal?: string;
  /** Where the bytes go, if not into the memory of the house. */
  readonly keep?: (key: string, bytes: Buffer) => Promise<unknown>;
}

const SYSTEM: Caller = { person: 'system', roles: ['system'] };

let given = 0;
const gives = async (ports: RecordPorts, asked: Omit<Parameters<typeof handleCommand>[1], 'idempotencyKey'>) => {
  given += 1;
  const result = await handleCommand(ports, { ...asked, idempotencyKey: `shelved-${given}` });
  if (!('answer' in result)) throw new Error(`${asked.name}: ${JSON.stringify(result)}`);
  return result.answer;
};

/** What a name that ends so is announced as; every other is a photo. */
const TEXTS: Readonly<Record<string, string>> = { '.csv': 'text/csv', '.txt': 'text/plain' };

/** Hands a file in, found usable unless said, with its bytes where the check would put them: what is in files matters to none of these tests. */
export const shelve = async (house: House, caseId: string, file: Shelved): Promise<string> => {
  const { name = 'IMG 0042.jpg', purpose = 'observation-evidence' } = file;
  const { attachedTo = 'observation-1', by = 'witness-1', over = {} } = file;
  const { mediaType = TEXTS[name.slice(-4)] ?? 'image/jpeg' } = file;
  const roles = PEOPLE.find(({ id }) => id === by)?.roles ?? [];
  const bytes = typeof file.bytes === 'string' ? Buffer.from(file.bytes) : file.bytes;
  const about = { sha256: hashOf(bytes), sizeBytes: bytes.byteLength, mediaType };
  const declared = await gives(house, {
    name: 'declare-document',
    command: declareDocument,
    case: caseId,
    petitioner: { person: by, roles },
    input: { name, ...about, purpose, attachedTo, ...over },
  });
  const document = declared.created ?? '';
  await gives(house, {
    name: 'record-arrival',
    command: recordArrival,
    case: caseId,
    petitioner: SYSTEM,
    input: { document, arrivedAt: house.clock.now() },
  });
  if (file.refusal !== undefined) {
    const input = { document, reason: file.refusal };
    await gives(house, { name: 'refuse-document', command: refuseDocument, case: caseId, petitioner: SYSTEM, input });
    return document;
  }
  const shared = file.shared === undefined ? undefined : Buffer.from(file.shared);
  const copied = shared && {
    sha256: hashOf(shared),
    sizeBytes: shared.byteLength,
    mediaType,
    removed: ['gps'],
    by: 'test 1',
  };
  await gives(house, {
    name: 'accept-document',
    command: acceptDocument,
    case: caseId,
    petitioner: SYSTEM,
    input: {
      document,
      is: 'photo',
      mediaType,
      lockedUntil: '2036-03-02T00:00:00.000Z',
      ...(copied === undefined ? {} : { shared: copied }),
    },
  });
  const { keep = async (key: string, kept: Buffer) => house.documents.upload(key, kept) } = file;
  await keep(keyOf('originals', { case: caseId, document }), bytes);
  if (shared !== undefined) await keep(keyOf('shared', { case: caseId, document }), shared);
  return document;
};
