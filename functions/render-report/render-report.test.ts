import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { memoryDocuments } from '../_ports/memory/memory-documents.ts';
import { memoryItemStore } from '../_ports/memory/memory-item-store.ts';
import { renderingStore } from '../_reports/renderings.ts';
import { reportAtHand } from '../_reports/report-at-hand.ts';
import { verificationCode } from '../_reports/verification-code.ts';
import { readReportPdf } from '../report-api/pdf.ts';
import { DRAWN_POINTS } from './letters.ts';
import { asInput, type Paper, told } from './paper.ts';
import { NoCompiler, openPrinter } from './printer.ts';
import { inputOf, renderReport } from './render-report.ts';
import { TEMPLATE } from './template.ts';
import { writePaper } from './write-paper.ts';

const PUBLIC_URL = 'https://veedor.example';
const printer = await openPrinter();
const rendering = (house: House, open = async () => printer) => renderReport({ ...house, publicUrl: PUBLIC_URL }, open);

const whole = await arrived('integrity-pact');
await deliver(rendering(whole.house), whole.house.cases, whole.caseId);
const path = `/cases/${whole.caseId}/reports/report-4`;
const code = await verificationCode(whole.caseId, 'report-4');

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const pdfOf = async (language: string) => {
  const { status, headers, text } = await whole.house.send({ method: 'GET', path: `${path}/pdf?language=${language}` });
  return { status, headers, bytes: Buffer.from(text, 'latin1') };
};
const verified = (sha256: string, typed = code) =>
  whole.house.send({
    method: 'POST',
    path: `/verifications/${typed}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: JSON.stringify({ sha256 }),
  });

const atHand = async (report: string) => {
  const { house, caseId } = whole;
  const asked = {
    parameters: { case: caseId, report },
    caller: undefined,
    language: 'es',
    version: undefined,
  } as const;
  const at = await reportAtHand({ ...house, now: house.clock.now }, asked);
  if (at === undefined) throw new Error('There is no such report.');
  return at;
};
const printed = { code, publicUrl: PUBLIC_URL };
const paper: Paper = await writePaper(await atHand('report-4'), 'es', printed);
const printing = (changed: Partial<Paper>) => printer.print(asInput({ ...paper, ...changed }, told('Spelled.')));

describe('the PDF of a published report', () => {
  it.each(LANGUAGES)(
    'is there in %s as soon as its publication was told, for everybody, tagged and titled',
    async (language) => {
      const { status, headers, bytes } = await pdfOf(language);
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(headers['etag']).toBe(`"${hashOf(bytes)}"`);
      const digest = createHash('sha256').update(bytes).digest('base64');
      expect(headers['repr-digest']).toBe(`sha-256=:${digest}:`);
      expect(headers['content-disposition']).toBe(`inline; filename="${whole.caseId}-report-4-${language}.pdf"`);
      const text = bytes.toString('latin1');
      expect(text).toContain('pdfuaid:part>1<');
      expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
      expect(text).toMatch(new RegExp(`/Lang \\(${language}-`));
      expect(text).toContain('/StructTreeRoot');
      expect(text).toMatch(/\/DisplayDocTitle true/);
    },
  );

  it('is not sent again to who has it, and is kept where nobody deletes it', async () => {
    const etag = String((await pdfOf('es')).headers['etag']);
    const again = await whole.house.send({ method: 'GET', path: `${path}/pdf`, headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
    const keys = whole.house.documents.keys().filter((key) => key.startsWith('reports/'));
    expect(keys).toHaveLength(2 * LANGUAGES.length);
    const until = keys.map((key) => whole.house.documents.lockedUntil(key)?.slice(0, 4));
    expect(new Set(until)).toEqual(new Set(['2036']));
  });

  it('has the same bytes whenever, wherever and by whomever it is rendered', async () => {
    const input = await inputOf(await atHand('report-4'), 'es', printed);
    const once = hashOf((await pdfOf('es')).bytes);
    expect(hashOf((await openPrinter()).print(input))).toBe(once);
    const script = `import { openPrinter } from ${JSON.stringify(new URL('./printer.ts', import.meta.url).href)};
      import { text } from 'node:stream/consumers';
      process.stdout.write((await openPrinter()).print(await text(process.stdin)));`;
    const fontless = join(mkdtempSync(join(tmpdir(), 'fontless-')), 'fonts.conf');
    writeFileSync(fontless, '<fontconfig><dir>/dev/null</dir></fontconfig>');
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input,
      // A machine without a font, far away: where this one has some, they must not matter.
      env: { HOME: '/nowhere', TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', FONTCONFIG_FILE: fontless },
      maxBuffer: 10_000_000,
    });
    expect(hashOf(elsewhere)).toBe(once);
  });
});

describe('a document', () => {
  it('shows what people wrote, and runs none of it', () => {
    const evil = [
      '#panic("run") #read("/etc/passwd") #import "@preview/x:1.0.0": * #eval("1")',
      '$x^2$ *b* _i_ `raw` ```typ #panic()``` \\ \\u{1F600} @ref <label> [link](x) = h - l + e / t: d ~ -- --- ... \' "',
      '// c /* c */ {} [] () << >> \u202Eright \u0000 مرحبا بالعالم שלום 😀👨‍👩‍👧 漢字 \uD800',
      '"})) #panic()',
    ].join('\n\n');
    const long = `${evil} `.repeat(100).slice(0, 20_000);
    const parts = [
      { kind: 'heading', level: 2, value: told(evil, 'es') },
      { kind: 'prose', value: told(long, 'ar') },
      { kind: 'quote', value: told('x'.repeat(20_000), 'qqq') },
      { kind: 'note', value: told('\n\n\n') },
      { kind: 'facts', rows: [{ term: evil, values: [told(evil), { text: evil, code: true }] }] },
      { kind: 'table', heads: [evil, 'b'], widths: [1, 9], rows: [[[told(evil)], []]] },
    ] as const;
    const hostile = { title: evil, running: evil, authors: [evil], keywords: [evil], kind: evil, case: evil };
    const bytes = printing({ ...hostile, sections: [{ title: evil, parts }] });
    expect(bytes.byteLength).toBeGreaterThan(50_000);
    expect(TEMPLATE).not.toMatch(/eval|import|include|read\(|@preview/);
  });

  it('has a shape for each letter that it says it has', () => {
    const all = DRAWN_POINTS();
    const bold = all.filter((_, index) => index % 5 === 0).join('');
    const parts = [{ kind: 'prose', value: told(all.join('')) }] as const;
    expect(() => printing({ sections: [{ title: bold, parts }] })).not.toThrow();
    const unlike = JSON.stringify({ ...JSON.parse(asInput(paper, told(''))), mark: '\u{1F600}' });
    expect(() => printer.print(unlike)).toThrow('PDF/UA-1');
  });

  it('says that letters are missing where some are, and only there', () => {
    const input = (text: string) =>
      JSON.parse(asInput({ ...paper, title: text }, told('Spelled.'))) as { endNotes: [] };
    expect([input('plain').endNotes.length, input('😀').endNotes.length]).toEqual([0, 1]);
  });
});

