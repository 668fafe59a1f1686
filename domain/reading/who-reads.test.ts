import { describe, expect, it } from 'vitest';
import {
  AUDITOR,
  AUTHORITY,
  accredited,
  advanced,
  BIDDER,
  CONTROL,
  COORDINATOR,
  caseIn,
  day,
  declared,
  joined,
  left,
  SECOND_WITNESS,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  asked,
  attended,
  awarded,
  commented,
  drafted,
  escalated,
  extended,
  filed,
  flagRaised,
  notified,
  published,
  released,
  releaseProposed,
  scheduled,
  sentForReply,
  voted,
  withdrawn,
} from '../../test/support/watch-facts.ts';
import type { Reader } from '../observations/seal.ts';
import { mayReadContent, thingsBehind } from './event-contents.ts';

/** Was in the team, filed, and left. */
const GONE = { person: 'witness-7', roles: ['witness'] } as const;
const READERS: Readonly<Record<string, Reader>> = {
  public: { roles: ['public'] },
  stranger: { roles: [] },
  gone: GONE,
  authority: AUTHORITY,
  authorityElsewhere: { person: 'authority-9', roles: ['contracting-authority'] },
  authorityInAnotherRole: { person: AUTHORITY.person, roles: ['public'] },
  bidder: BIDDER,
  otherBidder: { person: 'bidder-2', roles: ['bidder-representative'] },
  control: CONTROL,
  otherControl: { person: 'control-2', roles: ['control-authority'] },
  second: SECOND_WITNESS,
  witness: WITNESS,
  coordinator: COORDINATOR,
  auditor: AUDITOR,
};
const ALL = Object.keys(READERS);
const SEE_ALL = ['second', 'witness', 'coordinator', 'auditor'];
const WITH = (...others: readonly string[]) => [...others, ...SEE_ALL];

const watched = given(
  ...caseIn('integrity-pact', 'award-review'),
  ...joined(GONE),
  accredited({ person: 'bidder-2', roles: [] }, { kind: 'bidder', bidder: 'bidder-2' }),
  accredited({ person: 'control-2', roles: [] }, { kind: 'control-authority', controlAuthority: 'supreme-audit' }),
);

/** Who reads the content of the last event of a type, with no more at hand than its rule asks for. */
const whoReads = ({ file, head }: Given, type?: string) => {
  const entry = file.entries.findLast((each) => type === undefined || each.type === type);
  if (entry === undefined) throw new Error('Something is on record.');
  const behind = thingsBehind(entry);
  const subjects = new Map([...file.state.subjects].filter(([id]) => behind.includes(id)));
  const reading = { head, subjects, now: file.now };
  const readers = ALL.filter((name) => mayReadContent(entry, { ...reading, reader: READERS[name] ?? { roles: [] } }));
  // With nothing at hand nobody reads more.
  const blind = ALL.filter((name) =>
    mayReadContent(entry, { ...reading, subjects: new Map(), reader: READERS[name] ?? { roles: [] } }),
  );
  expect(blind.filter((name) => !readers.includes(name))).toEqual([]);
  return readers;
};

const sealed = watched.and(
  filed('observation-1', { by: GONE, severity: 'grave', visibility: 'restricted' }),
  left(GONE),
);
const CORRECTED: ToldFact = {
  type: 'observation.corrected.v1',
  data: { observation: 'observation-1', number: 2 },
  content: { type: 'good-practice', by: GONE.person, title: 'Two open envelopes' },
};
const embargoed = watched.and(filed('observation-1', { by: GONE, visibility: 'after-award' }), left(GONE));

