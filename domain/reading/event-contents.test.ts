import { describe, expect, it } from 'vitest';
import { AUDITOR, AUTHORITY, CONTROL, COORDINATOR, caseIn, SUSPENDED, WITNESS } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { answered, escalated, filed } from '../../test/support/watch-facts.ts';
import type { Reader } from '../observations/seal.ts';
import { subjectOf } from '../state.ts';
import { mayReadContent, thingsBehind } from './event-contents.ts';

const PUBLIC: Reader = { roles: ['public'] };
const watched = given(...caseIn('integrity-pact', 'implementation-monitoring'));

/** Whether somebody may read the content of the last event, with no more at hand than its rule asks for. */
const reads = (reader: Reader, { file, head }: Given): boolean => {
  const last = file.entries.at(-1);
  if (last === undefined) throw new Error('Something is on record.');
  const asked = thingsBehind(last);
  const subjects = new Map([...file.state.subjects].filter(([id]) => asked.includes(id)));
  return mayReadContent(last, { reader, head, subjects });
};

const whoReads = (of: Given) =>
  Object.entries({
    public: PUBLIC,
    authority: AUTHORITY,
    control: CONTROL,
    witness: WITNESS,
    coordinator: COORDINATOR,
    auditor: AUDITOR,
  })
    .filter(([, reader]) => reads(reader, of))
    .map(([name]) => name);

const SEE_ALL = ['witness', 'coordinator', 'auditor'];
const EVERYBODY = ['public', 'authority', 'control', ...SEE_ALL];

describe('the content of an event', () => {
  it('of a type that no rule names is read by those who see all, and by nobody else', () => {
    expect(
      whoReads(
        watched.and({
          type: 'member.left.v1',
          data: { person: 'witness-9' },
          content: { reason: 'No.' },
        }),
      ),
    ).toEqual(SEE_ALL);
  });

  it('that explains a suspension is everybody’s', () => {
    expect(whoReads(watched.and(SUSPENDED))).toEqual(EVERYBODY);
  });

  it.each([
    ['public', EVERYBODY],
    ['after-award', SEE_ALL],
    ['restricted', SEE_ALL],
  ] as const)('that was filed as %s is read by the rule of the seal', (visibility, readers) => {
    expect(whoReads(watched.and(filed('observation-1', { severity: 'grave', visibility })))).toEqual(readers);
  });
});

describe('an escalation', () => {
  const both = watched.and(
    filed('observation-1', { severity: 'grave', visibility: 'public' }),
    filed('observation-2', { severity: 'grave', visibility: 'restricted' }),
  );
  const WITH_CONTROL = ['control', ...SEE_ALL];

  it('is read by those who see all and its authority until it is answered', () => {
    expect(whoReads(both.and(escalated('escalation-1', ['observation-1'])))).toEqual(WITH_CONTROL);
  });

  it('is everybody’s once it is answered, if none of its findings is sealed', () => {
    expect(
      whoReads(both.and(escalated('escalation-1', ['observation-1']), answered('escalation-1', ['observation-1']))),
    ).toEqual(EVERYBODY);
    const sealed = ['observation-1', 'observation-2'];
    expect(whoReads(both.and(escalated('escalation-1', sealed), answered('escalation-1', sealed)))).toEqual(
      WITH_CONTROL,
    );
  });
});

describe('the things of a case know where what was written about them stands', () => {
  const versionOf = ({ file }: Given) => file.entries.at(-1)?.version;

  it('an act, how it was accounted for', () => {
    const attended = watched.and(
      {
        type: 'act.scheduled.v1',
        data: {
          act: 'act-1',
          kind: 'bid-opening',
          stage: 'tender-observation',
          heldAt: '2026-03-03T00:00:00.000Z',
          public: true,
        },
      },
      { type: 'act.attended.v1', data: { act: 'act-1', stage: 'tender-observation', present: ['witness-1'] } },
    );
    expect(subjectOf(attended.file.state.subjects, 'act', 'act-1')?.accountedIn).toBe(versionOf(attended));
  });

  it('an amendment, its review', () => {
    const reviewed = watched.and(
      { type: 'contract.amended.v1', data: { amendment: 'amendment-1', amendedAt: '2026-03-03T00:00:00.000Z' } },
      { type: 'amendment.reviewed.v1', data: { amendment: 'amendment-1' } },
    );
    expect(subjectOf(reviewed.file.state.subjects, 'amendment', 'amendment-1')?.reviewedIn).toBe(versionOf(reviewed));
  });

  it('a visit, its outcome', () => {
    const settled = watched.and(
      { type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: '2026-03-03T00:00:00.000Z' } },
      { type: 'site-visit.settled.v1', data: { visit: 'visit-1', outcome: 'done' } },
    );
    expect(subjectOf(settled.file.state.subjects, 'visit', 'visit-1')?.settledIn).toBe(versionOf(settled));
  });

  it('a grave finding, why it is not escalated', () => {
    const reasoned = watched.and(filed('observation-1', { severity: 'grave', visibility: 'restricted' }), {
      type: 'non-escalation.reasoned.v1',
      data: {},
      content: { observation: 'observation-1', reason: 'To keep the clerk safe.' },
    });
    expect(subjectOf(reasoned.file.state.subjects, 'observation', 'observation-1')?.nonEscalationReasonedIn).toBe(
      versionOf(reasoned),
    );
    expect(whoReads(reasoned)).toEqual(SEE_ALL);
  });
});
