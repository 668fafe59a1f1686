import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_WORDS } from '../../functions/_http/problem-words.ts';
import { STORIES } from './stories.ts';
import { type Passage, play, type Story } from './story.ts';
import { tutorial } from './tutorial.ts';

const document = readFileSync(new URL('../../docs/api-tutorial.md', import.meta.url), 'utf8');

describe('the story', () => {
  it.each(STORIES.map((story): [string, Story] => [story.title, story]))('“%s” is true', async (_, story) => {
    const passages = await play(story);
    expect(passages.filter(({ kind }) => kind === 'exchange').length).toBeGreaterThan(5);
  });

  it('that is not true breaks', async () => {
    const untrue = (tell: Story['tell']): Story => ({
      title: 'x',
      learns: 'x',
      begins: '2026-03-02T15:00:00.000Z',
      tell,
    });
    await expect(play(untrue(async ({ reads }) => void (await reads('', '/cases', { status: 201 }))))).rejects.toThrow(
      'was answered 200',
    );
    await expect(
      play(untrue(async ({ reads }) => void (await reads('', '/cases', { status: 200, body: { items: [{}] } })))),
    ).rejects.toThrow('was answered');
    await expect(play(untrue(async ({ before }) => void (await before('witness-1', '/cases'))))).rejects.toThrow(
      'could not POST',
    );
  });
});

describe('the tutorial', () => {
  it('is the same whenever it is written, and the one that stands in docs', async () => {
    expect(await tutorial()).toBe(document);
  });

  it('is found stale when a single exchange differs', async () => {
    expect(await tutorial()).not.toBe(document.replace('201 Created', '200 OK'));
  });

  it('meets more refusals than a newcomer does, each with its help', async () => {
    const refusals = new Set([...document.matchAll(/"\/problems\/([a-z-]+)"/g)].map(([, word]) => word));
    expect(refusals.size).toBeGreaterThanOrEqual(25);
    expect([...refusals].filter((word) => !PROBLEM_WORDS.some((known) => known === word))).toEqual([]);
  });

  it('shows a document of nobody’s token, and no hash that is cut without a mark', async () => {
    const passages: Passage[] = [];
    for (const story of STORIES) passages.push(...(await play(story)));
    expect(document).not.toMatch(/^Authorization: (?!Bearer TOKEN-OF-)/m);
    expect(document).not.toMatch(/[0-9a-f]{64}"/);
    expect(passages.length).toBeGreaterThan(100);
  });
});
