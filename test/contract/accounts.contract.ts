import { describe, expect, it } from 'vitest';
import type { Accounts } from '../../functions/_ports/accounts.ts';
import { BadCursor } from '../../functions/_ports/ports.ts';

/** What every sign-in promises to whoever keeps it. */
export const accountsContract = (where: string, open: () => Promise<Accounts>): void => {
  describe(`accounts ${where}`, () => {
    it('are made by an invitation, one for each address, without a role', async () => {
      const accounts = await open();
      const id = await accounts.invite('Ana@veedor.example');
      expect(await accounts.invite('ana@VEEDOR.example')).toBe(id);
      expect(await accounts.invite('eva@veedor.example')).not.toBe(id);
      expect(await accounts.find(id)).toEqual({ person: id, roles: [], enabled: true, email: 'ana@veedor.example' });
      expect(await accounts.find('nobody-1')).toBeUndefined();
    });

    it('are given and taken roles, shut and opened, and doing it twice is doing it once', async () => {
      const accounts = await open();
      const id = await accounts.invite('ana@veedor.example');
      const twice = async (act: () => Promise<void>) => {
        await act();
        await act();
        const found = await accounts.find(id);
        return [found?.roles, found?.enabled];
      };
      expect(await twice(() => accounts.giveRole(id, 'witness'))).toEqual([['witness'], true]);
      expect(await twice(() => accounts.giveRole(id, 'auditor'))).toEqual([['witness', 'auditor'], true]);
      expect(await twice(() => accounts.takeRole(id, 'witness'))).toEqual([['auditor'], true]);
      expect(await twice(() => accounts.takeRole(id, 'friends'))).toEqual([['auditor'], true]);
      expect(await twice(() => accounts.disable(id))).toEqual([['auditor'], false]);
      expect(await twice(() => accounts.enable(id))).toEqual([['auditor'], true]);
      await expect(accounts.giveRole('nobody-1', 'witness')).rejects.toThrow();
    });

    it('are listed once each, page by page', async () => {
      const accounts = await open();
      const invited = [await accounts.invite('a@veedor.example'), await accounts.invite('b@veedor.example')];
      const found: string[] = [];
      let from: string | undefined;
      do {
        const page = await accounts.list({ limit: 1, ...(from === undefined ? {} : { from }) });
        expect(page.items.length).toBeLessThanOrEqual(1);
        found.push(...page.items);
        from = page.next;
      } while (from !== undefined);
      expect(found).toEqual(expect.arrayContaining(invited));
      expect(new Set(found).size).toBe(found.length);
      await expect(accounts.list({ limit: 1, from: 'forged' })).rejects.toThrow(BadCursor);
    });
  });
};
