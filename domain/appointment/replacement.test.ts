import { describe, expect, it } from 'vitest';
import { DEPARTURE_CAUSES, type DepartureCause, type Stage } from '../../events/vocabulary.ts';
import {
  AUTHORITY,
  accepted,
  announced,
  at,
  CHAIR,
  CONCLUSION,
  COORDINATOR,
  caseIn,
  day,
  declared,
  MEMBER,
  OTHER_WITNESS,
  SECOND_WITNESS,
  SECRETARY,
  SUMMARY,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  corrected,
  drafted,
  filed,
  notified,
  releaseProposed,
  sentForReply,
  voted,
  withdrawn,
} from '../../test/support/watch-facts.ts';
import type { Petitioner } from '../permissions.ts';
import { mayReadContent, thingsBehind } from '../reading/event-contents.ts';
import { mayReadObservation } from '../reading/may-read.ts';
import { DEPARTURES, subjectOf } from '../state.ts';

const REASON = 'It had to be.';
const leftFor = ({ person }: Petitioner, cause: DepartureCause): ToldFact => ({
  type: 'member.left.v1',
  data: { person, cause },
  content: { reason: REASON },
});
const peopleOf = ({ file }: Given) => subjectOf(file.state.subjects, 'departures', DEPARTURES)?.people;
const STAGES: readonly Stage[] = [
  'appointment',
  'tender-observation',
  'award-review',
  'implementation-monitoring',
  'final-report',
];
const CELLS = STAGES.flatMap((stage) => DEPARTURE_CAUSES.map((cause) => ({ stage, cause })));

describe.each(CELLS)('who leaves in $stage by $cause', ({ stage, cause }) => {
  const pact = given(...caseIn('integrity-pact', stage));
  const gone = pact
    .when('leave-team', { person: 'witness-1', cause, reason: REASON }, { by: COORDINATOR })
    .records({ type: 'member.left.v1', data: { person: 'witness-1', cause }, content: { reason: REASON } });

  it('is remembered with the cause, and acts no more', () => {
    expect(peopleOf(gone)).toEqual({
      'witness-1': { cause, leftAt: gone.file.now, leftIn: gone.file.entries.length },
    });
    for (const name of ['file-observation', 'draft-report', 'notify-finding', 'publish-report'] as const) {
      expect(gone.when(name, inputOf(name, stage), { by: WITNESS }).refused().word).toBe('not-permitted');
    }
  });

  it('is replaced by somebody who goes on with the whole file', () => {
    const despite = { despiteDeparture: 'Everybody agrees.' };
    const successor = gone
      .when(
        'propose-member',
        { person: 'witness-9', reason: REASON, replaces: 'witness-1', ...despite },
        { by: COORDINATOR },
      )
      .succeeds()
      .when('accept-appointment', {}, { by: OTHER_WITNESS })
      .succeeds()
      .and(declared(OTHER_WITNESS));
    expect(peopleOf(successor)?.['witness-1']?.successor).toBe('witness-9');
    if (stage === 'appointment') return;
    const reported = successor
      .when('file-observation', inputOf('file-observation', stage), { by: OTHER_WITNESS })
      .succeeds()
      .and(drafted('report-1', stage, 1))
      .and(...(stage === 'final-report' ? at(day(0), sentForReply('report-1')) : []))
      .when('sign-report', { report: 'report-1' }, { by: OTHER_WITNESS, at: day(30) })
      .succeeds();
    expect(reported.head.reports[stage]?.state).toBe('adopted');
  });
});

const inputOf = (name: string, stage: Stage): object => {
  switch (name) {
    case 'file-observation':
      return {
        type: 'good-practice',
        stage,
        observedAt: day(0),
        title: 'All well',
        narrative: 'All well.',
        visibility: 'public',
        language: 'en',
      };
    case 'draft-report':
      return {
        stage: 'award-review',
        summary: SUMMARY,
        conclusion: CONCLUSION,
        cites: [],
        leavesOut: [],
        recommendations: [],
      };
    case 'notify-finding':
      return { observation: 'observation-1' };
    default:
      return { report: 'report-1' };
  }
};

