import type { Petitioner } from '../../domain/permissions.ts';
import { REFUSALS, type Refusal } from '../../domain/refusals.ts';
import { type JsonObject, personId } from '../../events/shapes.ts';
import { errorsOf } from '../_http/request.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { handleRosterCommand, type RosterPorts, type RosterResult } from '../_record/handle-roster-command.ts';
import type { RowResult } from '../_roster/import-answer.ts';

/** Entries that are written at the same time. */
const AT_ONCE_MAX = 20;
/** Flaws that are told of one row. */
const ERRORS_OF_ROW_MAX = 5;

interface Rows {
  readonly import: string;
  readonly petitioner: Petitioner;
  readonly rows: readonly JsonObject[];
  /** The number of the first of them. */
  readonly first: number;
}

interface Row {
  readonly number: number;
  readonly input: JsonObject;
}

/**
 * Decides rows, each as a command of its own under a key that follows from the import and the row: sent again, it does nothing twice.
 * Rows about one person follow on each other in their order; those about others need not wait for them.
 */
export const importRows = async (
  ports: RosterPorts,
  { rows, first, ...about }: Rows,
): Promise<readonly RowResult[]> => {
  const queues = [...byPerson(rows.map((input, index) => ({ number: first + index, input }))).values()];
  const results: RowResult[] = [];
  const workOff = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const row of queue) results.push(await decideRow(ports, about, row));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE_MAX }, workOff));
  return results.toSorted((left, right) => left.row - right.row);
};

const byPerson = (rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> => {
  const queues = new Map<unknown, Row[]>();
  for (const row of rows) {
    const person = row.input['person'];
    const queue = queues.get(person);
    if (queue === undefined) queues.set(person, [row]);
    else queue.push(row);
  }
  return queues;
};

const decideRow = async (
  ports: RosterPorts,
  { import: id, petitioner }: Pick<Rows, 'import' | 'petitioner'>,
  { number, input }: Row,
): Promise<RowResult> => {
  const result = await handleRosterCommand(ports, {
    name: 'import-roster-entry',
    petitioner,
    idempotencyKey: `${id}/${number}`,
    input,
  });
  const person = personId.safeParse(input['person']);
  return { row: number, ...(person.success ? { person: person.data } : {}), ...outcomeOf(result, number) };
};

const outcomeOf = (result: RosterResult, row: number): Omit<RowResult, 'row' | 'person'> => {
  if ('answer' in result) {
    const isNew = result.answer.recorded.some(({ type }) => type === 'roster.entry-added.v1');
    return { result: isNew ? 'created' : 'updated' };
  }
  if ('invalid' in result) {
    const errors = errorsOf(result.invalid.slice(0, ERRORS_OF_ROW_MAX));
    return {
      result: 'refused',
      word: 'input-invalid',
      errors: errors.map(({ pointer, detail }) => ({ pointer: `/rows/${row}${pointer}`, detail })),
    };
  }
  if ('refusal' in result) return refusedRow(result.refusal, row);
  // The table is busy with the same people: the same request, sent again, goes on.
  throw new OutsideFailure(`Roster: ${result.failure}`);
};

/** The field that a refusal is about, where it is about one. */
const FIELD: Partial<Record<Refusal['word'], string>> = {
  'accreditation-ends-before': '/validTo',
  'renewal-not-later': '/validTo',
  'accreditation-state': '/number',
  'roster-kind-differs': '/kind',
};

const refusedRow = ({ word }: Refusal, row: number): Omit<RowResult, 'row' | 'person'> =>
  word === 'roster-entry-unchanged'
    ? { result: 'unchanged' }
    : {
        result: 'refused',
        word,
        errors: [{ pointer: `/rows/${row}${FIELD[word] ?? ''}`, detail: REFUSALS[word] }],
      };
