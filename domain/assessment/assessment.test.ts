import { describe, expect, it } from 'vitest';
import {
  ASSESSOR,
  AUTHORITY,
  advanced,
  after,
  at,
  COORDINATOR,
  caseIn,
  day,
  left,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { judged } from '../../test/support/milestone-facts.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  actHeld,
  adopted,
  answered,
  drafted,
  escalated,
  filed,
  published,
  scheduled,
} from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { mayReadContent } from '../reading/event-contents.ts';
import { subjectOf } from '../state.ts';
import { codingOf, STATEMENTS_MAX } from './assessment-state.ts';

const FINAL = caseIn('integrity-pact', 'final-report');
const final = given(...FINAL);
const EVIDENCE = { events: [2, 1, 2], interviews: [{ with: 'A clerk', on: '2026-03-01', said: 'So it is.' }] };
const TOLD = { events: [2, 1], documents: [], interviews: 1 };
const coding = { dimension: 'openness', codes: ['achieved', 'furtherTimeNeeded', 'achieved'], reasons: 'So it was.' };
const withEvidence = { ...coding, evidence: EVIDENCE };
const DOCUMENT: ToldFact = {
  type: 'document.declared.v1',
  data: {
    document: 'document-1',
    told: { purpose: 'access-copy', attachedTo: 'access:contract', sha256: 'a'.repeat(64), sizeBytes: 1 },
  },
  content: {
    purpose: 'access-copy',
    attachedTo: 'access:contract',
    sha256: 'a'.repeat(64),
    sizeBytes: 1,
    name: 'x.pdf',
    mediaType: 'application/pdf',
    by: 'witness-1',
  },
};

