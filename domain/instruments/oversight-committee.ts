import { type Instrument, SHARED_STAGES, TENDER_CHECKLIST } from './instrument.ts';

/** The citizens' committee that watches an institution's purchases (comisión de veeduría; rulebook, section 2). */
export const oversightCommittee: Instrument = {
  id: 'oversight-committee',
  title: 'Oversight committee',
  stages: [
    {
      stage: 'appointment',
      requirements: ['team-complete', 'declarations-clear', 'committee-constituted'],
      checklist: [],
      optional: false,
    },
    {
      stage: 'tender-observation',
      requirements: ['team-in-office', 'acts-accounted', 'document-access-checked', 'stage-report-adopted'],
      checklist: TENDER_CHECKLIST,
      optional: false,
    },
    ...SHARED_STAGES,
  ],
};
