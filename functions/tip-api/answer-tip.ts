import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { TIPS_AT_ONCE_MAX } from '../../domain/tips/tip-bucket.ts';
import { sha256Hex } from '../../events/record.ts';
import { answerResult, caseIdOf } from '../_http/answer-command.ts';
import { versionAskedFor, withParameters } from '../_http/answer-recorded.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { TipCommandOperation } from '../_http/operation.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, idempotencyKeyOf } from '../_http/request.ts';
import { ATTEMPTS_MAX, type CommandResult, handleCommand } from '../_record/handle-command.ts';

/**
 * Answers what anybody does about a tip. A token is looked at only to refuse a wrong one: who sends a tip is known by the receipt code
 * alone, so that not even a signed-in witness is tied to it.
 */
export const answerTip = async (
  { name, command }: TipCommandOperation,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  await callerOf(event, ports.identity);
  const caseId = caseIdOf(event);
  const { case: _, ...parameters } = event.pathParameters ?? {};
  const input = withParameters(bodyOf(event, BODY_BYTES_MAX), parameters);
  const person = await holderOf(input);
  const result = await untilTaken(() =>
    handleCommand(ports, {
      name,
      command,
      case: caseId,
      petitioner: { person, roles: ['public'] },
      idempotencyKey: idempotencyKeyOf(event),
      ...versionAskedFor(event),
      input,
    }),
  );
  const answer = answerResult(result, Object.keys(parameters));
  const retryAfter = secondsUntilNext(result, ports.clock.now());
  return retryAfter === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } };
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

/** 128 bits that nobody keeps: the system learns the code again only when somebody sends it. */
export const answerTipReceipt = async (
  event: APIGatewayProxyEventV2,
  { entropy, identity }: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  await callerOf(event, identity);
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ receipt: await sha256Hex(`receipt ${entropy.salt()}`) }),
  };
};

const HOLDER_LENGTH = 40;

/** Keys of one holder of a code never meet those of another. */
const holderOf = async (input: unknown): Promise<string> => {
  const receipt = typeof input === 'object' && input !== null && 'receipt' in input ? input.receipt : undefined;
  const code = typeof receipt === 'string' ? receipt : '';
  return `holder-${(await sha256Hex(`holder ${code}`)).slice(0, HOLDER_LENGTH)}`;
};

const secondsUntilNext = (result: CommandResult, now: string): string | undefined => {
  if (!('refusal' in result) || result.refusal.word !== 'tips-too-many') return undefined;
  const { retryAt } = result.refusal.facts;
  const ms = typeof retryAt === 'string' ? Date.parse(retryAt) - Date.parse(now) : 0;
  return String(Math.max(1, Math.ceil(ms / 1_000)));
};
