import { describe, expect, it } from 'vitest';
import {
  AUDITOR,
  AUTHORITY,
  accredited,
  CONTROL,
  COORDINATOR,
  caseIn,
  DIGEST,
  joined,
  left,
  SECOND_WITNESS,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { answered, awarded, drafted, escalated, filed, published } from '../../test/support/watch-facts.ts';
import type { Reader } from '../observations/seal.ts';
import { subjectOf } from '../state.ts';
import { mayReadContent, thingsBehind, thingsBehindThose } from './event-contents.ts';
import { mayKnowProceeding, mayTakeEvidence } from './may-read.ts';

/** Was in the team, filed, and left. */
const GONE = { person: 'witness-7', roles: ['witness'] } as const;
const READERS: Readonly<Record<string, Reader>> = {
  public: { roles: ['public'] },
  gone: GONE,
  authority: AUTHORITY,
  control: CONTROL,
  otherControl: { person: 'control-2', roles: ['control-authority'] },
  second: SECOND_WITNESS,
  witness: WITNESS,
  coordinator: COORDINATOR,
  auditor: AUDITOR,
};
const ALL = Object.keys(READERS);
const SEE_ALL = ['second', 'witness', 'coordinator', 'auditor'];
const readersWhere = (may: (reader: Reader) => boolean) => ALL.filter((name) => may(READERS[name] ?? { roles: [] }));

const watched = given(
  ...caseIn('integrity-pact', 'award-review'),
  ...joined(GONE),
  accredited({ person: 'control-2', roles: [] }, { kind: 'control-authority', controlAuthority: 'supreme-audit' }),
);

/** Who reads the content of the last event of a type, with no more at hand than its rule asks for. */
const whoReads = ({ file, head }: Given, type: string) => {
  const entry = file.entries.findLast((each) => each.type === type);
  if (entry === undefined) throw new Error('It is on record.');
  const named = new Map([...file.state.subjects].filter(([id]) => thingsBehind(entry).includes(id)));
  const behind = thingsBehindThose(named);
  const subjects = new Map([...named, ...[...file.state.subjects].filter(([id]) => behind.includes(id))]);
  const reading = { head, now: file.now };
  const readers = readersWhere((reader) => mayReadContent(entry, { ...reading, subjects, reader }));
  // With nothing at hand nobody reads more.
  const blind = readersWhere((reader) => mayReadContent(entry, { ...reading, subjects: new Map(), reader }));
  expect(blind.filter((name) => !readers.includes(name))).toEqual([]);
  return readers;
};

const seen = (visibility: 'public' | 'after-award') =>
  watched.and(
    filed('observation-1', { by: GONE, severity: 'grave', visibility: 'public' }),
    filed('observation-2', { by: GONE, severity: 'grave', visibility }),
    left(GONE),
    escalated('escalation-1', ['observation-1', 'observation-2']),
  );

describe('an escalation', () => {
  it('is everybody’s once it is answered and none of its findings is sealed, one left out of the answer neither', () => {
    const open = seen('public').and(answered('escalation-1', ['observation-1']));
    expect(whoReads(open, 'escalation.sent.v1')).toEqual(ALL);
    expect(whoReads(open, 'escalation.answered.v1')).toEqual(ALL);
    const hushed = seen('after-award').and(answered('escalation-1', ['observation-1']));
    expect(whoReads(hushed, 'escalation.sent.v1')).toEqual(['control', ...SEE_ALL]);
    expect(whoReads(hushed, 'escalation.answered.v1')).toEqual(['control', ...SEE_ALL]);
    expect(whoReads(hushed.and(awarded()), 'escalation.answered.v1')).toEqual(ALL);
  });

  it('and its answer that was revised is read as it is', () => {
    const REVISED: ToldFact = {
      type: 'escalation.answer-revised.v1',
      data: {
        escalation: 'escalation-1',
        number: 2,
        outcome: 'violation-corrected',
        remedies: [{ observation: 'observation-1', remedy: 'eliminated' }],
        unremedied: ['observation-2'],
      },
      content: { answer: 'It was not.', reason: 'A mistake.' },
      by: CONTROL,
    };
    const revised = (visibility: 'public' | 'after-award') =>
      seen(visibility).and(answered('escalation-1', ['observation-1']), REVISED);
    expect(whoReads(revised('public'), 'escalation.answer-revised.v1')).toEqual(ALL);
    expect(whoReads(revised('after-award'), 'escalation.answer-revised.v1')).toEqual(['control', ...SEE_ALL]);
  });

  it('gives its evidence to those who see all and to the authority that it was sent to, and to nobody else ever', () => {
    const { file, head } = seen('public').and(answered('escalation-1', ['observation-1']));
    const escalation = subjectOf(file.state.subjects, 'escalation', 'escalation-1');
    if (escalation === undefined) throw new Error('It is on record.');
    const reading = { head, now: file.now };
    expect(readersWhere((reader) => mayTakeEvidence({ ...reading, reader }, escalation))).toEqual([
      'control',
      ...SEE_ALL,
    ]);
  });
});

describe('a proceeding', () => {
  const recorded = (of: Given, told: object): Given =>
    of.and({
      type: 'proceeding.recorded.v1',
      data: { proceeding: 'proceeding-1' },
      content: {
        kind: 'administrative-sanction',
        state: 'opened',
        on: '2026-03-02',
        number: 'PA-17/2026',
        body: 'Internal control',
        against: 'A supervisor',
        numberHash: DIGEST,
        ...told,
      },
      by: CONTROL,
    });
  const moved = (state: 'decided' | 'final'): ToldFact => ({
    type: 'proceeding.moved.v1',
    data: { proceeding: 'proceeding-1' },
    content: { state, on: '2026-03-03', escalation: 'escalation-1', findings: ['observation-1', 'observation-2'] },
    by: CONTROL,
  });
  const whoKnows = ({ file, head }: Given) => {
    const proceeding = subjectOf(file.state.subjects, 'proceeding', 'proceeding-1');
    if (proceeding === undefined) throw new Error('It is on record.');
    const reading = { head, now: file.now, subjects: file.state.subjects };
    return readersWhere((reader) => mayKnowProceeding({ ...reading, reader }, proceeding));
  };
  const told = { escalation: 'escalation-1', findings: ['observation-1', 'observation-2'] };

  it('names whom it is against to its authority and to those who see all, and to everybody once it is final', () => {
    const open = recorded(seen('public'), told);
    expect(whoReads(open, 'proceeding.recorded.v1')).toEqual(['control', ...SEE_ALL]);
    expect(whoReads(open.and(moved('decided')), 'proceeding.recorded.v1')).toEqual(['control', ...SEE_ALL]);
    expect(whoReads(open.and(moved('final')), 'proceeding.recorded.v1')).toEqual(ALL);
    expect(whoReads(open.and(moved('final')), 'proceeding.moved.v1')).toEqual(ALL);
    expect(whoKnows(open)).toEqual(ALL);
  });

  it('is known to nobody else where a finding is sealed, final or not', () => {
    const hushed = recorded(seen('after-award'), told).and(moved('final'));
    expect(whoReads(hushed, 'proceeding.recorded.v1')).toEqual(['control', ...SEE_ALL]);
    expect(whoKnows(hushed)).toEqual(['control', ...SEE_ALL]);
    expect(whoKnows(hushed.and(awarded()))).toEqual(ALL);
  });

  it('that follows from no escalation is no authority’s own', () => {
    const unlinked = recorded(seen('public'), { findings: ['observation-1'] });
    expect(whoReads(unlinked, 'proceeding.recorded.v1')).toEqual(SEE_ALL);
  });
});

describe('a tip', () => {
  const TIP: ToldFact = {
    type: 'tip.received.v1',
    data: { tip: 'tip-1', files: 0, answerDueAt: '2026-04-02T00:00:00.000Z' },
    content: { text: 'Gravel.', language: 'es', name: 'Ana', files: [], receiptHash: DIGEST },
  };
  const ADDED: ToldFact = {
    type: 'tip.added-to.v1',
    data: { tip: 'tip-1', files: 0 },
    content: { text: 'At kilometre 12.', files: [] },
  };
  const ANSWERED: ToldFact = {
    type: 'tip.answered.v1',
    data: { tip: 'tip-1', code: 'known-already', late: false },
    content: { reason: 'Seen.' },
  };
  const LEAD: ToldFact = { type: 'tip.made-lead.v1', data: { tip: 'tip-1' } };

  it('and who sent it is the coordinator’s and the auditor’s; what was added and answered is the team’s too once it is a lead', () => {
    const told = watched.and(left(GONE), TIP, ADDED, ANSWERED);
    for (const type of ['tip.received.v1', 'tip.added-to.v1', 'tip.answered.v1'])
      expect(whoReads(told, type)).toEqual(['coordinator', 'auditor']);
    const lead = told.and(LEAD);
    expect(whoReads(lead, 'tip.received.v1')).toEqual(['coordinator', 'auditor']);
    expect(whoReads(lead, 'tip.added-to.v1')).toEqual(SEE_ALL);
    expect(whoReads(lead, 'tip.answered.v1')).toEqual(SEE_ALL);
  });
});

describe('a document', () => {
  const announced = (purpose: string, attachedTo: string): ToldFact => ({
    type: 'document.declared.v1',
    data: { document: 'document-1' },
    content: { purpose, attachedTo, by: WITNESS.person, sha256: DIGEST, sizeBytes: 1, mediaType: 'image/jpeg' },
  });
  const USABLE: ToldFact = {
    type: 'document.usable.v1',
    data: { document: 'document-1', lockedUntil: '2036-03-02T00:00:00.000Z' },
    content: { is: 'photo', mediaType: 'image/jpeg' },
  };
  const READ: ToldFact = {
    type: 'document.read.v1',
    data: { document: 'document-1' },
    content: { by: 'authority-1', role: 'contracting-authority', copy: 'shared' },
  };

  it('is told of as what it hangs on is', () => {
    const annex = watched.and(
      left(GONE),
      drafted('report-1', 'award-review'),
      announced('report-annex', 'report-1'),
      USABLE,
    );
    expect(whoReads(annex, 'document.declared.v1')).toEqual(SEE_ALL);
    const out = annex.and(published('report-1', 'award-review'));
    expect(whoReads(out, 'document.declared.v1')).toEqual(ALL);
    expect(whoReads(out, 'document.usable.v1')).toEqual(ALL);
  });

  it('tells who read it to those who answer for the case and audit it', () => {
    const read = watched.and(announced('pact-text', 'pact'), USABLE, READ);
    expect(whoReads(read, 'document.usable.v1')).toEqual(ALL);
    expect(whoReads(read, 'document.read.v1')).toEqual(['coordinator', 'auditor']);
  });
});
