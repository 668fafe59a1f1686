import { beforeEach, describe, expect, it } from 'vitest';
import { streamOf } from '../../test/support/deliver.ts';
import { checkPortsOf, noticeOf, PHOTO_BYTES } from '../../test/support/handed-in.ts';
import type { House, HouseAnswer } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { checkDocument } from '../check-document/check-document.ts';

const WORDS = 'Zaunkönig: the gravel is thin.\r\nSince <May>.';
const PHOTO = new File([PHOTO_BYTES], 'Zaunkönig IMG 1.jpg', { type: 'image/jpeg' });
const CODE = /ip-[0-9a-z]{20}-\d+(?:-[0-9a-f]{4}){8}/;

let house: House;
let caseId = '';
let at = '';

beforeEach(async () => {
  ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/visits')));
  at = `/es/cases/${caseId}/tips/new`;
});

type Fields = Readonly<Record<string, string | readonly File[]>>;

/** As a browser sends a form, and the gateway hands it on. */
const sends = async (path: string, fields: Fields): Promise<HouseAnswer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each);
  }
  const whole = new Response(form);
  const body = Buffer.from(await whole.arrayBuffer()).toString('base64');
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
  return house.send({ method: 'POST', path, headers, body, isBase64Encoded: true });
};
const hidden = ({ text }: HouseAnswer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';
const opened = async (path = at): Promise<string> => hidden(await house.send({ method: 'GET', path }), 'receipt');
const TYPED = { text: WORDS, language: 'es', name: '', contact: '' };
const codeIn = ({ text }: HouseAnswer): string => CODE.exec(text)?.[0] ?? '';
const tips = async () => ((await house.get('coordinator-1', `/cases/${caseId}/tips`)).body as any).items;
const follows = (code: string, more: Fields = {}, language = 'es') => sends(`/${language}/tips`, { code, ...more });

describe('a tip by pages without script', () => {
  it('is sent with a photo, given to the team, answered and followed by its code, in any language', async () => {
    const sent = await sends(at, { ...TYPED, receipt: await opened(), files: [PHOTO] });
    expect([sent.status, sent.headers]).toMatchObject([
      200,
      { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    ]);
    expect(sent.headers['content-security-policy']).toContain("form-action 'self'");
    const [document] = house.documents.keys().filter((key) => key.startsWith(`incoming/${caseId}/`));
    await checkDocument(checkPortsOf(house))(noticeOf(document ?? ''));
    await house.post('coordinator-1', `/cases/${caseId}/tips/tip-1/lead`, { body: {}, idempotencyKey: 'lead' });
    const answer = { code: 'passed-to-team', reason: 'The team will look at it.' };
    await house.post('coordinator-1', `/cases/${caseId}/tips/tip-1/answer`, { body: answer, idempotencyKey: 'answer' });
    const code = codeIn(sent);
    const mine = await follows(` ${code.toUpperCase().replaceAll('-', '- ')}\r\n`, {}, 'en');
    expect(mine.status).toBe(200);
    for (const said of ['The team that watches has it', answer.reason, 'the gravel is thin', 'Received', '&lt;May>'])
      expect(mine.text).toContain(said);
    expect((await tips())[0]).toMatchObject({ text: WORDS.replace('\r\n', '\n'), language: 'es', lead: true });
  });

  it('sent again by the same form is the same tip, with the same photo and the same code', async () => {
    const receipt = await opened();
    const first = await sends(at, { ...TYPED, receipt, files: [PHOTO] });
    const before = (await streamOf(house.cases, caseId)).length;
    const again = await sends(at, { ...TYPED, receipt, files: [PHOTO] });
    expect([again.status, codeIn(again)]).toEqual([200, codeIn(first)]);
    expect(await streamOf(house.cases, caseId)).toHaveLength(before);
    const other = await sends(at, { ...TYPED, receipt, text: 'Other words.' });
    expect([other.status, codeIn(other)]).toEqual([409, '']);
    expect(other.text).toContain('Other words.');
    expect(hidden(other, 'receipt')).not.toBe(receipt);
    expect((await sends(at, { ...TYPED, receipt: hidden(other, 'receipt'), text: 'Other words.' })).status).toBe(200);
    expect(await tips()).toHaveLength(2);
  });

  it('is to be answered by the last day of its term, and not said to be by the one after', async () => {
    const sent = await sends(at, { ...TYPED, receipt: await opened() });
    const [{ term }] = await tips();
    const lastDay = new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeZone: term.zone });
    for (const { text } of [sent, await follows(codeIn(sent))])
      expect(text).toContain(lastDay.format(Date.parse(term.dueAt) - 1));
  });

  it('is added to by its code, once for each form', async () => {
    const code = codeIn(await sends(at, { ...TYPED, receipt: await opened() }));
    const key = hidden(await follows(code), 'key');
    const more = { key, text: 'At kilometre 12.', files: [PHOTO] };
    const added = await follows(code, more);
    expect(added.status).toBe(200);
    expect(added.text).toMatch(/Lo que agregó llegó[\s\S]*IMG 1\.jpg[\s\S]*At kilometre 12\.[\s\S]*En camino/);
    await follows(code, more);
    expect((await tips())[0]).toMatchObject({ additions: 1 });
    const wrong = await follows(code, { key, text: '' });
    expect([wrong.status, hidden(wrong, 'key')]).toEqual([422, key]);
    expect((await follows(code, { key, text: 'Other words.' })).status).toBe(409);
  });

  it.each<[string, Fields, string]>([
    ['nothing told', { text: '  ' }, '#text'],
    ['too much told', { text: 'x'.repeat(10_001) }, 'caben 10'],
    ['signs that steer the reading', { contact: '\u202eana' }, '#contact'],
    ['a file of a type that is not taken', { files: [new File(['x'], 'a.exe')] }, 'a.exe'],
    ['a file that is not what its name says', { files: [new File(['x'], 'a.jpg', { type: 'text/html' })] }, 'a.jpg'],
    ['an empty file', { files: [new File([''], 'a.jpg', { type: 'image/jpeg' })] }, 'está vacío'],
    ['a file named like a path', { files: [new File(['x'], 'a\\b.jpg', { type: 'image/jpeg' })] }, 'a\\b.jpg'],
    [
      'six files',
      { files: Array.from({ length: 6 }, (_, each) => new File([`${each}`], `${each}.jpg`, { type: 'image/jpeg' })) },
      'como mucho 5',
    ],
    ['files over the limit', { files: [new File(['x'.repeat(4_000_001)], 'a.txt')] }, 'más de 4 MB'],
  ])('with %s says so at its field and above, keeps what was typed, and tells nothing', async (_, wrong, says) => {
    const receipt = await opened();
    const answer = await sends(at, { ...TYPED, name: 'Ana', receipt, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(says);
    expect(answer.text).toMatch(/role="alert"[\s\S]*href="#\w+"/);
    expect(answer.text).toContain('aria-invalid');
    expect(answer.text).toContain('value="Ana"');
    if (wrong.text === undefined) expect(answer.text).toContain('the gravel is thin');
    if (wrong.files !== undefined) expect(answer.text).toContain('elíjalos otra vez');
    expect(hidden(answer, 'receipt')).toBe(receipt);
    expect(await tips()).toEqual([]);
  });

  it('is told when to try again where the case took too many, with all that was typed', async () => {
    for (let each = 0; each < 20; each += 1) await sends(at, { ...TYPED, receipt: await opened() });
    const receipt = await opened();
    const busy = await sends(at, { ...TYPED, receipt });
    expect([busy.status, busy.headers['retry-after'], hidden(busy, 'receipt')]).toEqual([429, '180', receipt]);
    expect(busy.text).toMatch(/después de: .*\d/);
    expect(busy.text).toContain('the gravel is thin');
    house.clock.move(180_000);
    expect((await sends(at, { ...TYPED, receipt })).status).toBe(200);
  });

  it('is safe where its file could not be handed in, and says so', async () => {
    const { sender } = house as { sender: { send: unknown } };
    const { send } = sender;
    sender.send = async () => {
      throw new OutsideFailure('S3: down');
    };
    const receipt = await opened();
    const sent = await sends(at, { ...TYPED, receipt, files: [PHOTO] });
    expect([sent.status, codeIn(sent)]).toEqual([200, expect.stringMatching(CODE)]);
    expect(sent.text).toContain('No se pudo recibir');
    sender.send = send;
    expect((await sends(at, { ...TYPED, receipt, files: [PHOTO] })).text).toContain('se está revisando');
    expect(house.documents.keys().filter((key) => key.startsWith(`incoming/${caseId}/`))).toHaveLength(1);
  });

  it('is opened by no other code, and every wrong one looks the same', async () => {
    const code = codeIn(await sends(at, { ...TYPED, receipt: await opened() }));
    const wrong = [code.replace(/[0-9a-f]{4}$/, 'ffff'), code.replace('-1-', '-9-'), code.replace(/^ip-./, 'ip-z')];
    for (const each of wrong) {
      const { status, text } = await follows(each);
      expect([status, text.includes('Ningún aviso se abre'), text.includes(each)]).toEqual([422, true, true]);
    }
    expect((await follows('ip-1')).text).toContain('no es un código completo');
    expect((await follows('')).text).toContain('Escriba el código');
  });

  it('leaves its words and its code in no log, no address and no event, and is tied to nobody', async () => {
    const sent = await sends(at, { ...TYPED, receipt: await opened(), files: [PHOTO] });
    const code = codeIn(sent);
    const shown = [sent, await follows(code)];
    const receipt = code.slice(-39).replaceAll('-', '');
    const events = await streamOf(house.cases, caseId);
    const traces = JSON.stringify([house.log.said, events.map(({ data, actor }) => ({ data, actor }))]);
    for (const secret of ['Zaunkönig', receipt, code, 'holder-']) expect(traces).not.toContain(secret);
    const addresses = shown.flatMap(({ text }) => [...text.matchAll(/(?:href|action|content)="([^"]*)"/g)].join());
    for (const secret of ['Zaunkönig', receipt, code]) expect(addresses.join()).not.toContain(secret);
    expect(addresses.join()).not.toMatch(/tip-1/);
  });

  it('about a case that is closed is not taken, and its page says so', async () => {
    const { house: late, caseId: closed } = await arrived('integrity-pact');
    house = late;
    const path = `/es/cases/${closed}/tips/new`;
    expect((await house.send({ method: 'GET', path })).text).toContain('ya no recibe avisos');
    expect((await sends(path, { ...TYPED, receipt: 'a1b2c3d4'.repeat(4) })).status).toBe(409);
  });

  it.each([
    ['no form at all', { headers: { 'content-type': 'application/json' }, body: '{}' }, 400],
    [
      'a form that breaks off',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\n' },
      400,
    ],
    ['no boundary', { headers: { 'content-type': 'multipart/form-data; a=b' }, body: 'x' }, 400],
    ['no receipt', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'text=x' }, 400],
    ['more than a request holds', { headers: {}, body: 'x'.repeat(6 * 1024 * 1024 + 1) }, 413],
  ])('with %s is answered with the form, and nothing is told', async (_, request, status) => {
    for (const path of [at, '/es/tips']) {
      const answer = await house.send({ method: 'POST', path, ...request });
      const expected = path === at || status !== 400 || !request.body.startsWith('text') ? status : 422;
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        expected,
        'text/html; charset=utf-8',
      ]);
      expect(answer.text).toContain('<form');
    }
    expect(await tips()).toEqual([]);
  });

  it('is sent by a form without files too, as browsers encode it', async () => {
    const body = new URLSearchParams({ ...TYPED, receipt: await opened() }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(codeIn(await house.send({ method: 'POST', path: at, headers, body }))).toMatch(CODE);
  });

  it('names no more files than are worth reading, and gets back no more of a text than somebody can correct', async () => {
    const files = Array.from({ length: 60 }, (_, index) => new File([`${index}`], 'x.txt'));
    const named = await sends(at, { ...TYPED, receipt: await opened(), files });
    expect(named.status).toBe(422);
    const code = '"'.repeat(1_000_000);
    for (const answer of [await sends(at, { ...TYPED, text: code, receipt: await opened() }), await follows(code)]) {
      expect([answer.status, answer.text.length < 200_000]).toEqual([422, true]);
    }
    expect(await tips()).toEqual([]);
  });

  it('is drawn with the stylesheet of all pages', async () => {
    const { text } = await house.send({ method: 'GET', path: '/es/tips' });
    const style = /rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(await house.send({ method: 'GET', path: style })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
    });
  });

  it('about what is not there is not found, and an address with a query is not understood', async () => {
    for (const path of ['/es/cases/ip-00000000000000000000/tips/new', '/es/cases/x/tips/new', '/fr/tips'])
      expect([(await house.get('', path)).status, (await sends(path, TYPED)).status]).toEqual([404, 404]);
    expect((await house.get('', '/es/tips?code=x')).status).toBe(400);
  });
});
