import { endWith } from './told.ts';
import { runVerifyReceipt } from './verify-receipt/run.ts';

endWith(await runVerifyReceipt(process.argv.slice(2), process.env['VEEDOR_TOKEN']));
