import { describe, expect, it } from 'vitest';
import { deliver, streamOf } from '../../test/support/deliver.ts';
import { newHouse } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { memoryEntropy } from '../_ports/memory/memory-entropy.ts';
import { keepAgenda } from '../keep-agenda/keep-agenda.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';
import { sweepDeadlines } from '../sweep-deadlines/sweep-deadlines.ts';

const CODE = '00112233445566778899aabbccddeeff';
const TIP = {
  receipt: CODE,
  text: 'The gravel is not what was paid for.',
  language: 'es',
  name: 'Ana',
  contact: 'ana@example.org',
};

const UNNAMED = { person: 'unnamed', role: 'public' };

const ready = async () => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/visits'));
  const at = `/cases/${caseId}`;
  const post = (path: string, body: unknown, key = 'key') =>
    house.send({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const follow = (path: string, receipt?: string, person?: string) =>
    house.send({
      method: 'GET',
      path,
      ...(person === undefined ? {} : { person }),
      headers: receipt === undefined ? {} : { 'tip-receipt': receipt },
    });
  return { house, at, post, follow };
};

describe('a tip over the API', () => {
  it('is sent without a token, followed by its code, added to and answered', async () => {
    const { house, at, post, follow } = await ready();
    const { receipt } = (await post('/tip-receipts', {})).body as { receipt: string };
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
    const sent = await post(`${at}/tips`, { ...TIP, receipt });
    expect([sent.status, (sent.body as any).created]).toEqual([201, 'tip-1']);
    expect((await post(`${at}/tips/tip-1/additions`, { receipt, text: 'At kilometre 12.' }, 'more')).status).toBe(200);
    await house.post('coordinator-1', `${at}/tips/tip-1/lead`, { body: {}, idempotencyKey: 'lead' });
    await house.post('coordinator-1', `${at}/tips/tip-1/answer`, {
      body: { code: 'passed-to-team', reason: 'The team will look.' },
      idempotencyKey: 'answer',
    });
    const mine = await follow(`${at}/tips/tip-1`, receipt);
    expect(mine.body).toMatchObject({
      text: TIP.text,
      added: [{ text: 'At kilometre 12.' }],
      answer: 'passed-to-team',
      reason: 'The team will look.',
      late: false,
      overdue: false,
    });
    expect(mine.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'authorization, tip-receipt' });
  });

  it('is not there for whoever has no code, another code, or looks for another tip: byte for byte', async () => {
    const { at, post, follow } = await ready();
    await post(`${at}/tips`, TIP);
    const answers = await Promise.all([
      follow(`${at}/tips/tip-9`, CODE),
      follow(`${at}/tips/tip-1`),
      follow(`${at}/tips/tip-1`, 'f'.repeat(32)),
      follow(`${at}/tips/tip-1`, ''),
      follow(`${at}/tips/x`, CODE),
      follow(`${at}/tips/observation-1`, CODE),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0].status).toBe(404);
    const [wrong, none] = await Promise.all([
      post(`${at}/tips/tip-1/additions`, { receipt: 'fedcba98'.repeat(4), text: 'x' }),
      post(`${at}/tips/tip-9/additions`, { receipt: CODE, text: 'x' }, 'other-key'),
    ]);
    expect([wrong.status, wrong.text]).toEqual([none.status, none.text]);
  });

  it('is sent again with the same key without being told twice, and keys of two senders never meet', async () => {
    const { at, post } = await ready();
    const first = await post(`${at}/tips`, TIP);
    const again = await post(`${at}/tips`, TIP);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await post(`${at}/tips`, { ...TIP, receipt: 'fedcba98'.repeat(4) });
    expect((other.body as any).created).toBe('tip-2');
  });

  it('shows its words to whom it concerns: the coordinator all, the team a lead, nobody else anything', async () => {
    const { house, at, post } = await ready();
    await post(`${at}/tips`, TIP);
    const listed = async (person: string) => ((await house.get(person, `${at}/tips`)).body as any).items[0];
    expect(await listed('coordinator-1')).toMatchObject({ text: TIP.text, name: 'Ana', contact: 'ana@example.org' });
    for (const person of ['', 'witness-1', 'authority-1', 'control-1', 'bidder-1', 'administrator-1']) {
      const seen = JSON.stringify(await listed(person));
      for (const secret of [TIP.text, 'Ana', 'ana@example.org', CODE]) expect([person, seen]).not.toContain(secret);
      expect(seen).not.toContain('gravel');
      expect(seen).not.toContain('Ana');
    }
    await house.post('coordinator-1', `${at}/tips/tip-1/lead`, { body: {}, idempotencyKey: 'lead' });
    const lead = await listed('witness-1');
    expect(lead).toMatchObject({ lead: true, text: TIP.text });
    expect(JSON.stringify(lead)).not.toContain('Ana');
    expect(JSON.stringify(await listed('authority-1'))).not.toContain('gravel');
  });

  it('leaves no trace of its sender in the events, nor its words through any other door', async () => {
    const { house, at, post } = await ready();
    await house.send({
      method: 'POST',
      path: `${at}/tips`,
      person: 'witness-1',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'signed-in' },
      body: JSON.stringify(TIP),
    });
    await post(`${at}/tips/tip-1/additions`, { receipt: CODE, text: 'More gravel.' }, 'more');
    const events = (await house.get('', `${at}/events?limit=100`)).body as any;
    const tips = events.items.filter(({ type }: any) => type.startsWith('tip.'));
    expect(tips.map(({ actor }: any) => actor)).toEqual([UNNAMED, UNNAMED]);
    expect(JSON.stringify(events)).not.toContain('gravel');
    for (const { version } of tips) {
      for (const person of ['', 'witness-1', 'authority-1', 'administrator-1']) {
        const { text } = await house.send({
          method: 'GET',
          path: `${at}/events/${version}/content`,
          ...(person === '' ? {} : { person }),
        });
        expect(text).not.toContain('gravel');
      }
    }
    expect(JSON.stringify(house.log.said)).not.toMatch(/gravel|Ana|00112233/);
  });

  it('is told when to come back when the case took too many, and is then taken with the same key', async () => {
    const { house, at, post } = await ready();
    for (let each = 0; each < 20; each += 1) await post(`${at}/tips`, TIP, `key-${each}`);
    const refused = await post(`${at}/tips`, TIP, 'mine');
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '180']);
    expect(refused.body).toMatchObject({ type: '/problems/tips-too-many', retryAt: expect.any(String) });
    house.clock.move(180_000);
    expect((await post(`${at}/tips`, TIP, 'mine')).status).toBe(201);
  });

  it('sent by many at once is taken, or told when to come back: nobody is sent away without a word', async () => {
    const { at, post } = await ready();
    const sent = await Promise.all(Array.from({ length: 40 }, (_, each) => post(`${at}/tips`, TIP, `at-once-${each}`)));
    const answers = sent.map(({ status, headers }) => (status === 429 ? [status, headers['retry-after']] : status));
    expect(answers.filter((each) => each === 201)).toHaveLength(20);
    expect(answers.filter((each) => each !== 201)).toEqual(Array.from({ length: 20 }, () => [429, '180']));
  });

  it('names each file once: a hash that stands there already is pointed at', async () => {
    const { at, post } = await ready();
    const files = ['a'.repeat(64), 'b'.repeat(64), 'a'.repeat(64)];
    const { status, body } = await post(`${at}/tips`, { ...TIP, files });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer: '/files/2' }] }]);
  });

  it.each([
    ['a wrong token', { headers: { authorization: 'Bearer nobody' } }, 401],
    ['no key', { headers: { 'idempotency-key': '' } }, 400],
    ['a body that is no JSON', { body: '{' }, 400],
    ['a field of nobody', { body: JSON.stringify({ ...TIP, x: 1 }) }, 422],
    ['a list for a body', { body: '[]' }, 422],
    ['no code', { body: JSON.stringify({ ...TIP, receipt: 7 }) }, 422],
    ['combining marks alone', { body: JSON.stringify({ ...TIP, text: '\u0301\u0308' }) }, 422],
    ['a NUL', { body: JSON.stringify({ ...TIP, text: 'a\u0000b' }) }, 422],
    ['a contact that turns direction', { body: JSON.stringify({ ...TIP, contact: '\u202eana' }) }, 422],
    ['a name over its limit', { body: JSON.stringify({ ...TIP, name: 'x'.repeat(201) }) }, 422],
    ['a body without end', { body: JSON.stringify({ ...TIP, text: 'x'.repeat(2_000_000) }) }, 413],
    ['a body that is no JSON by its own word', { headers: { 'content-type': 'text/html' } }, 415],
  ])('with %s is refused, and nothing is written', async (_what, wrong: any, status) => {
    const { house, at } = await ready();
    const answer = await house.send({
      method: 'POST',
      path: `${at}/tips`,
      body: JSON.stringify(TIP),
      ...wrong,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k', ...wrong.headers },
    });
    expect(answer.status).toBe(status);
    expect(((await house.get('', `${at}/tips`)).body as any).items).toEqual([]);
  });

  it('is kept as it was written: markup is text, and is answered as JSON alone', async () => {
    const { at, post, follow } = await ready();
    const text = '<img src=x onerror=alert(1)> =1+1 \u0041\u030a';
    await post(`${at}/tips`, { ...TIP, text });
    const mine = await follow(`${at}/tips/tip-1`, CODE);
    expect(mine.body).toMatchObject({ text: text.normalize('NFC') });
    expect(mine.headers).toMatchObject({ 'content-type': 'application/json' });
  });

  it('is taken no more once the case is closed, but can be added to and answered', async () => {
    const { house, caseId } = await arrived('integrity-pact');
    const send = (path: string, body: object) =>
      house.send({
        method: 'POST',
        path: `/cases/${caseId}${path}`,
        headers: { 'content-type': 'application/json', 'idempotency-key': path },
        body: JSON.stringify(body),
      });
    expect(await send('/tips', TIP)).toMatchObject({ status: 409, body: { type: '/problems/wrong-stage' } });
    const receipt = '0123456789abcdef0123456789abcdef';
    expect(await send('/tips/tip-1/additions', { receipt, text: 'It is still there.' })).toMatchObject({ status: 200 });
  });

  it('waits in the agenda of the coordinators, and shows as overdue to all when nobody answers', async () => {
    const { house, at, post } = await ready();
    await post(`${at}/tips`, TIP);
    const caseId = at.slice('/cases/'.length);
    const onwards = async () => {
      await deliver(keepAgenda(house), house.cases, caseId);
      await deliver(keepDeadlines(house), house.cases, caseId);
      await deliver(projectMilestones(house), house.cases, caseId);
    };
    const seen = async () => ({
      tip: ((await house.get('', `${at}/tips`)).body as any).items[0],
      task: ((await house.get('coordinator-1', `${at}/agenda`)).body as any).items.find(
        ({ what }: any) => what === 'answer-tip',
      ),
      heard: ((await house.get('', `${at}/milestones`)).body as any).milestones.find(({ id }: any) => id === 'O4')
        .judgement,
    });
    await onwards();
    const waiting = await seen();
    expect(waiting).toMatchObject({
      tip: { overdue: false, term: { term: 'tip-answer', explanation: expect.any(String) } },
      task: { about: 'tip-1', dueAt: waiting.tip.dueAt },
      heard: { status: 'furtherTimeNeeded', share: { numerator: 0, denominator: 1 } },
    });
    expect((await house.get('', waiting.tip.term.explanation)).body).toMatchObject({ dueAt: waiting.tip.dueAt });
    house.clock.move(Date.parse(waiting.tip.dueAt) - Date.parse(house.clock.now()) - 1);
    expect((await seen()).tip).toMatchObject({ overdue: false });
    house.clock.move(1);
    expect((await seen()).tip).toMatchObject({ overdue: true });
    await sweepDeadlines({ ...house, entropy: memoryEntropy() })();
    await onwards();
    expect(await seen()).toMatchObject({ tip: { overdue: true }, heard: { status: 'notAchieved' } });
    const types = (await streamOf(house.cases, caseId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'tip.overdue.v1')).toHaveLength(1);
  });

  it('about no case is not found', async () => {
    const house = newHouse();
    const body = JSON.stringify(TIP);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
    const send = (path: string) => house.send({ method: 'POST', path, headers, body });
    expect((await send('/cases/ip-00000000000000000000/tips')).status).toBe(404);
    expect((await send('/cases/x/tips')).status).toBe(404);
  });
});
