/** Everything that the functions ever say to the operators, by code. Facts that go with a message are ids, words and numbers. */
export const LOG_MESSAGES = {
  VEE001: 'request answered',
  VEE002: 'a bug stopped a request',
  VEE003: 'an outside service failed us',
  VEE004: 'events published',
  VEE005: 'milestones projected',
  VEE006: 'deadlines kept',
  VEE007: 'deadline swept',
  VEE008: 'a message could not be handled',
  VEE009: 'a token was refused',
  VEE010: 'agenda kept',
  VEE011: 'a case learned of an accreditation',
  VEE012: 'notices kept',
  VEE013: 'deliveries worked off',
  VEE014: 'a document was checked',
  VEE015: 'a document could not be checked now',
  VEE016: 'a document is given up that could not be checked',
  VEE020: 'scoreboard kept',
  VEE021: 'changes listed',
  VEE022: 'directory kept',
  VEE023: 'a report was rendered',
  VEE025: 'open data published',
  VEE026: 'the sign-in follows the record',
} as const;

export type LogMessage = keyof typeof LOG_MESSAGES;
