import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaking, FATES, Killed, newDisk, type Program, programIn, storeOn } from '../../test/support/field/device.ts';
import { newPost, type Post } from '../../test/support/field/post.ts';
import { apiOf } from '../app/api.ts';
import { sha256Of } from '../app/hand-in.ts';
import type { Pass } from '../app/session.ts';
import { type Turns, turnsHere } from './alone.ts';
import { type Composed, fileName, type KeptFile, standingOf } from './items.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { openVault, type Vault } from './vault.ts';

const CASE = 'ip-1';
const PERSON = 'witness-1';
const token: Pass = { kind: 'token', token: 'x', who: { person: PERSON, roles: ['witness'] } };
const NOWHERE = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

interface Hand {
  readonly vault: Vault;
  readonly outbox: Outbox;
}

let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-${keys}`;
};

interface World {
  readonly disk: Map<string, unknown>;
  readonly post: Pick<Post, 'fetch'>;
  readonly pass?: () => Promise<Pass>;
  /** Two that do not know of each other run at once; only what they change waits its turn. */
  readonly turns?: Turns;
}

const handOf = (
  { does, ...program }: Program,
  { disk, post, pass = async () => token, turns = turnsHere() }: World,
): Hand => {
  const fetch = (url: string, request: RequestInit) => does(() => post.fetch(url, request));
  const vault = openVault(storeOn(disk, { does, ...program }), turns.alone);
  const api = apiOf({ session: { pass, passInsteadOf: pass }, device: NOWHERE, fetch, newKey });
  return { vault, outbox: openOutbox({ vault, turns, api, pass, fetch, now: () => 1, changed: () => undefined }) };
};

const steady = programIn(breaking([]));

const photo = async (hand: Hand, says: string): Promise<KeptFile> => {
  const id = newKey();
  const bytes = new TextEncoder().encode(says);
  await hand.vault.write({ [fileName(id)]: bytes });
  return {
    id,
    name: `${says}.jpg`,
    mediaType: 'image/jpeg',
    sizeBytes: bytes.length,
    sha256: await sha256Of(new Blob([bytes])),
  };
};

const composed = (title: string, files: readonly KeptFile[] = []): Composed => ({
  case: CASE,
  key: newKey(),
  form: 'observation',
  title,
  path: `/cases/${CASE}/observations`,
  body: { title },
  fields: { title },
  files,
});

const TITLES = ['one', 'two', 'three'];
const ALL = TITLES.map((title) => [title, [`${title} a`, `${title} b`]]).toSorted();

const fill = async (hand: Hand): Promise<void> => {
  for (const title of TITLES) {
    await hand.outbox.add(PERSON, composed(title, [await photo(hand, `${title} a`), await photo(hand, `${title} b`)]));
  }
};

const arrivedAt = ({ arrived }: Post) =>
  [...arrived.values()].map(({ body, files }) => [
    (JSON.parse(body) as { title: string }).title,
    [...files.values()].map(({ bytes }) => bytes).sort(),
  ]);

const untilSent = async (world: World, programs: () => readonly Program[]): Promise<void> => {
  for (let runs = 0; runs < 200; runs += 1) {
    const hands = programs().map((program) => handOf(program, world));
    const ran = await Promise.allSettled(hands.map(({ outbox }) => outbox.run()));
    for (const each of ran) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Killed);
    if (ran.every((each) => each.status === 'fulfilled' && each.value?.left === 0)) return;
  }
  throw new Error('It never came to its end.');
};

describe('the queue', () => {
  it('brings everything once, wherever it is killed, whatever is lost, and whoever runs beside it', async () => {
    const fates = fc.array(fc.constantFrom(...FATES), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fates, fc.boolean(), async (told, isTwice) => {
        const [disk, post, surroundings] = [newDisk(), newPost(), breaking(told)];
        await fill(handOf(steady, { disk, post }));
        const { alone } = turnsHere();
        const turns: Turns = { alone, ifFree: (_, work) => work() };
        const programs = () => Array.from({ length: isTwice ? 2 : 1 }, () => programIn(surroundings));
        await untilSent({ disk, post, ...(isTwice ? { turns } : {}) }, programs);
        expect(post.confused).toEqual([]);
        expect(arrivedAt(post).toSorted()).toEqual(ALL);
        const items = await handOf(steady, { disk, post }).outbox.list(PERSON);
        expect(items.map(standingOf)).toEqual(['done', 'done', 'done']);
        expect([...disk.keys()].filter((name) => name.startsWith('file:'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 1])('comes through a network that loses every second request, from number %i on', async (from) => {
    const [disk, post] = [newDisk(), newPost()];
    await fill(handOf(steady, { disk, post }));
    const asked = { requests: from };
    const losing: Post['fetch'] = async (url, request) => {
      asked.requests += 1;
      if (asked.requests % 2 === 0) throw new TypeError('Failed to fetch');
      return post.fetch(url, request);
    };
    await untilSent({ disk, post: { fetch: losing } }, () => [steady]);
    expect(arrivedAt(post).toSorted()).toEqual(ALL);
  });

  it('is done by one at a time: who comes second does nothing', async () => {
    const [disk, post] = [newDisk(), newPost()];
    const hand = handOf(steady, { disk, post, turns: turnsHere() });
    await fill(hand);
    const [first, second] = await Promise.all([hand.outbox.run(), hand.outbox.run()]);
    expect([first, second]).toEqual([{ left: 0, moved: true }, undefined]);
  });
});

describe('something in the queue', () => {
  const lone = async (post: Pick<Post, 'fetch'>, pass?: World['pass']) => {
    const disk = newDisk();
    const hand = handOf(steady, { disk, post, ...(pass === undefined ? {} : { pass }) });
    const id = await hand.outbox.add(PERSON, composed('one', [await photo(hand, 'a')]));
    const item = async () => (await hand.outbox.list(PERSON))[0];
    return { ...hand, id, item, disk };
  };
  const refusing = (word: string) => ({
    fetch: async () =>
      new Response(JSON.stringify({ type: `/problems/${word}`, detail: 'Do so.', errors: [{ pointer: '/title' }] }), {
        status: 422,
      }),
  });

  it('that was refused says why, and can be mended into a draft that keeps its files', async () => {
    const { outbox, id, item, vault } = await lone(refusing('input-invalid'));
    expect(await outbox.run()).toEqual({ left: 0, moved: true });
    expect(await item()).toMatchObject({ refused: { word: 'input-invalid', detail: 'Do so.', fields: ['title'] } });
    const taken = await outbox.take(id, ({ fields, files }) => ({ 'draft:x': { fields, files } }));
    expect(taken?.fields).toEqual({ title: 'one' });
    expect(await vault.read('draft:x')).toMatchObject({ fields: { title: 'one' }, files: [{ name: 'a.jpg' }] });
    expect(await item()).toBeUndefined();
    expect(await vault.read(fileName(taken?.files[0]?.id ?? ''))).toBeInstanceOf(Uint8Array);
  });

  it.each(['', 'lost-every-race'])('that passes by itself, or that somebody else refused (%j), waits', async (word) => {
    const { outbox, item } = await lone(refusing(word));
    expect(await outbox.run()).toEqual({ left: 1, moved: false, trouble: 'failed' });
    expect(await item()).toMatchObject({ trouble: 'failed', isUncertain: true });
  });

  it('is not done because some page answered', async () => {
    const { outbox, item } = await lone({ fetch: async () => new Response('<h1>Pay for this network</h1>') });
    expect(await outbox.run()).toMatchObject({ left: 1, trouble: 'failed' });
    expect((await item())?.receipt).toBeUndefined();
  });

  it('cannot be changed while it may have come, and can while it certainly did not', async () => {
    const lost = await lone({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(await lost.outbox.run()).toEqual({ left: 1, moved: false, trouble: 'no-network' });
    expect(await lost.outbox.take(lost.id, () => ({ 'draft:x': {} }))).toBeUndefined();
    expect(await lost.vault.read('draft:x')).toBeUndefined();
    expect(await lost.item()).toMatchObject({ isUncertain: true });

    const unsent = await lone(newPost(), async () => ({ kind: 'no-network' }));
    expect(await unsent.outbox.run()).toEqual({ left: 1, moved: false, trouble: 'no-network' });
    expect(await unsent.outbox.take(unsent.id, () => ({}))).toMatchObject({ title: 'one' });
  });

  it('outlives the end of a session, and is nobody else’s', async () => {
    const post = newPost();
    const session: { pass: Pass } = { pass: { kind: 'ended' } };
    const { outbox, item } = await lone(post, async () => session.pass);
    expect(await outbox.run()).toEqual({ left: 1, moved: false, trouble: 'ended' });
    expect(await item()).toMatchObject({ trouble: 'ended' });
    session.pass = { ...token, who: { person: 'witness-2', roles: [] } };
    expect(await outbox.run()).toEqual({ left: 0, moved: false });
    expect([await outbox.ofOthers('witness-2'), post.arrived.size]).toEqual([1, 0]);
    session.pass = token;
    expect(await outbox.run()).toEqual({ left: 0, moved: true });
    expect(arrivedAt(post)).toEqual([['one', ['a']]]);
  });

  it('never goes under the name of somebody who signs in while it is being sent', async () => {
    const post = newPost();
    const session: { pass: Pass } = { pass: token };
    const fetch: Post['fetch'] = async (url, request) => {
      session.pass = { ...token, who: { person: 'witness-2', roles: [] } };
      return post.fetch(url, request);
    };
    const { outbox, item } = await lone({ fetch }, async () => session.pass);
    await outbox.add(PERSON, composed('two'));
    await outbox.run();
    expect(arrivedAt(post)).toEqual([['one', []]]);
    session.pass = token;
    expect(standingOf((await item()) ?? expect.fail('It is gone.'))).toBe('files-wait');
  });

  it('keeps its receipt when the same draft is filed again from another tab, and what that one says otherwise is another', async () => {
    const post = newPost();
    const hand = handOf(steady, { disk: newDisk(), post });
    const draft = composed('one');
    await hand.outbox.add(PERSON, draft);
    await hand.outbox.run();
    await hand.vault.write({ 'draft:x': {} });
    expect(await hand.outbox.add(PERSON, draft, 'draft:x')).toBe(draft.key);
    expect((await hand.outbox.list(PERSON)).map(standingOf)).toEqual(['done']);
    expect(await hand.vault.read('draft:x')).toBeUndefined();
    await hand.outbox.add(PERSON, { ...draft, body: { title: 'one, and more' } }, 'draft:x');
    await hand.outbox.run();
    expect((await hand.outbox.list(PERSON)).map(standingOf)).toEqual(['done', 'done']);
    expect(arrivedAt(post)).toEqual([
      ['one', []],
      ['one, and more', []],
    ]);
    expect(post.confused).toEqual([]);
  });

  it('is deleted with its files', async () => {
    const { outbox, id, disk } = await lone(newPost());
    await outbox.remove(id);
    expect([...disk.keys()]).toEqual(['key']);
  });

  it('whose file is refused is on record, and its other files are brought', async () => {
    const post = newPost();
    const fetch: Post['fetch'] = async (url, request) =>
      url.endsWith('/documents') ? refusing('quota-full').fetch() : post.fetch(url, request);
    const { outbox, item, id } = await lone({ fetch });
    expect(await outbox.run()).toEqual({ left: 0, moved: true });
    const refused = await item();
    expect(refused).toMatchObject({
      receipt: { created: 'observation-1' },
      files: [{ refused: { word: 'quota-full' } }],
    });
    await outbox.retry(id);
    expect(standingOf((await item()) ?? expect.fail('It is gone.'))).toBe('files-wait');
  });
});
