import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { REFUSALS, type Refusal, type RefusalWord } from '../../domain/refusals.ts';

/** What can be wrong with a request before any rule of the domain is asked, and what to do next. */
export const PROBLEMS = {
  'not-found': {
    status: 404,
    help: 'There is nothing at this address, or nothing that you may see. Check the address.',
  },
  'request-malformed': {
    status: 400,
    help: 'This is no request of HTTP/1.1, its URL is not encoded as it should be, or it was cut off. Send it again, whole.',
  },
  'method-not-allowed': {
    status: 405,
    help: 'This address does not take the method. The `Allow` header names those that it takes.',
  },
  'request-timeout': { status: 408, help: 'The request took too long to arrive. Send it again with the same key.' },
  'uri-too-long': { status: 414, help: 'Ask for less in one URL: `charactersMax` says how long it may be.' },
  'headers-too-large': { status: 431, help: 'Send fewer or shorter headers: `bytesMax` says how much is taken.' },
  busy: { status: 503, help: 'The system is starting. Send this again with the same key in a moment.' },
  'gateway-timeout': {
    status: 504,
    help: 'No answer came in time; what you asked for may have been done. Send this again with the same key: nothing is done twice.',
  },
  'token-missing': { status: 401, help: 'Send an access token as `Authorization: Bearer …`.' },
  'token-invalid': { status: 401, help: 'The token is not valid, or no longer. Sign in again and send the new one.' },
  'body-too-large': { status: 413, help: 'Send less: `bytesMax` says how much is taken.' },
  'body-not-json': { status: 415, help: 'Send JSON in UTF-8 with `Content-Type: application/json`.' },
  'body-malformed': { status: 400, help: 'The body is not JSON that everybody reads alike. `flaw` says why.' },
  'body-not-csv': { status: 415, help: 'Send a table (RFC 4180) in UTF-8 with `Content-Type: text/csv`.' },
  'table-malformed': {
    status: 400,
    help: 'The table cannot be read as rows. `flaw` says why, `row` where: 1 is the first row after the names of the columns.',
  },
  'body-not-lines': {
    status: 415,
    help: 'Send a JSON document a line with `Content-Type: application/x-ndjson`, or the same packed with gzip as `application/gzip`.',
  },
  'lines-malformed': { status: 400, help: 'The body cannot be read as lines. `flaw` says why.' },
  'input-invalid': { status: 422, help: 'Some fields cannot be taken. `errors` names each with its JSON pointer.' },
  'query-invalid': { status: 400, help: 'A parameter of the query cannot be taken. `errors` names it.' },
  'cursor-invalid': { status: 400, help: 'The cursor was not given by this list. Start again without it.' },
  'idempotency-key-missing': {
    status: 400,
    help: 'Send an `Idempotency-Key` of your own making (1 to 128 visible ASCII characters): sending again with it does nothing twice.',
  },
  'idempotency-key-reused': { status: 422, help: 'This key was used for another request. Make a new one.' },
  'if-match-invalid': {
    status: 400,
    help: 'Send `If-Match` with the ETag of the case, such as "12", or leave it out.',
  },
  'version-conflict': {
    status: 412,
    help: 'The case has changed since you read it. Read it again, then decide again.',
  },
  'lost-every-race': {
    status: 409,
    help: 'Too many others write to this case at this moment. Send this again with the same key.',
  },
  'feed-exists': {
    status: 409,
    help: 'This feed was made already, and its secret address is shown only once. Revoke `feed` and make another with a new key.',
  },
  'too-many-feeds': {
    status: 409,
    help: 'You have as many feeds as anybody may. Revoke one that you do not need: `feedsMax` says how many there can be.',
  },
  'endpoint-exists': {
    status: 409,
    help: 'This endpoint was registered already, and its secret is shown only once. Replace the secret of `endpoint`.',
  },
  'endpoint-url-refused': {
    status: 422,
    help: 'Nothing is sent to this URL. Give one of a public name with https, without credentials and fragment: `flaw` says what is wrong.',
  },
  'too-many-endpoints': {
    status: 409,
    help: 'There are as many endpoints as there may be: `endpointsMax`. Let one that is no longer needed lead elsewhere.',
  },
  'pings-too-many': {
    status: 429,
    help: 'An endpoint is sent one test message a minute. Send this again with the same key after `retryAfterSeconds`.',
  },
  'confirmation-unknown': {
    status: 404,
    help: 'No address waits for this code: it is another one, a newer one was sent since, or its time is over. Ask for a new one.',
  },
  'confirmations-too-many': {
    status: 429,
    help: 'An address is asked once a minute and five times a day at most. Send this again with the same key after `retryAfterSeconds`.',
  },
  'report-pdf-awaited': {
    status: 409,
    help: 'The report is published and its PDF is being rendered. Ask again after `retryAfterSeconds`; `page` and `document` say the same already.',
  },
  'report-pdf-unavailable': {
    status: 404,
    help: 'This system makes no PDF of the report: `reason` says why. `page` and `document` say the same; who operates it can add the compiler.',
  },
  'verification-code-mistyped': {
    status: 400,
    help: 'This is no code of a report: one of its signs is wrong or missing. It has 16 digits and letters, such as 0000-0000-0000-0000; I, L and O are read as 1, 1 and 0.',
  },
  'outside-failure': {
    status: 503,
    help: 'A service that we stand on does not answer. Send this again with the same key in a moment.',
  },
  'internal-error': {
    status: 500,
    help: 'We made a mistake, and were told of it. Nothing was acknowledged: send this again with the same key later.',
  },
} as const satisfies Record<string, { status: number; help: string }>;