describe('the coding of a dimension', () => {
  it('is an assessor’s, with reasons and evidence as content, each code and each event once', () => {
    const { head, file } = final.when('code-dimension', withEvidence, { by: ASSESSOR }).records({
      type: 'dimension.coded.v1',
      data: { dimension: 'openness', codes: ['achieved', 'furtherTimeNeeded'], evidence: TOLD },
      content: { reasons: 'So it was.', evidence: EVIDENCE },
    });
    expect(head.codings).toEqual({ openness: ['achieved', 'furtherTimeNeeded'] });
    expect(
      mayReadContent(file.entries.at(-1)!, { reader: { roles: ['public'] }, head, subjects: new Map(), now: day(0) }),
    ).toBe(true);
  });

  it('never says that it was achieved and was not', () => {
    final
      .when('code-dimension', { ...withEvidence, codes: ['notAchieved', 'achieved'] }, { by: ASSESSOR })
      .refuses('codes-contradict', { codes: ['notAchieved', 'achieved'] });
  });

  it('says something', () => {
    final.when('code-dimension', { ...withEvidence, codes: [] }, { by: ASSESSOR }).cannotTake('codes');
  });

  it('rests on evidence where it settles something, and not where evidence or time is what lacks', () => {
    final.when('code-dimension', coding, { by: ASSESSOR }).refuses('evidence-missing', {});
    final
      .when('code-dimension', { ...coding, codes: ['notAchieved'], evidence: { events: [] } }, { by: ASSESSOR })
      .refuses('evidence-missing', {});
    for (const code of ['informationMissing', 'furtherTimeNeeded']) {
      final.when('code-dimension', { ...coding, codes: [code] }, { by: ASSESSOR }).succeeds();
    }
  });

  it('names events that are on record and documents that are there', () => {
    const last = FINAL.length;
    final
      .when('code-dimension', { ...coding, evidence: { events: [1, last + 1] } }, { by: ASSESSOR })
      .refuses('event-unknown', { event: last + 1, last });
    final.when('code-dimension', { ...coding, evidence: { events: [last] } }, { by: ASSESSOR }).succeeds();
    final
      .when('code-dimension', { ...coding, evidence: { documents: ['document-1'] } }, { by: ASSESSOR })
      .refuses('document-unknown', { document: 'document-1' });
    final
      .and(DOCUMENT)
      .when('code-dimension', { ...coding, evidence: { documents: ['document-1'] } }, { by: ASSESSOR })
      .refuses('document-state', { state: 'awaited', allowedFrom: ['usable'] });
  });

  it('supersedes the one before, which stays', () => {
    const again = final
      .when('code-dimension', withEvidence, { by: ASSESSOR })
      .succeeds()
      .when('code-dimension', { ...withEvidence, codes: ['notAchieved'] }, { by: ASSESSOR })
      .succeeds();
    expect(again.head.codings.openness).toEqual(['notAchieved']);
    const thing = subjectOf(again.file.state.subjects, 'assessment', codingOf('openness'));
    expect(thing?.statements.map(({ says, by, role }) => [says, by, role])).toEqual([
      [['achieved', 'furtherTimeNeeded'], ASSESSOR.person, 'assessor'],
      [['notAchieved'], ASSESSOR.person, 'assessor'],
    ]);
  });

  it('of a complementary dimension is a person’s alone, and closes no case', () => {
    const { head } = final
      .when('code-dimension', { ...withEvidence, dimension: 'replication' }, { by: ASSESSOR })
      .succeeds();
    expect(head.codings).toEqual({});
  });

  it('may be given anew after the case is closed, and not before its final report', () => {
    given(...caseIn('integrity-pact', 'closed'))
      .when('code-dimension', withEvidence, { by: ASSESSOR })
      .succeeds();
    given(...caseIn('integrity-pact', 'award-review'))
      .when('code-dimension', withEvidence, { by: ASSESSOR })
      .refuses('wrong-stage');
    final.when('code-dimension', withEvidence, { by: WITNESS }).refuses('not-permitted');
  });

  it('is nobody’s who took part: in the team, formerly, or for an institution', () => {
    const assessing = (person: string) => ({ person, roles: ['assessor'] as const });
    for (const { person } of [WITNESS, AUTHORITY]) {
      final.when('code-dimension', withEvidence, { by: assessing(person) }).refuses('assessor-involved', {});
    }
    final
      .and({ ...left(WITNESS), data: { person: WITNESS.person, cause: 'resignation' } } as ToldFact)
      .when('code-dimension', withEvidence, { by: assessing(WITNESS.person) })
      .refuses('assessor-involved', {});
  });

  it('is given as often as a record can hold', () => {
    const often = Array.from({ length: STATEMENTS_MAX }).reduce<Given>(
      (of) => of.when('code-dimension', withEvidence, { by: ASSESSOR }).succeeds(),
      final,
    );
    often
      .when('code-dimension', withEvidence, { by: ASSESSOR })
      .refuses('judgements-too-many', { most: STATEMENTS_MAX });
  });
});

describe('a factor of success', () => {
  const factor = { factor: 'teamTalent', reasons: 'They knew.' };

  it('is present or absent by evidence, or unknown without', () => {
    for (const presence of ['present', 'absent']) {
      final.when('assess-factor', { ...factor, presence }, { by: ASSESSOR }).refuses('evidence-missing', {});
      final.when('assess-factor', { ...factor, presence, evidence: EVIDENCE }, { by: ASSESSOR }).records({
        type: 'factor.assessed.v1',
        data: { factor: 'teamTalent', presence, evidence: TOLD } as never,
        content: { reasons: 'They knew.', evidence: EVIDENCE },
      });
    }
    final.when('assess-factor', { ...factor, presence: 'unknown' }, { by: ASSESSOR }).succeeds();
    final.when('assess-factor', { ...factor, presence: 'unknown' }, { by: COORDINATOR }).refuses('not-permitted');
  });
});

