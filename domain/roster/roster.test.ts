import { describe, expect, it } from 'vitest';
import type { RosterFact } from '../../events/catalogue.ts';
import { GENESIS } from '../../events/record.ts';
import { ADMINISTRATOR, COORDINATOR, DIGEST, OPENED_AT, WITNESS } from '../../test/support/cast.ts';
import { addition } from '../../test/support/roster.ts';
import type { InvalidInput, Proposed } from '../command.ts';
import type { Petitioner, RosterOperation } from '../permissions.ts';
import type { Refusal, RefusalWord } from '../refusals.ts';
import { decideRoster, evolveRoster, ROSTER_COMMANDS, type RosterEntryWithContent } from './roster.ts';
import { ACCREDITATIONS_MAX, type RosterRecord } from './roster-entry.ts';

type Outcome = InvalidInput | { refusal: Refusal } | { facts: readonly Proposed<RosterFact>[]; after: RosterRecord };

const ask = (
  before: RosterRecord | undefined,
  name: RosterOperation,
  input: unknown,
  by: Petitioner = ADMINISTRATOR,
): Outcome => {
  const understood = ROSTER_COMMANDS[name].understand(input);
  if ('invalid' in understood) return understood;
  const decided = decideRoster({ name, understood }, before, { petitioner: by, now: OPENED_AT });
  if ('refusal' in decided) return decided;
  if ('refusal' in decided.decision) return decided.decision;
  const { facts } = decided.decision;
  const after = facts.reduce((state: RosterRecord | undefined, fact) => evolveRoster(state, entryOf(fact)), before);
  return { facts, after: after as RosterRecord };
};

const entryOf = (fact: Proposed<RosterFact>): RosterEntryWithContent => ({
  id: 'roster:witness-1@1',
  stream: 'roster:witness-1',
  version: 1,
  recordedAt: OPENED_AT,
  observedAt: OPENED_AT,
  actor: { person: 'administrator-1', role: 'administrator' },
  command: DIGEST,
  receiptHash: DIGEST,
  previousHash: GENESIS,
  hash: DIGEST,
  ...fact,
});

const refuses = (word: RefusalWord, outcome: Outcome, facts?: object): void => {
  expect(outcome).toEqual({ refusal: { word, facts: facts ?? expect.any(Object) } });
};
const after = (outcome: Outcome): RosterRecord => {
  if ('after' in outcome) return outcome.after;
  throw new Error(JSON.stringify(outcome));
};
const cannotTake = (outcome: Outcome): readonly string[] =>
  'invalid' in outcome ? outcome.invalid.map(({ path }) => path.join('/')) : [];

const added = after(ask(undefined, 'add-roster-entry', addition('witness-1')));
const first = { person: 'witness-1', accreditation: 'accreditation-1' };
const reason = 'The commission decided it.';
const more = { person: 'witness-1', number: 'TS-2', issuer: 'Padrón', validFrom: '2026-01-01', validTo: '2026-12-31' };

describe('an entry of the roster', () => {
  it('is added with its accreditation: names, numbers and contacts are content', () => {
    const outcome = ask(undefined, 'add-roster-entry', addition('witness-1'));
    expect('facts' in outcome && outcome.facts).toEqual([
      {
        type: 'roster.entry-added.v1',
        data: { person: 'witness-1', kind: 'person' },
        content: { name: 'Ana Ejemplo', namePublic: false, email: 'ana@veedor.example', interests: [] },
      },
      {
        type: 'accreditation.granted.v1',
        data: {
          accreditation: 'accreditation-1',
          validFrom: '2026-01-01',
          validTo: '2027-12-31',
          specialities: [],
          territories: [],
        },
        content: { number: 'TS-witness-1', issuer: 'Padrón de testigos' },
      },
    ]);
  });

  it('is added once, and must be there to be kept', () => {
    refuses('roster-entry-exists', ask(added, 'add-roster-entry', addition('witness-1')), { person: 'witness-1' });
    refuses('roster-entry-unknown', ask(undefined, 'correct-roster-entry', { person: 'witness-1', name: 'Ana' }));
    refuses('roster-entry-unknown', ask(undefined, 'grant-accreditation', more));
    refuses('roster-entry-unknown', ask(undefined, 'suspend-accreditation', { ...first, reason }));
  });

  it('is corrected whole: what is left out is gone', () => {
    const { details, accreditations } = after(
      ask(added, 'correct-roster-entry', { person: 'witness-1', name: 'Ana Ejemplo Ruiz', namePublic: true }),
    );
    expect(details).toEqual({ name: 'Ana Ejemplo Ruiz', namePublic: true, interests: [] });
    expect(accreditations).toEqual(added.accreditations);
  });

  it('is kept by administrators only; a coordinator can stop an accreditation', () => {
    refuses('not-permitted', ask(undefined, 'add-roster-entry', addition('witness-1'), COORDINATOR));
    refuses('not-permitted', ask(added, 'suspend-accreditation', { ...first, reason }, WITNESS));
    after(ask(added, 'suspend-accreditation', { ...first, reason }, COORDINATOR));
  });
});

