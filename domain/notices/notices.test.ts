import { describe, expect, it } from 'vitest';
import { everyEvent } from '../../events/catalogue.ts';
import { rosterEvents } from '../../events/roster.ts';
import { aboutIn } from './about.ts';
import { CAPACITIES, type Concern, peopleBehind } from './concern.ts';
import type { NoticeContext } from './context.ts';
import { linkTo } from './link.ts';
import { NOTICES, PEOPLE_NOTICES, ROSTER_NOTICES } from './whom-it-concerns.ts';
import { NOTICE_WORDS, saysOf } from './words.ts';

const WORDS_LENGTH_MAX = 78;
/** Where a thing of a case is shown: by itself, or in the list of its kind. */
const KINDS_WITH_A_PLACE = [
  ['observation', 'observations/observation-7'],
  ['report', 'reports/report-7'],
  ['tip', 'tips/tip-7'],
  ['document', 'documents/document-7'],
  ['escalation', 'escalations'],
  ['question', 'questions'],
  ['breach', 'breaches'],
  ['recommendation', 'recommendations'],
  ['proceeding', 'proceedings'],
  ['draw', 'draws'],
  ['act', 'acts'],
  ['visit', 'visits'],
  ['amendment', 'amendments'],
  ['flag', 'flags'],
  ['bidder', 'bidders'],
  ['change', 'process/changes'],
] as const;
const rules = Object.entries({ ...NOTICES, ...ROSTER_NOTICES, ...PEOPLE_NOTICES });

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

describe('whoever is told', () => {
  it('is told as what they are in the case', () => {
    const as = (concern: Concern) => peopleBehind(concern, context).map((told) => told.as);
    expect(as({ person: 'anybody-1' })).toEqual(['person']);
    expect(as({ of: 'team' })).toEqual(['team', 'team', 'team']);
    expect(as({ of: 'clear-team' })).toEqual(['team']);
    expect(as({ of: 'coordinator' })).toEqual(['coordinator']);
    expect(as({ of: 'contracting-authority' })).toEqual(['contracting-authority']);
    expect(as({ of: 'bidders' })).toEqual(['bidder', 'bidder']);
    expect(as({ bidder: 'bidder-2' })).toEqual(['bidder']);
    expect(as({ controlAuthority: 'supreme-audit' })).toEqual(['control-authority']);
    expect(new Set(as({ of: 'everybody' }))).toEqual(new Set(CAPACITIES.filter((each) => each !== 'person')));
  });
});

describe('what a fact is about', () => {
  it('is the most telling thing that it names, and never what its content confides', () => {
    expect(aboutIn({ bidder: 'bidder-1', observation: 'observation-3', escalation: 'escalation-1' })).toBe(
      'escalation-1',
    );
    expect(aboutIn({ stage: 'award-review', report: 'report-2' } as never)).toBe('report-2');
    expect(aboutIn({ document: 7, item: 'reply:observation-1' } as never)).toBe('reply:observation-1');
    expect(aboutIn({ stage: 'award-review' } as never)).toBeUndefined();
    expect(aboutIn({ observation: { id: 'observation-1' } } as never)).toBeUndefined();
  });
});

describe('a link', () => {
  it.each(KINDS_WITH_A_PLACE)('to a %s leads to where the API shows it: %s', (kind, place) => {
    expect(linkTo({ stream: 'ip-1', about: `${kind}-7` })).toBe(`/cases/ip-1/${place}`);
  });

  it.each([
    [{ stream: 'ip-1', about: 'observation-1:copy' }, '/cases/ip-1'],
    [{ stream: 'ip-1', about: 'thing-1' }, '/cases/ip-1'],
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
