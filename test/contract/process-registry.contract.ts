import { describe, expect, test } from 'vitest';
import type { RegisteredFacts } from '../../domain/registry/registered-facts.ts';
import type { ItemStore } from '../../functions/_ports/item-store.ts';
import { BadItem } from '../../functions/_ports/ports.ts';
import { type ProcessRegistry, type RegisteredProcess, UNDATED_AT } from '../../functions/_ports/process-registry.ts';
import { processRegistry } from '../../functions/_ports/process-registry-store.ts';

const HASH = 'a'.repeat(64);
const YEAR = { since: '2026-01-01T00:00:00.000Z', until: '2026-12-31T23:59:59.999Z' };

const registered = (ocid: string, facts: Partial<RegisteredFacts> = {}, version = 1): RegisteredProcess => ({
  facts: { ocid, ...facts },
  version,
  hash: HASH,
  ...(version > 1 && { previousHash: HASH }),
  source: 'processes.jsonl.gz',
  sourceHash: HASH,
  importedAt: '2027-01-01T00:00:00.000Z',
  changedAt: '2027-01-01T00:00:00.000Z',
  request: 'request-1',
});

const buyer = (id: string) => ({ buyer: { scheme: 'MX-RFC', id, name: `Secretaría ${id}` } });

const listed = async (registry: ProcessRegistry, asked: object): Promise<readonly (readonly string[])[]> => {
  const pages: string[][] = [];
  for (let after: string | undefined; ; ) {
    const page = await registry.processes({ authority: '', ...YEAR, limit: 2, ...asked, after });
    pages.push(page.processes.map(({ process }) => process.facts.ocid));
    after = page.next;
    if (after === undefined) return pages;
  }
};

