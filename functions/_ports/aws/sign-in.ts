import { logEnvironment, signInEnvironment } from './environment.ts';
import { jsonLog } from './log.ts';

/**
 * Where people sign in and as which client the pages ask for it, where their files are brought, from the environment, and the log.
 * Throws when it is incomplete.
 */
export const signInPorts = (environment: NodeJS.ProcessEnv = process.env) => {
  const { SIGN_IN_URL: url = '', TOKEN_AUDIENCE: clientId, UPLOADS_URL: uploadsUrl } = signInEnvironment(environment);
  return { signIn: { url, clientId }, uploadsUrl, log: jsonLog(logEnvironment(environment).LOG_LEVEL) };
};
