import { endWith } from './told.ts';
import { runVerify } from './verify/run.ts';

endWith(await runVerify(process.argv.slice(2), process.env));
