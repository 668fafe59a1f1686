import type { CaseCommandName } from '../../domain/commands.ts';
import { commitmentText } from '../../domain/draw/algorithm.ts';
import { INSTRUMENT, stageOf } from '../../domain/instruments/instruments.ts';
import { TEAM_ROLE } from '../../domain/permissions.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import {
  ABSENCE_REASONS,
  ACT_ABSENCES,
  ACT_ACCOUNTS,
  ACT_KINDS,
  BREACH_CONSEQUENCES,
  CHECKLIST_DOCUMENTS,
  CONTRACT_ENDS,
  DEPARTURE_CAUSES,
  DISSOLUTION_CAUSES,
  DOCUMENT_ACCESS_RESULTS,
  OBSERVATION_TYPES,
  OFFICES,
  PROCEEDING_KINDS,
  PROCEEDING_STATES,
  PROCESS_ENDINGS,
  QUESTION_VISIBILITIES,
  STAGES,
  SUSPENSION_REASONS,
  TAKE_UP_LEVELS,
  VISIBILITIES,
  VISIT_OUTCOMES,
  VOTES,
} from '../../events/vocabulary.ts';
import { sha256 } from '../support/case-file.ts';
import { after, DIGEST } from '../support/cast.ts';
import { one } from './dice.ts';
import { DOCUMENT_INPUTS, evidencedFindings } from './random-documents.ts';
import { JUDGEMENT_INPUTS } from './random-judgements.ts';
import { company, publishedNow } from './random-process.ts';
import {
  aDraw,
  aFinding,
  aFindingNotified,
  anAnswer,
  anAnswered,
  aProposal,
  aQuestion,
  aRuling,
  around,
  bidder,
  controlAuthority,
  drawsWithRoom,
  finding,
  MS_PER_HOUR,
  member,
  observations,
  ownObservation,
  PARTIES,
  rather,
  type Scene,
  sealedAs,
  secretOf,
  thing,
  WORDS,
  whoLeft,
  writtenText,
} from './random-scene.ts';
import { TIP_INPUTS } from './random-tip-inputs.ts';

type Inputs = { readonly [Name in CaseCommandName]: (scene: Scene) => object };
const none = () => ({});
const explained = () => ({ explanation: WORDS });
const ofReport = (scene: Scene) => ({ report: thing('report', scene) });
const ofActAwaited = (scene: Scene) => ({
  act: rather(scene.head.acts[scene.head.stage]?.awaited.named ?? [], 'act', scene),
});
const ofBreach = (scene: Scene) => ({
  breach: rather(scene.head.breachesUnruled?.named ?? [], 'breach', scene),
});
const OTHER_DIGEST = 'e'.repeat(64);
const ofFinding = (scene: Scene) => ({ observation: aFinding(scene) });
const ofFindingNotified = (scene: Scene) => ({ observation: aFindingNotified(scene) });
const ofEscalation = (scene: Scene) => ({
  escalation: rather(scene.head.escalationsUnanswered.named, 'escalation', scene),
});

