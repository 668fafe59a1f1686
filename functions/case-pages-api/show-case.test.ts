import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import * as vocabulary from '../../events/vocabulary.ts';
import {
  graveFinding,
  makeAward,
  onToAward,
  TRACES,
  type World,
  worldWith,
} from '../../test/conformance/sealed-world.ts';
import { deliver } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived, journeyBegins, travel } from '../../test/support/journey.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';

const pageAt = async (house: House, path: string): Promise<string> => {
  const { status, text } = await house.send({ method: 'GET', path });
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
  return text;
};

/** What a page shows to people: its body without the markup. */
const readOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#39;', "'");

const idsIn = (page: string): readonly string[] => [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);

const linksIn = (page: string): readonly string[] =>
  [...page.slice(page.indexOf('<main'), page.indexOf('</main>')).matchAll(/<a [^>]*href="([^"]+)"/g)].map(
    ([, href = '']) => href.replaceAll('&amp;', '&'),
  );

/** The codes of the record that nobody would take for a word of a language. */
const CODES = Object.values(vocabulary)
  .flatMap((codes) => codes.map(String))
  .filter((code) => /[a-z](-|[A-Z])[a-z]/.test(code));

describe('the page of a case that went all the way', () => {
  let house: House;
  let caseId: string;
  beforeAll(async () => {
    ({ house, caseId } = await arrived('integrity-pact'));
    await deliver(projectMilestones(house), house.cases, caseId);
  });

  const LISTS = [
    'timeline',
    'acts',
    'observations',
    'questions',
    'flags',
    'escalations',
    'proceedings',
    'recommendations',
  ];
  const paths = (language: string): readonly string[] =>
    [
      '',
      ...LISTS.map((list) => `/${list}`),
      ...['2', '3', '5'].map((number) => `/observations/observation-${number}`),
    ].map((path) => `/${language}/cases/${caseId}${path}`);

  it.each(LANGUAGES)('says in %s nothing that is not for people, and no place twice', async (language) => {
    for (const path of paths(language)) {
      const page = await pageAt(house, path);
      const read = readOf(page);
      expect(read).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\w+\}/);
      expect(CODES.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(read))).toEqual([]);
      const ids = idsIn(page);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  it('tells what was written of everything that is public, once', async () => {
    const read = readOf(await pageAt(house, `/es/cases/${caseId}`));
    const told = [
      'Dejó el equipo el 20 de abril de 2026: renuncia',
      'All answers in writing',
      'The second envelope lay open on the table.',
      'The ruling names no rule for ties.',
      'It will be corrected.',
      'The worker was mistaken.',
      'Who kept the envelopes?',
      'The secretary of the committee did.',
      'It was urgent, with reasons.',
      'Who opened the envelope?',
      'The opening was repeated.',
      'PA-17/2026',
      'Hand out the minutes at once.',
      'The minutes are handed out now.',
      'Remedio: eliminada',
      'La falta se corrigió',
      'Testimonio (informe final)',
      'An offer is a breach, accepted or not.',
      'Advertencia',
      'Respondió en plazo',
      'Two hours.',
      'Ten days more.',
      'Within what is allowed.',
    ];
    expect(told.filter((text) => read.split(text).length !== 2)).toEqual([]);
    // Who signed the pact, and breached it.
    expect(read.split('Puentes del Colibrí')).toHaveLength(3);
    // Withdrawn, and restricted for good.
    expect(read).not.toContain('A worker told of the second shift.');
    expect(read).not.toContain('threatened');
    // What is said of a breach stays with those whom it concerns.
    expect(read).not.toContain('It was not accepted.');
  });

  it('leads nowhere where nothing is, but to what others build', async () => {
    const page = await pageAt(house, `/es/cases/${caseId}`);
    const away = /^https:|\/tips\/new$/;
    // One of each shape: what leads to one event leads to each.
    const shapes = new Map(linksIn(page).map((href) => [href.replaceAll(/\d+/g, '1'), href]));
    for (const href of shapes.values()) {
      if (away.test(href)) continue;
      const [path = '', anchor] = href.split('#');
      const { status, text } = path === '' ? { status: 200, text: page } : await house.send({ method: 'GET', path });
      expect([href, status]).toEqual([href, 200]);
      if (anchor !== undefined) expect([href, idsIn(text).includes(anchor)]).toEqual([href, true]);
    }
  });

  it('tells machines what it is, and where to follow it', async () => {
    const page = await pageAt(house, `/pt/cases/${caseId}`);
    const about = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
    expect(about).toMatchObject({
      '@type': 'Dataset',
      url: `https://veedor.example/pt/cases/${caseId}`,
      about: { '@type': 'GovernmentService', name: 'A bridge over the river, with its lamps' },
    });
    for (const { contentUrl } of about.distribution)
      await pageAt(house, contentUrl.slice('https://veedor.example'.length));
    expect(page).toContain(
      `<link rel="alternate" type="application/atom+xml" title="A bridge over the river, with its lamps" href="https://veedor.example/cases/${caseId}/feed.atom?language=pt"/>`,
    );
    expect(page).toContain('content="Pacto de integridade. Caso encerrado. Anulado. ocds-test00-0001"');
  });

  it('shows the latest first, and the whole timeline page by page', async () => {
    const latest = idsIn(await pageAt(house, `/en/cases/${caseId}`)).filter((id) => id.startsWith('event-'));
    expect(latest).toHaveLength(10);
    const numbers: number[] = [];
    let path: string | undefined = `/en/cases/${caseId}/timeline`;
    while (path !== undefined) {
      const page = await pageAt(house, path);
      numbers.push(
        ...idsIn(page).flatMap((id) => (id.startsWith('event-') ? [Number(id.slice('event-'.length))] : [])),
      );
      path = /rel="next" href="([^"]+)"/.exec(page)?.[1];
    }
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(latest[0]).toBe(`event-${numbers.length}`);
  });

  it('is not there under an address that names none, nor with a cursor that was never given', async () => {
    const answerAt = async (path: string) => {
      const { status, headers } = await house.send({ method: 'GET', path });
      return [status, headers['content-type']];
    };
    const html = 'text/html; charset=utf-8';
    expect(await answerAt(`/es/cases/${caseId}/observations/observation-99`)).toEqual([404, html]);
    expect(await answerAt('/es/cases/ip-00000000000000000000/flags')).toEqual([404, html]);
    expect(await answerAt(`/es/cases/${caseId}/observations?cursor=@`)).toEqual([400, html]);
    expect(await answerAt(`/es/cases/${caseId}/timeline?cursor=x`)).toEqual([400, html]);
  });
});