describe('the level of participation', () => {
  const claim = { level: 'involve', reasons: 'They were asked twice.' };
  const told = (evidence: object): ToldFact =>
    ({ type: 'participation.claimed.v1', data: { level: 'involve', evidence }, content: {} }) as ToldFact;

  it('is claimed by the coordinator, with what proves it', () => {
    final.when('claim-participation', claim, { by: COORDINATOR }).refuses('evidence-missing', {});
    final.when('claim-participation', { ...claim, evidence: EVIDENCE }, { by: COORDINATOR }).records({
      type: 'participation.claimed.v1',
      data: { level: 'involve', evidence: TOLD },
      content: { reasons: 'They were asked twice.', evidence: EVIDENCE },
    });
    final.when('claim-participation', { ...claim, evidence: EVIDENCE }, { by: ASSESSOR }).refuses('not-permitted');
  });

  it('is evidenced by what anybody can look up: O7', () => {
    const closed = [...FINAL, advanced('final-report', 'closed')];
    expect(judged('O7', ...FINAL)).toBe('furtherTimeNeeded');
    expect(judged('O7', ...closed)).toBe('informationMissing');
    expect(judged('O7', ...FINAL, told({ events: [], documents: [], interviews: 2 }))).toBe('informationMissing');
    expect(judged('O7', ...FINAL, told({ events: [], documents: ['document-1'], interviews: 0 }))).toBe('achieved');
    expect(judged('O7', ...closed, told({ events: [1], documents: [], interviews: 0 }))).toBe('achieved');
  });
});

