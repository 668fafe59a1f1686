import { leaveTeam } from '../../domain/appointment/leave-team.ts';
import { proposeMember } from '../../domain/appointment/propose-member.ts';
import { INTERESTS } from '../../domain/interests/interests-state.ts';
import { PARTIES } from '../../domain/interests/parties.ts';
import { refuse } from '../../domain/refusals.ts';
import { DEPARTURES } from '../../domain/state.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import type { DepartureCause } from '../../events/vocabulary.ts';
import { REASSIGN, REASSIGNED_MAX } from '../_http/agenda-operations.ts';
import { action } from '../_http/answer-action.ts';
import type { ActionOperation } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import type { StoredPlan } from '../_ports/desk-ports.ts';
import type { Caller } from '../_ports/ports.ts';
import { type CommandResult, handleCommand } from '../_record/handle-command.ts';
import { withOlderThings } from '../_record/older-records.ts';
import { commandIdOf } from '../_record/settle.ts';
import { stateOf } from '../_record/state-codec.ts';
import type { AgendaApiPorts } from './agenda-api-ports.ts';
import { casesOfPerson } from './cases-of-person.ts';
import { foreseenRefusal } from './foreseen-refusal.ts';

interface Reassignment {
  readonly from: string;
  readonly to: string;
  readonly cause: DepartureCause | undefined;
  readonly reason: string;
  readonly caller: Caller;
  readonly idempotencyKey: string;
}

type Result =
  | { readonly case: string; readonly result: 'done'; readonly version: number }
  | { readonly case: string; readonly result: 'refused'; readonly word: string };

/**
 * Lets one person take the place of another, case by case, by the ordinary commands, with the cause and with who replaces whom: each case answers for itself, and a refused one
 * keeps nobody waiting. Which cases they are is fixed before the first, and each command has a key of its own that follows from that
 * of the request: sent again after a crash, it goes on where it stopped and answers the same.
 */
export const reassignAction = (ports: AgendaApiPorts): ActionOperation =>
  action({
    ...REASSIGN,
    act: async ({ body, caller, idempotencyKey }) => {
      if (!caller.roles.includes('coordinator')) return refuse('not-permitted', { operation: 'reassign-cases' });
      const plan = await planOf(ports, { body, caller, idempotencyKey });
      const { from, to, cause, reason } = body;
      const reassignment = { from, to, cause, reason, caller, idempotencyKey: plan.id };
      const items: Result[] = [];
      for (const caseId of plan.cases) items.push(await reassign(ports, caseId, reassignment));
      return { status: 200, body: { items, more: plan.more } };
    },
  });

const planOf = async (
  { appointments, desk }: AgendaApiPorts,
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
    const { items, more } = await casesOfPerson(appointments, { person: body.from, limit: REASSIGNED_MAX });
    return { cases: items.map((appointment) => appointment.case), more };
  }
};

const reassign = async (ports: AgendaApiPorts, caseId: string, reassignment: Reassignment): Promise<Result> => {
  const { from, to, cause, reason, caller, idempotencyKey } = reassignment;
  const leaving = { petitioner: caller, case: caseId, idempotencyKey: `${idempotencyKey}/${caseId}/leave` };
  const obstacle = await obstacleTo(ports, leaving, reassignment);
  if (obstacle !== undefined) return { case: caseId, result: 'refused', word: obstacle };
  const left = await handleCommand(ports, {
    ...leaving,
    name: 'leave-team',
    command: leaveTeam,
    input: { person: from, ...(cause === undefined ? {} : { cause }), reason },
  });
  if (!('answer' in left)) return { case: caseId, result: 'refused', word: wordOf(left) };
  const proposed = await handleCommand(ports, {
    petitioner: caller,
    case: caseId,
    idempotencyKey: `${idempotencyKey}/${caseId}/propose`,
    name: 'propose-member',
    command: proposeMember,
    input: { person: to, reason, replaces: from },
  });
  return 'answer' in proposed
    ? { case: caseId, result: 'done', version: proposed.answer.version }
    : { case: caseId, result: 'refused', word: wordOf(proposed) };
};

/**
 * Nobody is let go for a successor who could not be proposed: that is asked of the case as it will stand once they left. Once the
 * departure is on record, what comes after is only gone on with.
 */
const obstacleTo = async (
  ports: AgendaApiPorts,
  leaving: { petitioner: Caller; case: string; idempotencyKey: string },
  { from, to, reason }: Reassignment,
): Promise<string | undefined> => {
  const { cases } = ports;
  const subjects = [DEPARTURES, PARTIES, INTERESTS];
  const reading = await cases.read({ case: leaving.case, subjects, command: await commandIdOf(leaving) });
  if (reading.receipt !== undefined) return undefined;
  const state = await withOlderThings(cases, stateOf(reading), subjects);
  const { head } = state;
  if (head === undefined) return 'not-found';
  const without = { ...head, team: head.team.filter(({ person }) => person !== from) };
  const { petitioner } = leaving;
  const proposal = {
    name: 'propose-member',
    command: proposeMember,
    input: { person: to, reason },
    petitioner,
  } as const;
  return foreseenRefusal(ports, proposal, { head: without, subjects: state.subjects });
};

const wordOf = (result: Exclude<CommandResult, { answer: unknown }>): string => {
  if ('refusal' in result) return result.refusal.word;
  if ('invalid' in result) return 'input-invalid';
  return result.failure === 'case-not-found' ? 'not-found' : result.failure;
};
