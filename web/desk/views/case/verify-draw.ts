import { type Recomputation, recomputeDraws } from '../../../../domain/draw/recompute-draws.ts';
import type { RecordEntry } from '../../../../events/record.ts';
import type { Api } from '../../../app/api.ts';
import { sha256Of } from '../../../app/hand-in.ts';
import { isRecord } from '../../../app/kept-text.ts';

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export const sha256OfText = (text: string): Promise<string> => sha256Of(new Blob([text]));

/** The API of the same house answered it: that it is an entry of a record is all that is asked. */
const isEntry = (event: unknown): event is RecordEntry =>
  isRecord(event) &&
  typeof event['type'] === 'string' &&
  typeof event['version'] === 'number' &&
  isRecord(event['data']);

/** The whole public record of a case; undefined where some of it cannot be had. */
const recordOf = async (api: Pick<Api, 'read'>, caseId: string): Promise<readonly RecordEntry[] | undefined> => {
  const entries: RecordEntry[] = [];
  for (let path: string | undefined = `/cases/${caseId}/events?limit=100`; path !== undefined; ) {
    const answered = await api.read(path);
    if (answered.kind !== 'done' || !isRecord(answered.body)) return undefined;
    const items: unknown = answered.body['items'];
    entries.push(...(Array.isArray(items) ? items.filter(isEntry) : []));
    path = answered.next;
  }
  return entries;
};

/** Recomputes the draws of a case on this very device, out of nothing but its public record. Undefined where that cannot be had. */
export const verifyDraws = async (api: Pick<Api, 'read'>, caseId: string): Promise<Recomputation | undefined> => {
  const entries = await recordOf(api, caseId);
  return entries === undefined ? undefined : recomputeDraws(entries, sha256OfText);
};
