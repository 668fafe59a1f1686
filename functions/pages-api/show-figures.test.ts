import { beforeAll, describe, expect, it } from 'vitest';
import { ACHIEVEMENT_WORDS } from '../../domain/initiatives/words.ts';
import { LANGUAGES } from '../../domain/languages.ts';
import type { RecordEntry } from '../../events/record.ts';
import { ACHIEVEMENT_CODES } from '../../events/vocabulary.ts';
import { deliver, streamOf } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { stepsThrough, travel } from '../../test/support/journey.ts';
import { FIGURE_WORDS } from '../../web/words/figures.ts';
import { keepDirectory } from '../keep-directory/keep-directory.ts';
import { keepScoreboard } from '../keep-scoreboard/keep-scoreboard.ts';

const PAGES = ['/scoreboard', '/coverage', '/authorities', '/participation'] as const;
const BROKEN = /undefined|NaN|\[object|\{[a-z]\w*\}|Infinity/;

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}
interface AuthorityBody {
  readonly authority: string;
  readonly cases: number;
  readonly coverage: Share;
}

const pageOf = async (house: House, path: string): Promise<string> => {
  const { status, text } = await house.send({ method: 'GET', path });
  expect([path, status]).toEqual([path, 200]);
  expect(BROKEN.exec(text)?.[0]).toBeUndefined();
  return text;
};

/** The words of a page, without its markup and its picture. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<svg.*?<\/svg>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

describe('before the first case', () => {
  const house = newHouse();

  it.each(LANGUAGES)('each page says in %s that there is nothing yet, and what comes', async (language) => {
    const { scoreboard, coverage, authorities, participation } = FIGURE_WORDS[language];
    const empty = [scoreboard.none, coverage.none, authorities.empty, participation.progressNone];
    for (const [index, path] of PAGES.entries()) {
      expect(wordsOf(await pageOf(house, `/${language}${path}`))).toContain(empty[index]);
    }
  });

  it('shows the initiatives of the study nevertheless, with their source', async () => {
    const text = await pageOf(house, '/en/scoreboard');
    for (const word of ['Testigo Social', 'Cruz-Rubio', 'Unreadable in the copy']) expect(text).toContain(word);
  });

  it('finds no authority that nobody told of', async () => {
    for (const path of ['/es/authorities/DO-RNC:none', '/fr/scoreboard']) {
      expect((await house.send({ method: 'GET', path })).status).toBe(404);
    }
  });
});

type Tally = Readonly<Record<string, number>>;

/** The codes that some case bears, as the page lists them. */
const saidOf = (tally: Tally): string =>
  [...ACHIEVEMENT_CODES, 'notAssessed' as const]
    .filter((code) => (tally[code] ?? 0) > 0)
    .map((code) => `${ACHIEVEMENT_WORDS[code].en}: ${tally[code]}`)
    .join(' ');

