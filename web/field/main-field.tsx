import { draw } from '../app/drawn.ts';
import { completeStart } from './start.tsx';
import { fieldToldBy } from './told.ts';

const told = fieldToldBy(document);

void completeStart(told).then(draw);
