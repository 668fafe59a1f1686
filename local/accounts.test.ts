import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { accountsContract } from '../test/contract/accounts.contract.ts';
import { openAccounts } from './accounts.ts';
import { openDataFolder } from './data-folder.ts';

const someFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'veedor-accounts-'));
  const folder = await openDataFolder(path);
  onTestFinished(async () => {
    folder.release();
    await rm(path, { recursive: true });
  });
  return folder;
};

accountsContract('on one machine', async () => openAccounts(await someFolder()));

it('who was invited can sign in once for each address, and who was kept out cannot, over a restart too', async () => {
  const folder = await someFolder();
  const accounts = await openAccounts(folder);
  const id = await accounts.invite('Ana@veedor.example');
  expect(await accounts.invite('ana@VEEDOR.example')).toBe(id);
  expect(await accounts.find(id)).toEqual({ person: id, roles: [], enabled: true, email: 'ana@veedor.example' });
  await Promise.all([accounts.giveRole(id, 'member'), accounts.disable('auditor-1')]);
  const kept = await openAccounts(folder);
  expect(kept.holder(id)).toMatchObject({ id, roles: ['member'], email: 'ana@veedor.example' });
  expect([kept.holder('auditor-1'), await kept.find('auditor-1')]).toEqual([
    undefined,
    { person: 'auditor-1', roles: ['auditor'], enabled: false },
  ]);
  await expect(kept.giveRole('nobody-1', 'member')).rejects.toThrow('no account');
  // Beginning anew with the examples would give back what was taken.
  await writeFile(folder.file('people.json'), '[{"id":"x"}]');
  await expect(openAccounts(folder)).rejects.toThrow('cannot be read');
});
