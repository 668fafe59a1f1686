import { describe, expect, it } from 'vitest';
import type { PersonFact } from '../../events/catalogue.ts';
import type { PersonEntry } from '../../events/record.ts';
import { GIVEN_ROLES, type GivenRole, ROLES } from '../../events/vocabulary.ts';
import type { PersonOperation } from '../permissions.ts';
import { decidePerson, evolvePerson, PERSON_COMMANDS, type PersonStanding } from './people.ts';
import type { PersonRecord } from './person-record.ts';
import { incompatibility } from './separation.ts';

const KEEPER = { person: 'administrator-1', roles: ['administrator'] } as const;
const AT = '2026-03-02T15:00:00.000Z';
const reason = 'Asked for by the coordination.';

const ana = (differing: Partial<PersonRecord> = {}): PersonRecord => ({
  person: 'ana',
  addedAt: AT,
  email: 'ana@veedor.example',
  roles: ['witness', 'auditor'],
  suspended: false,
  ...differing,
});

const decided = (
  name: PersonOperation,
  input: object,
  {
    known,
    asker,
    petitioner = KEEPER,
    person = 'ana',
  }: Partial<PersonStanding> & {
    petitioner?: { person: string; roles: readonly (typeof ROLES)[number][] };
    person?: string;
  } = {},
) => {
  const understood = PERSON_COMMANDS[name].understand(input);
  if ('invalid' in understood) throw new Error(JSON.stringify(understood.invalid));
  const found = decidePerson({ name, understood, person }, { known, asker }, petitioner);
  if ('refusal' in found) return found.refusal;
  return 'facts' in found.decision ? found.decision.facts : undefined;
};

const add = (roles: readonly string[], email = 'ana@veedor.example') => ({ email, roles, reason });
const role = (of: string) => ({ person: 'ana', role: of, reason });
const about = { person: 'ana', reason };

describe('somebody who may sign in', () => {
  it('is added in roles, with the address and the reason out of the event', () => {
    expect(decided('add-person', add(['auditor', 'witness']))).toEqual([
      {
        type: 'person.added.v1',
        data: { person: 'ana', roles: ['witness', 'auditor'] },
        content: { email: 'ana@veedor.example', reason },
      },
    ]);
  });

  it('is given and taken roles, kept out and let in again, each with its reason', () => {
    const known = ana();
    const out = ana({ suspended: true });
    expect([
      decided('give-role', role('assessor'), { known }),
      decided('take-role', role('witness'), { known }),
      decided('suspend-person', about, { known }),
      decided('restore-person', about, { known: out }),
    ]).toEqual([
      [{ type: 'role.given.v1', data: { role: 'assessor' }, content: { reason } }],
      [{ type: 'role.taken.v1', data: { role: 'witness' }, content: { reason } }],
      [{ type: 'person.suspended.v1', data: {}, content: { reason } }],
      [{ type: 'person.restored.v1', data: {}, content: { reason } }],
    ]);
  });

  it.each<[string, PersonOperation, object, Partial<PersonStanding> & { person?: string }, object]>([
    ['twice', 'add-person', add(['witness']), { known: ana() }, { word: 'person-exists', facts: { person: 'ana' } }],
    ['unknown', 'give-role', role('witness'), {}, { word: 'person-unknown', facts: { person: 'ana' } }],
    ['unknown', 'suspend-person', about, {}, { word: 'person-unknown', facts: { person: 'ana' } }],
    [
      'out already',
      'suspend-person',
      about,
      { known: ana({ suspended: true }) },
      { word: 'person-suspended', facts: {} },
    ],
    ['in already', 'restore-person', about, { known: ana() }, { word: 'person-not-suspended', facts: {} }],
    [
      'given what they have',
      'give-role',
      role('witness'),
      { known: ana() },
      { word: 'role-held', facts: { roles: ['witness', 'auditor'] } },
    ],
    [
      'taken what they have not',
      'take-role',
      role('member'),
      { known: ana() },
      { word: 'role-not-held', facts: { roles: ['witness', 'auditor'] } },
    ],
    [
      'watched and watching from the beginning',
      'add-person',
      add(['witness', 'contracting-authority']),
      {},
      { word: 'roles-incompatible', facts: { watched: 'contracting-authority', others: ['witness'] } },
    ],
    [
      'watching, and then watched',
      'give-role',
      role('bidder-representative'),
      { known: ana() },
      { word: 'roles-incompatible', facts: { watched: 'bidder-representative', others: ['witness', 'auditor'] } },
    ],
    [
      'watched, and then watching',
      'give-role',
      role('coordinator'),
      { known: ana({ roles: ['contracting-authority'] }) },
      { word: 'roles-incompatible', facts: { watched: 'contracting-authority', others: ['coordinator'] } },
    ],
  ])('is refused: %s (%s)', (_, name, input, standing, refusal) => {
    expect(decided(name, input, standing)).toEqual(refusal);
  });

  it.each(['public', 'system', 'emperor'])('can never be %s', (of) => {
    for (const [name, input] of [
      ['add-person', add([of])],
      ['give-role', role(of)],
    ] as const) {
      expect(PERSON_COMMANDS[name].understand(input)).toHaveProperty('invalid');
    }
  });

  it('is not added without a role, with one twice, without a reason or under what is no address', () => {
    for (const input of [
      add([]),
      add(['witness', 'witness']),
      { ...add(['witness']), reason: ' ' },
      add(['witness'], 'ana'),
    ]) {
      expect(PERSON_COMMANDS['add-person'].understand(input)).toHaveProperty('invalid');
    }
  });
});

