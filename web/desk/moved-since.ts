import type { Api } from '../app/api.ts';
import { isRecord } from '../app/kept-text.ts';

interface Seen {
  readonly case: string;
  readonly version: number;
}

/**
 * How far the record of a case has come since somebody saw it; undefined where it has not moved, or nobody can say. Somebody else may
 * have done the same a moment before, and a refusal alone would not tell.
 */
export const movedSince = async (api: Pick<Api, 'read'>, { case: id, version }: Seen): Promise<number | undefined> => {
  const answered = await api.read(`/cases/${encodeURIComponent(id)}`);
  const now = answered.kind === 'done' && isRecord(answered.body) ? answered.body['version'] : undefined;
  return typeof now === 'number' && now > version ? now : undefined;
};
