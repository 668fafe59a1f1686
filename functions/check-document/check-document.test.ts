import { beforeEach, describe, expect, it } from 'vitest';
import {
  announcing,
  checkPortsOf,
  declares,
  HOSTILE_BYTES,
  hashOf,
  noticeOf,
  OTHER_BYTES,
  PHOTO_BYTES,
  plainInspection,
} from '../../test/support/handed-in.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { checkDocument, LOST_ATTEMPTS_MAX, sweepUploads } from './check-document.ts';
import type { CheckPorts } from './check-document-ports.ts';

let house: House;
let caseId = '';
let ports: CheckPorts;

beforeEach(async () => {
  ({ house, caseId } = await arrived(
    'integrity-pact',
    stepsThrough('integrity-pact', '/observations/observation-2/versions'),
  ));
  ports = checkPortsOf(house);
});

const keyIn = (place: string) => `${place}/${caseId}/document-1`;
const document = async () => (await house.get('witness-1', `/cases/${caseId}/documents/document-1`)).body as any;
const facts = async () =>
  (await house.cases.entries({ case: caseId, after: 0, limit: 500 })).items
    .map(({ type }) => type)
    .filter((type) => type.startsWith('document.'));
const ALL = ['document.declared.v1', 'document.arrived.v1', 'document.usable.v1'];

const handIn = async (bytes: Buffer, sent = bytes): Promise<void> => {
  expect((await declares(house, caseId, { body: announcing(bytes) })).status).toBe(201);
  house.documents.upload(keyIn('incoming'), sent);
};
const scannedAs = (scanResultStatus: string) => ({
  detail: { s3ObjectDetails: { objectKey: keyIn('incoming') }, scanResultDetails: { scanResultStatus } },
});
const check = (over: Partial<CheckPorts> = {}) => checkDocument({ ...ports, ...over })(noticeOf(keyIn('incoming')));

describe('a file that arrived', () => {
  it('is sealed, copied and usable; nothing stays where it arrived', async () => {
    await handIn(PHOTO_BYTES);
    expect(await document()).toMatchObject({ state: 'awaited' });
    await check();
    expect(await document()).toMatchObject({
      state: 'usable',
      is: 'photo',
      shared: { removed: ['gps'] },
      lockedUntil: expect.stringMatching(/^2036-/),
    });
    expect(house.documents.keys()).toEqual(['originals', 'previews', 'shared'].map(keyIn));
    expect(house.documents.lockedUntil(keyIn('originals'))).toMatch(/^2036-/);
    expect(await facts()).toEqual(ALL);
  });

  it('is checked once, however often it is told', async () => {
    await handIn(PHOTO_BYTES);
    await check();
    await check();
    house.documents.upload(keyIn('incoming'), PHOTO_BYTES);
    await check();
    expect(await facts()).toEqual(ALL);
    expect(house.documents.keys()).not.toContain(keyIn('incoming'));
  });

  it('is told by EventBridge and by the scan for malware as well', async () => {
    await handIn(PHOTO_BYTES);
    await checkDocument(ports)(scannedAs('NO_THREATS_FOUND'));
    expect(await document()).toMatchObject({ state: 'usable' });
    await checkDocument(ports)({ detail: { object: { key: keyIn('incoming') } } });
    await expect(checkDocument(ports)({})).rejects.toThrow();
  });

  it.each([
    ['THREATS_FOUND', 'malware-found'],
    ['UNSUPPORTED', 'check-failed'],
  ])('of which a scan says %s is refused unread, and its sender is told', async (status, reason) => {
    await handIn(PHOTO_BYTES);
    const examine = async () => {
      throw new Error('It was opened.');
    };
    await checkDocument({ ...ports, inspection: { ...plainInspection, examine } })(scannedAs(status));
    expect(await document()).toMatchObject({ state: 'refused', reason });
    expect(house.documents.keys()).toEqual([`quarantine/30/${caseId}/document-1`]);
  });

  it.each([
    ['another hash', Buffer.from(PHOTO_BYTES).fill('x'), 'hash-differs'],
    ['another size', OTHER_BYTES, 'size-differs'],
  ])('with %s is refused and kept apart', async (_what, sent, reason) => {
    await handIn(PHOTO_BYTES, sent);
    await check();
    expect(await document()).toMatchObject({ state: 'refused', reason });
    expect(house.documents.keys()).toEqual([`quarantine/30/${caseId}/document-1`]);
  });

  it('that could do harm is refused and kept apart', async () => {
    await handIn(HOSTILE_BYTES);
    await check();
    expect(await document()).toMatchObject({ state: 'refused', reason: 'active-content' });
    expect(house.documents.keys()).toEqual([`quarantine/30/${caseId}/document-1`]);
    const { status } = await house.get('witness-1', `/cases/${caseId}/documents/document-1/content`);
    expect(status).toBe(404);
  });

  it('of which nothing is known is left alone', async () => {
    for (const key of [
      `incoming/${caseId}/document-9`,
      'incoming/ip-00000000000000000000/document-1',
      'incoming/x',
      'y',
    ]) {
      house.documents.upload(key, PHOTO_BYTES);
      await checkDocument(ports)(noticeOf(key));
    }
    expect(await facts()).toEqual([]);
  });
});