describe('the cause of a departure', () => {
  const pact = given(...caseIn('integrity-pact', 'tender-observation'));

  it('that one gives oneself is resignation, and no other', () => {
    pact
      .when('leave-team', { person: 'witness-1' }, { by: WITNESS })
      .records({ type: 'member.left.v1', data: { person: 'witness-1', cause: 'resignation' } });
    for (const cause of DEPARTURE_CAUSES.filter((each) => each !== 'resignation')) {
      pact
        .when('leave-team', { person: 'witness-1', cause, reason: REASON }, { by: WITNESS })
        .refuses('not-permitted', { operation: 'leave-team', cause });
    }
  });

  it('that puts somebody out is told with its reason; a death asks for none', () => {
    for (const cause of ['removal', 'impediment'] as const) {
      pact.when('leave-team', { person: 'witness-1', cause }, { by: COORDINATOR }).refuses('reason-missing', { cause });
    }
    for (const cause of ['resignation', 'death', 'accreditation-lapsed'] as const) {
      pact.when('leave-team', { person: 'witness-1', cause }, { by: COORDINATOR }).succeeds();
    }
  });

  it('that nobody tells is removal where the coordinator records it', () => {
    const { file } = pact.when('leave-team', { person: 'witness-1', reason: REASON }, { by: COORDINATOR }).succeeds();
    expect(file.entries.at(-1)?.data).toEqual({ person: 'witness-1', cause: 'removal' });
    // A record from before there were causes still folds.
    expect(
      pact
        .and({ type: 'member.left.v1', data: { person: 'witness-1' }, content: {} })
        .head.team.map((one) => one.person),
    ).toEqual(['witness-2']);
  });

  it('waits for no court', () => {
    pact.and(SUSPENDED).when('leave-team', { person: 'witness-1', cause: 'death' }, { by: COORDINATOR }).succeeds();
  });
});

describe('coming back', () => {
  const proposal = { person: 'witness-1', reason: REASON };
  const without = (cause: DepartureCause) =>
    given(...caseIn('integrity-pact', 'tender-observation'), leftFor(WITNESS, cause));

  it('is open to who resigned', () => {
    without('resignation').when('propose-member', proposal, { by: COORDINATOR }).succeeds();
  });

  it.each(DEPARTURE_CAUSES.filter((cause) => cause !== 'resignation'))('after %s is explained', (cause) => {
    const out = without(cause);
    out.when('propose-member', proposal, { by: COORDINATOR }).refuses('put-out-before', { person: 'witness-1' });
    const { file } = out
      .when('propose-member', { ...proposal, despiteDeparture: 'It was a mistake.' }, { by: COORDINATOR })
      .succeeds();
    expect(file.entries.at(-1)?.content).toEqual({ reason: REASON, despiteDeparture: 'It was a mistake.' });
    out
      .when(
        'announce-draw',
        {
          candidates: ['witness-1', 'witness-8'],
          places: 1,
          source: { kind: 'beacon', beacon: 'drand-quicknet', publishedAfter: day(2) },
        },
        { by: COORDINATOR },
      )
      .refuses('put-out-before', { person: 'witness-1' });
  });
});

describe('a replacement', () => {
  const pact = given(...caseIn('integrity-pact', 'award-review'), leftFor(WITNESS, 'resignation'));
  const replacing = { person: 'witness-9', reason: REASON, replaces: 'witness-1' };

  it('names somebody who left, whose place nobody has', () => {
    pact
      .when('propose-member', { ...replacing, replaces: 'witness-2' }, { by: COORDINATOR })
      .refuses('nobody-to-replace', { person: 'witness-2' });
    const offered = pact.when('propose-member', replacing, { by: COORDINATOR }).succeeds();
    offered
      .when('propose-member', { ...replacing, person: 'witness-8' }, { by: COORDINATOR })
      .refuses('replaced-already', { person: 'witness-1', successor: 'witness-9' });
    offered
      .when('decline-appointment', {}, { by: OTHER_WITNESS })
      .succeeds()
      .when('propose-member', { ...replacing, person: 'witness-8' }, { by: COORDINATOR })
      .succeeds();
  });

  it('may be the alternate of a draw', () => {
    const drawn = pact
      .and(
        announced({
          candidates: ['witness-7', 'witness-8'],
          alternates: 1,
          source: { kind: 'beacon', beacon: 'drand-quicknet', publishedAfter: day(1) },
        }),
        { type: 'draw.seeded.v1', data: { draw: 'draw-1', beaconValue: 'a'.repeat(64), seed: 'b'.repeat(64) } },
      )
      .when('draw-lots', { draw: 'draw-1' }, { by: COORDINATOR })
      .succeeds();
    const first = { person: drawn.head.team.at(-1)?.person ?? '', roles: ['witness'] as const };
    const { file } = drawn
      .when('decline-appointment', {}, { by: first })
      .succeeds()
      .when('call-alternate', { draw: 'draw-1', replaces: 'witness-1' }, { by: COORDINATOR })
      .succeeds();
    expect(file.entries.at(-1)?.data).toMatchObject({ replaces: 'witness-1', way: 'by-lot' });
  });

  it('reads the whole file, while who left reads what is public and what it filed itself', () => {
    const sealed = given(
      ...caseIn('integrity-pact', 'award-review'),
      filed('observation-1', { by: WITNESS, severity: 'grave', visibility: 'restricted' }),
      filed('observation-2', { by: SECOND_WITNESS, severity: 'grave', visibility: 'restricted' }),
      notified('observation-1'),
      { type: 'finding.replied.v1', data: { observation: 'observation-1', late: false }, content: { reply: 'No.' } },
      corrected('observation-1', 2, { severity: 'grave' }),
      releaseProposed('observation-1'),
      releaseProposed('observation-2', SECOND_WITNESS),
      withdrawn('observation-1'),
      leftFor(WITNESS, 'removal'),
      {
        type: 'member.proposed.v1',
        data: { person: 'witness-9', way: 'by-hand', lapsesAt: day(9), replaces: 'witness-1' },
      },
      accepted(OTHER_WITNESS),
      declared(OTHER_WITNESS),
    );
    const { head } = sealed;
    const { subjects } = sealed.file.state;
    const observations = ['observation-1', 'observation-2'].flatMap(
      (id) => subjectOf(subjects, 'observation', id) ?? [],
    );
    const reads = (reader: Petitioner) =>
      observations.filter((each) => mayReadObservation({ reader, head, now: day(1) }, each)).map(({ id }) => id);
    expect(reads(OTHER_WITNESS)).toEqual(['observation-1', 'observation-2']);
    expect(reads(WITNESS)).toEqual([]);
    expect(observations[0]?.by).toBe('witness-1');
    const contentsReadBy = (reader: Petitioner) =>
      sealed.file.entries
        .filter(({ type }) => /^(observation|release|finding\.replied)/.test(type))
        .filter((entry) => {
          const behind = new Map(thingsBehind(entry).flatMap((id) => [[id, subjects.get(id)] as const]));
          return mayReadContent(entry, { reader, head, now: day(1), subjects: behind as typeof subjects });
        })
        .map(({ type, data }) => `${type} ${'observation' in data ? data.observation : ''}`);
    expect(contentsReadBy(WITNESS)).toEqual([
      'observation.filed.v1 observation-1',
      'observation.corrected.v1 observation-1',
      'release.proposed.v1 observation-1',
      'observation.withdrawn.v1 observation-1',
    ]);
    expect(contentsReadBy(OTHER_WITNESS)).toHaveLength(7);
    expect(contentsReadBy(AUTHORITY)).toHaveLength(4);
  });

  it('finds nothing stuck: what the predecessor began goes on', () => {
    const begun = given(
      ...caseIn('integrity-pact', 'award-review'),
      filed('observation-1', { by: WITNESS, severity: 'grave', stage: 'award-review' }),
      leftFor(WITNESS, 'death'),
    );
    begun.when('notify-finding', { observation: 'observation-1' }, { by: SECOND_WITNESS }).succeeds();
    begun
      .when('reason-non-escalation', { observation: 'observation-1', reason: REASON }, { by: SECOND_WITNESS })
      .succeeds();
  });
});

