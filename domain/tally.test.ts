import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMED_MAX, NOTHING_OPEN, opened, settled, tally } from './tally.ts';

describe('a tally of what is open', () => {
  it('counts exactly, and names the first', () => {
    const ids = Array.from({ length: NAMED_MAX + 3 }, (_, index) => `act-${index + 1}`);
    expect(ids.reduce(opened, NOTHING_OPEN)).toEqual({ open: NAMED_MAX + 3, named: ids.slice(0, NAMED_MAX) });
  });

  it('has room for names again when some are settled', () => {
    const ids = Array.from({ length: NAMED_MAX }, (_, index) => `act-${index + 1}`);
    const full = ids.reduce(opened, NOTHING_OPEN);
    expect(opened(settled(full, 'act-1'), 'act-99').named).toEqual([...ids.slice(1), 'act-99']);
  });

  it('tells the truth in whatever order things open and are settled', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 80 }), (numbers) => {
        const open = new Set<string>();
        let counted = NOTHING_OPEN;
        for (const number of numbers) {
          const id = `act-${number}`;
          counted = open.has(id) ? settled(counted, id) : opened(counted, id);
          if (!open.delete(id)) open.add(id);
          expect(counted.open).toBe(open.size);
          expect(counted.named.every((name) => open.has(name))).toBe(true);
          expect(tally.safeParse(counted).success).toBe(true);
        }
      }),
      { seed: 183_15, numRuns: 100 },
    );
  });
});