/** A port that ends at the call of a number: nothing after it happens, as if the machine had stopped. */
const stoppingAt = (count: { left: number }, work: object): object =>
  new Proxy(work, {
    get: (target, name) => {
      const found = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...asked: unknown[]) => {
        count.left -= 1;
        if (count.left < 0) throw new OutsideFailure('the machine stopped');
        return Reflect.apply(found, target, asked);
      };
    },
  });

describe.each([
  ['usable', PHOTO_BYTES, ALL],
  ['refused', HOSTILE_BYTES, [...ALL.slice(0, 2), 'document.refused.v1']],
] as const)('a check that is broken off at any step, of a file that is %s,', (state, bytes, whole) => {
  it('leaves nothing half: the next one completes it', async () => {
    let broken = 0;
    for (let step = 0; step < 40; step += 1) {
      ({ house, caseId } = await arrived(
        'integrity-pact',
        stepsThrough('integrity-pact', '/observations/observation-2/versions'),
      ));
      ports = checkPortsOf(house);
      await handIn(bytes);
      const count = { left: step };
      const stopping = <Port extends object>(port: Port): Port => stoppingAt(count, port) as Port;
      const over = {
        documents: stopping(ports.documents),
        cases: stopping(ports.cases),
        inspection: stopping(ports.inspection),
      };
      const ended = await check(over).then(
        () => 'whole',
        () => 'broken',
      );
      if (ended === 'whole') break;
      broken += 1;
      const { state: between } = await document();
      expect(['awaited', 'checking', state]).toContain(between);
      // What the record calls usable is all there.
      if (between === 'usable')
        expect(house.documents.keys()).toEqual(expect.arrayContaining(['originals', 'shared', 'previews'].map(keyIn)));
      await check();
      expect([step, await facts()]).toEqual([step, whole]);
      expect(await document()).toMatchObject({ state });
      expect(house.documents.keys()).not.toContain(keyIn('incoming'));
    }
    expect(broken).toBeGreaterThan(8);
  });
});

describe('a file that cannot be looked into', () => {
  const failing = {
    ...plainInspection,
    examine: async () => {
      throw new TypeError('a bug that only this file meets');
    },
  };

  it('is said to the operators each time, and after hours to its sender: the file itself is kept', async () => {
    await handIn(PHOTO_BYTES);
    await expect(check({ inspection: failing })).rejects.toThrow(TypeError);
    house.clock.set('2026-03-02T16:59:00.000Z');
    await expect(check({ inspection: failing })).rejects.toThrow(TypeError);
    expect(await document()).toMatchObject({ state: 'checking' });
    house.clock.set('2026-03-02T17:01:00.000Z');
    await check({ inspection: failing });
    const about = { case: caseId, document: 'document-1', failure: 'TypeError' };
    expect(house.log.said.filter(({ message }) => message === 'VEE015')).toEqual([
      { message: 'VEE015', facts: about },
      { message: 'VEE015', facts: about },
    ]);
    expect(house.log.said).toContainEqual({ message: 'VEE016', facts: about });
    expect(await document()).toMatchObject({
      state: 'refused',
      reason: 'check-failed',
      explanation: { es: expect.stringContaining('No logramos revisarlo') },
    });
    expect(house.documents.keys()).toEqual([`quarantine/30/${caseId}/document-1`]);
  });

  it('is tried anew however long it lay there while nobody looked', async () => {
    await handIn(PHOTO_BYTES);
    house.clock.set('2026-03-05T15:00:00.000Z');
    await expect(check({ inspection: failing })).rejects.toThrow(TypeError);
    expect(await document()).toMatchObject({ state: 'checking' });
    await check();
    expect(await document()).toMatchObject({ state: 'usable' });
  });

  it('is not given up because the outside fails', async () => {
    await handIn(PHOTO_BYTES);
    const gone = {
      ...plainInspection,
      examine: async () => {
        throw new OutsideFailure('S3: gone');
      },
    };
    for (const hour of ['15', '19']) {
      house.clock.set(`2026-03-02T${hour}:00:00.000Z`);
      await expect(check({ inspection: gone })).rejects.toThrow(OutsideFailure);
    }
    expect(await document()).toMatchObject({ state: 'checking' });
  });

  it('keeps no other from its turn when both are looked for', async () => {
    await handIn(PHOTO_BYTES);
    expect((await declares(house, caseId, { body: announcing(OTHER_BYTES) })).status).toBe(201);
    house.documents.upload(`incoming/${caseId}/document-2`, OTHER_BYTES);
    house.clock.set('2026-04-20T15:00:00.000Z');
    const one = {
      ...plainInspection,
      examine: (file: Parameters<typeof plainInspection.examine>[0], declared: { name: string; mediaType: string }) =>
        file.size === PHOTO_BYTES.byteLength ? failing.examine() : plainInspection.examine(file, declared),
    };
    await expect(sweepUploads({ ...ports, inspection: one })()).rejects.toThrow(TypeError);
    const other = (await house.get('witness-1', `/cases/${caseId}/documents/document-2`)).body as any;
    expect(other).toMatchObject({ state: 'usable' });
  });

  it('is looked for where others look first only when its check began', async () => {
    await handIn(PHOTO_BYTES);
    house.clock.set('2026-04-20T15:00:00.000Z');
    await sweepUploads(ports)({ onlyBegun: true });
    expect(await document()).toMatchObject({ state: 'awaited' });
    await expect(check({ inspection: failing })).rejects.toThrow(TypeError);
    await sweepUploads(ports)({ onlyBegun: true });
    expect(await document()).toMatchObject({ state: 'usable' });
  });
});