describe('what was written about an own observation', () => {
  it.each([
    ['what it was', []],
    ['what it was corrected to', [CORRECTED]],
    ['why it was withdrawn', [withdrawn('observation-1')]],
  ])('is read by its author for ever: %s', (_, facts) => {
    const type = facts[0]?.type ?? 'observation.filed.v1';
    expect(whoReads(sealed.and(...facts), type)).toEqual(WITH('gone'));
  });

  it('and put to the authority or escalated is read by them too, and only they', () => {
    const put = sealed.and(notified('observation-1'), escalated('escalation-1', ['observation-1']));
    expect(whoReads(put, 'observation.filed.v1')).toEqual(WITH('gone', 'authority', 'control'));
    const reply: ToldFact = {
      type: 'finding.replied.v1',
      data: { late: false },
      content: { observation: 'observation-1', by: AUTHORITY.person, reply: 'No.' },
    };
    expect(whoReads(put.and(reply), 'finding.replied.v1')).toEqual(WITH('authority', 'control'));
    expect(whoReads(put, 'escalation.sent.v1')).toEqual(WITH('control'));
  });

  it('and why it should be opened is read by who proposed it; why it was opened by everybody', () => {
    const proposal = sealed.and(releaseProposed('observation-1', GONE));
    expect(whoReads(proposal)).toEqual(WITH('gone'));
    expect(whoReads(proposal.and(released('observation-1')))).toEqual(ALL);
    expect(whoReads(proposal.and(released('observation-1')), 'release.proposed.v1')).toEqual(WITH('gone'));
  });

  it('and whose content was erased is read by nobody as its own', () => {
    const [entry] = sealed.and(releaseProposed('observation-1', GONE)).file.entries.slice(-1);
    if (entry === undefined) throw new Error('It is on record.');
    const { content: _, ...erased } = entry;
    const reading = { head: sealed.head, now: sealed.file.now, subjects: sealed.file.state.subjects };
    for (const reader of [{ roles: ['public'] as const }, GONE])
      expect(mayReadContent(erased, { ...reading, reader })).toBe(false);
  });

  it('and why its embargo was extended is read by who said so, and by everybody at its end', () => {
    const extension = embargoed.and({ ...extended('observation-1', day(20)), by: GONE });
    expect(whoReads(extension)).toEqual(WITH('gone'));
    expect(whoReads(embargoed.and(extended('observation-1', day(20))))).toEqual(SEE_ALL);
    const { content, ...fact } = extended('observation-1', day(20));
    const unnamed = { ...fact, withoutName: true as const, content: { ...content, by: GONE.person } };
    expect(whoReads(embargoed.and(unnamed))).toEqual(WITH('gone'));
    const over = extension.and(awarded(), { ...scheduled('act-1'), at: day(20) });
    expect(whoReads(over, 'embargo.extended.v1')).toEqual(ALL);
  });

  it('and which flag led to it is read as it is', () => {
    const turned: ToldFact = {
      type: 'flag.turned-into-finding.v1',
      data: { flag: 'flag-1' },
      content: { observation: 'observation-1' },
    };
    expect(whoReads(sealed.and(flagRaised('flag-1'), turned))).toEqual(SEE_ALL);
    const open = watched.and(filed('observation-1', { severity: 'minor' }), flagRaised('flag-1'), turned);
    expect(whoReads(open)).toEqual(ALL);
  });
});

describe('what somebody declared of interests, and what came of it,', () => {
  it.each([
    declared(WITNESS),
    { type: 'impediment.found.v1', data: { person: WITNESS.person, matches: 1 }, content: { matches: [] } } as const,
    {
      type: 'impediment.ruled.v1',
      data: { person: WITNESS.person, stands: true },
      content: { reason: 'So.' },
    } as const,
  ])('is the person’s own, and those’s who rule on it ($type)', (fact) => {
    expect(whoReads(watched.and(fact))).toEqual(['witness', 'coordinator', 'auditor']);
  });
});

describe('an act', () => {
  it('is told of everybody where it is public, and else of those who may come', () => {
    expect(whoReads(watched.and(scheduled('act-1')))).toEqual(ALL);
    expect(whoReads(watched.and(scheduled('act-1', { isPublic: false })))).toEqual(
      WITH('gone', 'authority').toSorted(asListed),
    );
  });

  it('is accounted for to those who see all and to the contracting authority', () => {
    expect(whoReads(watched.and(scheduled('act-1'), attended('act-1', WITNESS)))).toEqual(
      WITH('gone', 'authority').toSorted(asListed),
    );
  });
});

