import { expect } from 'vitest';
import type { ProposedFact } from '../../domain/command.ts';
import type { CaseCommandName } from '../../domain/commands.ts';
import type { Petitioner } from '../../domain/permissions.ts';
import type { Refusal, RefusalWord } from '../../domain/refusals.ts';
import type { RosterRecord } from '../../domain/roster/roster-entry.ts';
import type { Head } from '../../domain/state.ts';
import type { Instant } from '../../events/shapes.ts';
import { ask, type CaseFile, NO_FILE, type Outcome, recordAll } from './case-file.ts';
import type { ToldFact } from './cast.ts';

/** Facts that are on record; what is asked next, and what comes of it. */
export interface Given {
  readonly file: CaseFile;
  readonly head: Head;
  readonly and: (...facts: readonly Told[]) => Given;
  /** A command comes in; without a time, at the moment of the last fact. */
  readonly when: (
    name: CaseCommandName,
    input: unknown,
    asked: { by: Petitioner; at?: Instant; roster?: readonly RosterRecord[] },
  ) => Then;
}

type Told = ToldFact | readonly ToldFact[];

export interface Then {
  /** Exactly these facts are recorded, content included. What follows goes on from there. */
  readonly records: (...facts: readonly ProposedFact[]) => Given;
  /** Something is recorded; which facts is said elsewhere. */
  readonly succeeds: () => Given;
  /** The word, and exactly these facts behind it where they are told. */
  readonly refuses: (word: RefusalWord, facts?: Readonly<Record<string, unknown>>) => void;
  /** What it was refused with, whatever that is. */
  readonly refused: () => Refusal;
  /** The form is wrong, at exactly these fields. */
  readonly cannotTake: (...fields: readonly string[]) => void;
}

export const given = (...facts: readonly Told[]): Given => goingOn(recordAll(NO_FILE, facts.flat()));

const goingOn = (file: CaseFile): Given => {
  const { head } = file.state;
  if (head === undefined) throw new Error('A specification begins with an open case.');
  return {
    file,
    head,
    and: (...facts) => goingOn(recordAll(file, facts.flat())),
    when: (name, input, { by, at = file.now, roster = [] }) =>
      judge(ask(file, { name, input, petitioner: by, now: at, roster })),
  };
};

const judge = (outcome: Outcome): Then => ({
  records: (...facts) => {
    expect('facts' in outcome ? outcome.facts : outcome).toStrictEqual(facts);
    return goingOn(fileAfter(outcome));
  },
  succeeds: () => goingOn(fileAfter(outcome)),
  refuses: (word, facts) => {
    expect(refusalOf(outcome)).toStrictEqual({ word, facts: facts ?? expect.any(Object) });
  },
  refused: () => refusalOf(outcome),
  cannotTake: (...fields) => {
    const invalid = 'invalid' in outcome ? outcome.invalid.map(({ path }) => path.join('/')) : outcome;
    expect(invalid).toStrictEqual(fields);
  },
});

const refusalOf = (outcome: Outcome): Refusal => {
  if ('refusal' in outcome) return outcome.refusal;
  throw new Error(`It was not refused: ${JSON.stringify('facts' in outcome ? outcome.facts : outcome)}`);
};

const fileAfter = (outcome: Outcome): CaseFile => {
  if ('after' in outcome) return outcome.after;
  throw new Error(`Nothing was recorded: ${JSON.stringify(outcome)}`);
};