describe('with cases', () => {
  let house: House;
  let authority: AuthorityBody;

  beforeAll(async () => {
    house = newHouse('2026-03-02T15:00:00.000Z');
    for (const [instrument, steps] of [
      ['integrity-pact', undefined],
      ['oversight-committee', stepsThrough('oversight-committee', '/advance')],
    ] as const) {
      const id = await travel(house, instrument, steps === undefined ? {} : { steps });
      for (const keeper of [keepDirectory, keepScoreboard]) await deliver(keeper(house), house.cases, id);
    }
    const { items } = (await house.get('', '/authorities')).body as { items: readonly AuthorityBody[] };
    authority = items[0] ?? expect.fail('There is an authority.');
  });

  it.each(LANGUAGES)('each page speaks %s, and draws without a style or a script of its own', async (language) => {
    const words = FIGURE_WORDS[language];
    const paths = [...PAGES, `/authorities/${encodeURIComponent(authority.authority)}`];
    for (const path of [
      ...paths,
      '/scoreboard?group=authority',
      '/scoreboard?group=territory',
      '/coverage?period=year',
    ]) {
      const text = await pageOf(house, `/${language}${path}`);
      expect(text).not.toMatch(/<style|<script(?! type="application\/ld\+json")| style=/);
    }
    const text = wordsOf(await pageOf(house, `/${language}/participation`));
    for (const word of [words.participation.attended, words.participation.refused]) expect(text).toContain(word);
  });

  it('says of an authority what the API says, and leads to its cases', async () => {
    const { cases } = (await house.get('', `/authorities/${authority.authority}`)).body as {
      cases: { total: number; stages: Record<string, number> };
    };
    const text = await pageOf(house, `/en/authorities/${authority.authority}`);
    const key = encodeURIComponent(authority.authority);
    for (const [stage, number] of Object.entries(cases.stages)) {
      const link = `/en/cases?authority=${key}&amp;stage=${stage}">${number} case`;
      expect([stage, text.includes(link)]).toEqual([stage, number > 0]);
      const found = await house.get('', `/cases?authority=${key}&stage=${stage}`);
      expect((found.body as { items: readonly unknown[] }).items).toHaveLength(number);
    }
    expect(cases.total).toBeGreaterThan(0);
  });

  it('says of each group what the API says', async () => {
    const { items } = (await house.get('', '/scoreboard?group=instrument')).body as {
      items: readonly {
        id: string;
        cases: number;
        dimensions: Record<string, Partial<Record<'computed' | 'people', Tally>>>;
      }[];
    };
    const text = wordsOf(await pageOf(house, '/en/scoreboard?group=instrument'));
    expect(items.map(({ id }) => id)).toEqual(['integrity-pact', 'oversight-committee']);
    for (const { cases, dimensions } of items) {
      expect(text).toContain(` ${cases} `);
      const { computed = {}, people = {} } = dimensions['openness'] ?? {};
      expect(text).toContain(`by the facts ${saidOf(computed)} by assessors ${saidOf(people)}`);
    }
  });

  it('says of coverage and of answers what the API says', async () => {
    const { body } = await house.get('', '/coverage?period=year&from=2026-01&to=2026-12');
    const [year] = (
      body as { items: readonly { coverage: Share; remedied: Share; questions: Record<string, number> }[] }
    ).items;
    const text = wordsOf(await pageOf(house, '/en/coverage?period=year&from=2026-01&to=2026-12'));
    const { numerator, denominator } = year?.coverage ?? { numerator: -1, denominator: -1 };
    expect(text).toContain(`2026 ${denominator} ${numerator} `);
    expect(text).toContain(`${year?.remedied.numerator} of ${year?.remedied.denominator}`);
    const { asked, inTime, late, unanswered } = year?.questions ?? {};
    expect(text).toContain(`Questions ${asked} ${inTime} ${late} ${unanswered}`);
  });

  it('counts in progress and obstacles what the cases tell', async () => {
    const { items } = (await house.get('', '/cases')).body as { items: readonly { case: string }[] };
    const streams = await Promise.all(items.map(({ case: id }) => streamOf(house.cases, id)));
    const entries = streams.flat();
    const number = (count: (entry: RecordEntry) => boolean) => entries.filter(count).length;
    const attended = number(({ type }) => type === 'act.attended.v1');
    const absent = number(({ type }) => type === 'act.not-attended.v1');
    const tips = number(({ type }) => type === 'tip.received.v1');
    const text = wordsOf(await pageOf(house, '/en/participation'));
    expect(attended).toBeGreaterThan(0);
    expect(text).toMatch(new RegExp(`Acts attended [^A-Z]*${attended} of ${attended + absent} `));
    expect(text).toContain(`Tips received ${tips} `);
  });

  it('refuses an address that asks for what is none', async () => {
    for (const path of [
      '/es/scoreboard?group=person',
      '/es/coverage?from=2026-05&to=2026-01',
      '/es/coverage?period=week',
      '/es/scoreboard?cursor=x',
    ]) {
      expect([path, (await house.send({ method: 'GET', path })).status]).toEqual([path, 400]);
    }
    expect(wordsOf(await pageOf(house, '/en/authorities?q=%3F%3F'))).toContain('No authority with cases');
  });
});
