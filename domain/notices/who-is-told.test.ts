import { describe, expect, it } from 'vitest';
import type { FactType } from '../../events/catalogue.ts';
import type { EntryWithContent } from '../case.ts';
import type { NoticeContext } from './context.ts';
import { authoritiesConcerned, NOTICES, thingsConcerned, whomItConcerns } from './whom-it-concerns.ts';

const context: NoticeContext = {
  team: [
    { person: 'witness-1', standing: 'accepted', declared: true, impeded: false },
    { person: 'witness-2', standing: 'accepted', declared: true, impeded: true },
    { person: 'witness-3', standing: 'proposed', declared: false, impeded: false },
    { person: 'witness-4', standing: 'accepted', declared: true, impeded: false, accreditation: 'suspended' },
    { person: 'witness-5', standing: 'accepted', declared: true, impeded: false },
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
    expect(told(entry, { 'observation-1': { by: 'witness-1' } })).toEqual(['witness-5', 'coordinator-1']);
    const byAuthority = { ...entry, actor: { person: 'authority-1', role: 'contracting-authority' } } as const;
    expect(told(byAuthority, { 'observation-1': { by: 'witness-1' } })).toEqual([
      'witness-1',
      'witness-5',
      'coordinator-1',
    ]);
    // An author who left is told what became of the own finding.
    expect(told(byAuthority, { 'observation-1': { by: 'witness-9' } })).toEqual([
      'witness-9',
      'witness-1',
      'witness-5',
      'coordinator-1',
    ]);
  });

  it('that the record does not name its author for is not told to the author, wherever that is at hand', () => {
    const things = { 'observation-1': { by: 'witness-1' } };
    const data = { observation: 'observation-1' };
    const unnamed = { actor: { person: 'unnamed', role: 'witness' } };
    for (const type of [
      'observation.filed.v1',
      'observation.corrected.v1',
      'observation.withdrawn.v1',
      'embargo.extended.v1',
    ]) {
      const entry = fact(type, data, unnamed);
      expect(thingsConcerned(entry)).toEqual(['observation-1']);
      expect(told(entry, things)).toEqual(['witness-5', 'coordinator-1']);
    }
    const put = fact('finding.notified.v1', {}, { ...unnamed, content: { ...data, by: 'witness-5' } });
    expect(told(put)).toEqual(['authority-1', 'witness-1', 'coordinator-1']);
    // What somebody else did about it is told to the author.
    const byCoordinator = fact('embargo.extended.v1', data, {
      actor: { person: 'coordinator-1', role: 'coordinator' },
    });
    expect(told(byCoordinator, things)).toEqual(['witness-1', 'witness-5']);
  });

  it('about a sealed finding is told with what its content confides', () => {
    const entry = fact('finding.replied.v1', {}, { content: { observation: 'observation-4', by: 'authority-1' } });
    expect(thingsConcerned(entry)).toEqual(['observation-4']);
  });

  it('of an escalation is told to the authority that it was sent to, and to no other', () => {
    const entry = fact('escalation.answered.v1', { escalation: 'escalation-1', remedies: [] });
    const things = { 'escalation-1': { controlAuthority: 'supreme-audit' } };
    expect(told(entry, things)).toEqual(['control-2', 'witness-5', 'coordinator-1']);
    expect(authoritiesConcerned(entry, new Map(Object.entries(things)))).toEqual(['supreme-audit']);
    expect(authoritiesConcerned(fact('act.held.v1', { act: 'act-1' }), new Map())).toEqual([]);
  });

  it('of a breach is told to whoever is accused', () => {
    const entry = fact('pact.breach-reported.v1', { breach: 'breach-1' });
    expect(told(entry, { 'breach-1': { accused: { bidder: 'bidder-2' } } })).toEqual([
      'witness-5',
      'coordinator-1',
      'bidder-2',
    ]);
    expect(told(entry, { 'breach-1': { accused: {} } })).toEqual(['witness-5', 'coordinator-1', 'authority-1']);
  });

  it('that changes an observation is told to those to whom it was put before, and not to those to whom it was put since', () => {
    const entry = fact('observation.corrected.v1', { observation: 'observation-1', number: 2 });
    const put = { notifiedAt: '2026-03-08T00:00:00.000Z', escalatedTo: ['internal-control'] };
    expect(told(entry, { 'observation-1': put })).toEqual(['witness-5', 'coordinator-1', 'authority-1', 'control-1']);
    const later = { notifiedAt: '2026-03-10T00:00:00.000Z', escalatedTo: [] };
    expect(told(entry, { 'observation-1': later })).toEqual(['witness-5', 'coordinator-1']);
    expect(told({ ...entry, recordedAt: later.notifiedAt }, { 'observation-1': later })).toEqual([
      'witness-5',
      'coordinator-1',
    ]);
    expect(thingsConcerned(entry)).toEqual(['observation-1']);
    expect(told(entry)).toEqual(['witness-5', 'coordinator-1']);
  });

  it.each<[string, string[], object]>([
    ['reply:observation-3', ['authority-1'], {}],
    ['proposal:witness-3', ['witness-3'], {}],
    ['question:question-1', ['authority-1'], { 'question-1': { to: 'contracting-authority' } }],
    ['question:question-1', ['witness-5'], { 'question-1': { to: 'team' } }],
    ['answer:escalation-1', ['control-1'], { 'escalation-1': { controlAuthority: 'internal-control' } }],
    ['publication', ['witness-2', 'witness-4', 'witness-5'], {}],
    ['what-comes-later:thing-1', ['coordinator-1'], {}],
    ['declaration:witness-3', ['witness-3'], {}],
    ['comments:report-1', ['authority-1'], {}],
    ['answer:escalation-1', ['coordinator-1'], { 'escalation-1': {} }],
    ['breach:breach-1', ['bidder-1'], { 'breach-1': { accused: { bidder: 'bidder-1' } } }],
    ['breach:breach-1', ['authority-1'], { 'breach-1': { accused: {} } }],
    ['follow-up:recommendation-1', ['witness-5'], {}],
    ['escalation-of:observation-1', ['witness-5'], {}],
    ['next-tier:escalation-1', ['witness-5', 'coordinator-1'], {}],
    ['tip:tip-1', ['coordinator-1'], {}],
    ['committee-term', ['witness-2', 'witness-4', 'witness-5'], {}],
  ])('that reminds of %s reminds whoever must act', (item, people, things) => {
    const entry = fact('term.reminded.v1', { item, term: 'x', dueAt: '' });
    expect(thingsConcerned(entry)).toEqual(Object.keys(things));
    expect(told(entry, things)).toEqual(people);
  });
});