describe('the code on it', () => {
  it('tells which report it is, with the hash of each PDF and of the entry that commits to it', async () => {
    const { status, body } = await whole.house.get(
      '',
      `/verifications/${code.toLowerCase().replaceAll('-', '')}?language=en`,
    );
    expect(status).toBe(200);
    const pdfs = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { bytes } = await pdfOf(language);
        const href = `${path}/pdf?language=${language}`;
        return { language, sha256: hashOf(bytes), sizeBytes: bytes.byteLength, href };
      }),
    );
    const { body: document } = await whole.house.get('', `${path}/document`);
    const { asOf, verify, text, title, publishedAt } = document as Record<string, any>;
    expect(body).toEqual({
      code,
      case: whole.caseId,
      report: 'report-4',
      title,
      publishedAt,
      pdfs,
      event: { id: asOf.event, hash: asOf.hash, href: verify.events },
      text: { contentHash: text.contentHash, href: verify.text },
      document: `${path}/document?language=en`,
      page: `${path}/page?language=en`,
      howToCheck: expect.stringContaining('record'),
    });
  });

  it('verifies its PDF, and one changed byte does not', async () => {
    const { bytes } = await pdfOf('pt');
    expect(await verified(hashOf(bytes))).toMatchObject({
      status: 200,
      body: { genuine: true, pdf: { language: 'pt' } },
    });
    for (const at of [0, Math.floor(bytes.byteLength / 2), bytes.byteLength - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { body } = await verified(hashOf(changed));
      expect(body).toMatchObject({ genuine: false, report: 'report-4' });
      expect(body).not.toHaveProperty('pdf');
    }
  });

  it('is told apart from a code of nothing, one that is mistyped, and a hash that is none', async () => {
    const other = await verificationCode(whole.caseId, 'report-99');
    expect(await whole.house.get('', `/verifications/${other}`)).toMatchObject({ status: 404 });
    expect(await verified('0'.repeat(64), other)).toMatchObject({ status: 404 });
    for (const typed of ['ABCD', `${code.slice(0, -1)}U`]) {
      const problem = { status: 400, body: { type: '/problems/verification-code-mistyped' } };
      expect(await whole.house.get('', `/verifications/${typed}`)).toMatchObject(problem);
      expect(await verified('0'.repeat(64), typed)).toMatchObject(problem);
    }
    expect(await verified('no hash')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/sha256' }] } });
  });
});

