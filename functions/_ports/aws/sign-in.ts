import { logEnvironment, signInEnvironment } from './environment.ts';
import { jsonLog } from './log.ts';

/** Where people sign in and as which client the pages ask for it, from the environment, and the log. Throws when it is incomplete. */
export const signInPorts = (environment: NodeJS.ProcessEnv = process.env) => {
  const { SIGN_IN_URL: url = '', TOKEN_AUDIENCE: clientId } = signInEnvironment(environment);
  return { signIn: { url, clientId }, log: jsonLog(logEnvironment(environment).LOG_LEVEL) };
};