it('a reminder of what is sealed names nothing, and is the authority’s to reply to', () => {
  const entry = fact('term.reminded.v1', { term: 'finding-reply', dueAt: '' });
  expect([thingsConcerned(entry), told(entry)]).toEqual([[], ['authority-1']]);
});

describe('what somebody proposed, asked or handed in', () => {
  const OWN = { 'observation-1': { by: 'witness-9' }, 'document-1': { by: 'witness-9' } };

  it('is followed by whoever did it, in the team or no longer', () => {
    for (const type of ['embargo.extended.v1', 'embargo.ended.v1', 'observation.released.v1']) {
      const entry = fact(type, { observation: 'observation-1' });
      expect(thingsConcerned(entry)).toEqual(['observation-1']);
      expect(told(entry, OWN)).toEqual(['witness-9', 'witness-5', 'coordinator-1']);
      expect(told(entry)).toEqual(['witness-5', 'coordinator-1']);
    }
    const refused = fact('document.refused.v1', { document: 'document-1' });
    expect(thingsConcerned(refused)).toEqual(['document-1']);
    expect(told(refused, OWN)).toEqual(['witness-9', 'witness-5', 'coordinator-1']);
  });

  it('and the reply to a finding that did not come is told to the authority too', () => {
    const entry = fact('reply.lapsed.v1', { observation: 'observation-1' });
    expect(told(entry, OWN)).toEqual(['witness-9', 'witness-5', 'coordinator-1', 'authority-1']);
  });
});

describe('a question', () => {
  const asked = (to: string) => told(fact('question.asked.v1', { question: 'question-1', to, answerDueAt: '' }));
  const later = (type: string, to: string) => {
    const entry = fact(type, { question: 'question-1', to });
    expect(thingsConcerned(entry)).toEqual(['question-1']);
    return told(entry, { 'question-1': { by: 'witness-9', to } });
  };

  it('is told to whoever must answer it', () => {
    expect(asked('contracting-authority')).toEqual(['authority-1']);
    expect(asked('team')).toEqual(['witness-5']);
  });

  it('that was answered is told to the side that asked, and to who did', () => {
    expect(later('question.answered.v1', 'contracting-authority')).toEqual(['witness-5', 'witness-9']);
    expect(later('question.answered.v1', 'team')).toEqual(['authority-1', 'witness-9']);
  });

  it('that nobody answered in time is told to both sides and to the coordinator', () => {
    const both = ['witness-5', 'authority-1', 'witness-9', 'coordinator-1'];
    expect(later('answer.overdue.v1', 'contracting-authority').toSorted()).toEqual(both.toSorted());
    expect(later('answer.overdue.v1', 'team').toSorted()).toEqual(both.toSorted());
  });
});