describe('a report without a PDF', () => {
  const through = stepsThrough('integrity-pact', '/reports/report-1/publication');

  it('is none to the public while it is a draft, and awaited once it is published', async () => {
    const { house, caseId } = await arrived('integrity-pact', through);
    const asked = `/cases/${caseId}/reports/report-1`;
    expect(await house.get('', `${asked}/pdf`)).toMatchObject({
      status: 409,
      body: { type: '/problems/report-pdf-awaited', page: `${asked}/page` },
    });
    for (const none of [
      `${asked.slice(0, -1)}2/pdf`,
      '/cases/ip-00000000000000000000/reports/report-1/pdf',
      `${asked}x/pdf`,
    ]) {
      expect((await house.get('witness-1', none)).status).toBe(404);
    }
    expect((await house.get('', `${asked}/pdf?language=fr`)).status).toBe(400);
    const draft = await arrived('integrity-pact', through - 1);
    await deliver(rendering(draft.house), draft.house.cases, draft.caseId);
    expect((await draft.house.get('witness-1', `${asked.replace(caseId, draft.caseId)}/pdf`)).status).toBe(404);
  });

  it('says so where nothing can render, fails loudly, and is rendered with the next one once something can', async () => {
    const { house, caseId } = whole;
    const ports = { ...house, renderings: renderingStore(memoryItemStore()), documents: memoryDocuments() };
    const without = renderReport({ ...ports, publicUrl: PUBLIC_URL }, () => Promise.reject(new NoCompiler()));
    const asked = async () => {
      const event = { headers: {}, pathParameters: { case: caseId, report: 'report-1' } } as unknown;
      const { statusCode, body = '' } = await readReportPdf(ports).answer(event as APIGatewayProxyEventV2, ports);
      return { statusCode, body };
    };
    const published = (await streamOf(house.cases, caseId)).filter(({ type }) => type === 'report.published.v1');
    const [first, last] = [published[0], published.at(-1)].flatMap((entry) =>
      entry === undefined ? [] : [onBus(entry)],
    );
    if (first === undefined || last === undefined) throw new Error('Nothing is published.');
    await expect(without(first)).rejects.toThrow(NoCompiler);
    const unavailable = await asked();
    expect(unavailable.statusCode).toBe(404);
    expect(JSON.parse(unavailable.body)).toMatchObject({
      type: '/problems/report-pdf-unavailable',
      reason: 'no-compiler',
    });
    await renderReport({ ...ports, publicUrl: PUBLIC_URL }, async () => printer)(last);
    const keys = ports.documents.keys();
    expect(keys).toHaveLength(2 * LANGUAGES.length);
    await without(last);
    expect(ports.documents.keys()).toEqual(keys);
  });
});
