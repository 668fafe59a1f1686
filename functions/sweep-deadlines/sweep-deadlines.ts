import * as z from 'zod/mini';
import { type CaseCommandName, COMMANDS } from '../../domain/commands.ts';
import { type Instant, instant } from '../../events/shapes.ts';
import type { LogMessage } from '../_ports/log-messages.ts';
import {
  type CaseStore,
  type Clock,
  DEADLINE_SHARDS,
  type Deadline,
  type DeadlineStore,
  type Entropy,
  type Log,
} from '../_ports/ports.ts';
import { handleCommand } from '../_record/handle-command.ts';

export interface SweepPorts {
  readonly cases: CaseStore;
  readonly deadlines: DeadlineStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** Deadlines looked at in one page of the index. */
export const SWEEP_PAGE = 25;
/** Deadlines that one sweep handles at most; the next one goes on where it left. */
export const SWEEP_MAX = 1_000;
/** When a deadline is looked at again whose case is suspended, or that could not be handled. */
const RETRY_MS = 3_600_000;

/** The machinery of deadlines, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

/**
 * Reminds each case of its terms that are over. The case decides by its own state whether a term lapsed: a deadline that is early,
 * stale or settled is moved or taken away, and reminding twice does nothing twice.
 */
export const sweepDeadlines = (ports: SweepPorts) => async (): Promise<{ swept: number }> => {
  const until = ports.clock.now();
  let swept = 0;
  for (let shard = 0; shard < DEADLINE_SHARDS; shard += 1) {
    let from: string | undefined;
    do {
      const page = await ports.deadlines.due({
        shard,
        until,
        limit: SWEEP_PAGE,
        ...(from === undefined ? {} : { from }),
      });
      for (const deadline of page.items) await remind(ports, deadline);
      swept += page.items.length;
      from = page.next;
    } while (from !== undefined && swept < SWEEP_MAX);
  }
  return { swept };
};

/** One deadline that cannot be handled must not keep the others waiting: it is said, and looked at again later. */
const remind = async (ports: SweepPorts, deadline: Deadline): Promise<void> => {
  const { case: caseId, id } = deadline;
  const next = await outcomeOf(ports, deadline);
  ports.log.say(next.said, { case: caseId, deadline: id });
  if (next.dueAt === undefined) return ports.deadlines.remove({ case: caseId, id });
  return ports.deadlines.postpone({ case: caseId, id, dueAt: next.dueAt });
};

interface Next {
  readonly said: LogMessage;
  /** When to look again; never, when nothing is left to lapse. */
  readonly dueAt?: Instant;
}

const outcomeOf = async (ports: SweepPorts, deadline: Deadline): Promise<Next> => {
  const later = new Date(Date.parse(ports.clock.now()) + RETRY_MS).toISOString();
  if (!isCommand(deadline.operation)) return { said: 'VEE008', dueAt: later };
  const result = await handleCommand(ports, {
    name: deadline.operation,
    case: deadline.case,
    petitioner: SYSTEM,
    idempotencyKey: `${deadline.case}/${deadline.id}/${deadline.dueAt}`,
    input: JSON.parse(deadline.input),
  });
  if ('answer' in result) return { said: 'VEE007' };
  if (!('refusal' in result)) return { said: 'VEE008', dueAt: later };
  switch (result.refusal.word) {
    case 'case-suspended':
      return { said: 'VEE007', dueAt: later };
    case 'term-running':
      return { said: 'VEE007', dueAt: withDue.parse(result.refusal.facts).dueAt };
    default:
      return { said: 'VEE007' };
  }
};

const withDue = z.looseObject({ dueAt: instant });

const isCommand = (name: string): name is CaseCommandName => Object.hasOwn(COMMANDS, name);
