import { AWARD_CHECKLIST, type Instrument, TENDER_CHECKLIST } from './instrument.ts';

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
      requirements: ['acts-accounted', 'document-access-checked', 'stage-report-adopted'],
      checklist: TENDER_CHECKLIST,
      optional: false,
    },
    {
      stage: 'award-review',
      requirements: [
        'document-access-checked',
        'award-recorded',
        'flags-answered',
        'findings-put-to-authority',
        'stage-report-adopted',
      ],
      checklist: AWARD_CHECKLIST,
      optional: false,
    },
    {
      stage: 'implementation-monitoring',
      requirements: ['findings-put-to-authority', 'contract-watched', 'stage-report-adopted'],
      checklist: [],
      optional: true,
    },
    {
      stage: 'final-report',
      requirements: ['report-adopted', 'reply-window-over', 'report-published', 'dimensions-coded'],
      checklist: [],
      optional: false,
    },
    { stage: 'closed', requirements: [], checklist: [], optional: false },
  ],
};