describe('what is sealed', () => {
  const PLACES = ['', '/observations', '/observations/observation-1', '/timeline', '/flags'];
  const readBy = async ({ house, caseId }: World): Promise<string> => {
    const pages: string[] = [];
    for (const language of LANGUAGES)
      for (const place of PLACES) pages.push(await pageAt(house, `/${language}/cases/${caseId}${place}`));
    return pages.join('\n');
  };

  it('until the award is in no page before it, and in the pages after it', async () => {
    const world = await worldWith(graveFinding, 'after-award');
    await onToAward(world);
    const before = await readBy(world);
    expect(TRACES.filter((trace) => before.includes(trace))).toEqual([]);
    expect(before).toContain('Sellada hasta el fallo.');
    await makeAward(world);
    const after = await readBy(world);
    expect(after).toContain('Zaunkönig in the narrative.');
    expect(after).not.toContain('Sellada hasta el fallo.');
  });

  it('to protect somebody is in no page, even after the award, nor is who filed it', async () => {
    const world = await worldWith(graveFinding, 'restricted');
    await onToAward(world);
    await makeAward(world);
    const read = await readBy(world);
    expect(TRACES.filter((trace) => read.includes(trace))).toEqual([]);
    expect(read).toContain('Restricted to protect people.');
    expect(read).not.toContain('unnamed');
  });
});

it('what people wrote stays text', async () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
  const { house, caseId } = await worldWith({ type: 'good-practice', title: hostile, narrative: hostile }, 'public');
  for (const path of ['', '/observations', '/observations/observation-1']) {
    const page = await pageAt(house, `/es/cases/${caseId}${path}`);
    expect(page).toContain('&lt;img src=x onerror=alert(2)>');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script>');
  }
});

it('of a long list the page of a case shows the first ten, and the way to all', async () => {
  const { house, caseId, act } = await worldWith({ type: 'good-practice', title: 'A', narrative: 'B.' }, 'public');
  const observed = { type: 'good-practice', stage: 'tender-observation', visibility: 'public', language: 'es' };
  for (let number = 3; number <= 11; number += 1)
    await act('witness-1', '/observations', {
      ...observed,
      observedAt: house.clock.now(),
      title: 'C',
      narrative: 'D.',
    });
  const page = await pageAt(house, `/es/cases/${caseId}`);
  const shown = (text: string) => idsIn(text).filter((id) => /^observation-\d+$/.test(id));
  expect(shown(page)).toHaveLength(10);
  expect(page).toContain(`<a href="/es/cases/${caseId}/observations">Ver todas las observaciones</a>`);
  expect(shown(await pageAt(house, `/es/cases/${caseId}/observations`))).toHaveLength(11);
});

it('the page of a case asks for its head once, and for little besides', async () => {
  const cases = memoryCaseStore();
  const house = newHouse(journeyBegins, cases);
  const caseId = await travel(house, 'integrity-pact');
  const asked: string[] = [];
  const told =
    <Request, Answer>(name: string, ask: (request: Request) => Answer) =>
    (request: Request) => {
      asked.push(`${name} ${JSON.stringify(request)}`);
      return ask(request);
    };
  Object.assign(cases, {
    read: told('read', cases.read),
    contents: told('contents', cases.contents),
    subjects: told('subjects', cases.subjects),
    entries: told('entries', cases.entries),
  });
  await pageAt(house, `/es/cases/${caseId}`);
  expect(asked.filter((request) => request.includes('"subjects":[]'))).toHaveLength(1);
  expect(asked.filter((request, index) => asked.indexOf(request) !== index && request.startsWith('read'))).toEqual([]);
  expect(asked.length).toBeLessThan(38);
});
