import type { Identity, Log } from '../ports.ts';
import { systemClock } from './clock.ts';
import { logEnvironment, tokenEnvironment } from './environment.ts';
import { joseIdentity } from './identity.ts';
import { jsonLog } from './log.ts';

/** What a function works on that reads no record: who calls, and the log. Throws when the environment is incomplete. */
export const describingPorts = (environment: NodeJS.ProcessEnv = process.env): { identity: Identity; log: Log } => {
  const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = tokenEnvironment(environment);
  return {
    identity: joseIdentity({ issuer, audience, clock: systemClock }),
    log: jsonLog(logEnvironment(environment).LOG_LEVEL),
  };
};