describe('an accreditation', () => {
  it('ends on its first day or later', () => {
    const grant = (validTo: string) => ask(added, 'grant-accreditation', { ...more, validTo });
    after(grant('2026-01-01'));
    refuses('accreditation-ends-before', grant('2025-12-31'), { validFrom: '2026-01-01', validTo: '2025-12-31' });
    const backwards = { ...addition('witness-2').accreditation, validTo: '2025-12-31' };
    refuses(
      'accreditation-ends-before',
      ask(undefined, 'add-roster-entry', addition('witness-2', { accreditation: backwards })),
    );
  });

  it('has days that exist, between 1990 and 2100', () => {
    for (const validTo of [
      '2026-02-30',
      '2026-2-3',
      '30/06/2026',
      '2026-06-30T00:00:00Z',
      '0026-06-30',
      '2200-01-01',
      7,
    ]) {
      expect(cannotTake(ask(added, 'grant-accreditation', { ...more, validTo }))).toEqual(['validTo']);
    }
  });

  it('bears its number once', () => {
    const both = after(ask(added, 'grant-accreditation', more));
    refuses('accreditation-exists', ask(both, 'grant-accreditation', more), { accreditation: 'accreditation-2' });
  });

  it('is one of so many', () => {
    let entry = added;
    for (let count = 2; count <= ACCREDITATIONS_MAX; count += 1) {
      entry = after(ask(entry, 'grant-accreditation', { ...more, number: `N-${count}` }));
    }
    refuses('too-many-accreditations', ask(entry, 'grant-accreditation', more), {
      accreditationsMax: ACCREDITATIONS_MAX,
    });
    const row = { ...more, kind: 'person', name: 'Ana Ejemplo' };
    refuses('too-many-accreditations', ask(entry, 'import-roster-entry', row));
  });

  it('is renewed to a later day, and stays suspended where it was', () => {
    const renew = (validTo: string) => ask(added, 'renew-accreditation', { ...first, validTo });
    expect(after(renew('2028-01-01')).accreditations[0]?.validTo).toBe('2028-01-01');
    refuses('renewal-not-later', renew('2027-12-31'), { validTo: '2027-12-31' });
    const suspended = after(ask(added, 'suspend-accreditation', { ...first, reason }));
    expect(
      after(ask(suspended, 'renew-accreditation', { ...first, validTo: '2029-01-01' })).accreditations,
    ).toMatchObject([{ validTo: '2029-01-01', standing: 'suspended' }]);
  });

  it('is suspended, reinstated and removed, and never comes back from its removal', () => {
    const rule = (entry: RosterRecord, name: 'suspend' | 'reinstate' | 'remove') =>
      ask(entry, `${name}-accreditation`, { ...first, reason });
    const suspended = after(rule(added, 'suspend'));
    refuses('accreditation-state', rule(suspended, 'suspend'), { standing: 'suspended' });
    expect(after(rule(suspended, 'reinstate'))).toEqual(added);
    refuses('accreditation-state', rule(added, 'reinstate'), { standing: 'in-force' });
    const removed = after(rule(suspended, 'remove'));
    for (const name of ['suspend', 'reinstate', 'remove'] as const) refuses('accreditation-state', rule(removed, name));
    refuses('accreditation-state', ask(removed, 'renew-accreditation', { ...first, validTo: '2030-01-01' }));
    refuses(
      'accreditation-unknown',
      ask(added, 'suspend-accreditation', { ...first, accreditation: 'accreditation-9', reason }),
      {
        accreditation: 'accreditation-9',
      },
    );
  });
});

