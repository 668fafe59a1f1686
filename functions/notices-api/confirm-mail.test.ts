import { describe, expect, it } from 'vitest';
import { streamOf } from '../../test/support/deliver.ts';
import { codeIn, openPostOffice, type PostOffice } from '../../test/support/post-office.ts';
import { ASKED_A_DAY_MAX, CODE_MS } from './confirm-mail.ts';

const OWNER = { controlAuthority: 'internal-control', profile: 'ti-integrity-pact' };
const WRONG = 'w'.repeat(43);
const UNKNOWN = { status: 404, body: { type: '/problems/confirmation-unknown' } };

const give = (office: PostOffice, address?: string) =>
  office.post('control-1', '/me/mail-address', address === undefined ? {} : { address });
const confirm = (office: PostOffice, code: string, person = 'control-1') =>
  office.post(person, '/me/mail-address/confirmation', { code });
const goesTo = async ({ house }: PostOffice) =>
  ((await house.get('control-1', '/me/notice-settings')).body as { mailGoesTo: string }).mailGoesTo;
/** The code of the last mail that went to an address. */
const codeAt = async (office: PostOffice, address: string): Promise<string> => {
  await office.run();
  return codeIn(office.mailer.sent.findLast(({ to }) => to === address) ?? { text: '' });
};

describe('an address that somebody gives', () => {
  it('is sent a code, in their language, and nothing else until it is confirmed with it', async () => {
    const office = openPostOffice({ allowed: [] });
    const { caseId, escalate } = await office.caseBeforeEscalation();
    await office.post('control-1', '/me/notice-settings', { language: 'en', mail: 'immediate' });
    expect((await give(office, 'eva@own.example')).body).toMatchObject({ mailGoesTo: 'nowhere' });
    await escalate();
    await office.run();
    const [mail, ...others] = office.mailer.sent;
    expect([mail?.to, mail?.subject, others]).toEqual(['eva@own.example', 'Veedor: Confirm this address', []]);
    expect(mail?.text).toContain('https://veedor.example/en/account/messages\r\n');
    for (const hidden of [caseId, 'control-1', 'escalation']) expect(mail?.text).not.toContain(hidden);
    expect((await confirm(office, codeIn(mail ?? { text: '' }))).body).toEqual({
      language: 'en',
      mail: 'immediate',
      mailGoesTo: 'own-address',
    });
  });

  it('is confirmed by its own code alone, by whoever gave it, again without effect', async () => {
    const office = openPostOffice({ allowed: [] });
    await give(office, 'eva@own.example');
    const code = await codeAt(office, 'eva@own.example');
    expect(Buffer.from(code, 'base64url').length).toBe(32);
    expect(await confirm(office, WRONG)).toMatchObject(UNKNOWN);
    expect(await confirm(office, code, 'control-2')).toMatchObject(UNKNOWN);
    expect(await goesTo(office)).toBe('nowhere');
    expect((await confirm(office, 'short')).status).toBe(422);
    for (let again = 0; again < 2; again += 1) expect((await confirm(office, code)).status).toBe(200);
    expect(await goesTo(office)).toBe('own-address');
  });

  it('has until the code is over, to the millisecond', async () => {
    for (const [early, status] of [
      [1, 200],
      [0, 404],
    ] as const) {
      const office = openPostOffice({ allowed: [] });
      await give(office, 'eva@own.example');
      const code = await codeAt(office, 'eva@own.example');
      office.house.clock.move(CODE_MS - early);
      expect([early, (await confirm(office, code)).status]).toEqual([early, status]);
    }
  });

  it('that is changed begins anew: nothing goes to either, and the old code is good for nothing', async () => {
    const office = openPostOffice({ allowed: [] });
    await office.liveAt('control-1', 'old@own.example');
    office.house.clock.move(60_000);
    await give(office, 'new@own.example');
    expect(await goesTo(office)).toBe('nowhere');
    const first = await codeAt(office, 'new@own.example');
    office.house.clock.move(60_000);
    await give(office, 'new@own.example');
    const second = await codeAt(office, 'new@own.example');
    expect(second).not.toBe(first);
    expect(await confirm(office, first)).toMatchObject(UNKNOWN);
    expect((await confirm(office, second)).status).toBe(200);
    office.house.clock.move(60_000);
    // The same address once more changes nothing.
    await give(office, 'new@own.example');
    expect(await goesTo(office)).toBe('own-address');
    await give(office);
    expect(await goesTo(office)).toBe('nowhere');
    expect(await confirm(office, second)).toMatchObject(UNKNOWN);
  });

  it('is asked once a minute and a few times a day, also when it is taken back in between', async () => {
    const office = openPostOffice({ allowed: [] });
    const tooMany = { status: 429, body: { type: '/problems/confirmations-too-many' } };
    await give(office, 'eva@own.example');
    await give(office);
    expect(await give(office, 'eva@own.example')).toMatchObject({ ...tooMany, body: { retryAfterSeconds: 60 } });
    for (let asked = 1; asked < ASKED_A_DAY_MAX; asked += 1) {
      office.house.clock.move(60_000);
      expect((await give(office, `eva${asked}@own.example`)).status).toBe(200);
    }
    office.house.clock.move(60_000);
    expect(await give(office, 'eva9@own.example')).toMatchObject(tooMany);
    office.house.clock.move(86_400_000);
    expect((await give(office, 'eva9@own.example')).status).toBe(200);
  });

  it('stands in no event, and its code nowhere that can be read', async () => {
    const office = openPostOffice({ allowed: [] });
    const { caseId, escalate } = await office.caseBeforeEscalation();
    await give(office, 'eva@own.example');
    await escalate();
    const code = await codeAt(office, 'eva@own.example');
    expect(JSON.stringify(await streamOf(office.house.cases, caseId))).not.toContain('eva@');
    const kept = JSON.stringify([office.house.items.items(), office.house.log.said]);
    expect(kept).not.toContain(code);
  });
});