const DUE = day(60);
const closedAt = (when: string): readonly ToldFact[] =>
  at(when, { type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed', sustainedDueAt: DUE } });
const REMEDIED = [
  filed('observation-1', { severity: 'grave' }),
  escalated('escalation-1', ['observation-1']),
  answered('escalation-1', ['observation-1']),
];
const MADE: readonly ToldFact[] = [
  drafted('report-1', 'final-report'),
  adopted('report-1', 'final-report'),
  published('report-1', 'final-report'),
  {
    type: 'recommendations.made.v1',
    data: { report: 'report-1', textIn: 1, recommendations: [{ recommendation: 'recommendation-1', dueAt: day(50) }] },
  },
];
const followed = (level: string, from: string): ToldFact =>
  ({
    type: 'recommendation.followed-up.v1',
    data: { recommendation: 'recommendation-1', number: 1, level, from, lowered: false, dueAt: day(50) },
    content: { evidence: 'Seen.', language: 'en' },
  }) as ToldFact;
const DONE = [...FINAL, ...REMEDIED, ...MADE, followed('problem-solved', 'none'), ...closedAt(day(5))];
const check = { undone: [] as object[], reasons: 'We came back.', evidence: { events: [1] } };
const checking = (of: Given, input: object = check, when = DUE) =>
  of.when('check-sustained', input, { by: COORDINATOR, at: when });

describe('what was achieved', () => {
  const done = given(...DONE);

  it('is looked at again when the profile’s months after the closing are over', () => {
    const change = deadlineChange(done.file.entries.at(-1)!);
    expect(change.put).toEqual({ id: 'sustained', dueAt: DUE, operation: 'raise-sustained-check', input: {} });
    const raise = (of: Given, when: string) => of.when('raise-sustained-check', {}, { by: SYSTEM, at: when });
    raise(done, after(DUE, -1)).refuses('term-running', { dueAt: DUE });
    const fell = raise(done, DUE).records({ type: 'sustained.fell-due.v1', data: {} });
    raise(fell, DUE).refuses('nothing-to-lapse', {});
    expect(deadlineChange(fell.file.entries.at(-1)!)).toEqual({ removed: 'sustained' });
    raise(checking(done).succeeds(), DUE).refuses('nothing-to-lapse', {});
    raise(given(...caseIn('integrity-pact', 'closed')), DUE).refuses('nothing-to-lapse', {});
  });

  it('is not looked at before, by anybody outside, or without evidence', () => {
    checking(done, check, after(DUE, -1)).refuses('term-running', { dueAt: DUE });
    checking(done, { undone: [], reasons: 'So.' }).refuses('evidence-missing', {});
    done.when('check-sustained', check, { by: AUTHORITY, at: DUE }).refuses('not-permitted');
    given(...FINAL)
      .when('check-sustained', check, { by: COORDINATOR, at: DUE })
      .refuses('wrong-stage');
  });

  it('can be undone only where it was done; what is undone is named in the content alone', () => {
    const undone = [
      { thing: 'observation-1', how: 'It was built again.' },
      { thing: 'recommendation-1', how: 'Forgotten.' },
    ];
    checking(done, { ...check, undone }).records({
      type: 'sustained.checked.v1',
      data: {
        undoneRemedies: 1,
        undoneRecommendations: 1,
        evidence: { events: [1], documents: [], interviews: 0 },
      },
      content: { reasons: 'We came back.', evidence: { events: [1] }, undone },
    });
    const naming = (thing: string) => ({ ...check, undone: [{ thing, how: 'So.' }] });
    checking(done, naming('observation-9')).refuses('observation-unknown', { observation: 'observation-9' });
    checking(done, naming('recommendation-9')).refuses('recommendation-unknown', {
      recommendation: 'recommendation-9',
    });
    const notDone = given(...FINAL, filed('observation-1'), ...MADE, ...closedAt(day(5)));
    checking(notDone, naming('observation-1')).refuses('was-not-done', { thing: 'observation-1' });
    checking(notDone, naming('recommendation-1')).refuses('was-not-done', { thing: 'recommendation-1' });
    checking(done, { ...check, undone: [...undone, ...undone] }).cannotTake('undone');
  });

  it('is told to nobody who may not read each finding that is named', () => {
    const { file, head } = checking(done, { ...check, undone: [{ thing: 'observation-1', how: 'So.' }] }).succeeds();
    const entry = file.entries.at(-1)!;
    const reading = { reader: { roles: ['public'] as const }, head, now: DUE };
    expect(mayReadContent(entry, { ...reading, subjects: file.state.subjects })).toBe(true);
    expect(mayReadContent(entry, { ...reading, subjects: new Map() })).toBe(false);
  });
});

describe('E8 sustained', () => {
  const checked = (undoneRemedies: number, undoneRecommendations = 0): ToldFact => ({
    type: 'sustained.checked.v1',
    data: { undoneRemedies, undoneRecommendations, evidence: { events: [1], documents: [], interviews: 0 } },
    content: { reasons: 'So.', evidence: {}, undone: [] },
  });
  const FELL: ToldFact = { type: 'sustained.fell-due.v1', data: {} };

  it.each<readonly [string, string, readonly ToldFact[]]>([
    ['waits while the case is open', 'furtherTimeNeeded', [...FINAL, ...REMEDIED]],
    ['does not apply where nothing was done', 'does not apply', [...FINAL, ...closedAt(day(5))]],
    ['waits for the months', 'furtherTimeNeeded 2/2', DONE],
    ['lacks its check when they are over', 'informationMissing 2/2', [...DONE, FELL]],
    ['is achieved when nothing is undone', 'achieved 2/2', [...DONE, FELL, checked(0)]],
    ['has failed when something is', 'notAchieved 1/2', [...DONE, FELL, checked(0, 1)]],
    ['follows the last check', 'achieved 2/2', [...DONE, FELL, checked(1), checked(0)]],
    ['keeps what was checked when the term is told late', 'achieved 2/2', [...DONE, checked(0), FELL]],
    [
      'has failed when a follow-up after the closing takes back',
      'notAchieved 1/2',
      [...DONE, followed('some', 'problem-solved')],
    ],
    [
      'stands again when it is done again',
      'furtherTimeNeeded 2/2',
      [...DONE, followed('some', 'problem-solved'), followed('problem-solved', 'some')],
    ],
    [
      'counts nothing that was taken back before the closing',
      'furtherTimeNeeded 1/1',
      [
        ...FINAL,
        ...REMEDIED,
        ...MADE,
        followed('problem-solved', 'none'),
        followed('some', 'problem-solved'),
        ...closedAt(day(5)),
      ],
    ],
  ])('%s', (_, says, facts) => {
    expect(judged('E8', ...facts)).toBe(says);
  });
});

describe('O6 report-open', () => {
  it('waits for the report, which the house serves in every form', () => {
    expect(judged('O6', ...FINAL)).toBe('furtherTimeNeeded 0/4');
    expect(judged('O6', ...FINAL, ...MADE)).toBe('achieved 4/4');
  });
});

describe('E1 watch-in-place', () => {
  it('has failed as soon as an act of the tender was held without a team', () => {
    const facts = [...caseIn('integrity-pact', 'appointment'), scheduled('act-1')];
    expect(judged('E1', ...facts)).toBe('furtherTimeNeeded');
    expect(judged('E1', ...facts, actHeld('act-1', day(0)))).toBe('notAchieved');
  });
});
