import { storePorts } from '../_ports/aws/aws-ports.ts';
import { signInPorts } from '../_ports/aws/sign-in.ts';
import { pagesApi } from './pages-api.ts';
import { type ScriptName, scriptsFrom } from './scripts.ts';

/** The scripts of the pages: what bundles this function puts them here (infra/app.ts). */
declare const BUNDLED_SCRIPTS: Readonly<Record<ScriptName, string>>;

export const handler = pagesApi({
  ...storePorts(),
  ...signInPorts(),
  scripts: scriptsFrom((name) => BUNDLED_SCRIPTS[name]),
});
