import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { type Functions, functionsOf, type LocalPorts } from '../../local/functions.ts';
import type { System } from '../../local/system.ts';
import { appoint } from '../../local/walk/appoint.ts';
import { CAST } from '../../local/walk/cast.ts';
import { fieldOf, handOf } from '../../local/walk/hand.ts';
import { httpDoor } from '../../local/walk/http-door.ts';

/** The functions of the house with nobody listening on the bus: what is counted then is what commands cost. */
export const commandsAlone = (ports: LocalPorts): Functions => ({ ...functionsOf(ports), rules: [], consumers: {} });

/** Files an observation over HTTP; the token is asked for once, as a client does. */
export interface Filing {
  readonly file: () => Promise<void>;
  readonly events: () => Promise<number>;
}

/** A case of a pact whose witness may file, opened from an example of ours under another name for each call. */
export const witnessedCase = async (system: System, ocid: string): Promise<Filing> => {
  const text = readFileSync(new URL('../../local/examples/integrity-pact-works.json', import.meta.url), 'utf8');
  const document: unknown = JSON.parse(text.replaceAll('ocds-vd0r26-LO-SOP-014-2026', ocid));
  const [process] = readOcds(document).processes;
  if (process === undefined) throw new Error('The example holds a process.');
  const hand = handOf(httpDoor(system), { now: system.clock.now, moveTo: () => undefined }, ocid);
  // By hand: a draw waits for hours that nobody waits for here.
  const cast = { ...CAST['integrity-pact'], team: ['witness-1', 'witness-2'], candidates: [] };
  const opened = await hand.do(cast.coordinator, '/cases', { instrument: 'integrity-pact', ocds: document, ocid });
  const at = `/cases/${fieldOf(opened.body, 'case')}`;
  await appoint({ hand, cast, process, instrument: 'integrity-pact', at });
  await hand.do(cast.coordinator, `${at}/advance`);
  const token = await system.tokenFor('witness-1');
  let sent = 0;
  return {
    file: async () => {
      sent += 1;
      const answer = await post(`${system.url}${at}/observations`, {
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': `bench-${ocid}-${sent}`,
        },
        body: JSON.stringify(OBSERVATION(system.clock.now())),
      });
      if (answer.status !== 201) throw new Error(`The bench could not file: ${answer.text}`);
    },
    events: async () => {
      const response = await fetch(`${system.url}${at}`);
      return Number(/"(\d+)"/.exec(response.headers.get('etag') ?? '')?.[1]);
    },
  };
};

const agent = new Agent({ keepAlive: true });

/** As lean a client as the bare transaction has, so that the ratio is the house's and not the client's. */
const post = async (
  url: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
): Promise<{ readonly status: number; readonly text: string }> => {
  const sent = request(url, { method: 'POST', agent, headers });
  const answered = once(sent, 'response');
  sent.end(body);
  const [response]: IncomingMessage[] = await answered;
  if (response === undefined) throw new Error('A request that was answered has an answer.');
  return { status: response.statusCode ?? 0, text: await textOf(response) };
};

const OBSERVATION = (observedAt: string) => ({
  type: 'finding',
  stage: 'tender-observation',
  observedAt,
  title: 'An envelope was opened before the hour',
  narrative:
    'One envelope lay open on the table when the team came in. The record of the act does not mention it. '.repeat(8),
  language: 'es',
  visibility: 'after-award',
  category: 'corruptionConsideration',
  severity: 'grave',
  noLegalBasisReason: 'The rule of this jurisdiction is being looked up.',
});
