import { describe, expect, it } from 'vitest';
import { everyEvent } from '../../events/catalogue.ts';
import { rosterEvents } from '../../events/roster.ts';
import type { EntryWithContent } from '../case.ts';
import { type Concern, peopleBehind } from './concern.ts';
import type { NoticeContext } from './context.ts';
import { linkTo } from './link.ts';
import { authoritiesConcerned, NOTICES, ROSTER_NOTICES, thingsConcerned, whomItConcerns } from './whom-it-concerns.ts';
import { NOTICE_WORDS, saysOf } from './words.ts';

const WORDS_LENGTH_MAX = 78;
const rules = Object.entries({ ...NOTICES, ...ROSTER_NOTICES });

describe('every type of fact', () => {
  it('tells somebody, or says why it tells nobody', () => {
    expect(rules.map(([type]) => type).toSorted()).toEqual(Object.keys(everyEvent).toSorted());
    const silent = rules.flatMap(([, rule]) => (typeof rule === 'object' && 'nobody' in rule ? [rule.nobody] : []));
    for (const why of silent) expect(why).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('has its words in each language, short enough for the subject of a mail: notices and timelines say them', () => {
    expect(Object.keys(NOTICE_WORDS).toSorted()).toEqual(Object.keys(everyEvent).toSorted());
    for (const words of Object.values(NOTICE_WORDS)) {
      expect(new Set(words).size).toBe(3);
      for (const word of words) expect(word).toMatch(new RegExp(`^\\p{Lu}[\\p{L} -]{4,${WORDS_LENGTH_MAX}}$`, 'u'));
    }
    expect(saysOf('act.held.v1', 'pt')).toBe('Um ato foi realizado');
    expect(saysOf('what.comes-later.v1', 'en')).toBe('There is something new that concerns you');
  });
});

const context: NoticeContext = {
  team: [
    { person: 'witness-1', standing: 'accepted', declared: true, impeded: false },
    { person: 'witness-2', standing: 'accepted', declared: true, impeded: true },
    { person: 'witness-3', standing: 'proposed', declared: false, impeded: false },
    { person: 'witness-4', standing: 'accepted', declared: true, impeded: false, accreditation: 'suspended' },
  ],
  liaisons: [
    { person: 'authority-1', kind: 'contracting-authority' },
    { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1' },
    { person: 'bidder-2', kind: 'bidder', bidder: 'bidder-2' },
    { person: 'control-1', kind: 'control-authority', controlAuthority: 'internal-control' },
    { person: 'control-2', kind: 'control-authority', controlAuthority: 'supreme-audit' },
  ],
  coordinators: ['coordinator-1'],
};

describe('behind a concern', () => {
  it.each<[Concern, string[]]>([
    [{ person: 'anybody-1' }, ['anybody-1']],
    [{ of: 'team' }, ['witness-1', 'witness-2', 'witness-4']],
    [{ of: 'clear-team' }, ['witness-1']],
    [{ of: 'coordinator' }, ['coordinator-1']],
    [{ of: 'contracting-authority' }, ['authority-1']],
    [{ of: 'bidders' }, ['bidder-1', 'bidder-2']],
    [{ bidder: 'bidder-2' }, ['bidder-2']],
    [{ controlAuthority: 'supreme-audit' }, ['control-2']],
    [
      { of: 'everybody' },
      [
        'witness-1',
        'witness-2',
        'witness-4',
        'coordinator-1',
        'authority-1',
        'bidder-1',
        'bidder-2',
        'control-1',
        'control-2',
      ],
    ],
  ])('%j stand these people', (concern, people) => {
    expect(peopleBehind(concern, context).map(({ person }) => person)).toEqual(people);
  });
});

const fact = (type: string, data: object, more: object = {}): EntryWithContent =>
  ({
    id: 'ip-1@9',
    stream: 'ip-1',
    version: 9,
    type,
    data,
    recordedAt: '2026-03-09T00:00:00.000Z',
    actor: { person: 'witness-1', role: 'witness' },
    ...more,
  }) as never;
const told = (entry: EntryWithContent, things: object = {}) =>
  whomItConcerns(entry, context, new Map(Object.entries(things))).map(({ person }) => person);

describe('a fact', () => {
  it('is not told to whoever did it, and to everybody else once', () => {
    const entry = fact('finding.replied.v1', { observation: 'observation-1' });
    expect(thingsConcerned(entry)).toEqual(['observation-1']);
    expect(told(entry, { 'observation-1': { by: 'witness-1' } })).toEqual(['coordinator-1']);
    const byAuthority = { ...entry, actor: { person: 'authority-1', role: 'contracting-authority' } } as const;
    expect(told(byAuthority, { 'observation-1': { by: 'witness-1' } })).toEqual(['witness-1', 'coordinator-1']);
    // An author who left is told what became of the own finding.
    expect(told(byAuthority, { 'observation-1': { by: 'witness-9' } })).toEqual([
      'witness-9',
      'witness-1',
      'coordinator-1',
    ]);
  });

  it('about a sealed finding is told with what its content confides', () => {
    const entry = fact('finding.replied.v1', {}, { content: { observation: 'observation-4', by: 'authority-1' } });
    expect(thingsConcerned(entry)).toEqual(['observation-4']);
  });

  it('of an escalation is told to the authority that it was sent to, and to no other', () => {
    const entry = fact('escalation.answered.v1', { escalation: 'escalation-1', remedies: [] });
    const things = { 'escalation-1': { controlAuthority: 'supreme-audit' } };
    expect(told(entry, things)).toEqual(['control-2', 'coordinator-1']);
    expect(authoritiesConcerned(entry, new Map(Object.entries(things)))).toEqual(['supreme-audit']);
    expect(authoritiesConcerned(fact('act.held.v1', { act: 'act-1' }), new Map())).toEqual([]);
  });

  it('of a breach is told to whoever is accused', () => {
    const entry = fact('pact.breach-reported.v1', { breach: 'breach-1' });
    expect(told(entry, { 'breach-1': { accused: { bidder: 'bidder-2' } } })).toEqual(['coordinator-1', 'bidder-2']);
    expect(told(entry, { 'breach-1': { accused: {} } })).toEqual(['coordinator-1', 'authority-1']);
  });

  it('that changes an observation is told to those to whom it was put before, and not to those to whom it was put since', () => {
    const entry = fact('observation.corrected.v1', { observation: 'observation-1', number: 2 });
    const put = { notifiedAt: '2026-03-08T00:00:00.000Z', escalatedTo: ['internal-control'] };
    expect(told(entry, { 'observation-1': put })).toEqual(['coordinator-1', 'authority-1', 'control-1']);
    const later = { notifiedAt: '2026-03-10T00:00:00.000Z', escalatedTo: [] };
    expect(told(entry, { 'observation-1': later })).toEqual(['coordinator-1']);
  });

  it.each<[string, string[], object]>([
    ['reply:observation-3', ['authority-1'], {}],
    ['proposal:witness-3', ['witness-3'], {}],
    ['question:question-1', ['authority-1'], { 'question-1': { to: 'contracting-authority' } }],
    ['question:question-1', [], { 'question-1': { to: 'team' } }],
    ['answer:escalation-1', ['control-1'], { 'escalation-1': { controlAuthority: 'internal-control' } }],
    ['publication', ['witness-2', 'witness-4'], {}],
    ['what-comes-later:thing-1', ['coordinator-1'], {}],
  ])('that reminds of %s reminds whoever must act', (item, people, things) => {
    const entry = fact('term.reminded.v1', { item, term: 'x', dueAt: '' });
    expect(thingsConcerned(entry).every((id) => Object.hasOwn(things, id))).toBe(true);
    expect(told(entry, things)).toEqual(people);
  });
});

describe('a link', () => {
  it.each([
    [{ stream: 'ip-1', about: 'observation-12' }, '/cases/ip-1/observations/observation-12'],
    [{ stream: 'ip-1', about: 'escalation-1' }, '/cases/ip-1/escalations'],
    [{ stream: 'ip-1', about: 'reply:observation-1' }, '/cases/ip-1'],
    [{ stream: 'ip-1' }, '/cases/ip-1'],
    [{ stream: 'roster:witness-1', about: 'accreditation-1' }, '/roster/witness-1'],
  ])('of %j leads to %s', (notice, link) => {
    expect(linkTo(notice)).toBe(link);
  });
});

it('there is a rule for every fact of the roster', () => {
  expect(Object.keys(ROSTER_NOTICES).toSorted()).toEqual(Object.keys(rosterEvents).toSorted());
});
