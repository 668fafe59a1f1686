import { stageOf } from '../instruments/instruments.ts';
import { appointmentRequirements } from './appointment.ts';
import { reportRequirements } from './report.ts';
import type { JudgedRequirement, Requirement, Standing } from './requirement.ts';
import type { RequirementId } from './requirement-ids.ts';
import { watchRequirements } from './watch.ts';

/** Every requirement by name: instruments say at which stage each is asked. */
export const REQUIREMENT: Readonly<Record<RequirementId, Requirement>> = {
  ...appointmentRequirements,
  ...watchRequirements,
  ...reportRequirements,
};

/** The requirements to leave the stage where a case stands, each judged with all that it still misses. */
export const judgeStage = (standing: Standing): readonly JudgedRequirement[] =>
  stageOf(standing.instrument, standing.head.stage).requirements.map((id) => {
    const { missing, ...words } = REQUIREMENT[id];
    const lacks = missing(standing);
    return { id, met: lacks.length === 0, ...words, missing: lacks };
  });
