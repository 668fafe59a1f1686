import { describe, expect, it } from 'vitest';
import { breaking, Killed, newDisk, programIn, storeOn } from '../../test/support/field/device.ts';
import { turnsHere } from './alone.ts';
import { textsOf } from './kept-texts.ts';
import { openVault } from './vault.ts';

const steady = programIn(breaking([]));
const vaultOn = (disk: Map<string, unknown>, program = steady) => openVault(storeOn(disk, program), turnsHere().alone);

const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each instanceof ArrayBuffer || each instanceof Uint8Array
      ? Buffer.from(new Uint8Array(each)).toString('latin1')
      : each,
  );

describe('the vault', () => {
  it('keeps words and bytes, and the disk tells none of them', async () => {
    const disk = newDisk();
    const bytes = new TextEncoder().encode('a photo of the envelope');
    await vaultOn(disk).write({ 'draft:1': { title: 'An open envelope' }, 'file:1': bytes });
    const again = vaultOn(disk);
    expect(await again.read('draft:1')).toEqual({ title: 'An open envelope' });
    expect(await again.read('file:1')).toEqual(bytes);
    expect(await again.under('draft:')).toEqual([['draft:1', { title: 'An open envelope' }]]);
    const [, ...kept] = [...disk].map(([, value]) => bytesOf(value));
    expect(kept.join()).not.toContain('envelope');
    const key = disk.get('key');
    expect(key).toMatchObject({ key: { extractable: false, algorithm: { name: 'AES-GCM', length: 256 } } });
  });

  it('once emptied tells nothing, not even of a copy of the disk', async () => {
    const disk = newDisk();
    const vault = vaultOn(disk);
    await vault.write({ 'draft:1': 'written' });
    const copied = disk.get('draft:1');
    await vault.empty();
    expect(disk.size).toBe(0);
    // A reading that was under way comes back after its reader has left.
    await expect(vault.write({ 'reading:/cases/ip-1': 'sealed' })).rejects.toThrow('emptied');
    expect(disk.size).toBe(0);
    const next = vaultOn(disk);
    await next.write({ 'draft:2': 'other' });
    disk.set('draft:1', copied);
    expect(await next.read('draft:1')).toBeUndefined();
  });

  it('once emptied in one tab takes nothing any more from another that was at work, and not for whoever comes next', async () => {
    const disk = newDisk();
    const [here, worker] = [vaultOn(disk), vaultOn(disk)];
    await here.write({ 'draft:1': 'written' });
    expect(await worker.read('draft:1')).toBe('written');
    await here.empty();
    await expect(worker.write({ 'text:veedor.refresh': 'a token' })).rejects.toThrow('emptied');
    expect(disk.size).toBe(0);
    const next = vaultOn(disk);
    await next.write({ who: 'somebody else' });
    await expect(worker.write({ who: 'the one before' })).rejects.toThrow('emptied');
    await expect(worker.change('who', () => 'the one before')).rejects.toThrow('emptied');
    expect([await worker.read('who'), await worker.under('w')]).toEqual([undefined, []]);
    expect(await vaultOn(disk).read('who')).toBe('somebody else');
  });

  it('takes nothing for what stands under another name', async () => {
    const disk = newDisk();
    const vault = vaultOn(disk);
    await vault.write({ 'draft:1': 'one' });
    disk.set('draft:2', disk.get('draft:1'));
    expect(await vault.read('draft:2')).toBeUndefined();
  });

  it('writes all or nothing', async () => {
    const disk = newDisk();
    await vaultOn(disk).write({ old: 1 });
    const killed = vaultOn(disk, programIn(breaking(['killed-before'])));
    await expect(killed.write({ new: 2, old: undefined })).rejects.toBeInstanceOf(Killed);
    expect([await vaultOn(disk).read('old'), await vaultOn(disk).read('new')]).toEqual([1, undefined]);
  });

  it('changes one after the other', async () => {
    const vault = vaultOn(newDisk());
    await Promise.all(Array.from({ length: 9 }, () => vault.change('n', (known) => Number(known ?? 0) + 1)));
    expect(await vault.read('n')).toBe(9);
  });
});

describe('texts in the vault', () => {
  it('outlive the page, and a tab that lets go of its own leaves what another has put there since', async () => {
    const vault = vaultOn(newDisk());
    const [one, other] = [textsOf(vault), textsOf(vault)];
    one.setItem('refresh', 'first');
    await one.kept();
    await other.reload();
    expect([other.getItem('refresh'), other.length, other.key(0)]).toEqual(['first', 1, 'refresh']);
    other.setItem('refresh', 'second');
    await other.kept();
    one.removeItem('refresh');
    await one.reload();
    expect(one.getItem('refresh')).toBe('second');
    one.removeItem('refresh');
    await one.reload();
    expect(one.getItem('refresh')).toBeNull();
  });
});
