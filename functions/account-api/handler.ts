import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInPorts } from '../_ports/aws/sign-in.ts';
import { accountApi } from './account-api.ts';
import { type ScriptName, scriptsFrom } from './scripts.ts';

/** Where Lambda keeps the code: the scripts of the pages lie beside it (infra/bundle-script.ts). */
const { LAMBDA_TASK_ROOT: root = '.' } = process.env;

const scriptCalled = (name: ScriptName): string => readFileSync(join(root, 'scripts', `${name}.js`), 'utf8');

export const handler = accountApi({ ...signInPorts(), scripts: scriptsFrom(scriptCalled) });
