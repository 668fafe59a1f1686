import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, JOURNEYS, stepsThrough } from '../../test/support/journey.ts';
import { STYLE_PATH } from '../_pages/style-file.ts';
import { verificationCode } from '../_reports/verification-code.ts';

interface Document {
  readonly state: string;
  readonly draft: boolean;
  readonly late: boolean;
  readonly asOf: { event: string; hash: string };
  readonly text: { event: string; contentHash: string };
  readonly verify: { events: string; text: string };
  readonly sections: readonly { section: string; title: string; items: readonly Record<string, unknown>[] }[];
}

const documentOf = async (house: House, path: string, person = '') => {
  const { status, body } = await house.get(person, `${path}/document`);
  expect([path, person, status]).toEqual([path, person, 200]);
  return body as Document;
};
const itemsIn = ({ sections }: Document, name: string) => sections.find(({ section }) => section === name)?.items ?? [];
const seen = (document: Document) =>
  Object.fromEntries(itemsIn(document, 'observations').map((item) => [item['observation'], item]));

const whole = await arrived('integrity-pact');
const at = `/cases/${whole.caseId}/reports`;

describe('a published report as a document', () => {
  it('is composed of everything that a reader must find in it', async () => {
    const document = await documentOf(whole.house, `${at}/report-4`);
    expect(document.sections.map(({ section }) => section)).toEqual([
      'summary',
      'process',
      'team',
      'acts',
      'visits',
      'document-access',
      'observations',
      'dialogue',
      'escalations',
      'flags',
      'amendments',
      'conclusion',
      'recommendations',
      'comments',
      'adoption',
    ]);
    expect(itemsIn(document, 'recommendations')).toMatchObject([
      { recommendation: 'recommendation-2', number: 1, to: 'The authority' },
    ]);
    expect(itemsIn(document, 'comments')).toMatchObject([{ comments: 'We accept it.' }]);
    expect(itemsIn(document, 'adoption')).toMatchObject([{ signedBy: ['witness-1'], dissents: [] }]);
    expect(itemsIn(document, 'escalations')[0]).toMatchObject({
      outcome: 'violation-corrected',
      findings: ['observation-2'],
    });
    expect(itemsIn(document, 'flags')).toMatchObject([
      { reason: 'It was urgent, with reasons.' },
      { observation: 'observation-4' },
    ]);
  });

  it('cites each observation with its content, its seal, its tombstone, or the reason why it is left out', async () => {
    const observations = seen(await documentOf(whole.house, `${at}/report-4`));
    expect(observations['observation-2']).toMatchObject({
      citation: 'cited',
      version: 2,
      content: { title: 'The second envelope lay open', legalBasis: ['Procurement law: Article 35'] },
      remedy: 'eliminated',
    });
    expect(observations['observation-3']).toMatchObject({
      citation: 'left-out',
      leftOutBecause: 'To keep the clerk safe.',
      sealed: { seal: 'restricted' },
    });
    expect(observations['observation-3']).not.toHaveProperty('content');
    expect(observations['observation-5']).toMatchObject({ citation: 'cited', withdrawnAt: expect.any(String) });
    expect(observations['observation-5']).not.toHaveProperty('content');
  });

  it('is the same for everybody and for ever: what was sealed at its publication stays so in it', async () => {
    const early = await arrived('integrity-pact', stepsThrough('integrity-pact', '/reports/report-1/publication'));
    const path = `/cases/${early.caseId}/reports/report-1`;
    const then = await early.house.get('', `${path}/document`);
    const page = await early.house.get('', `${path}/page`);
    const observations = seen(then.body as Document);
    expect(observations['observation-2']).toMatchObject({ sealed: { seal: 'until-award' } });
    for (const person of ['', 'witness-1', 'auditor-1', 'authority-1', 'member-1']) {
      const later = await whole.house.get(person, `${path}/document`);
      expect([person, later.body]).toEqual([person, then.body]);
    }
    const now = await whole.house.send({ method: 'GET', path: `${path}/page` });
    expect(now.text).toBe((page as typeof now).text);
  });

  it('names the entry whose hash commits to all of it, and where anybody checks it', async () => {
    const { asOf, text, verify } = await documentOf(whole.house, `${at}/report-4`);
    const events = (await whole.house.get('', verify.events)).body as {
      items: { id: string; type: string; hash: string }[];
    };
    expect(events.items).toMatchObject([{ id: asOf.event, hash: asOf.hash, type: 'report.published.v1' }]);
    const content = (await whole.house.get('', verify.text)).body as { content: { conclusion: string } };
    expect(content.content.conclusion).toContain('watched every act');
    expect(text.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a draft as a document', () => {
  const drafted = stepsThrough('integrity-pact', '/reports/report-4/reply-window');

  it('is the team’s, and the authority’s while it may comment, and says that it is one', async () => {
    const { house, caseId } = await arrived('integrity-pact', drafted);
    const path = `/cases/${caseId}/reports/report-4`;
    for (const person of ['witness-1', 'coordinator-1', 'authority-1']) {
      expect(await documentOf(house, path, person)).toMatchObject({ draft: true, state: 'in-reply' });
      const { text } = await house.send({ method: 'GET', path: `${path}/page`, person });
      expect(text).toContain('Es un borrador');
    }
    for (const person of ['', 'member-1', 'control-1', 'witness-3']) {
      for (const kind of ['document', 'page']) expect((await house.get(person, `${path}/${kind}`)).status).toBe(404);
    }
  });

  it('shows the restricted to its team and not to the authority that it was not put to', async () => {
    const { house, caseId } = await arrived('integrity-pact', drafted);
    const path = `/cases/${caseId}/reports/report-4`;
    expect(seen(await documentOf(house, path, 'witness-1'))['observation-3']).toMatchObject({
      content: { title: 'Somebody was threatened' },
    });
  });

  it('does not go on where the case went on meanwhile', async () => {
    const { house, caseId } = await arrived('integrity-pact', drafted);
    const path = `/cases/${caseId}/reports/report-4/document?cursor=3.2.1.0`;
    expect(await house.get('witness-1', path)).toMatchObject({
      status: 400,
      body: { type: '/problems/cursor-invalid' },
    });
    for (const cursor of ['x', '1.1', '-1.2.0.0', '1.2.0.0.0']) {
      const bad = await house.get('witness-1', path.replace(/=.*/, `=${cursor}`));
      expect([cursor, bad.status]).toEqual([cursor, 400]);
    }
  });
});

describe('the page of a report', () => {
  it.each(LANGUAGES)('in %s is whole, accessible HTML without a script, under a strict policy', async (language) => {
    const { status, headers, text } = await whole.house.send({
      method: 'GET',
      path: `${at}/report-4/page?language=${language}`,
    });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; .*trusted-types 'none'$/,
    );
    expect(text).toContain(`<link rel="stylesheet" href="${STYLE_PATH}"/>`);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).not.toMatch(/<script|javascript:| on\w+=| style=|undefined|\[object|NaN|\{\w+\}/);
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(text.match(/<table>/g)?.length).toBe(text.match(/<caption/g)?.length);
    expect(text).not.toMatch(/<th>/);
    for (const [, id] of text.matchAll(/href="#([\w-]+)"/g)) expect(text).toContain(`id="${id}"`);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stands among the pages of all once it is published, the same as at its address in the API', async () => {
    for (const language of LANGUAGES) {
      const path = `/${language}${at}/report-4`;
      const { status, text } = await whole.house.send({ method: 'GET', path });
      const there = await whole.house.send({ method: 'GET', path: `${at}/report-4/page?language=${language}` });
      expect([status, text]).toEqual([200, there.text]);
      expect(text).toContain(`<link rel="canonical" href="https://veedor.example${path}"/>`);
      expect(text).toContain(`href="/${language}/verify/${await verificationCode(whole.caseId, 'report-4')}"`);
    }
  });

  it('of a draft is not there among the pages of all, whoever asks, and leads to itself in other languages', async () => {
    const drafted = stepsThrough('integrity-pact', '/reports/report-4/reply-window');
    const { house, caseId } = await arrived('integrity-pact', drafted);
    const path = `/cases/${caseId}/reports/report-4`;
    for (const person of ['', 'witness-1']) {
      const asked = { method: 'GET', path: `/es${path}`, ...(person === '' ? {} : { person }) } as const;
      expect([person, (await house.send(asked)).status]).toEqual([person, 404]);
    }
    const { text } = await house.send({ method: 'GET', path: `${path}/page`, person: 'witness-1' });
    expect(text).toContain(`<a href="${path}/page?language=pt" hreflang="pt"`);
    expect(text).toContain('class="draft-mark"');
    expect(text).not.toContain(`/es${path}`);
    expect(text).not.toContain('/verify/');
  });

  it('is not sent again to who has it, and refuses a language that it does not speak', async () => {
    const first = await whole.house.send({ method: 'GET', path: `${at}/report-4/page` });
    const etag = String(first.headers['etag']);
    const again = await whole.house.send({
      method: 'GET',
      path: `${at}/report-4/page`,
      headers: { 'if-none-match': etag },
    });
    expect([again.status, again.text]).toEqual([304, '']);
    for (const query of ['language=fr', 'language=', 'colour=red']) {
      expect((await whole.house.get('', `${at}/report-4/page?${query}`)).status).toBe(400);
    }
  });

  it('shows whatever somebody wrote as text', async () => {
    const evil = `<script>alert("1")</script><img src=x onerror='x'>&amp;</style></main> words`;
    const house = (await arrived('integrity-pact', 0)).house;
    const steps = JOURNEYS['integrity-pact'].slice(0, stepsThrough('integrity-pact', '/reports/report-1/publication'));
    const evilly = (value: any): any => {
      if (Array.isArray(value)) return value.map(evilly);
      if (typeof value === 'string') return value.includes(' ') && value.length < 150 ? `${evil} ${value}` : value;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, evilly(inner)]));
    };
    let caseId = '';
    for (const [index, step] of steps.entries()) {
      house.clock.move((step.days ?? 0) * 86_400_000);
      const body = typeof step.body === 'function' ? step.body(house.clock.now()) : (step.body ?? {});
      const path = step.path === '' ? '/cases' : `/cases/${caseId}${step.path}`;
      const sent = await house.post(step.person, path, {
        body: ['', '/documents'].includes(step.path) ? body : evilly(body),
        idempotencyKey: `k${index}`,
      });
      expect([path, sent.status < 300]).toEqual([path, true]);
      caseId = (sent.body as { case: string }).case;
    }
    const { text } = await house.send({ method: 'GET', path: `/cases/${caseId}/reports/report-1/page` });
    expect(text).toContain('&lt;script>alert(&quot;1&quot;)&lt;/script>');
    expect(text).not.toMatch(/<script|<img/);
    expect(text.match(/<\/main>/g)).toHaveLength(1);
  });
});

describe('what published reports recommend', () => {
  it('is listed for everybody, with how far it was taken up and what the institutions say', async () => {
    const { status, body } = await whole.house.get('', `/cases/${whole.caseId}/recommendations`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          recommendation: 'recommendation-1',
          report: 'report-1',
          to: 'The authority',
          recommends: 'Hand out the minutes at once.',
          level: 'put-into-practice',
          due: false,
          followUps: [{ level: 'put-into-practice', evidence: 'The minutes of the last act were handed out.' }],
          responses: [{ response: 'The minutes are handed out now.', role: 'contracting-authority' }],
        },
        { recommendation: 'recommendation-2', level: 'none', followUps: [] },
      ],
    });
    expect((await whole.house.get('', '/cases/ip-00000000000000000000/recommendations')).status).toBe(404);
  });
});
