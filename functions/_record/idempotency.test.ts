import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { doorOver, type Exchange, overheard, posting } from '../../test/support/exchanges.ts';
import { type House, type HouseRequest, newHouse } from '../../test/support/house.ts';
import { arrived, JOURNEYS, journeyBegins, travel } from '../../test/support/journey.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';

/** A journey that remembers what was sent and answered. */
const remembered = async (instrument: (typeof INSTRUMENTS)[number], steps?: number) => {
  const house = newHouse(journeyBegins);
  const sent: Exchange[] = [];
  const door = doorOver(overheard(house, (exchange) => void sent.push(exchange)));
  const caseId = await travel(house, instrument, { door, ...(steps === undefined ? {} : { steps }) });
  return { house, sent, caseId };
};

const versionOf = async (house: House, caseId: string) =>
  (await house.cases.read({ case: caseId, subjects: [] })).head?.version;

/** Sends everything again, and expects the very answers of the first time. */
const expectReplayed = async (house: House, sent: readonly Exchange[]) => {
  // The form of a file is signed anew each time: documents-api.test.ts holds what a repeat of it answers.
  for (const { request, answer } of sent.filter(({ request: { path } }) => !path.endsWith('/documents'))) {
    const again = await house.send(request);
    expect(again.text).toBe(answer.text);
    expect(again.status).toBe(answer.status);
    expect(again.headers).toEqual({ ...answer.headers, 'idempotency-replayed': 'true' });
  }
};

const filing = (caseId: string, idempotencyKey: string, title = 'A door was open'): HouseRequest =>
  posting({
    person: 'witness-1',
    path: `/cases/${caseId}/observations`,
    body: {
      type: 'good-practice',
      stage: 'tender-observation',
      observedAt: journeyBegins,
      language: 'en',
      title,
      narrative: 'It stood open.',
      visibility: 'public',
    },
    idempotencyKey,
  });

