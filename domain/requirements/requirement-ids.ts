/** The names of what must hold before a case leaves a stage (rulebook, section 2). */
export const REQUIREMENTS = [
  'team-complete',
  'declarations-clear',
  'pact-signed-by-authority',
  'committee-constituted',
  'team-in-office',
  'acts-accounted',
  'pact-signed-by-bidders',
  'document-access-checked',
  'award-recorded',
  'flags-answered',
  'findings-put-to-authority',
  'stage-report-adopted',
  'contract-watched',
  'pact-breaches-ruled',
  'report-adopted',
  'reply-window-over',
  'report-published',
  'dimensions-coded',
] as const;

export type RequirementId = (typeof REQUIREMENTS)[number];
