import { expect, it } from 'vitest';
import { WRITTEN_PAGE_MAX } from '../../functions/_http/paging.ts';
import { ERRORS_MAX } from '../../functions/_http/request.ts';
import { posting } from '../support/exchanges.ts';
import { arrived, JOURNEYS } from '../support/journey.ts';
import { listsOf } from './readings.ts';

/** What Lambda sends as an answer at most; what is larger is a 502 of the gateway, for everybody. */
const ANSWER_BYTES_MAX = 6 * 1024 * 1024;
const OBSERVATIONS = WRITTEN_PAGE_MAX + 5;

const filing = JOURNEYS['integrity-pact'].findIndex(({ path }) => path === '/observations');

it('the longest observations, each with the longest reply, are listed in pages that can be sent', async () => {
  const { house, caseId } = await arrived('integrity-pact', filing);
  let keys = 0;
  const post = async (person: string, path: string, body: object) => {
    keys += 1;
    const sent = posting({ person, path: `/cases/${caseId}${path}`, body, idempotencyKey: `key-${keys}` });
    const { status, text } = await house.send(sent);
    if (status >= 300) throw new Error(text);
  };
  for (let number = 1; number <= OBSERVATIONS; number += 1) {
    await post('witness-1', '/observations', {
      type: 'finding',
      stage: 'tender-observation',
      observedAt: house.clock.now(),
      language: 'es',
      title: '漢'.repeat(200),
      narrative: '漢'.repeat(20_000),
      visibility: 'public',
      place: '漢'.repeat(200),
      category: 'other',
      categoryText: '漢'.repeat(200),
      severity: 'minor',
      legalBasis: '漢'.repeat(2_000),
      noLegalBasisReason: '漢'.repeat(2_000),
      pointers: Array.from({ length: 50 }, () => `/${'漢'.repeat(499)}`),
      documentHashes: Array.from({ length: 20 }, () => 'f'.repeat(64)),
    });
    await post('witness-1', `/observations/observation-${number}/notification`, {});
    await post('authority-1', `/observations/observation-${number}/reply`, { reply: '漢'.repeat(20_000) });
  }
  const first = await house.send({ method: 'GET', path: `/cases/${caseId}/observations?limit=100` });
  const { items } = first.body as { items: unknown[] };
  expect([first.status, items.length]).toEqual([200, WRITTEN_PAGE_MAX]);
  expect(Buffer.byteLength(first.text)).toBeGreaterThan(ANSWER_BYTES_MAX / 2);
  const next = /<([^>]+)>/.exec(String(first.headers['link']))?.[1] ?? '';
  const second = await house.send({ method: 'GET', path: next });
  expect((second.body as { items: unknown[] }).items).toHaveLength(OBSERVATIONS - WRITTEN_PAGE_MAX);
  for (const path of listsOf(caseId)) {
    const { text } = await house.send({ method: 'GET', path: `${path}?limit=100` });
    expect([path, Buffer.byteLength(text)]).toSatisfy(([, bytes]) => bytes < ANSWER_BYTES_MAX);
  }
  for (const path of ['/ocds/release', '/ocds/record']) {
    const { status, text } = await house.send({ method: 'GET', path: `/cases/${caseId}${path}` });
    expect([path, status]).toEqual([path, 200]);
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThan(ANSWER_BYTES_MAX);
    expect(text).toContain('"textsLongerThan":2000,');
  }
});

it('what is wrong with thousands of entries is told of the first of them', async () => {
  const { house, caseId } = await arrived('integrity-pact', filing);
  const cites = Array.from({ length: 5_000 }, () => 'x');
  const { status, body } = await house.post('witness-1', `/cases/${caseId}/reports`, {
    body: { cites },
    idempotencyKey: 'k',
  });
  expect([status, (body as { errors: unknown[] }).errors.length]).toEqual([422, ERRORS_MAX]);
});
