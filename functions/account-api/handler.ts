import { signInPorts } from '../_ports/aws/sign-in.ts';
import { accountApi } from './account-api.ts';
import { type ScriptName, scriptsFrom } from './scripts.ts';

/** The scripts of the pages: what bundles this function puts them here (infra/bundle-script.ts). */
declare const BUNDLED_SCRIPTS: Readonly<Record<ScriptName, string>>;

export const handler = accountApi({ ...signInPorts(), scripts: scriptsFrom((name) => BUNDLED_SCRIPTS[name]) });
