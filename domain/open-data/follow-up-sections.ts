import * as z from 'zod/mini';
import { termInShort } from '../clocks/term-in-short.ts';
import { sealOf } from '../observations/seal.ts';
import { breachAnswerDueAt } from '../pact/breach-at-hand.ts';
import { profileOf } from '../profiles/profiles.ts';
import { mayKnowProceeding, mayReadEscalation, mayReadProceeding, mayReadQuestion } from '../reading/may-read.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { type PublicSight, present, type Section, section, thingsOf, type Written } from './section.ts';

/** What became of what was seen: the dialogue, escalations and their outcomes, breaches, flags, amendments and recommendations. */

type TermOf = Parameters<typeof termInShort>[1];

const dueAt = ({ head, now }: PublicSight, term: TermOf, startedAt: string): string =>
  termInShort({ head, profile: profileOf(head.profile), now }, term, startedAt).dueAt;

const isOpen = (id: string | undefined, sight: PublicSight): boolean => {
  const observation = subjectOf(sight.subjects, 'observation', id ?? '');
  return observation !== undefined && sealOf(observation, sight) === 'open';
};

export const questions: Section = section({
  things: (sight) => thingsOf(sight, 'question'),
  readable: (question, sight) => (mayReadQuestion(sight, question) ? [question.recordedIn, question.answeredIn] : []),
  show: (question, { text }, sight) =>
    present({
      id: question.id,
      addressee: question.to,
      report: question.report,
      dateAsked: question.askedAt,
      dateDue: dueAt(sight, 'question-answer', question.askedAt),
      dateAnswered: question.answeredAt,
      late: question.late,
      overdue: question.overdue,
      question: text(question.recordedIn, 'question'),
      answer: text(question.answeredIn, 'answer'),
    }),
});

export const escalations: Section = section({
  things: (sight) => thingsOf(sight, 'escalation'),
  readable: (escalation, sight) =>
    mayReadEscalation(sight, escalation) ? [escalation.recordedIn, escalation.answeredIn] : [],
  show: (escalation, { text }, sight) =>
    present({
      id: escalation.id,
      controlAuthority: { id: escalation.controlAuthority, name: titleOf(escalation.controlAuthority, sight) },
      tier: escalation.tier,
      state: escalation.state,
      dateSent: escalation.sentAt,
      dateDue: dueAt(sight, 'control-answer', escalation.sentAt),
      lapsed: escalation.lapsed,
      follows: escalation.follows,
      outcome: escalation.outcome,
      competentAuthority: escalation.competentAuthority,
      observations: escalation.findings.filter((id) => isOpen(id, sight)),
      steps: (escalation.steps ?? []).map(({ step, at, by }) => present({ step, date: at, by })),
      letter: text(escalation.recordedIn, 'letter'),
      answer: text(escalation.answeredIn, 'answer'),
    }),
});

/** What the profile calls a control authority. */
export const titleOf = (id: string, { head }: Pick<PublicSight, 'head'>): string =>
  profileOf(head.profile).controlAuthorities.value.find((authority) => authority.id === id)?.title ?? id;

export const proceedings: Section = section({
  things: (sight) => thingsOf(sight, 'proceeding'),
  readable: (proceeding, sight) =>
    mayReadProceeding(sight, proceeding) ? proceeding.states.map(({ recordedIn }) => recordedIn) : [],
  show: (proceeding, written, sight) =>
    present({ id: proceeding.id, ...(mayKnowProceeding(sight, proceeding) ? knownOf(proceeding, written) : {}) }),
});

const knownOf = ({ type, escalation, findings, states, recordedIn }: SubjectOf<'proceeding'>, { text }: Written) => ({
  type,
  escalation,
  observations: findings,
  states: states.map(({ state, on, recordedIn: told }) =>
    present({ state, date: `${on}T00:00:00Z`, number: text(told, 'number'), description: text(told, 'note') }),
  ),
  body: text(recordedIn, 'body'),
  against: text(recordedIn, 'against'),
});

