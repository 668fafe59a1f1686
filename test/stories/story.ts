import assert from 'node:assert/strict';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { sha256 } from '../support/case-file.ts';
import { deliver } from '../support/deliver.ts';
import { type House, type HouseAnswer, type HouseRequest, newHouse } from '../support/house.ts';

/** What a story leaves behind on paper: headings and sentences, and what was sent and answered between them. */
export type Passage =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | {
      readonly kind: 'exchange';
      readonly request: HouseRequest;
      readonly answer: HouseAnswer;
      /** Fields of the answer that the reader is shown; all of them where nothing is said. */
      readonly showing?: readonly string[];
    };

/** What must come back. A body is held against what is told of it: what is not told may be anything. */
export interface Expected {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly showing?: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

/** Tells a story: every exchange is real, and the story breaks when an answer is not what it says. */
export interface Teller {
  readonly house: House;
  readonly heading: (text: string) => void;
  readonly say: (text: string) => void;
  /** Somebody reads; nobody named is the public. */
  readonly reads: (who: string, path: string, expected: Expected) => Promise<HouseAnswer>;
  /** Somebody sends a command with a key of its own. */
  readonly sends: (who: string, path: string, body: Body, expected: Expected) => Promise<HouseAnswer>;
  /** Anything at all goes over the wire as it is written here. */
  readonly wires: (request: HouseRequest, expected: Expected) => Promise<HouseAnswer>;
  /** What must have happened before, and is not worth a line: it succeeds, or the story breaks. */
  readonly before: (who: string, path: string, body?: Body) => Promise<HouseAnswer>;
  /** Time passes; the terms that are over lapse, as on every machine of the house. */
  readonly later: (hours: number) => Promise<void>;
  /** An instant so many hours from now. */
  readonly inHours: (hours: number) => string;
}

/** The version that a case has after a command. */
export const versionIn = ({ body }: HouseAnswer): number => (body as { version: number }).version;

export interface Story {
  readonly title: string;
  /** What the reader will have learnt. */
  readonly learns: string;
  readonly begins: string;
  readonly tell: (teller: Teller) => Promise<void>;
}

/** A bearer's token in a document: nobody can use it, and everybody sees whose it is. */
export const tokenOf = (who: string): string => `TOKEN-OF-${who}`;

const MS_PER_HOUR = 3_600_000;

/** A key as a client makes it, and yet the same in every run: documents must not differ for nothing. */
const keyOf = (title: string, number: number): string => {
  const digits = sha256(`${title} ${number}`);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
};

/** Plays a story in a house of its own, and gives what it leaves on paper. Throws where an answer is not what the story says. */
export const play = async ({ title, begins, tell }: Story): Promise<readonly Passage[]> => {
  const house = newHouse(begins);
  const passages: Passage[] = [];
  let sent = 0;
  const cases = new Set<string>();
  const command = (who: string, path: string, body: Body): HouseRequest => {
    sent += 1;
    const headers = { 'content-type': 'application/json', 'idempotency-key': keyOf(title, sent) };
    return { method: 'POST', path, person: who, headers, body: JSON.stringify(body) };
  };
  const send = async (request: HouseRequest): Promise<HouseAnswer> => {
    const answer = await house.send(request);
    const { case: caseId } = (answer.body ?? {}) as { case?: unknown };
    if (request.method === 'POST' && answer.status < 300 && typeof caseId === 'string') cases.add(caseId);
    return answer;
  };
  const wires: Teller['wires'] = async (request, { showing, ...expected }) => {
    const answer = await send(request);
    hold(answer, expected, `${request.person ?? 'the public'}: ${request.method} ${request.path}`);
    passages.push({ kind: 'exchange', request, answer, ...(showing === undefined ? {} : { showing }) });
    for (const caseId of cases) await deliver(projectMilestones(house), house.cases, caseId);
    return answer;
  };
  await tell({
    house,
    heading: (text) => passages.push({ kind: 'heading', text }),
    say: (text) => passages.push({ kind: 'text', text }),
    reads: (who, path, expected) => wires({ method: 'GET', path, ...(who === '' ? {} : { person: who }) }, expected),
    sends: (who, path, body, expected) => wires(command(who, path, body), expected),
    wires,
    before: async (who, path, body = {}) => {
      const answer = await send(command(who, path, body));
      assert.ok(answer.status < 300, `before the story, ${who} could not POST ${path}: ${answer.text}`);
      return answer;
    },
    later: async (hours) => {
      for (const caseId of cases) await deliver(keepDeadlines(house), house.cases, caseId);
      house.clock.move(hours * MS_PER_HOUR);
      await sweepDeadlines({ ...house, entropy: memoryEntropy() })();
    },
    inHours: (hours) => new Date(Date.parse(house.clock.now()) + hours * MS_PER_HOUR).toISOString(),
  });
  return passages;
};

const hold = (answer: HouseAnswer, { status, body, headers = {} }: Expected, where: string): void => {
  assert.equal(answer.status, status, `${where} was answered ${answer.status}: ${answer.text}`);
  for (const [name, value] of Object.entries(headers)) assert.equal(String(answer.headers[name]), value, where);
  if (body !== undefined) assert.partialDeepStrictEqual(answer.body, body, `${where} was answered ${answer.text}`);
};

/** What a refusal must be: its word, and with it the address of its help. */
export const refusedWith = (
  status: number,
  word: string,
  facts: object = {},
  showing?: readonly string[],
): Expected => ({
  status,
  body: { type: `/problems/${word}`, status, ...facts },
  headers: { 'content-type': 'application/problem+json' },
  ...(showing === undefined ? {} : { showing: ['type', 'title', 'status', 'detail', ...showing] }),
});
