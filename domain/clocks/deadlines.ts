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

const accreditation = (person: string): string => `accreditation:${person}`;

/** The end of somebody's accreditation, where the roster has one. */
const heldUntil = (person: string, dueAt: Instant | undefined): DeadlineChange =>
  dueAt === undefined
    ? {}
    : { put: { id: accreditation(person), dueAt, operation: 'lapse-accreditation', input: { person } } };

/** What a fact does to the running terms of its case: it starts one, ends one, or neither. */
export const deadlineChange = (entry: RecordEntry): DeadlineChange => {
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
    default:
      return {};
  }
};
