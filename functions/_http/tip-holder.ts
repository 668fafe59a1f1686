import { TIPS_AT_ONCE_MAX } from '../../domain/tips/tip-bucket.ts';
import { sha256Hex } from '../../events/record.ts';
import type { Entropy } from '../_ports/ports.ts';
import {
  ATTEMPTS_MAX,
  type Commanding,
  type CommandResult,
  handleCommand,
  type RecordPorts,
  type Request,
} from '../_record/handle-command.ts';

const HOLDER_LENGTH = 40;

/** Who acts with a receipt code: nobody but whoever holds it. Keys of one holder of a code never meet those of another. */
const holderOf = async (input: unknown): Promise<string> => {
  const receipt = typeof input === 'object' && input !== null && 'receipt' in input ? input.receipt : undefined;
  const code = typeof receipt === 'string' ? receipt : '';
  return `holder-${(await sha256Hex(`holder ${code}`)).slice(0, HOLDER_LENGTH)}`;
};

/**
 * How many times over a tip is tried that lost every race. Whoever wins one fills the measure of the case, so that of any number of tips
 * sent at once each is taken, or told when to come back, before these are used up.
 */
const ROUNDS_MAX = 1 + Math.ceil(TIPS_AT_ONCE_MAX / ATTEMPTS_MAX);

const untilTaken = async (attempt: () => Promise<CommandResult>): Promise<CommandResult> => {
  let result = await attempt();
  for (let round = 1; round < ROUNDS_MAX && isLost(result); round += 1) result = await attempt();
  return result;
};

const isLost = (result: CommandResult): boolean => 'failure' in result && result.failure === 'lost-every-race';

/** Asks what anybody asks with a receipt code, as nobody but its holder. */
export const asHolder = async (
  ports: RecordPorts,
  asked: Omit<Request, 'petitioner'> & Commanding,
): Promise<CommandResult> => {
  const person = await holderOf(asked.input);
  return untilTaken(() => handleCommand(ports, { ...asked, petitioner: { person, roles: ['public'] } }));
};

/** A receipt code: 128 bits that nobody keeps. The system learns it again only when somebody sends it. */
export const receiptMade = (entropy: Entropy): Promise<string> => sha256Hex(`receipt ${entropy.salt()}`);

/** The header that says when to come back, where the case took too many. */
export const retryAfterOf = (result: CommandResult, now: string): { readonly 'retry-after'?: string } => {
  if (!('refusal' in result)) return {};
  const { word, facts } = result.refusal;
  if (word !== 'tips-too-many' && word !== 'tip-files-too-many') return {};
  const { retryAt } = facts;
  const ms = typeof retryAt === 'string' ? Date.parse(retryAt) - Date.parse(now) : 0;
  return { 'retry-after': String(Math.max(1, Math.ceil(ms / 1_000))) };
};
