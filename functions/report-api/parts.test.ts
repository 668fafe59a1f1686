import { describe, expect, it } from 'vitest';
import { arrived, JOURNEYS } from '../../test/support/journey.ts';
import { PART_BYTES_MAX } from './parts.ts';

/** What Lambda sends as an answer at most. */
const ANSWER_BYTES_MAX = 6 * 1024 * 1024;
const OBSERVATIONS = 60;

const filing = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/observations');

/** A report over many of the longest observations, in characters that take the most room once they are escaped. */
const crowded = async () => {
  const { house, caseId } = await arrived('integrity-pact', filing);
  const names = Array.from({ length: OBSERVATIONS }, (_, index) => `observation-${index + 1}`);
  const post = async (path: string, body: object, idempotencyKey: string) => {
    const { status } = await house.post('witness-1', `/cases/${caseId}${path}`, { body, idempotencyKey });
    expect([path, status]).toEqual([path, 201]);
  };
  for (const name of names) {
    const narrative = `${name} ${'"'.repeat(19_900)}`;
    const seen = { type: 'good-practice', stage: 'tender-observation', observedAt: house.clock.now(), language: 'es' };
    await post('/observations', { ...seen, title: name, narrative, visibility: 'public' }, name);
  }
  const written = {
    stage: 'tender-observation',
    summary: 'What was watched from the call for tenders to the opening of the bids, act by act.',
    conclusion: 'The acts were watched, the documents asked for, and what was seen stands in the observations.',
  };
  await post('/reports', { ...written, cites: names, leavesOut: [], recommendations: [] }, 'report');
  return { house, path: `/cases/${caseId}/reports/report-1`, names };
};

describe('a report that does not fit into one answer', async () => {
  const { house, path, names } = await crowded();

  it.each([
    ['document', /<([^>]+)>; rel="next"/],
    ['page', /<a [^>]*rel="next" href="([^"]+)"/],
  ])('comes as a %s in parts that can be sent, and nothing is lost or told twice', async (kind, link) => {
    const told: string[] = [];
    let next: string | undefined = `${path}/${kind}`;
    let parts = 0;
    while (next !== undefined) {
      const { status, text, headers } = await house.send({ method: 'GET', path: next, person: 'witness-1' });
      expect(status).toBe(200);
      expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThan(ANSWER_BYTES_MAX);
      parts += 1;
      told.push(...[...text.matchAll(/(observation-\d+) (?:\\"|&quot;)/g)].map(([, name = '']) => name));
      const followed: string | undefined = link.exec(kind === 'document' ? String(headers['link']) : text)?.[1];
      const query = followed?.replaceAll('&amp;', '&');
      next = query?.startsWith('?') === true ? `${path}/${kind}${query}` : query;
    }
    expect(parts).toBeGreaterThan(1);
    expect(told).toEqual(names);
  });

  it.each(['document', 'page'])('gives no part of the %s under a cursor that it never gave', async (kind) => {
    const { status, text, headers } = await house.send({ method: 'GET', path: `${path}/${kind}`, person: 'witness-1' });
    expect(status).toBe(200);
    const [, given = ''] = /cursor=(\d+\.2\.\d+\.\d+)/.exec(`${String(headers['link'])} ${text}`) ?? [];
    const [version = '', part = '', section = '', item = ''] = given.split('.');
    const forged = [
      [version, part, '99', '0'],
      [version, part, section, String(Number(item) + 1)],
      [version, '99', section, item],
      [version, '1', section, item],
      [String(Number(version) - 1), part, section, item],
    ];
    for (const cursor of forged.map((each) => each.join('.'))) {
      const refused = await house.send({
        method: 'GET',
        path: `${path}/${kind}?cursor=${cursor}`,
        person: 'witness-1',
      });
      expect([cursor, refused.status, refused.body]).toMatchObject([cursor, 400, { type: '/problems/cursor-invalid' }]);
    }
  });

  it('has parts with room to spare', () => {
    expect(PART_BYTES_MAX).toBeLessThan(ANSWER_BYTES_MAX * 0.75);
  });
});
