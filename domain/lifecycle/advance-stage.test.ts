import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId, type Stage } from '../../events/vocabulary.ts';
import {
  ASSESSOR,
  AUTHORITY,
  accredited,
  BIDDER,
  CONCLUSION,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  opened,
  SUMMARY,
  TEAM,
} from '../../test/support/cast.ts';
import { CHECKS } from '../../test/support/requirement-checks.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { awarded } from '../../test/support/watch-facts.ts';
import { AWARD_CHECKLIST, TENDER_CHECKLIST } from '../instruments/instrument.ts';
import { INSTRUMENT } from '../instruments/instruments.ts';
import { profileOf } from '../profiles/profiles.ts';

type Step = (of: Given) => Given;

const steps = (of: Given, ...all: readonly Step[]): Given => all.reduce((state, step) => step(state), of);
const does =
  (by: (typeof TEAM)['integrity-pact'][0], name: Parameters<Given['when']>[0], input: unknown = {}): Step =>
  (of) =>
    of.when(name, input, { by }).succeeds();
const advances: Step = does(COORDINATOR, 'advance-stage');

const text = {
  summary: SUMMARY,
  conclusion: CONCLUSION,
  cites: [],
  leavesOut: [],
  recommendations: [],
  noRecommendationsReason: 'It went well.',
};

const appointing = (instrument: InstrumentId): readonly Step[] => {
  const team = TEAM[instrument];
  const [chair, secretary] = team;
  const pact = [does(AUTHORITY, 'sign-pact-for-authority', { documentHash: DIGEST })];
  const act = { object: 'To watch.', durationMonths: 6, registered: true, documentHash: DIGEST };
  const committee = [
    does(chair, 'elect-officer', { person: chair.person, office: 'chair' }),
    does(chair, 'elect-officer', { person: secretary.person, office: 'secretary' }),
    does(secretary, 'constitute-committee', act),
  ];
  return [
    does(COORDINATOR, 'accredit-liaison', { person: AUTHORITY.person, kind: 'contracting-authority' }),
    ...team.flatMap((member, index) => [
      does(COORDINATOR, 'propose-member', {
        person: member.person,
        reason: 'Of the region.',
        sector: `sector-${index}`,
      }),
      does(member, 'accept-appointment'),
      (of: Given) => {
        const questions = profileOf(of.head.profile).impedimentQuestions.value;
        const answers = questions.map(({ id }) => ({ question: id, yes: false }));
        return does(member, 'sign-declaration', { answers })(of);
      },
    ]),
    ...(instrument === 'integrity-pact' ? pact : committee),
  ];
};

const reporting = (instrument: InstrumentId, stage: Stage, report: string): readonly Step[] => {
  const [first, second] = TEAM[instrument];
  const isFinal = stage === 'final-report';
  return [
    does(first, 'draft-report', { stage, ...text }),
    ...(isFinal
      ? [
          does(first, 'send-report-for-reply', { report }),
          does(AUTHORITY, 'comment-on-report', { report, comments: 'Agreed.' }),
        ]
      : []),
    ...(instrument === 'integrity-pact'
      ? [does(second, 'sign-report', { report })]
      : [
          does(first, 'vote-on-report', { report, vote: 'for' }),
          does(second, 'vote-on-report', { report, vote: 'for' }),
        ]),
    ...(isFinal ? [does(first, 'publish-report', { report })] : []),
  ];
};

const checking = (instrument: InstrumentId, stage: Stage, documents: readonly string[]): readonly Step[] =>
  documents.map((document) =>
    does(TEAM[instrument][0], 'check-document-access', { stage, document, result: 'obtained' }),
  );

const bidding = (instrument: InstrumentId): readonly Step[] =>
  instrument === 'oversight-committee'
    ? []
    : [
        does(COORDINATOR, 'accredit-liaison', { person: BIDDER.person, kind: 'bidder', bidder: 'bidder-1' }),
        does(BIDDER, 'sign-pact-for-bidder', { bidder: 'bidder-1', documentHash: DIGEST }),
        does(COORDINATOR, 'refuse-pact-for-bidder', { bidder: 'bidder-2', reason: 'On paper.' }),
      ];

describe.each(INSTRUMENTS)('a case of %s', (instrument) => {
  it('walks all its stages, each when everything that it asks for is there', () => {
    const { head } = steps(
      given(...opened(instrument)),
      ...appointing(instrument),
      advances,
      ...bidding(instrument),
      ...checking(instrument, 'tender-observation', TENDER_CHECKLIST),
      ...reporting(instrument, 'tender-observation', 'report-1'),
      advances,
      ...checking(instrument, 'award-review', AWARD_CHECKLIST),
      does(COORDINATOR, 'record-award', { decision: 'awarded', decidedAt: day(0), suppliers: ['bidder-1'] }),
      ...reporting(instrument, 'award-review', 'report-2'),
      advances,
      does(AUTHORITY, 'record-contract-signature', { signedAt: day(0) }),
      does(AUTHORITY, 'record-contract-end', { end: 'completed', endedAt: day(0) }),
      ...reporting(instrument, 'implementation-monitoring', 'report-3'),
      advances,
      ...reporting(instrument, 'final-report', 'report-4'),
      does(ASSESSOR, 'code-dimension', {
        dimension: 'effectiveness',
        codes: ['achieved'],
        reasons: 'It was.',
        evidence: { events: [1] },
      }),
      does(ASSESSOR, 'code-dimension', { dimension: 'openness', codes: ['informationMissing'], reasons: 'Unknown.' }),
      advances,
    );
    expect(head).toMatchObject({ stage: 'closed', condition: 'running' });
  });

  it.each([
    ['monitoring is on and there is an award', { monitoring: true }, 'awarded', 'implementation-monitoring'],
    ['monitoring is off', { monitoring: false }, 'awarded', 'final-report'],
    ['there is no award to monitor', { monitoring: true }, 'none', 'final-report'],
  ] as const)('goes on after the award as it should where %s', (_, options, decision, to) => {
    const met = Object.values(CHECKS['award-review'](instrument)).flatMap((check) => [
      ...(check.posed ?? []),
      ...check.met,
    ]);
    const { head } = given(...caseIn(instrument, 'award-review', options), ...met, awarded(decision))
      .when('advance-stage', {}, { by: COORDINATOR, at: day(4) })
      .records({ type: 'stage.advanced.v1', data: { from: 'award-review', to } });
    expect(head.participationEndedAt).toBe(to === 'final-report' ? day(4) : undefined);
  });

  it('goes nowhere once it is closed', () => {
    given(...caseIn(instrument, 'closed'))
      .when('advance-stage', {}, { by: COORDINATOR })
      .refuses('wrong-stage', {
        stage: 'closed',
        allowedIn: INSTRUMENT[instrument].stages.map(({ stage }) => stage).filter((stage) => stage !== 'closed'),
      });
  });

  it('takes nothing with its advance', () => {
    given(...opened(instrument), accredited(AUTHORITY, { kind: 'contracting-authority' }))
      .when('advance-stage', { to: 'closed' }, { by: COORDINATOR })
      .cannotTake('');
  });
});