export const pactBreaches: Section = section({
  things: (sight) => thingsOf(sight, 'breach'),
  readable: ({ ruledIn }) => [ruledIn],
  show: (breach, { text }, { head, now }) => {
    // Nobody is accused in public before it is ruled that there was a breach.
    const isNamed = breach.consequence !== undefined && breach.consequence !== 'not-a-breach';
    return present({
      id: breach.id,
      dateReported: breach.reportedAt,
      dateDue: breachAnswerDueAt({ head, profile: profileOf(head.profile), now }, breach.reportedAt),
      answered: breach.answeredIn !== undefined,
      consequence: breach.consequence,
      accused: isNamed ? breach.accused : undefined,
      bidder: isNamed ? breach.bidder : undefined,
      explanation: text(breach.ruledIn, 'explanation'),
    });
  },
});

export const redFlags: Section = section({
  things: (sight) => thingsOf(sight, 'flag'),
  readable: ({ answer, answeredIn }) => (answer === 'dismissed' ? [answeredIn] : []),
  show: (flag, { text }, sight) =>
    present({
      id: flag.id,
      code: flag.code,
      values: { ...flag.values },
      answer: flag.answer,
      observation: isOpen(flag.observation, sight) ? flag.observation : undefined,
      reason: text(flag.answeredIn, 'reason'),
    }),
});

export const contractAmendments: Section = section({
  things: (sight) => thingsOf(sight, 'amendment'),
  readable: ({ recordedIn, reviewedIn }) => [recordedIn, reviewedIn],
  show: (amendment, { text }) =>
    present({
      id: amendment.id,
      date: amendment.amendedAt,
      reviewed: amendment.reviewed,
      description: text(amendment.recordedIn, 'change'),
      conclusion: text(amendment.reviewedIn, 'conclusion'),
    }),
});

export const reports: Section = section({
  things: (sight) => thingsOf(sight, 'report'),
  show: (report, _, sight) =>
    present({
      id: report.id,
      stage: report.stage,
      state: report.state,
      dateSentForReply: report.sentForReplyAt,
      dateReplyDue:
        report.sentForReplyAt === undefined ? undefined : dueAt(sight, 'report-reply', report.sentForReplyAt),
      dateAdopted: report.adoptedAt,
      datePublished: report.publishedAt,
      late: report.late,
      contentHash: report.state === 'published' ? sight.recorded.contentHashes.get(report.recordedIn) : undefined,
      url: report.state === 'published' ? sight.url(`/reports/${report.id}/document`) : undefined,
    }),
});

const reportText = z.looseObject({
  recommendations: z._default(z.array(z.looseObject({ to: z.string(), recommends: z.string() })), []),
});

/** They are made by the publication of a report, so everybody reads them with all that followed. */
export const recommendations: Section = section({
  things: (sight) => thingsOf(sight, 'recommendation'),
  readable: ({ textIn, followUps, responses }) => [
    textIn,
    ...[...followUps, ...responses].map(({ recordedIn }) => recordedIn),
  ],
  show: (recommendation, { body, text }) => {
    const { textIn, number, followUps, responses } = recommendation;
    const written = reportText.parse(body(textIn) ?? {}).recommendations[number - 1];
    return present({
      id: recommendation.id,
      report: recommendation.report,
      addressee: written?.to,
      description: written?.recommends,
      dateMade: recommendation.madeAt,
      dateDue: recommendation.dueAt,
      takeUp: recommendation.level,
      overdue: recommendation.overdue,
      followUps: followUps.map(({ recordedIn, level, asOf }) =>
        present({ takeUp: level, date: asOf, description: text(recordedIn, 'evidence') }),
      ),
      responses: responses.map(({ recordedIn, respondedAt }) =>
        present({ date: respondedAt, description: text(recordedIn, 'response') }),
      ),
    });
  },
});

/** What a tip says is never open data: that it came, and whether and how it was answered, is. */
export const tips: Section = section({
  things: (sight) => thingsOf(sight, 'tip'),
  show: (tip, _, sight) =>
    present({
      id: tip.id,
      dateReceived: tip.receivedAt,
      dateDue: dueAt(sight, 'tip-answer', tip.receivedAt),
      answer: tip.answer,
      late: tip.late,
      overdue: tip.overdue,
    }),
});
