import type { Petitioner } from '../../domain/permissions.ts';
import type { Instant } from '../../events/shapes.ts';
import { AGENDA_SHARDS, type AgendaRow, type AgendaStore } from '../_ports/agenda-ports.ts';
import type { LogMessage } from '../_ports/log-messages.ts';
import { type Log, OutsideFailure } from '../_ports/ports.ts';
import { readableItemOf } from '../_record/agenda-row-of.ts';
import { handleCommand, type RecordPorts } from '../_record/handle-command.ts';

interface ReminderPorts extends RecordPorts {
  readonly agenda: AgendaStore;
  readonly log: Log;
}

interface Reminding {
  /** The machinery of deadlines, as the record names it. */
  readonly system: Petitioner;
  readonly until: Instant;
  /** Whether the sweep has time left. */
  readonly goesOn: () => boolean;
}

interface Reminder {
  readonly place: string;
  readonly row: AgendaRow | undefined;
}

const PAGE = 25;

/**
 * Lets the record say that terms come to their end soon. The key of each command follows from item and date, so that it happens once
 * however often it is asked; the keeper of the agenda takes the item off this list when it learns of it.
 */
export const remindAhead = async (ports: ReminderPorts, { system, until, goesOn }: Reminding): Promise<void> => {
  for await (const { place, row } of toRemind(ports, until)) {
    if (!goesOn()) return;
    ports.log.say(await remind(ports, row, system), { reminder: place });
  }
};

async function* toRemind({ agenda }: ReminderPorts, until: Instant): AsyncGenerator<Reminder> {
  for (let shard = 0; shard < AGENDA_SHARDS; shard += 1) {
    let after: string | undefined;
    do {
      const page = await agenda.reminders({
        shard,
        until,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      yield* page.rows;
      after = page.more ? page.rows.at(-1)?.place : undefined;
    } while (after !== undefined);
  }
}

/** What cannot be handled is said, and the others go on. */
const remind = async (
  ports: ReminderPorts,
  row: AgendaRow | undefined,
  petitioner: Petitioner,
): Promise<LogMessage> => {
  const item = row === undefined ? undefined : readableItemOf(row);
  if (row === undefined || item?.term === undefined) return 'VEE008';
  const { term, dueAt } = item;
  try {
    const result = await handleCommand(ports, {
      name: 'remind-term',
      case: row.case,
      petitioner,
      idempotencyKey: `${row.case}/remind/${row.id}/${dueAt}`,
      input: { item: row.id, term: term.name, dueAt },
    });
    return 'answer' in result || 'refusal' in result ? 'VEE007' : 'VEE008';
  } catch (error) {
    if (error instanceof OutsideFailure) throw error;
    // A case that nobody can read must not keep the reminders of the others waiting.
    return 'VEE008';
  }
};