/** What every registry of processes promises, on whichever store of items. */
export const processRegistryContract = (name: string, open: () => Promise<ItemStore>): void => {
  describe(`the registry of processes ${name}`, () => {
    test('holds each process once, in the version that was written over the one before', async () => {
      const registry = processRegistry(await open());
      const first = registered('ocds-test00-1', { ...buyer('once'), value: { amount: 1.5, currency: 'MXN' } });
      expect(await registry.find('ocds-test00-1')).toBeUndefined();
      expect(await registry.save(first)).toBe(true);
      expect(await registry.save(first)).toBe(false);
      expect(await registry.find('ocds-test00-1')).toEqual(first);
      const second = registered('ocds-test00-1', buyer('once'), 2);
      expect(await registry.save(registered('ocds-test00-1', buyer('once'), 3))).toBe(false);
      expect(await registry.save(second)).toBe(true);
      expect(await registry.save(second)).toBe(false);
      expect(await registry.find('ocds-test00-1')).toEqual(second);
    });

    test('is read by authority and period, in pages, in the order of time', async () => {
      const registry = processRegistry(await open());
      const dated = (ocid: string, tenderStartAt: string, id = 'paged') =>
        registry.save(registered(ocid, { ...buyer(id), tenderStartAt }));
      await dated('ocds-paged-c', '2026-03-01T00:00:00.000Z');
      await dated('ocds-paged-a', YEAR.since);
      await dated('ocds-paged-d', YEAR.until);
      await dated('ocds-paged-b', '2026-02-01T00:00:00.000Z');
      await dated('ocds-paged-e', '2025-12-31T23:59:59.999Z');
      await dated('ocds-paged-f', '2027-01-01T00:00:00.000Z');
      await dated('ocds-paged-g', '2026-02-01T00:00:00.000Z', 'paged-other');
      await registry.save(registered('ocds-paged-h', buyer('paged')));
      expect(await listed(registry, { authority: 'MX-RFC:paged' })).toEqual([
        ['ocds-paged-a', 'ocds-paged-b'],
        ['ocds-paged-c', 'ocds-paged-d'],
      ]);
      expect((await listed(registry, { authority: 'MX-RFC:paged', since: UNDATED_AT, limit: 3 })).flat()).toHaveLength(
        6,
      );
      expect(await listed(registry, { authority: 'MX-RFC:paged', since: UNDATED_AT, until: UNDATED_AT })).toEqual([
        ['ocds-paged-h'],
      ]);
      expect(await listed(registry, { authority: 'MX-RFC:nobody' })).toEqual([[]]);
    });

    test('moves a process with its facts', async () => {
      const registry = processRegistry(await open());
      const at = { tenderStartAt: '2026-05-01T00:00:00.000Z' };
      await registry.save(registered('ocds-moved-1', { ...at, ...buyer('before') }));
      await registry.save(registered('ocds-moved-1', { ...at, ...buyer('after') }, 2));
      expect(await listed(registry, { authority: 'MX-RFC:before' })).toEqual([[]]);
      expect(await listed(registry, { authority: 'MX-RFC:after' })).toEqual([['ocds-moved-1']]);
    });

    test('lists its authorities once each, in pages', async () => {
      const items = await open();
      const registry = processRegistry(items);
      for (const [serial, id] of ['listed-2', 'listed-1', 'listed-2', 'listed-3'].entries()) {
        await registry.save(registered(`ocds-${id}-${serial}`, buyer(id)));
      }
      // Another instance, which does not know what the first one wrote.
      await processRegistry(items).save(registered('ocds-listed-4', buyer('listed-3')));
      const after = 'MX-RFC:listed-0';
      const first = await registry.authorities({ after, limit: 2 });
      expect([first.authorities.map(({ authority }) => authority), first.next]).toEqual([
        ['MX-RFC:listed-1', 'MX-RFC:listed-2'],
        'MX-RFC:listed-2',
      ]);
      const next = await registry.authorities({ after: first.next, limit: 1 });
      expect(next.authorities).toEqual([
        { authority: 'MX-RFC:listed-3', scheme: 'MX-RFC', id: 'listed-3', name: 'Secretaría listed-3' },
      ]);
    });

    test('reads nothing that another hand wrote', async () => {
      const items = await open();
      const registry = processRegistry(items);
      await registry.save(registered('ocds-copied-1', buyer('copied')));
      const stored = await items.get({ pk: 'PROCESS#ocds-copied-1', sk: 'PROCESS' });
      await items.put({ ...stored, pk: 'PROCESS#ocds-copied-2', sk: 'PROCESS' });
      await expect(registry.find('ocds-copied-2')).rejects.toThrow(BadItem);
      await items.put({ ...stored, pk: 'PROCESS#ocds-copied-3', sk: 'PROCESS', facts: '{' });
      await expect(registry.find('ocds-copied-3')).rejects.toThrow(BadItem);
    });

    test('names what another hand wrote into a list, and lists the rest', async () => {
      const items = await open();
      const registry = processRegistry(items);
      for (const serial of [1, 2, 3]) await registry.save(registered(`ocds-marred-${serial}`, buyer('marred')));
      const place = { pk: 'PROCESS#ocds-marred-2', sk: 'PROCESS' };
      await items.put({ ...(await items.get(place)), ...place, facts: '{' });
      const asked = { authority: 'MX-RFC:marred', since: UNDATED_AT, until: UNDATED_AT };
      const first = await registry.processes({ ...asked, limit: 2 });
      expect([first.processes.map(({ process }) => process.facts.ocid), first.unreadable]).toEqual([
        ['ocds-marred-1'],
        [place],
      ]);
      const second = await registry.processes({ ...asked, limit: 2, after: first.next });
      expect([second.processes.map(({ process }) => process.facts.ocid), second.unreadable, second.next]).toEqual([
        ['ocds-marred-3'],
        [],
        undefined,
      ]);
      const authority = { pk: 'AUTHORITIES', sk: 'AUTHORITY#MX-RFC:marred' };
      await items.put({ ...authority, authority: 'MX-RFC:other' });
      const page = await registry.authorities({ after: 'MX-RFC:marre', limit: 1 });
      expect([page.authorities, page.unreadable]).toEqual([[], [authority]]);
    });
  });
};