/** A pact whose tender is being observed. */
const inTender = () =>
  arrived('integrity-pact', JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/advance') + 1);

describe.each(INSTRUMENTS)('in a case of %s, sending again with the same key', (instrument) => {
  it('gives the first answer, for ever, and does nothing', async () => {
    const { house, sent, caseId } = await remembered(instrument);
    const version = await versionOf(house, caseId);
    expect(sent).toHaveLength(JOURNEYS[instrument].length);
    await expectReplayed(house, sent);
    house.clock.move(20 * 365 * 86_400_000);
    await expectReplayed(house, sent);
    expect(await versionOf(house, caseId)).toBe(version);
  });

  it('gives the first answer while the case is suspended, too', async () => {
    const { house, sent, caseId } = await remembered(
      instrument,
      JOURNEYS[instrument].findIndex(({ path }) => path === '/advance') + 1,
    );
    await house.post('coordinator-1', `/cases/${caseId}/suspension`, {
      body: { reason: 'court-order', explanation: 'A judge.' },
      idempotencyKey: 'stop',
    });
    expect((await house.send(filing(caseId, 'new'))).body).not.toHaveProperty('recorded');
    await expectReplayed(house, sent);
  });
});

describe('the same key', () => {
  it('with another body, on another route or in another case is refused, and nothing is done', async () => {
    const { house, caseId } = await inTender();
    await house.send(filing(caseId, 'once'));
    const other = await house.post('coordinator-1', '/cases', {
      body: { instrument: 'oversight-committee', ocds: OFFICIAL_DATA },
      idempotencyKey: 'other',
    });
    const otherId = (other.body as { case: string }).case;
    const [version, otherVersion] = [await versionOf(house, caseId), await versionOf(house, otherId)];
    const reused = [
      filing(caseId, 'once', 'Another title'),
      filing(otherId, 'once'),
      filing('ip-00000000000000000000', 'once'),
      posting({
        person: 'witness-1',
        path: `/cases/${caseId}/reports/report-1/signature`,
        body: {},
        idempotencyKey: 'once',
      }),
      posting({
        person: 'coordinator-1',
        path: '/cases',
        body: { instrument: 'oversight-committee', ocds: { ...OFFICIAL_DATA, id: 'other' } },
        idempotencyKey: 'other',
      }),
      posting({
        person: 'coordinator-1',
        path: '/cases',
        body: { instrument: 'integrity-pact', ocds: OFFICIAL_DATA },
        idempotencyKey: 'other',
      }),
      posting({ person: 'coordinator-1', path: `/cases/${caseId}/advance`, body: {}, idempotencyKey: 'other' }),
    ];
    for (const request of reused) {
      const { status, body } = await house.send(request);
      expect([status, body]).toEqual([422, expect.objectContaining({ type: '/problems/idempotency-key-reused' })]);
    }
    expect([await versionOf(house, caseId), await versionOf(house, otherId)]).toEqual([version, otherVersion]);
  });

  it('with the same body written otherwise is the same request', async () => {
    const { house, caseId } = await inTender();
    const first = await house.send(filing(caseId, 'once'));
    const { body = '' } = filing(caseId, 'once');
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).toReversed()), undefined, 2);
    expect((await house.send({ ...filing(caseId, 'once'), body: reordered })).text).toBe(first.text);
  });

  it('of another person is another command', async () => {
    const { house, caseId } = await inTender();
    const first = await house.send(filing(caseId, 'shared'));
    const second = await house.send({ ...filing(caseId, 'shared'), person: 'witness-2' });
    expect([first.body, second.body]).toMatchObject([{ created: 'observation-1' }, { created: 'observation-2' }]);
    expect(second.headers).not.toHaveProperty('idempotency-replayed');
  });

  it('after a refusal can be sent again, and is done when it can be', async () => {
    const { house, caseId } = await arrived('integrity-pact', 1);
    const advance = posting({
      person: 'coordinator-1',
      path: `/cases/${caseId}/resumption`,
      body: { explanation: 'Go on.' },
      idempotencyKey: 'go',
    });
    expect((await house.send(advance)).status).toBe(409);
    await house.post('coordinator-1', `/cases/${caseId}/suspension`, {
      body: { reason: 'challenge', explanation: 'Wait.' },
      idempotencyKey: 'stop',
    });
    expect((await house.send(advance)).status).toBe(200);
  });

  it('is answered as the first time by whoever may not do it any more, and whatever version it asks for', async () => {
    const { house, caseId } = await inTender();
    const request = filing(caseId, 'mine');
    const first = await house.send(request);
    await house.post('coordinator-1', `/cases/${caseId}/team/witness-1/departure`, {
      body: { reason: 'Gone.' },
      idempotencyKey: 'leave',
    });
    expect((await house.send(filing(caseId, 'another'))).status).toBe(403);
    expect((await house.send({ ...request, headers: { ...request.headers, 'if-match': '"1"' } })).text).toBe(
      first.text,
    );
  });

  it.each([2, 5, 20])('sent %i times at once has one effect, and every answer tells of it', async (times) => {
    const { house, caseId } = await inTender();
    const version = (await versionOf(house, caseId)) ?? 0;
    const answers = await Promise.all(
      Array.from({ length: times }, () => house.send(filing(caseId, 'at once'.replace(' ', '-')))),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect(await versionOf(house, caseId)).toBe(version + 1);
  });

  it('sent at once for two cases has one effect in one of them', async () => {
    const { house, caseId } = await inTender();
    const opened = await house.post('coordinator-1', '/cases', {
      body: { instrument: 'oversight-committee', ocds: OFFICIAL_DATA },
      idempotencyKey: 'other',
    });
    const suspend = (id: string) =>
      house.post('coordinator-1', `/cases/${id}/suspension`, {
        body: { reason: 'challenge', explanation: 'Wait.' },
        idempotencyKey: 'both',
      });
    const answers = await Promise.all([suspend(caseId), suspend((opened.body as { case: string }).case)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe('If-Match', () => {
  it('refuses what was decided on a version that is not the present one, and tells it', async () => {
    const { house, caseId } = await inTender();
    const { headers } = await house.send({ method: 'GET', path: `/cases/${caseId}` });
    const etag = String(headers['etag']);
    const filed = await house.send({
      ...filing(caseId, 'a'),
      headers: { ...filing(caseId, 'a').headers, 'if-match': etag },
    });
    expect(filed.status).toBe(201);
    const stale = await house.send({
      ...filing(caseId, 'b'),
      headers: { ...filing(caseId, 'b').headers, 'if-match': etag },
    });
    expect([stale.status, stale.body]).toEqual([
      412,
      expect.objectContaining({
        type: '/problems/version-conflict',
        version: (filed.body as { version: number }).version,
      }),
    ]);
  });

  it('"0" asks that there is no case yet', async () => {
    const house = newHouse();
    const opening = (key: string) => {
      const request = posting({
        person: 'coordinator-1',
        path: '/cases',
        body: { instrument: 'integrity-pact', ocds: OFFICIAL_DATA },
        idempotencyKey: key,
      });
      return house.send({ ...request, headers: { ...request.headers, 'if-match': '"0"' } });
    };
    expect((await opening('first')).status).toBe(201);
    expect((await opening('second')).status).toBe(412);
  });
});