describe('roles', () => {
  it('of whoever buys or sells stand alone; every other pair can be one person', () => {
    const watched: readonly GivenRole[] = ['contracting-authority', 'bidder-representative'];
    for (const one of GIVEN_ROLES) {
      for (const other of GIVEN_ROLES.filter((each) => each !== one)) {
        const isRefused = incompatibility([one, other]) !== undefined;
        expect([one, other, isRefused]).toEqual([one, other, watched.includes(one) || watched.includes(other)]);
      }
      expect(incompatibility([one])).toBeUndefined();
    }
  });
});

describe('an administrator', () => {
  const own = { person: KEEPER.person };
  const self = ana({ person: KEEPER.person, roles: ['administrator'] });

  it('decides nothing about themself, so that nobody locks the house from inside nor gives themself its keys', () => {
    for (const [name, input] of [
      ['take-role', { ...role('administrator'), ...own }],
      ['give-role', { ...role('coordinator'), ...own }],
      ['suspend-person', { ...about, ...own }],
      ['restore-person', { ...about, ...own }],
    ] as const) {
      expect(decided(name, input, { ...own, known: self, asker: self })).toEqual({ word: 'own-access', facts: {} });
    }
  });

  it('whom no record knows can put themself on it, as what they are and as nothing more', () => {
    expect(decided('add-person', add(['administrator']), own)).toMatchObject([{ type: 'person.added.v1' }]);
    for (const roles of [['coordinator'], ['administrator', 'coordinator']]) {
      expect(decided('add-person', add(roles), own)).toEqual({ word: 'own-access', facts: {} });
    }
  });

  it('of whom the record says otherwise does nothing more, whatever the token says', () => {
    for (const asker of [{ ...self, suspended: true }, ana({ person: KEEPER.person })]) {
      expect(decided('suspend-person', about, { known: ana(), asker })).toEqual({
        word: 'administrator-not-on-record',
        facts: {},
      });
    }
    expect(decided('suspend-person', about, { known: ana(), asker: self })).toMatchObject([
      { type: 'person.suspended.v1' },
    ]);
  });

  it('is the only one who decides about people', () => {
    const may = (Object.keys(PERSON_COMMANDS) as PersonOperation[]).map((name) =>
      ROLES.filter((each) => {
        const input = { 'add-person': add(['witness']), 'suspend-person': about, 'restore-person': about }[
          name as string
        ];
        const found = decided(name, input ?? role('member'), { petitioner: { person: 'p', roles: [each] } });
        return !(found !== undefined && 'word' in found && found.word === 'not-permitted');
      }),
    );
    expect(may).toEqual(may.map(() => ['administrator']));
  });
});

describe('the state of somebody who may sign in', () => {
  const entry = (fact: PersonFact, content: object = { reason }) =>
    ({ ...fact, recordedAt: AT, content }) as PersonEntry & { content: never };

  it('follows from the facts', () => {
    const facts = [
      entry({ type: 'person.added.v1', data: { person: 'ana', roles: ['auditor'] } }, { email: 'a@b.example', reason }),
      entry({ type: 'role.given.v1', data: { role: 'witness' } }),
      entry({ type: 'person.suspended.v1', data: {} }),
      entry({ type: 'role.taken.v1', data: { role: 'auditor' } }),
    ];
    const state = facts.reduce<PersonRecord | undefined>((folded, each) => evolvePerson(folded, each), undefined);
    expect(state).toEqual({ person: 'ana', addedAt: AT, email: 'a@b.example', roles: ['witness'], suspended: true });
    expect(evolvePerson(state, entry({ type: 'person.restored.v1', data: {} }))).toMatchObject({ suspended: false });
    expect(
      evolvePerson(ana({ roles: ['auditor'] }), entry({ type: 'role.given.v1', data: { role: 'witness' } })).roles,
    ).toEqual(['witness', 'auditor']);
  });

  it('begins with the first fact and with no other', () => {
    expect(() => evolvePerson(undefined, entry({ type: 'person.suspended.v1', data: {} }))).toThrow('begins with');
  });
});
