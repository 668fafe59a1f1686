import type { RecordEntry } from '../../events/record.ts';
import type { Instant, JsonObject } from '../../events/shapes.ts';
import type { CaseCommandName } from '../commands.ts';
import { uploadEndsAt } from '../documents/limits.ts';
import { observationOf } from '../observations/confide.ts';
import { isTakenUp } from '../recommendations/take-up.ts';

/** A term that runs, and what the sweep asks of the case when it is over. The case decides: a deadline only reminds it. */
export interface RunningTerm {
  /** Unique in the case. */
  readonly id: string;
  readonly dueAt: Instant;
  readonly operation: CaseCommandName;
  readonly input: Readonly<Record<string, string>>;
}

export interface DeadlineChange {
  readonly put?: RunningTerm;
  /** Terms that begin together with others of their kind. */
  readonly puts?: readonly RunningTerm[];
  readonly removed?: string;
}

const proposal = (person: string): string => `proposal:${person}`;
const reveal = (draw: string): string => `reveal:${draw}`;
const reply = (observation: string): string => `reply:${observation}`;
const embargo = (observation: string): string => `embargo:${observation}`;
const asked = (question: string): string => `question:${question}`;
const answer = (escalation: string): string => `answer:${escalation}`;
const grave = (observation: string): string => `escalation-of:${observation}`;

const accreditation = (person: string): string => `accreditation:${person}`;

/** The end of somebody's accreditation, where the roster has one. */
const heldUntil = (person: string, dueAt: Instant | undefined): DeadlineChange =>
  dueAt === undefined
    ? {}
    : { put: { id: accreditation(person), dueAt, operation: 'lapse-accreditation', input: { person } } };

const breachAnswer = (breach: string): string => `breach:${breach}`;
const COMMITTEE_TERM = 'committee-term';

const INACTIVITY = 'inactivity';
const inactivityFrom = (dueAt: Instant): RunningTerm => ({
  id: INACTIVITY,
  dueAt,
  operation: 'raise-inactivity',
  input: {},
});

const SUSTAINED = 'sustained';
/** From when on it is asked whether what a closed case achieved still stands. */
const sustainedFrom = (dueAt: Instant | undefined): DeadlineChange =>
  dueAt === undefined ? {} : { put: { id: SUSTAINED, dueAt, operation: 'raise-sustained-check', input: {} } };

/** What a fact does to the running terms of its case: it starts one, ends one, or neither. What it confides must be at hand. */
export const deadlineChange = (entry: RecordEntry & { readonly content?: JsonObject }): DeadlineChange => {
  switch (entry.type) {
    case 'member.proposed.v1': {
      const { person, lapsesAt } = entry.data;
      return { put: { id: proposal(person), dueAt: lapsesAt, operation: 'lapse-proposal', input: { person } } };
    }
    case 'member.accepted.v1': {
      const { person, accreditedUntil } = entry.data;
      return { removed: proposal(person), ...heldUntil(person, accreditedUntil) };
    }
    case 'accreditation.changed.v1':
      return heldUntil(entry.data.person, entry.data.accreditedUntil);
    case 'accreditation.lapsed.v1':
    case 'member.left.v1':
      return { removed: accreditation(entry.data.person) };
    case 'member.declined.v1':
    case 'proposal.lapsed.v1':
      return { removed: proposal(entry.data.person) };
    case 'draw.announced.v1': {
      const { draw, source } = entry.data;
      if (source.kind === 'beacon') return {};
      return { put: { id: reveal(draw), dueAt: source.revealBefore, operation: 'lapse-reveal', input: { draw } } };
    }
    case 'draw.reveal-failed.v1':
    case 'draw.seeded.v1':
      return { removed: reveal(entry.data.draw) };
    case 'finding.notified.v1': {
      const observation = observationOf(entry);
      const dueAt = entry.data.replyDueAt;
      return { put: { id: reply(observation), dueAt, operation: 'lapse-reply', input: { observation } } };
    }
    case 'finding.replied.v1':
    case 'reply.lapsed.v1':
      return { removed: reply(observationOf(entry)) };
    case 'escalation.sent.v1': {
      const { escalation, answerDueAt } = entry.data;
      return {
        put: { id: answer(escalation), dueAt: answerDueAt, operation: 'lapse-escalation', input: { escalation } },
      };
    }
    case 'escalation.answered.v1':
    case 'escalation.lapsed.v1':
      return { removed: answer(entry.data.escalation) };
    case 'pact.breach-reported.v1': {
      const { breach, answerDueAt } = entry.data;
      return {
        put: { id: breachAnswer(breach), dueAt: answerDueAt, operation: 'lapse-breach-answer', input: { breach } },
      };
    }
    case 'pact.breach-answered.v1':
    case 'pact.breach-answer-lapsed.v1':
    case 'pact.breach-ruled.v1':
      return { removed: breachAnswer(entry.data.breach) };
    case 'committee.constituted.v1':
    case 'committee.extended.v1': {
      const { endsAt } = entry.data;
      if (endsAt === undefined) return {};
      return { put: { id: COMMITTEE_TERM, dueAt: endsAt, operation: 'end-committee-term', input: {} } };
    }
    case 'committee.term-ended.v1':
    case 'committee.dissolved.v1':
      return { removed: COMMITTEE_TERM };
    // The clock of silence begins with the watch. It is asked at once and says itself when it ends: what the team does moves it, and
    // nothing is written for that.
    case 'stage.advanced.v1':
      if (entry.data.to === 'closed') return { removed: INACTIVITY, ...sustainedFrom(entry.data.sustainedDueAt) };
      return entry.data.from === 'appointment' ? { put: inactivityFrom(entry.recordedAt) } : {};
    case 'sustained.fell-due.v1':
    case 'sustained.checked.v1':
      return { removed: SUSTAINED };
    case 'team.inactive.v1':
      return { removed: INACTIVITY, put: inactivityFrom(entry.recordedAt) };
    default:
      return ofWhatWasSaid(entry);
  }
};