describe('a file whose check ends the process', () => {
  /** Begins a check of which nothing more is heard, as another process would. */
  const beginsAndIsLost = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const examine = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    void checkDocument({ ...ports, documents: { ...ports.documents }, inspection: { ...plainInspection, examine } })(
      noticeOf(keyIn('incoming')),
    );
    await promise;
  };
  const lose = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await beginsAndIsLost();
  };

  it('is given up unopened after three times, and its sender is told', async () => {
    await handIn(PHOTO_BYTES);
    await lose(LOST_ATTEMPTS_MAX);
    expect(await document()).toMatchObject({ state: 'checking' });
    const examine = async () => {
      throw new Error('It was opened.');
    };
    await check({ inspection: { ...plainInspection, examine } });
    expect(await document()).toMatchObject({ state: 'refused', reason: 'check-failed' });
    const about = { case: caseId, document: 'document-1', failure: 'the process ended' };
    expect(house.log.said).toContainEqual({ message: 'VEE016', facts: about });
    expect(house.documents.keys()).toEqual([`quarantine/30/${caseId}/document-1`]);
  });

  it('is looked into as long as it may be the process that failed, whatever failed in between', async () => {
    await handIn(PHOTO_BYTES);
    await lose(LOST_ATTEMPTS_MAX - 1);
    const gone = async () => {
      throw new OutsideFailure('S3: gone');
    };
    for (let time = 0; time < 3; time += 1)
      await expect(check({ inspection: { ...plainInspection, examine: gone } })).rejects.toThrow(OutsideFailure);
    await check();
    expect(await document()).toMatchObject({ state: 'usable' });
    expect(house.documents.keys()).toEqual(['originals', 'previews', 'shared'].map(keyIn));
  });

  it('is not begun again while this process is still at it', async () => {
    await handIn(PHOTO_BYTES);
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const examine: typeof plainInspection.examine = async (...asked) => {
      begun.resolve();
      await goOn.promise;
      return plainInspection.examine(...asked);
    };
    const first = check({ inspection: { ...plainInspection, examine } });
    await begun.promise;
    house.clock.set('2026-04-20T15:00:00.000Z');
    const again = async () => {
      throw new Error('It was opened twice.');
    };
    await sweepUploads({ ...ports, inspection: { ...plainInspection, examine: again } })();
    goOn.resolve();
    await first;
    expect(await document()).toMatchObject({ state: 'usable' });
  });
});

describe('the look for what nobody was told of', () => {
  it('finds what lies there too long, and leaves what just came', async () => {
    await handIn(PHOTO_BYTES);
    house.clock.set('2026-03-02T15:10:00.000Z');
    expect(await sweepUploads(ports)()).toEqual({ swept: 0 });
    house.clock.set('2026-04-20T15:00:00.000Z');
    expect(await sweepUploads(ports)()).toEqual({ swept: 1 });
    expect(await document()).toMatchObject({ state: 'usable', sha256: hashOf(PHOTO_BYTES) });
  });
});
