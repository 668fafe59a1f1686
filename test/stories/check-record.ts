import assert from 'node:assert/strict';
import { GENESIS, hashEntry, parseEntry } from '../../events/record.ts';
import type { HouseAnswer } from '../support/house.ts';
import { envelope, pactInTender } from './given.ts';
import { refusedWith, type Story, type Teller, versionIn } from './story.ts';

/** Checks what a page of events says of itself: each event hashes to its hash, and follows on the one before. */
const follow = async ({ body }: HouseAnswer, previousHash: string): Promise<string> => {
  let last = previousHash;
  for (const item of (body as { items: readonly object[] }).items) {
    const entry = parseEntry(JSON.stringify(item));
    assert.equal(entry.previousHash, last, `${entry.id} does not follow on the event before it.`);
    assert.equal(await hashEntry(entry), entry.hash, `${entry.id} does not hash to its hash.`);
    last = entry.hash;
  }
  return last;
};

const nextOf = ({ headers }: HouseAnswer): string => /<([^>]+)>/.exec(String(headers['link']))?.[1] ?? '';

const readRecord = async ({ say, reads, heading }: Teller, at: string): Promise<void> => {
  heading('Read the record');
  say('The events of a case come in pages; `Link` says where the list goes on, until there is no more.');
  const first = await reads('', `${at}/events?limit=10`, {
    status: 200,
    headers: { link: `<${at}/events?limit=10&cursor=10>; rel="next"` },
  });
  const second = await reads('', nextOf(first), { status: 200 });
  const last = await follow(second, await follow(first, GENESIS));
  say(
    'Each event holds the hash of the one before it and its own: the SHA-256 of its canonical JSON (RFC 8785) without `hash`. Whoever changes one event breaks all that follow. The last hash is that of the case:',
  );
  await reads('', at, { status: 200, body: { hash: last }, showing: ['version', 'hash'] });
  say('Note that hash: a record that is written anew from its beginning fits in itself, and not with what you noted.');
};

const readContents = async (
  { say, reads, heading }: Teller,
  { at, sealed: version }: { at: string; sealed: number },
): Promise<void> => {
  heading('Read what people wrote');
  say(
    'Events hold no words and no personal data. What somebody wrote is content, committed to by `contentHash`, and shown at its time. The data that a case was opened with are everybody’s:',
  );
  await reads('', `${at}/events/2/content`, { status: 200, body: { type: 'process.imported.v1' } });
  say(
    'The words of a sealed finding are not. What you may not see is answered like what is not there, in the same bytes:',
  );
  const sealed = await reads('', `${at}/events/${version}/content`, refusedWith(404, 'not-found'));
  const absent = await reads('', `${at}/events/999/content`, refusedWith(404, 'not-found'));
  assert.equal(sealed.text, absent.text, 'Forbidden and absent are not the same bytes.');
};

const askForHelp = async ({ say, reads, heading }: Teller): Promise<void> => {
  heading('Ask for help');
  say('The `type` of every refusal is the address of its help:');
  await reads('', '/problems/requirements-unmet', { status: 200 });
  await reads('', '/problems', { status: 200 });
  say('What is asked of a list in another way than it takes is refused, and not guessed at:');
  await reads('', '/cases?limit=1000', refusedWith(400, 'query-invalid', { errors: [{ pointer: '/limit' }] }));
  await reads('', '/cases?cursor=nonsense', refusedWith(400, 'cursor-invalid'));
  say(
    'A term explains itself day by day, under the profile that the case keeps. No profile is legal advice: each parameter says its source, and whether anybody verified it.',
  );
  await reads('', '/profiles/do-183-15/terms/proposal?from=2026-02-25T15:00:00Z', { status: 200 });
  say('The whole API describes itself at `/openapi.json`.');
};

export const checkRecord: Story = {
  title: 'The public checks the record',
  learns: 'pages, the chain of hashes, contents and seals, help and terms: all without a token',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await pactInTender(teller)}`;
    const filed = await teller.before('witness-1', `${at}/observations`, envelope(teller.house.clock.now()));
    teller.heading('Find a case');
    await teller.reads('', '/cases', { status: 200, body: { items: [{ stage: 'tender-observation' }] } });
    await readRecord(teller, at);
    await readContents(teller, { at, sealed: versionIn(filed) });
    await askForHelp(teller);
  },
};
