/**
 * The assessment framework of C. N. Cruz-Rubio, "Citizen participation and public procurement in Latin America: Case Studies" (ILDA for
 * Hivos, June 2020), «the study»: its code lists, by the numbers of its tables. A list only grows.
 */
export const STUDY =
  'Cruz-Rubio, C. N. (2020), Citizen participation and public procurement in Latin America: Case Studies (ILDA for Hivos)';

/** When citizens take part (OECD Recommendation on Public Procurement, VI; Tables 6 and 8). */
export const MOMENTS = ['exAnteRedesign', 'transparencyExDure', 'monitoringExDureControlExPost'] as const;

/** Where in a procurement they act (Open Contracting Partnership; Tables 6 and 8). The study merges `contract` into its neighbours. */
export const PROCUREMENT_STAGES = ['planning', 'tender', 'award', 'contract', 'implementation'] as const;

/** The eight tools (CIVICUS; section «Types of participatory tools», Figures 5 to 12). */
export const TOOLS = [
  'integrityPact',
  'communityLedProcurement',
  'publicOversightCommittee',
  'spendingMonitoringPlatform',
  'multiStakeholderDialogue',
  'publicHearing',
  'publicForum',
  'participatoryBudget',
] as const;

/** By what means (Latinno; Tables 6 and 8). */
export const MEANS = ['deliberation', 'directVote', 'digitalParticipation', 'citizenRepresentation'] as const;

/** To what end (Latinno; Tables 6 and 8). */
export const ENDS = ['accountability', 'responsiveness', 'ruleOfLaw', 'politicalInclusion', 'socialEquality'] as const;

/** To what extent, in the order of the IAP2 spectrum: the least first (Tables 6 and 8). */
export const SCOPES = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;

/** The five dimensions of success, a to e (Tables 4 and 7). Success asks for the first two; the others never make up for them. */
export const SUCCESS_DIMENSIONS = [
  'effectiveness',
  'openness',
  'behaviourChange',
  'socialAcceptance',
  'replication',
] as const;

export type Tool = (typeof TOOLS)[number];
export type ProcurementStage = (typeof PROCUREMENT_STAGES)[number];
export type SuccessDimension = (typeof SUCCESS_DIMENSIONS)[number];

/** The six descriptive dimensions in which the study classifies an initiative (Table 8); each may carry several codes. */
export interface Classification {
  readonly moments: readonly (typeof MOMENTS)[number][];
  readonly stages: readonly ProcurementStage[];
  readonly tools: readonly Tool[];
  readonly means: readonly (typeof MEANS)[number][];
  readonly ends: readonly (typeof ENDS)[number][];
  readonly scope: readonly (typeof SCOPES)[number][];
}
