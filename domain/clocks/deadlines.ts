import type { RecordEntry } from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import type { CaseCommandName } from '../commands.ts';

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
  readonly removed?: string;
}

const proposal = (person: string): string => `proposal:${person}`;
const reveal = (draw: string): string => `reveal:${draw}`;
const reply = (observation: string): string => `reply:${observation}`;
const answer = (escalation: string): string => `answer:${escalation}`;

const INACTIVITY = 'inactivity';
const inactivityFrom = (dueAt: Instant): RunningTerm => ({
  id: INACTIVITY,
  dueAt,
  operation: 'raise-inactivity',
  input: {},
});

/** What a fact does to the running terms of its case: it starts one, ends one, or neither. */
export const deadlineChange = (entry: RecordEntry): DeadlineChange => {
  switch (entry.type) {
    case 'member.proposed.v1': {
      const { person, lapsesAt } = entry.data;
      return { put: { id: proposal(person), dueAt: lapsesAt, operation: 'lapse-proposal', input: { person } } };
    }
    case 'member.accepted.v1':
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
      const { observation, replyDueAt } = entry.data;
      return { put: { id: reply(observation), dueAt: replyDueAt, operation: 'lapse-reply', input: { observation } } };
    }
    case 'finding.replied.v1':
    case 'reply.lapsed.v1':
      return { removed: reply(entry.data.observation) };
    case 'escalation.sent.v1': {
      const { escalation, answerDueAt } = entry.data;
      return {
        put: { id: answer(escalation), dueAt: answerDueAt, operation: 'lapse-escalation', input: { escalation } },
      };
    }
    case 'escalation.answered.v1':
    case 'escalation.lapsed.v1':
      return { removed: answer(entry.data.escalation) };
    // The clock of silence begins with the watch. It is asked at once and says itself when it ends: what the team does moves it, and
    // nothing is written for that.
    case 'stage.advanced.v1':
      if (entry.data.to === 'closed') return { removed: INACTIVITY };
      return entry.data.from === 'appointment' ? { put: inactivityFrom(entry.recordedAt) } : {};
    case 'team.inactive.v1':
      return { removed: INACTIVITY, put: inactivityFrom(entry.recordedAt) };
    default:
      return {};
  }
};
