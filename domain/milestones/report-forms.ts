/** In which forms the final report must be public to be open (rulebook, section 9, milestone O6). */
export const REPORT_FORMS = ['page', 'pdf', 'ocds', 'open-licence'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Those in which the house serves every published report. Whoever adds one adds it here, and the milestones say so. */
export const FORMS_SERVED: readonly ReportForm[] = ['page', 'pdf', 'ocds', 'open-licence'];
