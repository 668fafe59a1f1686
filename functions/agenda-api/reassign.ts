import { refuse } from '../../domain/refusals.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { REASSIGN, REASSIGNED_MAX } from '../_http/agenda-operations.ts';
import { action } from '../_http/answer-action.ts';
import type { ActionOperation } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import type { StoredPlan } from '../_ports/desk-ports.ts';
import type { Caller } from '../_ports/ports.ts';
import { type CommandResult, handleCommand } from '../_record/handle-command.ts';
import { commandIdOf } from '../_record/settle.ts';
import { stateOf } from '../_record/state-codec.ts';
import type { AgendaApiPorts } from './agenda-api-ports.ts';

interface Reassignment {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly caller: Caller;
  readonly idempotencyKey: string;
}

type Result =
  | { readonly case: string; readonly result: 'done'; readonly version: number }
  | { readonly case: string; readonly result: 'refused'; readonly word: string };

/**
 * Lets one person take the place of another, case by case, by the ordinary commands: each case answers for itself, and a refused one
 * keeps nobody waiting. Which cases they are is fixed before the first, and each command has a key of its own that follows from that
 * of the request: sent again after a crash, it goes on where it stopped and answers the same.
 */
export const reassignAction = (ports: AgendaApiPorts): ActionOperation =>
  action({
    ...REASSIGN,
    act: async ({ body, caller, idempotencyKey }) => {
      if (!caller.roles.includes('coordinator')) return refuse('not-permitted', { operation: 'reassign-cases' });
      const plan = await planOf(ports, { body, caller, idempotencyKey });
      const reassignment = { from: body.from, to: body.to, reason: body.reason, caller, idempotencyKey: plan.id };
      const items: Result[] = [];
      for (const caseId of plan.cases) items.push(await reassign(ports, caseId, reassignment));
      return { status: 200, body: { items, more: plan.more } };
    },
  });

const planOf = async (
  { agenda, desk }: AgendaApiPorts,
  {
    body,
    caller,
    idempotencyKey,
  }: { body: { from: string; cases: 'all' | readonly string[] }; caller: Caller; idempotencyKey: string },
): Promise<StoredPlan> => {
  const id = await sha256Hex(canonicalJson(['reassign-cases', caller.person, idempotencyKey]));
  const requestHash = await sha256Hex(canonicalJson(body));
  const plan = (await desk.planned(id)) ?? (await desk.plan({ id, requestHash, ...(await casesOf()) }));
  if (plan.requestHash !== requestHash) throw new ProblemError('idempotency-key-reused');
  return plan;

  async function casesOf(): Promise<{ cases: readonly string[]; more: boolean }> {
    if (body.cases !== 'all') return { cases: [...new Set(body.cases)], more: false };
    const { items, next } = await agenda.memberships({ person: body.from, limit: REASSIGNED_MAX });
    return { cases: items.map((membership) => membership.case), more: next !== undefined };
  }
};

const reassign = async (ports: AgendaApiPorts, caseId: string, reassignment: Reassignment): Promise<Result> => {
  const { from, to, reason, caller, idempotencyKey } = reassignment;
  const leaving = { petitioner: caller, case: caseId, idempotencyKey: `${idempotencyKey}/${caseId}/leave` };
  const obstacle = await obstacleTo(ports, leaving, to);
  if (obstacle !== undefined) return { case: caseId, result: 'refused', word: obstacle };
  const left = await handleCommand(ports, { ...leaving, name: 'leave-team', input: { person: from, reason } });
  if (!('answer' in left)) return { case: caseId, result: 'refused', word: wordOf(left) };
  const proposed = await handleCommand(ports, {
    petitioner: caller,
    case: caseId,
    idempotencyKey: `${idempotencyKey}/${caseId}/propose`,
    name: 'propose-member',
    input: { person: to, reason },
  });
  return 'answer' in proposed
    ? { case: caseId, result: 'done', version: proposed.answer.version }
    : { case: caseId, result: 'refused', word: wordOf(proposed) };
};

/** Nobody is let go for a successor who could not be proposed. Once the departure is on record, what comes after is only gone on with. */
const obstacleTo = async (
  { cases }: AgendaApiPorts,
  leaving: { petitioner: Caller; case: string; idempotencyKey: string },
  to: string,
): Promise<string | undefined> => {
  const reading = await cases.read({ case: leaving.case, subjects: [], command: await commandIdOf(leaving) });
  if (reading.receipt !== undefined) return undefined;
  const { head } = stateOf(reading);
  if (head === undefined) return 'not-found';
  return head.team.some(({ person }) => person === to) ? 'already-in-team' : undefined;
};

const wordOf = (result: Exclude<CommandResult, { answer: unknown }>): string => {
  if ('refusal' in result) return result.refusal.word;
  if ('invalid' in result) return 'input-invalid';
  return result.failure === 'case-not-found' ? 'not-found' : result.failure;
};
