import { storePorts } from '../_ports/aws/aws-ports.ts';
import { projectMilestones } from './project-milestones.ts';

export const handler = projectMilestones(storePorts());