const graveTerm = (observation: string, dueAt: Instant): RunningTerm => ({
  id: grave(observation),
  dueAt,
  operation: 'raise-escalation-overdue',
  input: { observation },
});

const takeUp = (recommendation: string): string => `take-up:${recommendation}`;

const takenUpBy = ({ recommendation, dueAt }: { recommendation: string; dueAt: Instant }): RunningTerm => ({
  id: takeUp(recommendation),
  dueAt,
  operation: 'lapse-recommendation',
  input: { recommendation },
});

/** How long what was seen stays sealed, what was asked about it, and by when what was recommended is awaited. */
const ofWhatWasSaid = (entry: RecordEntry): DeadlineChange => {
  switch (entry.type) {
    case 'recommendations.made.v1':
      return { puts: entry.data.recommendations.map(takenUpBy) };
    case 'recommendation.followed-up.v1': {
      const { level, recommendation } = entry.data;
      if (isTakenUp(level)) return { removed: takeUp(recommendation) };
      // What fell again is awaited again; where its date is over, the sweep asks the case at once.
      return isTakenUp(entry.data.from) ? { put: takenUpBy(entry.data) } : {};
    }
    case 'recommendation.overdue.v1':
      return { removed: takeUp(entry.data.recommendation) };
    // Only the case knows which observation is grave, and whether it still waits. It is asked at once of each, and says itself when the
    // term ends, or that there is none: so no list of deadlines tells what a seal covers before that.
    case 'observation.filed.v1':
      return { put: graveTerm(entry.data.observation, entry.recordedAt) };
    case 'finding.escalation-overdue.v1':
      return { removed: grave(observationOf(entry)) };
    case 'embargo.extended.v1': {
      const { observation, until } = entry.data;
      return { put: { id: embargo(observation), dueAt: until, operation: 'end-embargo', input: { observation } } };
    }
    case 'embargo.ended.v1':
      return { removed: embargo(entry.data.observation) };
    case 'observation.corrected.v1': {
      const { observation, restricted } = entry.data;
      const put = graveTerm(observation, entry.recordedAt);
      return restricted === true ? { put, removed: embargo(observation) } : { put };
    }
    case 'question.asked.v1': {
      const { question, answerDueAt } = entry.data;
      return { put: { id: asked(question), dueAt: answerDueAt, operation: 'lapse-answer', input: { question } } };
    }
    case 'question.answered.v1':
    case 'answer.overdue.v1':
      return { removed: asked(entry.data.question) };
    case 'tip.received.v1': {
      const { tip, answerDueAt } = entry.data;
      return { put: { id: `tip:${tip}`, dueAt: answerDueAt, operation: 'lapse-tip-answer', input: { tip } } };
    }
    case 'document.declared.v1': {
      const { document } = entry.data;
      return {
        put: {
          id: `upload:${document}`,
          dueAt: uploadEndsAt(entry.recordedAt),
          operation: 'lapse-upload',
          input: { document },
        },
      };
    }
    case 'document.arrived.v1':
    case 'document.refused.v1':
      return { removed: `upload:${entry.data.document}` };
    case 'tip.answered.v1':
    case 'tip.overdue.v1':
      return { removed: `tip:${entry.data.tip}` };
    default:
      return {};
  }
};
