import { type PersonRecord, personRecordSchema } from '../../domain/people/person-record.ts';
import type { StoredHead } from '../_ports/ports.ts';

/** What the table keeps of somebody who may sign in, read and checked again. */
export const personRecordFrom = ({ state }: Pick<StoredHead, 'state'>): PersonRecord =>
  personRecordSchema.parse(JSON.parse(state));

export const storedPersonHead = (
  state: PersonRecord,
  { version, hash }: { version: number; hash: string },
): StoredHead => ({ version, hash, state: JSON.stringify(state) });
