import { describe, expect, test } from 'vitest';
import { hands } from './held.ts';

const { world, open } = await hands();
const { closed, sealed } = world.keys;

/** What the walk says in its grave finding, and nowhere else: nobody but the team and the coordinator may read it before the award. */
const UNDER_SEAL = ['An envelope was opened before the hour', 'lay open on the table', 'corruptionConsideration'];

const readingsOf = (id: string): readonly string[] => [
  `/cases/${id}`,
  `/cases/${id}/process`,
  `/cases/${id}/timeline?limit=100`,
  `/cases/${id}/observations?limit=100`,
  `/cases/${id}/events?limit=100`,
  `/cases/${id}/milestones`,
  `/cases/${id}/ocds/record`,
  `/cases/${id}/feed.atom`,
  `/cases/${id}/reports`,
  `/cases/${id}/escalations`,
  `/cases/${id}/flags`,
  '/cases?limit=100',
];

describe.each([true, false])('with script %s', (javaScriptEnabled) => {
  test('a journalist finds a case of the authority they watch, and takes its data along', async () => {
    const { page, close } = await open({ javaScriptEnabled });
    await page.goto(`${world.crowded}/es`);
    await page.getByRole('searchbox').fill('Instituto de Comedores Escolares');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await page.waitForURL('**/es/cases?**');
    expect(await page.getByRole('searchbox').inputValue()).toBe('Instituto de Comedores Escolares');
    // The case stands among what is found, on this page or a later one.
    const wanted = page.locator(`a[href="/es/cases/${sealed}"]`);
    while ((await wanted.count()) === 0) await page.locator('a[rel=next]').click();
    await wanted.click();
    expect(await page.locator('main').innerText()).toContain('Instituto de Comedores Escolares de Isla Serena');
    const ocid = await page.locator('main code').first().innerText();
    const links = page.locator('section:has(> #data) li a');
    const paths = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
    const addresses = paths.map((path) => new URL(path ?? '', page.url()).href);
    const answers = await Promise.all(addresses.map(async (address) => fetch(address)));
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    const named = (name: string) => addresses.findIndex((address) => address.endsWith(name));
    expect(texts[named('/events')]).toContain('"hash"');
    expect(texts[named('/feed.atom?language=es')]).toContain('<feed');
    for (const name of ['/ocds/release', '/ocds/record', sealed]) expect(texts[named(name)], name).toContain(ocid);
    expect(JSON.parse(texts[named('/ocds/release')] ?? '')).toMatchObject({
      releases: [{ ocid, buyer: { name: expect.stringContaining('Comedores') } }],
    });
    await close();
  });

  test('nobody of the public sees what is under seal: not on a page, not in its source, not in a list', async () => {
    const { page, close } = await open({ javaScriptEnabled });
    for (const language of ['es', 'pt', 'en']) {
      for (const at of [`/cases/${sealed}`, '/cases', '/cases?q=envelope+opened', '']) {
        await page.goto(`${world.crowded}/${language}${at}`);
        const source = await page.content();
        for (const secret of UNDER_SEAL) expect(source, `${language}${at}`).not.toContain(secret);
      }
    }
    await page.goto(`${world.crowded}/es/cases/${sealed}`);
    expect(await page.locator('main').innerText()).toContain('con contenido que aún no se puede leer');
    await close();
  });
});

describe('what is under seal', () => {
  const readAll = async (id: string): Promise<string> => {
    const answers = await Promise.all(readingsOf(id).map(async (path) => fetch(`${world.crowded}${path}`)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    // A reading that is not there would hide everything.
    expect(answers.filter(({ status }) => status !== 200).map(({ url, status }) => `${status} ${url}`)).toEqual([]);
    return texts.join('\n');
  };

  test('is told by no reading of the API and no feed, and by all of them once the seal is over', async () => {
    const before = await readAll(sealed);
    for (const secret of UNDER_SEAL) expect(before).not.toContain(secret);
    const after = await readAll(closed);
    for (const secret of UNDER_SEAL) expect(after).toContain(secret);
  });
});