export type ProblemWord = keyof typeof PROBLEMS;

/** A failure that ends a request, thrown by the layers that read it and turned into an answer in one place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly word: ProblemWord;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(word: ProblemWord, facts: Readonly<Record<string, unknown>> = {}) {
    super(word);
    this.word = word;
    this.facts = facts;
  }
}

/** What is told in an answer that is no page: it is what it says it is, runs nothing, and stands in no frame. */
export const INERT = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** RFC 9457: `type` names our word, `detail` says what to do next, the facts stand beside them. */
const answer = ({
  word,
  status,
  help,
  facts,
}: {
  word: string;
  status: number;
  help: string;
  facts: object;
}): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...INERT,
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 503 ? { 'retry-after': '2' } : {}),
    ...('retryAfterSeconds' in facts ? { 'retry-after': String(facts.retryAfterSeconds) } : {}),
  },
  body: JSON.stringify({ ...facts, type: `/problems/${word}`, title: word.replaceAll('-', ' '), status, detail: help }),
});

export const problem = (word: ProblemWord, facts: object = {}): APIGatewayProxyStructuredResultV2 =>
  answer({ word, ...PROBLEMS[word], facts });

/** A refusal of the domain: the petitioner may not, the thing is not there, or the case does not stand so. */
export const refused = ({ word, facts }: Refusal): APIGatewayProxyStructuredResultV2 =>
  answer({ word, status: statusOf(word), help: REFUSALS[word], facts });

const FORBIDDEN: readonly RefusalWord[] = ['not-permitted', 'impediment-standing', 'not-party-to-draw'];

const UNPROCESSABLE: readonly RefusalWord[] = [
  'candidates-too-few',
  'draw-hours-unfit',
  'interval-reversed',
  'local-time-skipped',
  'local-time-twice',
  'offset-unfit',
  'new-date-past',
  'account-incomplete',
  'parties-unfit',
  'commitment-broken',
  'value-implausible',
  'questions-unanswered',
  'liaison-incomplete',
  'accused-incomplete',
  'dissolution-incomplete',
  'extension-too-short',
  'duration-too-long',
  'too-many-votes',
  'reason-missing',
  'finding-incomplete',
  'not-a-finding',
  'observed-in-the-future',
  'observed-before-the-case',
  'remedies-incomplete',
  'outcome-contradicts',
  'outcome-incomplete',
  'inspection-date-past',
  'next-tier-unfit',
  'proceeding-unlinked',
  'proceeding-date-unfit',
  'proceeding-unexplained',
  'report-incomplete',
  'follow-up-in-the-future',
  'follow-up-before-report',
  'dissent-missing',
  'codes-contradict',
  'profile-unknown',
  'profile-not-for-instrument',
  'profile-not-valid',
  'process-unusable',
  'process-ambiguous',
  'process-differs',
  'document-type-differs',
  'document-too-large',
  'document-not-on-checklist',
  'control-authority-unknown',
  'accreditation-ends-before',
  'renewal-not-later',
];

const statusOf = (word: RefusalWord): number => {
  if (word === 'tips-too-many' || word === 'tip-files-too-many') return 429;
  if (FORBIDDEN.includes(word)) return 403;
  if (UNPROCESSABLE.includes(word)) return 422;
  return word.endsWith('-unknown') ? 404 : 409;
};
