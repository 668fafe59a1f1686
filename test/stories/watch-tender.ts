import assert from 'node:assert/strict';
import { hashEntry, parseEntry } from '../../events/record.ts';
import { envelope, pactInTender } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const attendActs = async ({ say, sends, reads, later, inHours, heading }: Teller, at: string): Promise<void> => {
  heading('Attend an act');
  say('The authority puts the opening of the bids on the calendar:');
  const opening = {
    kind: 'bid-opening',
    stage: 'tender-observation',
    heldAt: inHours(48),
    public: true,
    place: 'Room 2',
  };
  await sends('authority-1', `${at}/acts`, opening, { status: 201, body: { created: 'act-1' } });
  say('Times carry their zone. A local time that could be anywhere is not taken:');
  await sends(
    'authority-1',
    `${at}/acts`,
    { ...opening, heldAt: '2026-03-04T09:00:00' },
    refusedWith(422, 'input-invalid', { errors: [{ pointer: '/heldAt' }] }),
  );
  say('Nobody attends what has not been held:');
  const attendance = { present: ['witness-1', 'witness-2'], citizensAdmitted: true, note: 'Two bids were opened.' };
  await sends('witness-1', `${at}/acts/act-1/attendance`, attendance, refusedWith(409, 'act-not-held-yet'));
  await later(50);
  say('Two days later the act is over:');
  await sends('witness-1', `${at}/acts/act-1/attendance`, attendance, { status: 200 });
  await reads('', `${at}/acts`, { status: 200, body: { items: [{ accounted: 'attended' }] } });
};

const checkDocuments = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('Check the documents');
  say('Each stage has a checklist of documents. What was refused or late is told as such:');
  const check = { stage: 'tender-observation', document: 'tender-notice', result: 'obtained' };
  await sends('witness-1', `${at}/document-access`, check, { status: 200 });
  await sends(
    'witness-2',
    `${at}/document-access`,
    { stage: 'tender-observation', document: 'clarifications', result: 'late', note: 'Asked for twice.' },
    { status: 200 },
  );
  await sends(
    'witness-1',
    `${at}/document-access`,
    { ...check, document: 'award-ruling' },
    refusedWith(422, 'document-not-on-checklist'),
  );
  await reads('', at, { status: 200, showing: ['documentAccess'] });
};

const fileFinding = async ({ say, sends, reads, heading, house }: Teller, at: string) => {
  heading('File a finding under seal');
  say('A finding says what kind it is, how grave, and on what law it rests. What is missing is named:');
  const finding = envelope(house.clock.now());
  const { severity: _, ...vague } = finding;
  await sends(
    'witness-1',
    `${at}/observations`,
    vague,
    refusedWith(422, 'finding-incomplete', { missing: ['severity'] }),
  );
  say(
    'Bids are secret until the award, and so is what was seen of them: `after-award` keeps the finding sealed until then.',
  );
  const filed = await sends('witness-1', `${at}/observations`, finding, {
    status: 201,
    body: { created: 'observation-1', recorded: [{ type: 'observation.filed.v1' }] },
  });
  say('Everybody sees that there is an observation, its stage and its seal; nobody outside sees more:');
  await reads('', `${at}/observations/observation-1`, { status: 200, body: { seal: 'until-award' } });
  await reads('authority-1', `${at}/observations`, { status: 200, body: { items: [{ seal: 'until-award' }] } });
  say('Those who see the case whole (its team, its coordinator, the auditor) read it:');
  await reads('witness-2', `${at}/observations/observation-1`, {
    status: 200,
    body: { content: { title: 'An open envelope' } },
  });
  return filed;
};

interface Receipt {
  readonly version: number;
  readonly recorded: readonly { readonly hash: string; readonly contentHash?: string }[];
}

const verifyReceipt = async ({ say, reads, heading }: Teller, at: string, receipt: Receipt): Promise<void> => {
  heading('Verify the receipt');
  say(
    'The answer to a command is a receipt: it names what was recorded, with its hash. The record is public, so the witness can look it up without a token. (`cursor` is the version after which to read.)',
  );
  const { body } = await reads('', `${at}/events?cursor=${receipt.version - 1}&limit=1`, {
    status: 200,
    body: { items: [{ hash: receipt.recorded[0]?.hash, contentHash: receipt.recorded[0]?.contentHash }] },
  });
  const [entry] = (body as { items: readonly object[] }).items;
  const computed = await hashEntry(parseEntry(JSON.stringify(entry)));
  assert.equal(computed, receipt.recorded[0]?.hash, 'The hash of the event is not that of the receipt.');
  say(
    'The hash is the SHA-256 of the event’s canonical JSON (RFC 8785) without its `hash`: recomputed, it is that of the receipt. `contentHash` commits to the words of the finding, which stay sealed.',
  );
};

const staleVersion = async ({ say, wires, heading }: Teller, at: string): Promise<void> => {
  heading('Do not overtake each other');
  say('Whoever has read a case may say which version that was. If somebody wrote meanwhile, nothing is done:');
  await wires(
    {
      method: 'POST',
      path: `${at}/advance`,
      person: 'coordinator-1',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': '8f0c0d5e-1a52-4f8e-9a39-5d1f7c2b6e44',
        'if-match': '"12"',
      },
      body: '{}',
    },
    refusedWith(412, 'version-conflict'),
  );
};

export const watchTender: Story = {
  title: 'A witness watches a tender',
  learns: 'acts, the access checklist, findings and their seals, receipts, and versions',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await pactInTender(teller)}`;
    await attendActs(teller, at);
    await checkDocuments(teller, at);
    const filed = await fileFinding(teller, at);
    await verifyReceipt(teller, at, filed.body as Receipt);
    await staleVersion(teller, at);
  },
};
