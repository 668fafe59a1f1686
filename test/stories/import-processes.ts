import { release } from '../support/ocds.ts';
import { BRIDGE } from './official-data.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const line = (document: object) => JSON.stringify({ document, source: 'https://data.roads.example/2026-03.jsonl' });
/** The process of another tender of the same authority. */
const dyke = (value: object) =>
  release({
    ocid: 'ocds-vd0r26-LO-0002',
    tender: { id: 'tender-2', title: 'A dyke along the Amapola', procurementMethod: 'open', value },
  });
const DYKE = dyke({ amount: 'twelve', currency: 'MXN' });
const MENDED = dyke({ amount: 12_000_000, currency: 'MXN' });

const BODY = [line(BRIDGE), line(DYKE), '{"document":', line(release({ ocid: '' }))].join('\n');

const processes = (person: string, key: string, body = BODY) =>
  ({
    method: 'POST',
    path: '/processes',
    person,
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': key },
    body,
  }) as const;

const KEY = '7c1f0d52-9a6e-4b38-8f21-3d5b6a9c0e47';

const send = async ({ heading, say, wires }: Teller): Promise<void> => {
  heading('Send what an authority published');
  say(
    'A line each: the document as it was published, and where. A witness watches processes, and does not say which there are; a coordinator imports them.',
  );
  await wires(processes('witness-1', KEY), refusedWith(403, 'not-permitted'));
  say('One document of JSON is no body of lines. Nothing of it is read:');
  const json = { 'content-type': 'application/json', 'idempotency-key': KEY };
  await wires(
    { ...processes('coordinator-1', KEY, JSON.stringify(DYKE)), headers: json },
    refusedWith(415, 'body-not-lines'),
  );
  say(
    'Data are dirty. The amount in words is left out and told with its place; a line that is no JSON and one without an ocid are refused, and the lines around them are kept. Four lines in, four results out.',
  );
  await wires(processes('coordinator-1', KEY), {
    status: 200,
    body: {
      lines: 4,
      done: 4,
      results: [
        { line: 1, ocid: BRIDGE.ocid, outcome: 'imported', version: 1 },
        { line: 2, ocid: DYKE.ocid, outcome: 'imported', problems: [{ pointer: '/tender/value/amount' }] },
        { line: 3, outcome: 'refused', refusal: 'line-not-json' },
        { line: 4, outcome: 'refused', refusal: 'process-unusable' },
      ],
    },
  });
};

const again = async ({ heading, say, wires }: Teller): Promise<void> => {
  heading('Send it again');
  say('Under the same key, as after a broken connection, it does nothing twice and answers the same.');
  await wires(processes('coordinator-1', KEY), {
    status: 200,
    body: {
      results: [
        { outcome: 'imported', version: 1 },
        { outcome: 'imported', version: 1 },
      ],
    },
    showing: ['lines', 'done'],
  });
  say('The same key with other lines is a mistake of the sender, and is refused as a whole:');
  await wires(processes('coordinator-1', KEY, line(MENDED)), refusedWith(422, 'idempotency-key-reused'));
  say(
    'Under a new key it is an import of its own: what is the same stays, and what was mended becomes the next version.',
  );
  const body = [line(BRIDGE), line(MENDED)].join('\n');
  await wires(processes('coordinator-1', '2b9d6c1e-4f70-4a85-b3c6-8e1a7d5f9042', body), {
    status: 200,
    body: {
      results: [
        { ocid: BRIDGE.ocid, outcome: 'unchanged', version: 1 },
        { ocid: DYKE.ocid, outcome: 'updated', version: 2 },
      ],
    },
  });
};

export const importProcesses: Story = {
  title: 'Import what an authority publishes',
  learns:
    'how processes come into the registry line by line, what becomes of dirty ones, and what happens when lines are sent twice',
  begins: '2026-03-09T15:00:00.000Z',
  tell: async (teller) => {
    await send(teller);
    await again(teller);
  },
};