/** In the order of the readers. */
const asListed = (one: string, other: string): number => ALL.indexOf(one) - ALL.indexOf(other);

describe('a visit', () => {
  const monitored = given(...caseIn('integrity-pact', 'implementation-monitoring'), {
    type: 'site-visit.planned.v1',
    data: { visit: 'visit-1', plannedAt: day(9) },
    content: { place: 'By the mill.' },
  });

  it('can come unannounced until the monitoring is over', () => {
    expect(whoReads(monitored)).toEqual(SEE_ALL);
    const reporting = monitored.and(advanced('implementation-monitoring', 'final-report'));
    expect(whoReads(reporting, 'site-visit.planned.v1')).toEqual(ALL);
    expect(whoReads(reporting.and(advanced('final-report', 'closed')), 'site-visit.planned.v1')).toEqual(ALL);
  });
});

describe('a report', () => {
  const draft = watched.and(left(GONE), drafted('report-1', 'award-review'));
  const REDRAFTED: ToldFact = {
    type: 'report.redrafted.v1',
    data: { report: 'report-1', cites: 0, leavesOut: 0, recommendations: 0 },
    content: { conclusion: 'In other words.' },
  };

  it('is the team’s, then the authority’s as well, and everybody’s when it is published', () => {
    expect(whoReads(draft)).toEqual(SEE_ALL);
    const sent = draft.and(sentForReply('report-1'));
    expect(whoReads(sent, 'report.drafted.v1')).toEqual(WITH('authority'));
    expect(whoReads(sent.and(commented('report-1')))).toEqual(WITH('authority'));
    const out = sent.and(commented('report-1'), published('report-1', 'award-review'));
    expect(whoReads(out, 'report.drafted.v1')).toEqual(ALL);
    expect(whoReads(out, 'report.commented.v1')).toEqual(ALL);
  });

  it('keeps a text that was written over, and a vote that dissents from nothing, with those who see all', () => {
    const out = draft.and(REDRAFTED, voted('report-1', WITNESS, 'for'), published('report-1', 'award-review'));
    expect(whoReads(out, 'report.drafted.v1')).toEqual(SEE_ALL);
    expect(whoReads(out, 'report.redrafted.v1')).toEqual(ALL);
    expect(whoReads(out, 'report.voted.v1')).toEqual(SEE_ALL);
  });
});

describe('a question', () => {
  const asking = watched.and(left(GONE), drafted('report-1', 'award-review'));

  it('to the authority is everybody’s, or both sides’ until the award', () => {
    expect(whoReads(asking.and(asked('question-1')))).toEqual(ALL);
    const hushed = asking.and(asked('question-1', { visibility: 'after-award' }));
    expect(whoReads(hushed)).toEqual(WITH('authority'));
    expect(whoReads(hushed.and(awarded()), 'question.asked.v1')).toEqual(ALL);
  });

  it('to the team about a draft is read with the draft', () => {
    const toTeam = asking.and(asked('question-1', { to: 'team' }));
    expect(whoReads(toTeam)).toEqual(WITH('authority'));
    expect(whoReads(toTeam.and(published('report-1', 'award-review')), 'question.asked.v1')).toEqual(ALL);
  });
});

describe('a breach of the pact', () => {
  const told = (accused: object): Given =>
    watched.and(left(GONE), {
      type: 'pact.breach-reported.v1',
      data: { breach: 'breach-1', answerDueAt: day(9) },
      content: { ...accused, provision: 'Clause 4.', circumstances: 'A trip was offered.' },
    });

  it('is told to those who see all and to who is accused, in that role', () => {
    expect(whoReads(told({ accused: 'bidder', bidder: 'bidder-1' }))).toEqual(WITH('bidder'));
    expect(whoReads(told({ accused: 'bidder', bidder: 'bidder-2' }))).toEqual(WITH('otherBidder'));
    expect(whoReads(told({ accused: 'contracting-authority' }))).toEqual(WITH('authority'));
  });
});