describe('the mailbox of an institution', () => {
  const opened = async () => {
    const office = openPostOffice({ allowed: [] });
    const { escalate } = await office.caseBeforeEscalation();
    const channel = { kind: 'mail', address: 'desk@control.example', language: 'en' };
    const { id } = await office.register({ owner: OWNER, channel });
    const confirms = (code: string, endpoint = id) =>
      office.house.send({
        method: 'POST',
        path: `/endpoints/${endpoint}/confirmation`,
        headers: { 'content-type': 'application/json', 'idempotency-key': `confirm-${code}` },
        body: JSON.stringify({ code }),
      });
    const stateOf = async (kind: string) => (await office.deliveries(id)).find((each) => each.kind === kind);
    return { office, escalate, id, confirms, stateOf };
  };

  it('waits for what concerns it until its reader confirms, without a token; then nothing was lost', async () => {
    const { office, escalate, id, confirms, stateOf } = await opened();
    await escalate();
    const code = await codeAt(office, 'desk@control.example');
    expect(office.mailer.sent).toHaveLength(1);
    expect(await stateOf('escalation.sent.v1')).toMatchObject({
      state: 'pending',
      attempts: [{ outcome: 'unconfirmed' }],
    });
    const wrong = await confirms(WRONG);
    const absent = await confirms(code, 'ca-none-0123456789abcdef');
    expect([wrong.status, wrong.text]).toEqual([404, absent.text]);
    expect((await confirms(code)).body).toMatchObject({ endpoint: id, confirmedAt: office.house.clock.now() });
    await office.run();
    expect(office.mailer.sent.map(({ subject }) => subject)).toEqual([
      'Veedor: Confirm this address',
      'Veedor: Findings were sent to a control authority',
    ]);
  });

  it('is asked anew by whoever looks after it, and by nobody else', async () => {
    const { office, id, confirms } = await opened();
    const first = await codeAt(office, 'desk@control.example');
    const path = `/endpoints/${id}/confirmation-request`;
    expect((await office.post('control-2', path)).status).toBe(404);
    expect((await office.post('administrator-1', path)).status).toBe(429);
    office.house.clock.move(CODE_MS);
    expect((await office.post('administrator-1', path)).body).toMatchObject({
      channel: { awaitsCodeUntil: expect.any(String) },
    });
    expect((await confirms(first)).status).toBe(404);
    expect((await confirms(await codeAt(office, 'desk@control.example'))).status).toBe(200);
    const shown = await office.post('administrator-1', path);
    expect(shown.body).toMatchObject({ channel: { confirmedAt: expect.any(String) } });
  });

  it.each(['desk@control.example\r\nBcc: all@own.example', 'desk', 'desk@[127.0.0.1]', 'a@b.example,c@d.example'])(
    'cannot be %j',
    async (address) => {
      const office = openPostOffice({ allowed: [] });
      const answer = await office.post('administrator-1', '/endpoints', {
        owner: OWNER,
        channel: { kind: 'mail', address },
      });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/channel/address' }] } });
    },
  );
});
