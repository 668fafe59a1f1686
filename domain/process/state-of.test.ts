import { describe, expect, it } from 'vitest';
import { readOne, recordPackage, release, releasePackage } from '../../test/support/ocds.ts';

const on = (day: number, tender: object, more: object = {}) =>
  release({ id: `on-${day}`, date: `2026-03-0${day}T00:00:00Z`, tender, ...more });
const record = (compiledRelease: object) => ({ ocid: 'ocds-test00-0001', compiledRelease });

describe('a process that is told more than once', () => {
  it('is what the newest of its compiled releases tells, and nothing of the older ones', () => {
    const older = on(1, { title: 'Older', procurementMethod: 'open' });
    const newer = on(2, { title: 'Newer' });
    for (const [first, second, place] of [
      [older, newer, 0],
      [newer, older, 1],
    ] as const) {
      const { process, problems } = readOne(recordPackage(record(first), record(second)));
      expect([process.title, process.procurementMethod]).toEqual(['Newer', undefined]);
      expect(problems).toEqual([`process-repeated /records/${place}/compiledRelease`]);
    }
  });

  it('is the last of two at one instant', () => {
    const { process } = readOne(recordPackage(record(on(1, { title: 'First' })), record(on(1, { title: 'Second' }))));
    expect(process.title).toBe('Second');
  });

  it('goes on from its compiled release with the releases that are dated after it', () => {
    const { process, problems } = readOne({
      ...recordPackage(record(on(2, { title: 'Compiled', status: 'active' }))),
      ...releasePackage(on(1, { title: 'Before', procurementMethod: 'open' }), on(3, { status: 'complete' })),
    });
    expect(process).toMatchObject({ title: 'Compiled', tenderStatus: 'complete' });
    expect(process.procurementMethod).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('knows a compiled release without a record by its tag', () => {
    const compiled = { tag: ['compiled'] };
    const { process } = readOne(
      releasePackage(on(1, { procurementMethod: 'open' }), on(2, { title: 'Compiled' }, compiled)),
    );
    expect(process).toMatchObject({ title: 'Compiled' });
    expect(process.procurementMethod).toBeUndefined();
  });
});