const INPUTS: Inputs = {
  'advance-stage': none,
  'suspend-case': ({ dice }) => ({ reason: one(SUSPENSION_REASONS, dice), explanation: WORDS }),
  'resume-case': explained,
  'end-process': ({ dice }) => ({ ending: one(PROCESS_ENDINGS, dice), explanation: WORDS }),
  'refresh-process': ({ file, head, now, dice }) => ({
    process: publishedNow(file, { ocid: dice.roll(10) === 0 ? 'ocds-other-1' : head.ocid, now, dice }),
    sourceHash: DIGEST,
    problems: [],
    problemCount: 0,
  }),
  'propose-member': ({ file, head, dice }) => ({
    person: `${TEAM_ROLE[head.instrument]}-${1 + dice.roll(8)}`,
    reason: WORDS,
    sector: one(['universities', 'churches', 'private-sector'], dice),
    ...(dice.roll(4) === 0 ? { replaces: one(whoLeft(file), dice) } : {}),
    ...(dice.roll(4) === 0 ? { despiteDeparture: WORDS } : {}),
  }),
  'announce-draw': ({ head, now, dice }) => ({
    candidates: [1, 2, 3, 4, 5]
      .slice(dice.roll(2))
      .map((number) => `${TEAM_ROLE[head.instrument]}-${number + dice.roll(2) * 5}`),
    places: 1,
    alternates: 1 + dice.roll(2),
    source: {
      ...(dice.roll(2) === 0
        ? { kind: 'beacon' }
        : { kind: 'commit-reveal', parties: PARTIES, revealBefore: after(now, 60 * MS_PER_HOUR) }),
      beacon: 'drand-quicknet',
      publishedAfter: after(now, 62 * MS_PER_HOUR),
    },
  }),
  'commit-to-draw': (scene) => {
    const draw = aDraw(scene);
    const party = scene.petitioner.person;
    const commitment = commitmentText({ case: scene.head.case, draw, party, value: secretOf(party, draw) });
    return { draw, commitment: sha256(commitment) };
  },
  'reveal-for-draw': (scene) => {
    const draw = aDraw(scene);
    return { draw, value: scene.dice.roll(12) === 0 ? DIGEST : secretOf(scene.petitioner.person, draw) };
  },
  'lapse-reveal': (scene) => ({ draw: aDraw(scene) }),
  'record-beacon-value': (scene) => ({ draw: aDraw(scene), value: sha256(scene.now) }),
  'draw-lots': (scene) => ({ draw: aDraw(scene) }),
  'call-alternate': (scene) => ({ draw: rather(drawsWithRoom(scene), 'draw', scene) }),
  'record-accreditation-change': (scene) => ({ person: member(scene) }),
  'lapse-accreditation': (scene) => ({ person: member(scene) }),
  'accept-appointment': none,
  'decline-appointment': () => ({ reason: WORDS }),
  'lapse-proposal': (scene) => ({ person: member(scene) }),
  'raise-inactivity': none,
  'remind-term': (scene) => ({
    item: `proposal:${member(scene)}`,
    term: 'proposal',
    dueAt: new Date(Date.parse(scene.now) + 86_400_000).toISOString(),
  }),
  'leave-team': (scene) => ({
    person: scene.dice.roll(2) === 0 ? scene.petitioner.person : member(scene),
    ...(scene.dice.roll(2) === 0 ? { cause: one(DEPARTURE_CAUSES, scene.dice) } : {}),
    ...(scene.dice.roll(5) === 0 ? {} : { reason: WORDS }),
  }),
  'sign-declaration': ({ head, dice }) => ({
    answers: profileOf(head.profile).impedimentQuestions.value.map(({ id }) => ({
      question: id,
      yes: dice.roll(25) === 0,
    })),
    ...(dice.roll(2) === 0 ? {} : { interests: [{ kind: 'employer', name: company(dice) }] }),
  }),
  'rule-on-impediment': (scene) => ({ person: member(scene), stands: scene.dice.roll(3) === 0, reason: WORDS }),
  'elect-officer': (scene) => ({ person: member(scene), office: one(OFFICES, scene.dice) }),
  'accredit-liaison': (scene) =>
    one(
      [
        { person: `authority-${1 + scene.dice.roll(2)}`, kind: 'contracting-authority' },
        { person: `bidder-${1 + scene.dice.roll(2)}`, kind: 'bidder', bidder: bidder(scene) },
        {
          person: `control-${1 + scene.dice.roll(3)}`,
          kind: 'control-authority',
          controlAuthority: controlAuthority(scene),
        },
      ],
      scene.dice,
    ),
  'withdraw-liaison': ({ head, dice }) => ({
    ...(head.liaisons.length === 0 ? { person: 'authority-1', kind: 'bidder' } : one(head.liaisons, dice)),
    reason: WORDS,
  }),
  'deposit-pact-text': ({ dice }) => ({ documentHash: one([DIGEST, OTHER_DIGEST], dice), title: WORDS }),
  'sign-pact-for-authority': ({ head }) => ({ documentHash: head.pactText?.documentHash ?? DIGEST }),
  'register-bidder': ({ dice }) => ({ name: `${company(dice)}, S.A. de C.V.` }),
  'sign-pact-for-bidder': (scene) => ({
    bidder: bidder(scene),
    documentHash: scene.dice.roll(9) === 0 ? DIGEST : (scene.head.pactText?.documentHash ?? DIGEST),
  }),
  'report-pact-breach': (scene) => ({
    ...(scene.dice.roll(2) === 0 ? { accused: 'contracting-authority' } : { accused: 'bidder', bidder: bidder(scene) }),
    provision: WORDS,
    circumstances: WORDS,
  }),
  'answer-pact-breach': (scene) => ({ ...ofBreach(scene), answer: WORDS }),
  'lapse-breach-answer': ofBreach,
  'rule-on-pact-breach': (scene) => ({
    ...ofBreach(scene),
    consequence: one(BREACH_CONSEQUENCES, scene.dice),
    explanation: WORDS,
  }),
  'refuse-pact-for-bidder': (scene) => ({ bidder: bidder(scene), reason: WORDS }),
  'constitute-committee': ({ dice }) => ({
    object: WORDS,
    durationMonths: 1 + dice.roll(6),
    registered: dice.roll(4) > 0,
    documentHash: DIGEST,
  }),
  'end-committee-term': none,
  'extend-committee': ({ dice }) => ({ months: 1 + dice.roll(9), documentHash: DIGEST, reason: WORDS }),
  'dissolve-committee': ({ head, dice }) => ({
    cause: one(DISSOLUTION_CAUSES, dice),
    explanation: WORDS,
    vote: { for: dice.roll(head.team.length + 1), against: 0, abstain: dice.roll(2) },
    documentHash: DIGEST,
  }),
  'schedule-act': (scene) => ({
    kind: one(ACT_KINDS, scene.dice),
    stage: one([scene.head.stage, ...STAGES], scene.dice),
    heldAt: around(scene),
  }),
  'reschedule-act': (scene) => ({ ...ofActAwaited(scene), heldAt: around(scene), reason: WORDS }),
  'cancel-act': (scene) => ({ ...ofActAwaited(scene), reason: WORDS }),
  'record-act-held': (scene) => {
    const [beganAt, endedAt] = [around(scene), around(scene)].toSorted();
    return { act: thing('act', scene), beganAt, endedAt };
  },
  'correct-account-of-act': (scene) => ({
    act: thing('act', scene),
    accounted: one(ACT_ACCOUNTS, scene.dice),
    present: [scene.petitioner.person, ...scene.head.team.map(({ person }) => person).slice(0, scene.dice.roll(5))],
    absenceReason: one(ABSENCE_REASONS, scene.dice),
    reason: WORDS,
  }),
  'attend-act': (scene) => ({
    act: thing('act', scene),
    present: [scene.petitioner.person, ...scene.head.team.map(({ person }) => person).slice(0, scene.dice.roll(5))],
    citizensAdmitted: scene.dice.roll(3) > 0,
  }),
  'account-for-absence': (scene) => ({
    act: thing('act', scene),
    absence: one(ACT_ABSENCES, scene.dice),
    reason: one(ABSENCE_REASONS, scene.dice),
    circumstances: WORDS,
  }),
  'check-document-access': ({ head, dice }) => {
    const { checklist } = stageOf(INSTRUMENT[head.instrument], head.stage);
    return {
      stage: head.stage,
      document: one(checklist.length === 0 || dice.roll(8) === 0 ? CHECKLIST_DOCUMENTS : checklist, dice),
      result: one(DOCUMENT_ACCESS_RESULTS, dice),
    };
  },
  'record-award': aRuling,
  'correct-award': (scene) => ({ ...aRuling(scene), reason: WORDS }),
  'dismiss-flag': (scene) => ({ flag: thing('flag', scene), reason: WORDS }),
  'turn-flag-into-finding': (scene) => ({ flag: thing('flag', scene), ...ofFinding(scene) }),
  'record-contract-signature': (scene) => ({ signedAt: around(scene) }),
  'record-amendment': (scene) => ({ amendedAt: around(scene), change: WORDS }),
  'review-amendment': (scene) => ({ amendment: thing('amendment', scene), conclusion: WORDS }),
  'plan-visit': (scene) => ({ plannedAt: around(scene) }),
  'reschedule-visit': (scene) => ({
    visit: rather(scene.head.visitsOpen.named, 'visit', scene),
    plannedAt: after(scene.now, scene.dice.roll(40) * MS_PER_HOUR),
    reason: WORDS,
  }),
  'settle-visit': (scene) => ({ visit: thing('visit', scene), outcome: one(VISIT_OUTCOMES, scene.dice), note: WORDS }),
  'record-contract-end': (scene) => ({ end: one(CONTRACT_ENDS, scene.dice), endedAt: around(scene) }),
  'file-observation': (scene) => ({
    type: one(OBSERVATION_TYPES, scene.dice),
    stage: scene.head.stage,
    observedAt: scene.now,
    title: WORDS,
    narrative: WORDS,
    language: 'en',
    visibility: one(VISIBILITIES, scene.dice),
    ...(scene.dice.roll(2) === 0 ? finding(scene) : {}),
    ...(scene.dice.roll(4) === 0 ? { act: thing('act', scene) } : {}),
  }),
  'correct-observation': (scene) => {
    const observation = ownObservation(scene);
    const subject = scene.file.state.subjects.get(observation);
    const { type: _, ...found } = finding(scene);
    return {
      observation,
      reason: WORDS,
      observedAt: scene.now,
      title: WORDS,
      narrative: WORDS,
      language: 'en',
      ...(subject?.kind === 'observation' && subject.type === 'finding' ? found : {}),
      ...(scene.dice.roll(4) === 0 ? { visibility: one(VISIBILITIES, scene.dice) } : {}),
      ...(scene.dice.roll(4) === 0 ? { redFlags: [thing('flag', scene)] } : {}),
    };
  },
  'withdraw-observation': (scene) => ({ observation: ownObservation(scene), reason: WORDS }),
  'extend-embargo': (scene) => ({
    observation: sealedAs('after-award', scene),
    until: after(scene.now, (30 + scene.dice.roll(70)) * 24 * MS_PER_HOUR),
    reason: WORDS,
  }),
  'end-embargo': (scene) => ({
    observation: rather(
      observations(scene)
        .filter(({ embargoUntil, embargoEndedAt }) => embargoUntil !== undefined && embargoEndedAt === undefined)
        .map(({ id }) => id),
      'observation',
      scene,
    ),
  }),
  'propose-release': (scene) => ({ observation: sealedAs('restricted', scene), reason: WORDS }),
  'release-observation': (scene) => ({ observation: sealedAs('restricted', scene), reason: WORDS }),
  'notify-finding': (scene) => ({ observation: rather(scene.head.findingsUnput.named, 'observation', scene) }),
  'reply-to-finding': (scene) => ({ ...ofFindingNotified(scene), reply: WORDS }),
  'lapse-reply': ofFindingNotified,
  'ask-question': ({ dice }) => ({
    question: WORDS,
    language: 'en',
    visibility: one(QUESTION_VISIBILITIES, dice),
  }),
  'answer-question': (scene) => ({
    question: aQuestion('contracting-authority', scene),
    answer: WORDS,
    language: 'en',
  }),
  'ask-team': (scene) => ({ ...ofReport(scene), question: WORDS, language: 'en' }),
  'answer-authority-question': (scene) => ({ question: aQuestion('team', scene), answer: WORDS, language: 'en' }),
  'lapse-answer': (scene) => ({ question: thing('question', scene) }),
  'escalate-findings': (scene) => {
    const evidenced = evidencedFindings(scene.file);
    const first = evidenced.length > 0 && scene.dice.roll(3) > 0 ? [one(evidenced, scene.dice)] : [];
    const others = Array.from({ length: 1 + scene.dice.roll(3) - first.length }, () => aFinding(scene));
    const findings = [...first, ...others.filter((id) => !first.includes(id))];
    const controlled = { findings, controlAuthority: controlAuthority(scene), letter: WORDS };
    return { ...controlled, ...(findings.length === 2 ? { sanitised: true } : {}) };
  },
  'reason-non-escalation': (scene) => ({
    observation: rather(scene.head.graveUnescalated.named, 'observation', scene),
    reason: WORDS,
  }),
  'record-delivery': ofEscalation,
  'acknowledge-escalation': ofEscalation,
  'begin-review': ofEscalation,
  'answer-escalation': (scene) => anAnswer(scene, ofEscalation(scene).escalation),
  'revise-answer': (scene) => ({ ...anAnswer(scene, anAnswered(scene)), reason: WORDS }),
  'escalate-further': (scene) => ({
    escalation: aProposal(scene),
    letter: WORDS,
    ...(scene.dice.roll(4) === 0 ? { controlAuthority: controlAuthority(scene) } : {}),
  }),
  'decline-next-tier': (scene) => ({ escalation: aProposal(scene), reason: WORDS }),
  'raise-escalation-overdue': (scene) => ({
    observation: rather(scene.head.graveUnescalated.named, 'observation', scene),
  }),
  'record-proceeding': (scene) => ({
    ...(scene.dice.roll(3) === 0 ? {} : { escalation: thing('escalation', scene) }),
    ...(scene.dice.roll(3) === 0 ? { findings: [aFinding(scene)] } : {}),
    kind: one(PROCEEDING_KINDS, scene.dice),
    state: one(PROCEEDING_STATES, scene.dice),
    on: scene.now.slice(0, 10),
    number: `A-${scene.dice.roll(30)}`,
    note: WORDS,
    body: WORDS,
    against: WORDS,
  }),
  'move-proceeding': (scene) => ({
    proceeding: thing('proceeding', scene),
    state: one(PROCEEDING_STATES, scene.dice),
    on: scene.now.slice(0, 10),
    note: WORDS,
  }),
  'lapse-escalation': ofEscalation,
  'draft-report': (scene) => ({ stage: scene.head.stage, ...writtenText(scene) }),
  'redraft-report': (scene) => ({ ...ofReport(scene), ...writtenText(scene) }),
  'send-report-for-reply': ofReport,
  'comment-on-report': (scene) => ({ ...ofReport(scene), comments: WORDS }),
  'sign-report': ofReport,
  'vote-on-report': (scene) => ({
    ...ofReport(scene),
    vote: one(['for', 'for', ...VOTES], scene.dice),
    dissent: WORDS,
  }),
  'publish-report': ofReport,
  'follow-up-recommendation': (scene) => ({
    recommendation: thing('recommendation', scene),
    level: one(TAKE_UP_LEVELS, scene.dice),
    asOf: scene.now,
    evidence: WORDS,
    language: 'en',
  }),
  'respond-to-recommendation': (scene) => ({
    recommendation: thing('recommendation', scene),
    response: WORDS,
    language: 'en',
  }),
  'lapse-recommendation': (scene) => ({ recommendation: thing('recommendation', scene) }),
  ...TIP_INPUTS,
  ...DOCUMENT_INPUTS,
  ...JUDGEMENT_INPUTS,
};

/** An input that somebody might send at this moment: plausible, and not always right. */
export const inputFor = (name: CaseCommandName, scene: Scene): object => INPUTS[name](scene);
