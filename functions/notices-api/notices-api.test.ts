import { describe, expect, it } from 'vitest';
import { deliver } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { keepNotices } from '../keep-notices/keep-notices.ts';

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly says: string;
  readonly link: string;
  readonly unread: boolean;
}

const told = async (): Promise<{ house: House; caseId: string }> => {
  const { house, caseId } = await arrived(
    'integrity-pact',
    stepsThrough('integrity-pact', '/observations/observation-3/notification'),
  );
  await deliver(keepNotices(house), house.cases, caseId);
  return { house, caseId };
};

const list = async (house: House, person: string, query = ''): Promise<{ items: readonly Shown[]; next?: string }> => {
  const { body, headers } = await house.get(person, `/notices${query}`).then(
    (answer) =>
      answer as never as {
        body: { items: readonly Shown[] };
        headers: Record<string, string>;
      },
  );
  const next = /<[^>]*?(\/notices[^>]*)>/.exec(headers['link'] ?? '')?.[1];
  return { items: body.items, ...(next === undefined ? {} : { next }) };
};
let keys = 0;
const post = (house: House, person: string, path: string, body: object) => {
  keys += 1;
  return house.post(person, path, { body, idempotencyKey: `own-${keys}` });
};

describe('notices', () => {
  it('are listed for whoever was told, newest first, and exist for nobody else', async () => {
    const { house, caseId } = await told();
    const { items } = await list(house, 'authority-1');
    expect(items[0]).toMatchObject({
      case: caseId,
      kind: 'finding.notified.v1',
      says: 'Se puso un hallazgo en conocimiento de la entidad',
      unread: true,
    });
    expect(items.map(({ id }) => id)).toEqual(
      items
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    const inEnglish = await list(house, 'authority-1', '?language=en&limit=1');
    expect(inEnglish.items[0]?.says).toBe('A finding was put to the contracting authority');
    expect(inEnglish.next).toContain('language=en');
    expect((await list(house, 'control-3')).items).toEqual([]);
    expect((await house.get('', '/notices')).status).toBe(404);
  });

  it('come in pages', async () => {
    const { house } = await told();
    const whole = (await list(house, 'witness-1')).items;
    const paged: Shown[] = [];
    let path: string | undefined = '?limit=3';
    while (path !== undefined) {
      const { items, next }: { items: readonly Shown[]; next?: string } = await list(house, 'witness-1', path);
      paged.push(...items);
      path = next?.replace('/notices', '');
    }
    expect(paged).toEqual(whole);
    const { next = '' } = await list(house, 'witness-1', '?limit=3');
    expect((await house.get('coordinator-1', next)).status).toBe(400);
  });

  it('are marked read up to one of them, and never unread again', async () => {
    const { house } = await told();
    const { items } = await list(house, 'witness-1');
    const third = items[2]?.id ?? '';
    expect(await post(house, 'witness-1', '/notices/reading', { upTo: third })).toMatchObject({
      status: 200,
      body: { readUpTo: third },
    });
    const unread = (await list(house, 'witness-1', '?unread=true')).items;
    expect(unread).toEqual(items.slice(0, 2));
    const { body } = await post(house, 'witness-1', '/notices/reading', { upTo: items[5]?.id ?? '' });
    expect(body).toEqual({ readUpTo: third });
    expect((await list(house, 'coordinator-1')).items.every((item) => item.unread)).toBe(true);
  });

  it('that have not come yet cannot be marked', async () => {
    const { house } = await told();
    const { status } = await post(house, 'witness-1', '/notices/reading', {
      upTo: 'AT#2999-01-01T00:00:00.000Z#ip-1@1',
    });
    expect(status).toBe(404);
    expect((await post(house, 'witness-1', '/notices/reading', { upTo: 'AT#' })).status).toBe(422);
  });
});

describe('how somebody is told', () => {
  it('is in Spanish and at once, until somebody says otherwise', async () => {
    const { house } = await told();
    const path = '/me/notice-settings';
    expect((await house.get('witness-1', path)).body).toEqual({
      language: 'es',
      mail: 'immediate',
      mailGoesTo: 'nowhere',
    });
    const { body } = await post(house, 'witness-1', path, { language: 'en', mail: 'digest' });
    expect(body).toEqual({ language: 'en', mail: 'digest', mailGoesTo: 'nowhere' });
    expect((await list(house, 'witness-1')).items.map(({ says }) => says)).toContain('The case moved to another stage');
    expect((await house.get('', path)).status).toBe(404);
  });

  it('goes to the address that they gave, else to the one of the roster; no address is ever repeated', async () => {
    const house = newHouse();
    await house.post('administrator-1', '/roster', {
      body: { person: 'witness-1', kind: 'person', name: 'Ana Ruiz', email: 'ana@roster.example' },
      idempotencyKey: 'enrol',
    });
    const read = async () => (await house.get('witness-1', '/me/notice-settings')).body;
    expect(await read()).toMatchObject({ mailGoesTo: 'roster' });
    const given = await post(house, 'witness-1', '/me/mail-address', { address: 'ana@own.example' });
    expect(given).toMatchObject({ status: 200, body: { mailGoesTo: 'roster', awaitsCodeUntil: expect.any(String) } });
    expect(JSON.stringify([given.body, await read()])).not.toContain('ana@');
    await post(house, 'witness-1', '/me/mail-address', {});
    expect(await read()).toEqual({ language: 'es', mail: 'immediate', mailGoesTo: 'roster' });
  });

  it.each([
    ['/me/notice-settings', { language: 'en', mail: 'none' }, { language: 'pt', mail: 'digest' }, 'settings'],
    ['/me/mail-address', { address: 'ana@own.example' }, {}, 'address'],
  ] as const)(
    '%s takes one request for one key: again nothing changes, another is refused',
    async (path, one, two, of) => {
      const house = newHouse();
      const send = (body: object, idempotencyKey: string) => house.post('witness-1', path, { body, idempotencyKey });
      const kept = () => house.notices[of]('witness-1');
      await send(one, 'key-1');
      const first = await kept();
      expect(await send(two, 'key-1')).toMatchObject({
        status: 422,
        body: { type: '/problems/idempotency-key-reused' },
      });
      expect(await kept()).toEqual(first);
      await send(two, 'key-2');
      const second = await kept();
      expect((await send(one, 'key-1')).status).toBe(200);
      expect(await kept()).toEqual(second);
      expect(second).not.toEqual(first);
    },
  );

  it.each([
    'ana',
    'ana@localhost',
    'ana@own.example\r\nBcc: all@own.example',
    'Ana <ana@own.example>',
    'ana@own.example,eva@own.example',
    '"a b"@own.example',
    'ana@[127.0.0.1]',
    `${'a'.repeat(65)}@own.example`,
    'anaä@own.example',
  ])('goes to no address such as %j', async (address) => {
    const answer = await post(newHouse(), 'witness-1', '/me/mail-address', { address });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/address' }] } });
  });
});
