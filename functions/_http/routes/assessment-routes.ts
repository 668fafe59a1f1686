import { assessFactor } from '../../../domain/assessment/assess-factor.ts';
import { checkSustained } from '../../../domain/assessment/check-sustained.ts';
import { claimParticipation } from '../../../domain/assessment/claim-participation.ts';
import { codeDimension } from '../../../domain/assessment/code-dimension.ts';
import { operationsOf } from './operations-of.ts';

/** Where each command of assessment-api stands in the API, below its case: what assessors judge, and what judgements rest on. */
export const ASSESSMENT_ROUTES = operationsOf('assessment-api', {
  'code-dimension': [codeDimension, '/codings', 'Code a dimension, with reasons and evidence that everybody may read'],
  'assess-factor': [assessFactor, '/factors', 'Say whether a factor of success is present, with reasons and evidence'],
  'claim-participation': [
    claimParticipation,
    '/participation',
    'Claim how far citizens take part in the case, with what proves it',
  ],
  'check-sustained': [
    checkSustained,
    '/sustained-checks',
    'Say, months after the case was closed, whether what was achieved still stands',
  ],
});
