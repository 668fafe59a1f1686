import * as z from 'zod/mini';
import { ACHIEVEMENT_WORDS } from '../../domain/initiatives/words.ts';
import { CODE_WORDS, wordFor } from '../../domain/words/code-words.ts';
import type { Told } from '../told.ts';
import type { DemoReport } from './report.ts';

const PROBLEMS_SHOWN = 20;

/** How a demo ends: well where the case was walked to its end and its record verifies. */
export const tellReport = (report: DemoReport): Told => ({
  status: report.stage === 'closed' && report.verification.verified ? 0 : 1,
  says: printReport(report),
});

/** A demo's report for people: what was read, the timeline, what was refused, and what the events prove. */
const printReport = (report: DemoReport): string =>
  [
    heading(report),
    problems(report),
    'Timeline',
    ...report.events.map(eventLine),
    '',
    'Refusals met on purpose',
    ...report.refusals.flatMap(refusalLines),
    '',
    'Milestones',
    ...report.milestones.milestones.flatMap(milestoneLines),
    '',
    `  computed  ${codings(report.milestones.computed)}`,
    `  assessed  ${codings(report.milestones.coded)}`,
    '',
    verdict(report),
  ].join('\n');

const heading = ({ case: id, title, ocid, instrument, otherProcesses }: DemoReport): string =>
  [
    title,
    `  process    ${ocid}${otherProcesses > 0 ? ` (the first usable of ${otherProcesses + 1}; --ocid picks another)` : ''}`,
    `  instrument ${wordFor(CODE_WORDS.en.instruments, instrument)}`,
    `  case       ${id}`,
    '',
  ].join('\n');

const problems = ({ problems: listed, problemsLeftOut }: DemoReport): string => {
  if (listed.length === 0) return 'The official data have no flaw that matters here.\n';
  const more = listed.length - PROBLEMS_SHOWN + problemsLeftOut;
  return [
    `What is wrong with the official data (${listed.length + problemsLeftOut}); what could be used was used`,
    ...listed
      .slice(0, PROBLEMS_SHOWN)
      .map(({ pointer, problem }) => `  ${pointer === '' ? '(document)' : pointer}\n      ${problem}`),
    ...(more > 0 ? [`  and ${more} more: --json lists them`] : []),
    '',
  ].join('\n');
};

const DATE_LENGTH = 'YYYY-MM-DDTHH:MM'.length;
const TYPE_WIDTH = 28;
const VERSION_WIDTH = 4;

const eventLine = ({ version, recordedAt, type, actor, data }: DemoReport['events'][number]): string => {
  const when = recordedAt.slice(0, DATE_LENGTH).replace('T', ' ');
  const what = type.replace(/\.v\d+$/, '');
  return `  ${String(version).padStart(VERSION_WIDTH)}  ${when}  ${what.padEnd(TYPE_WIDTH)} ${actor.person.padEnd(14)} ${facts(data)}`;
};

const SHOWN_FACTS = 4;

/** The short facts of an event: the ids and codes that tell one from another. */
const facts = (data: Readonly<Record<string, unknown>>): string =>
  Object.values(data)
    .filter((value) => typeof value === 'string' && value.length <= 40)
    .slice(0, SHOWN_FACTS)
    .join(' ');

const unmet = z.object({
  type: z.string(),
  detail: z.string(),
  requirements: z.optional(
    z.array(
      z.object({
        id: z.string(),
        asks: z.string(),
        who: z.array(z.string()),
        missing: z.array(z.object({ sentence: z.string() })),
      }),
    ),
  ),
});

const refusalLines = ({ person, path, status, problem }: DemoReport['refusals'][number]): readonly string[] => {
  const { type, detail, requirements = [] } = unmet.parse(problem);
  return [
    `  ${person} POST ${path}: ${status} ${type}`,
    `      ${detail}`,
    ...requirements.flatMap(({ id, asks, who, missing }) => [
      `      - ${id}: ${asks} (${who.join(', ')})`,
      ...missing.map(({ sentence }) => `          ${sentence}`),
    ]),
  ];
};

const milestoneLines = ({
  id,
  name,
  judgement,
  proof,
}: DemoReport['milestones']['milestones'][number]): readonly string[] => [
  `  ${id} ${name.padEnd(TYPE_WIDTH)} ${judgement.applies ? codingIn(judgement.status ?? '') : 'does not apply'}`,
  `      ${judgement.because}`,
  ...(proof.total === 0
    ? []
    : [`      proven by ${proof.events.map((event) => event.slice(event.indexOf('@'))).join(' ')}`]),
];

const codings = (coded: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(coded)
    .map(([dimension, codes]) => `${dimension}: ${codes.map(codingIn).join(', ').toLowerCase()}`)
    .join('   ');

const stageIn = (stage: string): string => wordFor(CODE_WORDS.en.stages, stage).toLowerCase();

/** What a code of an achievement is called. */
const codingIn = (code: string): string =>
  wordFor(Object.fromEntries(Object.entries(ACHIEVEMENT_WORDS).map(([name, said]) => [name, said.en])), code);

const verdict = ({ stage, verification }: DemoReport): string =>
  verification.verified
    ? `The case is ${stageIn(stage)}. Its record of ${verification.events} events verifies: ${verification.hash}`
    : `The case is ${stageIn(stage)}. Its record does not verify: ${verification.explanation} (event ${verification.firstBad}). That is a mistake of ours: keep what --json tells, and report it.`;
