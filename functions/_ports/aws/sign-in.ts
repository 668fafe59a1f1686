import { signInEnvironment } from './environment.ts';

/** Where people sign in and as which client the pages ask for it, from the environment. Throws when it is incomplete. */
export const signInPorts = (environment: NodeJS.ProcessEnv = process.env) => {
  const { SIGN_IN_URL: url = '', TOKEN_AUDIENCE: clientId } = signInEnvironment(environment);
  return { signIn: { url, clientId } };
};
