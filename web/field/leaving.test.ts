import { expect, it } from 'vitest';
import { breaking, newDisk, programIn, storeOn } from '../../test/support/field/device.ts';
import { memoryTexts } from '../../test/support/memory-texts.ts';
import { draftsOf } from '../app/drafts.ts';
import { openSession, REFRESH } from '../app/session.ts';
import { turnsHere } from './alone.ts';
import type { Item } from './items.ts';
import { textsOf } from './kept-texts.ts';
import { leave, takeSession, unsentIn } from './leaving.ts';
import { openVault } from './vault.ts';

const device = () => {
  const disk = newDisk();
  const revoked: string[] = [];
  const open = () => {
    const vault = openVault(storeOn(disk, programIn(breaking([]))), turnsHere().alone);
    const texts = textsOf(vault);
    const session = openSession({
      client: { url: 'https://sign-in.example', clientId: 'pages' },
      pages: 'https://veedor.example/es',
      locale: 'es-MX',
      tab: texts,
      now: Date.now,
      fetch: async (_, request) => {
        const { body } = request;
        revoked.push(new URLSearchParams(typeof body === 'string' ? body : '').get('token') ?? '');
        throw new TypeError('offline');
      },
    });
    return { vault, texts, session };
  };
  return { disk, revoked, open };
};

const tabOf = (refresh: string) => {
  const tab = memoryTexts();
  tab.setItem(REFRESH, refresh);
  return tab;
};

it('a session that a tab brought is taken once: what has ended since is not put back over what another tab brought', async () => {
  const { open } = device();
  const engine = open();
  const [one, other] = [tabOf('of-one'), tabOf('of-other')];
  await takeSession(engine, one);
  expect(engine.texts.getItem(REFRESH)).toBe('of-one');
  await takeSession(engine, other);
  await takeSession(engine, one);
  expect(engine.texts.getItem(REFRESH)).toBe('of-other');
});

it('signing out leaves nothing of the person, and ends what every tab brought, without waiting for a network', async () => {
  const { disk, revoked, open } = device();
  const [sleeping, here] = [tabOf('of-sleeping-tab'), tabOf('of-this-tab')];
  await takeSession(open(), sleeping);
  const engine = open();
  await engine.texts.reload();
  await takeSession(engine, here);
  await engine.vault.write({ 'reading:/cases/ip-1': 'sealed' });
  const desk = memoryTexts();
  for (const person of ['witness-1', 'witness-2']) draftsOf({ device: desk, person, now: Date.now }).keep('file', {});
  const said: string[] = [];
  const say = () => void said.push(`signed out with ${disk.size} left`);
  const to = await leave({ engine, tab: here, device: desk, person: 'witness-1', say });
  expect(to).toContain('https://sign-in.example/logout?');
  expect([disk.size, here.length, desk.length, desk.key(0)]).toEqual([0, 0, 1, 'veedor.draft:witness-2:file']);
  expect(said).toEqual(['signed out with 0 left']);
  expect(revoked.toSorted()).toEqual(['of-sleeping-tab', 'of-this-tab']);
});

it('what would be lost is all that only this device has: drafts, what waits and what was refused, of whomever', async () => {
  const { vault } = device().open();
  const item = { files: [], person: 'witness-1' } satisfies Partial<Item>;
  const receipt = { case: 'ip-1', recorded: [] };
  const refused = { word: 'late', detail: '', fields: [] };
  await vault.write({
    'item:done': { ...item, receipt },
    'item:waits': item,
    'item:refused': { ...item, refused },
    'item:file-refused': { ...item, receipt, files: [{ id: 'file-1', name: 'a.jpg', refused }] },
    'draft:witness-1:observation:ip-1:': { files: [] },
    'draft:witness-2:observation:ip-1:': { files: [] },
    'reading:/cases/ip-1': { at: 1, body: {} },
  });
  expect(await unsentIn(vault)).toBe(5);
});