describe('an escalation', () => {
  const sent = fact('escalation.sent.v1', { escalation: 'escalation-1', controlAuthority: 'supreme-audit' });

  it('is told to the authority that it goes to, and to no other', () => {
    expect(told(sent)).toEqual(['control-2', 'witness-5', 'coordinator-1']);
    expect(authoritiesConcerned(sent, new Map())).toEqual(['supreme-audit']);
  });

  it('of which nothing is at hand is told to no authority', () => {
    const delivered = fact('escalation.delivered.v1', { escalation: 'escalation-1' });
    expect(thingsConcerned(delivered)).toEqual(['escalation-1']);
    expect(told(delivered)).toEqual(['witness-5', 'coordinator-1']);
    expect(authoritiesConcerned(delivered, new Map())).toEqual([]);
  });
});

describe('a breach', () => {
  it.each(['pact.breach-reported.v1', 'pact.breach-answer-lapsed.v1', 'pact.breach-ruled.v1'])(
    'is looked up to tell who is accused: %s',
    (type) => {
      const entry = fact(type, { breach: 'breach-1' });
      expect(thingsConcerned(entry)).toEqual(['breach-1']);
      expect(told(entry)).toEqual(['witness-5', 'coordinator-1']);
    },
  );
});

describe('whoever a fact names', () => {
  it('is told of a place in the team that is theirs, or was', () => {
    expect(told(fact('member.proposed.v1', { person: 'witness-3' }))).toEqual(['witness-3', 'coordinator-1']);
    expect(told(fact('member.proposed.v1', { person: 'witness-3', replaces: 'witness-9' }))).toEqual([
      'witness-3',
      'witness-9',
      'coordinator-1',
    ]);
  });

  it.each([
    'proposal.lapsed.v1',
    'accreditation.changed.v1',
    'accreditation.lapsed.v1',
    'impediment.found.v1',
    'impediment.ruled.v1',
    'liaison.withdrawn.v1',
  ])('is told with the coordinator: %s', (type) => {
    expect(told(fact(type, { person: 'anybody-1' }))).toEqual(['anybody-1', 'coordinator-1']);
  });

  it('is told of an accreditation alone, and of a departure with the team', () => {
    expect(told(fact('liaison.accredited.v1', { person: 'anybody-1' }))).toEqual(['anybody-1']);
    expect(told(fact('member.left.v1', { person: 'anybody-1' }))).toEqual([
      'anybody-1',
      'witness-2',
      'witness-4',
      'witness-5',
      'coordinator-1',
    ]);
  });

  it('as a party of a draw is told of it, and of a value that did not come', () => {
    const source = { kind: 'commit-reveal', parties: ['anybody-1', 'anybody-2'] };
    expect(told(fact('draw.announced.v1', { draw: 'draw-1', source }))).toEqual([
      'anybody-1',
      'anybody-2',
      'coordinator-1',
    ]);
    expect(told(fact('draw.announced.v1', { draw: 'draw-1', source: { kind: 'beacon' } }))).toEqual(['coordinator-1']);
    expect(told(fact('draw.reveal-failed.v1', { draw: 'draw-1', party: 'anybody-2' }))).toEqual([
      'anybody-2',
      'coordinator-1',
    ]);
  });
});

describe('people outside', () => {
  /** Whom each fact tells, where it says as much as a fact can, by the type of the fact. */
  const tellingTo = (person: string): readonly string[] => {
    const data = {
      person: 'nobody-1',
      party: 'nobody-1',
      controlAuthority: 'none',
      to: 'contracting-authority',
      item: 'tip:tip-1',
      source: { kind: 'beacon' },
    };
    return Object.keys(NOTICES).filter((type) =>
      told(fact(type, data, { content: { observation: 'observation-1' } })).includes(person),
    );
  };

  it('speak for a bidder and are told of what concerns everybody, and of the text of the pact', () => {
    const everybodys: readonly FactType[] = [
      'case.suspended.v1',
      'case.resumed.v1',
      'process.ended.v1',
      'committee.dissolved.v1',
      'report.published.v1',
    ];
    expect(tellingTo('bidder-1').toSorted()).toEqual([...everybodys, 'pact.text-deposited.v1'].toSorted());
    expect(tellingTo('control-1').toSorted()).toEqual(everybodys.toSorted());
  });

  it('are never told of a visit, which can come unannounced', () => {
    for (const person of ['authority-1', 'bidder-1', 'control-1'])
      expect(tellingTo(person).filter((type) => type.startsWith('site-visit'))).toEqual([]);
  });
});

it('a fact that no rule names is told to nobody', () => {
  const unknown = fact('what.comes-later.v1', { person: 'anybody-1' });
  expect([thingsConcerned(unknown), told(unknown), authoritiesConcerned(unknown, new Map())]).toEqual([[], [], []]);
});