describe('a name in the roster', () => {
  const naming = (name: unknown) => ask(undefined, 'add-roster-entry', addition('witness-1', { name }));

  it.each([
    ['a control character', 'Ana\u0007 Ejemplo'],
    ['a line break', 'Ana\nEjemplo'],
    ['a direction-changing character', 'Ana \u202eolpmejE'],
    ['an isolate', 'Ana \u2066Ejemplo\u2069'],
    ['a mark of direction', 'Ana\u200f'],
    ['a character that nobody sees', 'An\u200ba Ejemplo'],
    ['a letter that nobody sees', '\u3164'],
    ['half of a character', 'Ana \ud800'],
    ['Latin and Cyrillic letters in one word', 'Аna Ejemplo'],
    ['Latin and Greek letters in one word', 'Anα Ejemplo'],
    ['no letter', '=1+2'],
    ['nothing', ''],
    ['a number', 7],
    ['too much', 'a'.repeat(301)],
  ])('cannot hold %s', (_, name) => {
    expect(cannotTake(naming(name))).toEqual(['name']);
  });

  it.each([
    ['composed letters', 'Jose\u0301 Nu\u0301n\u0303ez', 'José Núñez'],
    ['one space between words, none around', '  Ana\u00a0  Ejemplo ', 'Ana Ejemplo'],
    ['a word of another script', 'Ана Ejemplo', 'Ана Ejemplo'],
    ['what a spreadsheet would take for a formula', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
    ['signs at its beginning', '+Ana', '+Ana'],
    ['an at sign at its beginning', '@ana', '@ana'],
    ['apostrophes and hyphens', "Ana O'Neill-Ruiz", "Ana O'Neill-Ruiz"],
  ])('is kept with %s', (_, name, kept) => {
    expect(after(naming(name)).details.name).toBe(kept);
  });
});

describe('a row of an imported table', () => {
  const row = { ...more, kind: 'person', name: 'Ana Ejemplo' };
  const importing = (entry: RosterRecord | undefined, differing: object = {}) =>
    ask(entry, 'import-roster-entry', { ...row, ...differing });
  const there = after(importing(undefined));

  it('adds whoever is not there, with the employer among the interests', () => {
    expect(after(importing(undefined, { employer: 'Puentes S.A.' }))).toMatchObject({
      kind: 'person',
      details: { name: 'Ana Ejemplo', namePublic: false, interests: [{ kind: 'employer', name: 'Puentes S.A.' }] },
      accreditations: [{ id: 'accreditation-1', number: 'TS-2' }],
    });
  });

  it('changes nothing where the roster says the same, whatever else the roster knows', () => {
    refuses('roster-entry-unchanged', importing(there), {});
    const known = after(ask(there, 'correct-roster-entry', { person: 'witness-1', name: 'Ana Ejemplo', phone: '1' }));
    refuses('roster-entry-unchanged', importing(known), {});
  });

  it('puts right, grants and renews', () => {
    const types = (outcome: Outcome) => ('facts' in outcome ? outcome.facts.map(({ type }) => type) : outcome);
    expect(types(importing(there, { phone: '55' }))).toEqual(['roster.entry-corrected.v1']);
    expect(types(importing(there, { validTo: '2027-01-01' }))).toEqual(['accreditation.renewed.v1']);
    expect(types(importing(there, { number: 'TS-3' }))).toEqual(['accreditation.granted.v1']);
  });

  it('never shortens, brings back, or makes somebody another kind of thing', () => {
    refuses('renewal-not-later', importing(there, { validTo: '2026-06-30' }), { validTo: '2026-12-31' });
    refuses('roster-kind-differs', importing(there, { kind: 'organisation' }), { kind: 'person' });
    refuses('accreditation-ends-before', importing(there, { validTo: '2025-01-01' }));
    const removed = after(ask(there, 'remove-accreditation', { ...first, reason }));
    refuses('accreditation-state', importing(removed), { standing: 'removed' });
  });
});
