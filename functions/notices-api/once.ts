import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { ProblemError } from '../_http/problem.ts';
import { type ActionMark, MARKS_KEPT } from '../_ports/outbox-ports.ts';
import type { Caller } from '../_ports/ports.ts';

/** What an action is told apart by. */
interface Request {
  readonly name: string;
  readonly caller: Pick<Caller, 'person'>;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/**
 * The mark that an action leaves on what it changed. The key is part of both hashes: what was asked, an address for one, cannot be
 * guessed from its hash alone.
 */
export const markOf = async ({ name, caller, idempotencyKey, body }: Request, at: string): Promise<ActionMark> => {
  const [key, request] = await Promise.all([
    sha256Hex(canonicalJson(['key', caller.person, idempotencyKey])),
    sha256Hex(canonicalJson(['request', caller.person, idempotencyKey, name, JSON.parse(JSON.stringify(body))])),
  ]);
  return { key, request, at };
};

/** The mark of the same request from when it was done; undefined: it was not. Throws where the key was used for another. */
export const doneBefore = (marks: readonly ActionMark[] | undefined, mark: ActionMark): ActionMark | undefined => {
  const found = marks?.find(({ key }) => key === mark.key);
  if (found !== undefined && found.request !== mark.request) throw new ProblemError('idempotency-key-reused');
  return found;
};

/** The marks that are kept: of the last actions. */
export const marked = (marks: readonly ActionMark[] | undefined, mark: ActionMark): readonly ActionMark[] => [
  mark,
  ...(marks ?? []).slice(0, MARKS_KEPT - 1),
];
