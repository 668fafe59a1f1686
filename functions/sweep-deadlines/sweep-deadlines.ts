import * as z from 'zod/mini';
import { type CaseCommandName, COMMANDS } from '../../domain/commands.ts';
import { type Instant, instant } from '../../events/shapes.ts';
import type { AgendaStore } from '../_ports/agenda-ports.ts';
import type { LogMessage } from '../_ports/log-messages.ts';
import {
  type CaseStore,
  type Clock,
  DEADLINE_SHARDS,
  type Deadline,
  type DeadlineStore,
  type Entropy,
  type Log,
  OutsideFailure,
  type RosterStore,
} from '../_ports/ports.ts';
import { type CommandResult, handleCommand } from '../_record/handle-command.ts';
import { remindAhead } from './remind-ahead.ts';

export interface SweepPorts {
  readonly cases: CaseStore;
  readonly deadlines: DeadlineStore;
  readonly agenda: AgendaStore;
  readonly roster: Pick<RosterStore, 'heads'>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** Deadlines looked at in one page of the index. */
export const SWEEP_PAGE = 25;
/** Deadlines that one sweep handles at most; the next one goes on where it left. */
export const SWEEP_MAX = 10_000;
/** How long one sweep goes on at most: the function’s time has room for what it is at, and the next sweep goes on. */
export const SWEEP_MILLISECONDS_MAX = 240_000;
/** When a deadline is looked at again whose case is suspended, or that could not be handled. */
const RETRY_MS = 3_600_000;

export interface SweepLimits {
  readonly deadlinesMax: number;
  readonly millisecondsMax: number;
}
const LIMITS: SweepLimits = { deadlinesMax: SWEEP_MAX, millisecondsMax: SWEEP_MILLISECONDS_MAX };

/** The machinery of deadlines, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

/** Outside failures after which a sweep gives up: what it stands on is away. */
export const FAILURES_MAX = 10;

/**
 * Reminds each case of its terms that are over. The case decides by its own state whether a term lapsed: a deadline that is early,
 * stale or settled is moved or taken away, and reminding twice does nothing twice. Throws the last outside failure that it met, once
 * it has reminded all others: what it could not reach is still due, and the next sweep finds it.
 */
export const sweepDeadlines =
  (ports: SweepPorts, limits: SweepLimits = LIMITS) =>
  async (): Promise<{ swept: number }> => {
    const startedAt = ports.clock.now();
    const failures: OutsideFailure[] = [];
    let swept = 0;
    const goesOn = (): boolean => Date.parse(ports.clock.now()) - Date.parse(startedAt) < limits.millisecondsMax;
    for await (const deadline of dueNow(ports, { until: startedAt, deadlinesMax: limits.deadlinesMax })) {
      if (!goesOn()) break;
      const failure = await remind(ports, deadline);
      if (failure !== undefined) failures.push(failure);
      if (failure !== undefined && failures.length >= FAILURES_MAX) throw failure;
      swept += 1;
    }
    const last = failures.at(-1);
    if (last !== undefined) throw last;
    await remindAhead(ports, { system: SYSTEM, until: startedAt, goesOn });
    return { swept };
  };

/**
 * What is due now, a page of each shard in turn, so that one shard with more than a sweep may take does not keep the others waiting.
 * Nothing is held but a page: what a sweep does not come to is still due, and the next one begins with it.
 */
async function* dueNow(
  ports: SweepPorts,
  { until, deadlinesMax }: { until: Instant; deadlinesMax: number },
): AsyncGenerator<Deadline> {
  let pending: readonly { shard: number; from?: string }[] = Array.from({ length: DEADLINE_SHARDS }, (_, shard) => ({
    shard,
  }));
  for (let found = 0; pending.length > 0 && found < deadlinesMax; ) {
    const further: { shard: number; from?: string }[] = [];
    for (const place of pending) {
      const { items, unreadable, next } = await ports.deadlines.due({ ...place, until, limit: SWEEP_PAGE });
      for (const { pk, sk } of unreadable) ports.log.say('VEE008', { pk, sk });
      yield* items;
      found += items.length;
      if (next !== undefined) further.push({ shard: place.shard, from: next });
    }
    pending = further;
  }
}

/** One deadline that cannot be reached must not keep the others waiting: the failure is said, and told to the sweep. */
const remind = async (ports: SweepPorts, deadline: Deadline): Promise<OutsideFailure | undefined> => {
  const { case: caseId, id } = deadline;
  try {
    const next = await outcomeOf(ports, deadline);
    ports.log.say(next.said, { case: caseId, deadline: id });
    // What was asked of the case is what was seen: a term that began anew under the same id meanwhile is not touched.
    const seen = { case: caseId, id, seenDueAt: deadline.dueAt };
    if (next.dueAt === undefined) await ports.deadlines.remove(seen);
    else await ports.deadlines.postpone({ ...seen, dueAt: next.dueAt });
    return undefined;
  } catch (error) {
    if (!(error instanceof OutsideFailure)) throw error;
    ports.log.say('VEE003', { case: caseId, deadline: id, failure: error.message });
    return error;
  }
};

interface Next {
  readonly said: LogMessage;
  /** When to look again; never, when nothing is left to lapse. */
  readonly dueAt?: Instant;
}

/** A deadline that cannot be handled is said, and looked at again later: somebody must see to it, and meanwhile the others go on. */
const outcomeOf = async (ports: SweepPorts, deadline: Deadline): Promise<Next> => {
  const later = new Date(Date.parse(ports.clock.now()) + RETRY_MS).toISOString();
  const result = await answerTo(ports, deadline);
  if (result !== undefined && 'answer' in result) return { said: 'VEE007' };
  if (result === undefined || !('refusal' in result)) return { said: 'VEE008', dueAt: later };
  switch (result.refusal.word) {
    case 'case-suspended':
      return { said: 'VEE007', dueAt: later };
    case 'term-running':
      return { said: 'VEE007', dueAt: withDue.parse(result.refusal.facts).dueAt };
    default:
      return { said: 'VEE007' };
  }
};

/** What the case says to a deadline; undefined where it cannot even be asked, or breaks over it. */
const answerTo = async (ports: SweepPorts, deadline: Deadline): Promise<CommandResult | undefined> => {
  if (!isCommand(deadline.operation)) return undefined;
  try {
    return await handleCommand(ports, {
      name: deadline.operation,
      case: deadline.case,
      petitioner: SYSTEM,
      // The record shows a hash of this key: whoever could guess it would learn of which sealed finding a term lapsed. So it is made
      // anew each time, and nothing lapses twice for it: the case says then that nothing is left to lapse.
      idempotencyKey: `${deadline.case}/${deadline.id}/${deadline.dueAt}/${ports.entropy.salt()}`,
      input: JSON.parse(deadline.input),
    });
  } catch (error) {
    if (error instanceof OutsideFailure) throw error;
    // A deadline or a case that nobody can read: it is said as such, and tried again for as long as nobody put it right.
    return undefined;
  }
};

const withDue = z.looseObject({ dueAt: instant });

const isCommand = (name: string): name is CaseCommandName => Object.hasOwn(COMMANDS, name);
