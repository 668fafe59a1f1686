import { onPaper } from './on-paper.ts';
import { STORIES } from './stories.ts';
import { play } from './story.ts';

const INTRODUCTION = `# The API, told in stories

This page is written by tests: every exchange below took place between a client and the functions of this repository, and the tests fail when an answer is not what the story says. \`npm run docs\` writes
it anew.

How to read it. Exchanges are HTTP/1.1. \`TOKEN-OF-witness-1\` stands for an access token of that person; \`npm start\` says how to get one for its example people. A request without \`Authorization\` is
the public's. Where an answer is long it is cut, and \`…\` stands in the place of what is left out: fields, entries of a list, the rest of a hash. Nothing else is changed. Headers that say nothing to the reader are left
out. Clients make their own \`Idempotency-Key\`: a random UUID for each thing that they want done.

Everybody speaks of the same tender, a bridge over a river. Who is who: \`coordinator-1\` runs the cases; \`witness-1\` to \`witness-3\` are social witnesses; \`member-1\` to \`member-3\` make up a committee; \`authority-1\` acts for
the contracting authority, \`control-1\` and \`control-2\` for control authorities, \`bidder-1\` for a bidder; \`administrator-1\` keeps the roster.`;

const titleOf = ({ title }: { readonly title: string }, index: number): string => `${index + 1}. ${title}`;

/** The anchor that a heading gets where Markdown is shown: small letters, blanks as hyphens, without other signs. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** The tutorial of the API, from the stories as they are played now. */
export const tutorial = async (): Promise<string> => {
  const contents: string[] = [];
  const parts: string[] = [];
  for (const [index, story] of STORIES.entries()) {
    const passages = await play(story);
    contents.push(`- [${titleOf(story, index)}](#${anchorOf(titleOf(story, index))})`);
    parts.push(`## ${titleOf(story, index)}`, `You will meet: ${story.learns}.`, ...passages.map(onPaper));
  }
  return `${[INTRODUCTION, contents.join('\n'), ...parts].join('\n\n')}\n`;
};