describe('a vote', () => {
  const STAGE = 'award-review' as const;
  const committee = given(...caseIn('oversight-committee', STAGE), drafted('report-1', STAGE));
  const leave = ({ person }: Petitioner) => ({ person, cause: 'death' });

  it('that waited only for who left is counted at once', () => {
    const waiting = committee.and(voted('report-1', CHAIR, 'for'), voted('report-1', SECRETARY, 'abstain'));
    waiting.when('leave-team', leave(MEMBER), { by: COORDINATOR }).records(
      { type: 'member.left.v1', data: { person: 'member-3', cause: 'death' } },
      {
        type: 'report.adopted.v1',
        data: { report: 'report-1', stage: STAGE, votesFor: 1, votesAgainst: 0 },
      },
    );
  });

  it('of who left counts no more, and nothing is adopted without a majority of those who stay', () => {
    const even = committee.and(voted('report-1', CHAIR, 'for'), voted('report-1', SECRETARY, 'against'));
    even
      .when('leave-team', leave(MEMBER), { by: COORDINATOR })
      .records({ type: 'member.left.v1', data: { person: 'member-3', cause: 'death' } });
    even
      .when('leave-team', leave(CHAIR), { by: COORDINATOR })
      .records({ type: 'member.left.v1', data: { person: 'member-1', cause: 'death' } });
    const alone = committee.and(leftFor(CHAIR, 'death'), leftFor(SECRETARY, 'death'));
    alone
      .when('leave-team', leave(MEMBER), { by: COORDINATOR })
      .records({ type: 'member.left.v1', data: { person: 'member-3', cause: 'death' } });
  });

  it('on a final report still waits for the authority’s comments', () => {
    const early = given(
      ...caseIn('oversight-committee', 'final-report'),
      drafted('report-1', 'final-report'),
      sentForReply('report-1'),
      voted('report-1', CHAIR, 'for'),
      voted('report-1', SECRETARY, 'for'),
    );
    early
      .when('leave-team', leave(MEMBER), { by: COORDINATOR })
      .records({ type: 'member.left.v1', data: { person: 'member-3', cause: 'death' } });
  });

  it('of a pact there is none: a signature adopts', () => {
    const { file } = given(...caseIn('integrity-pact', STAGE), drafted('report-1', STAGE))
      .when('leave-team', leave(WITNESS), { by: COORDINATOR })
      .succeeds();
    expect(file.entries.at(-1)?.type).toBe('member.left.v1');
  });
});
