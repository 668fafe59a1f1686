/** What an item of the agenda is: a term that runs, a formal act, a planned visit, or an hour of a draw. */
export const AGENDA_KINDS = ['term', 'act', 'visit', 'draw'] as const;

/** What is to be done. */
export const AGENDA_TASKS = [
  'answer-proposal',
  'sign-declaration',
  'reply-to-finding',
  'escalate-or-explain',
  'answer-question',
  'answer-authority-question',
  'answer-escalation',
  'choose-next-tier',
  'comment-on-report',
  'publish-report',
  'follow-up-recommendation',
  'check-sustained',
  'answer-tip',
  'answer-breach',
  'extend-or-dissolve',
  'reveal-for-draw',
  'record-public-value',
  'attend-act',
  'visit-site',
] as const;

/**
 * Who may learn of an item: everybody; whoever it concerns in the case and those who see the case whole; the same two, while everybody
 * knows that some term runs and nobody else whom it asks and for what (`undisclosed`); or those who see the case whole alone, and never
 * a feed or a reminder, because that it exists tells what a seal covers (`confidential`).
 */
export const AGENDA_AUDIENCES = ['public', 'case', 'undisclosed', 'confidential'] as const;

export const AGENDA_STATES = ['open', 'done', 'cancelled'] as const;
