import type { Language } from '../../domain/languages.ts';
import type { PagePlace } from '../../web/page-context.ts';
import type { Annexes } from '../../web/pages/report/annexes.tsx';
import type { ReportSection } from '../../web/pages/report/at-hand.ts';
import { reportPage, reportSection } from '../../web/pages/report.tsx';
import { documentOf } from '../../web/render.tsx';
import type { PageOperation, QueryPorts, QueryRequest } from '../_http/operation.ts';
import { type Block, SECTIONS } from '../_http/report-document.ts';
import { READ_REPORT_PAGE, SHOW_REPORT } from '../_http/report-operations.ts';
import { publicPage } from '../_pages/public-page.ts';
import { STYLE_PATH } from '../_pages/style-file.ts';
import { type ReportAtHand, reportAtHand } from '../_reports/report-at-hand.ts';
import { QUIET_WHEN_EMPTY, type ReportWriting, writingOf } from '../_reports/said.ts';
import { verificationCode } from '../_reports/verification-code.ts';
import { WORDS } from '../_reports/words/words.ts';
import { annexesOf } from './annexes.ts';
import { page } from './answer-page.ts';
import { bytesInAnswer, cursorOf, readPart, writeCursor } from './parts.ts';

/** A published report as everybody sees it. */
export const showReport = publicPage({
  ...SHOW_REPORT,
  show: async ({ language, parameters, query: { cursor }, ports }) => {
    const shown = await shownOf(ports, { parameters, caller: undefined, language, cursor });
    return shown?.page((at) => `?cursor=${at}`);
  },
});

/** The same page for programs that have its address, and of a draft for those who may read it. */
export const readReportPage: PageOperation = page({
  ...READ_REPORT_PAGE,
  write: async (
    { cases, milestones, roster, imports, clock },
    { parameters, caller, origin, query: { language, cursor } },
  ) => {
    const ports = { cases, milestones, roster, imports, now: clock.now };
    const shown = await shownOf(ports, { parameters, caller, language, cursor });
    if (shown === undefined) return undefined;
    const next = (at: string) => `?language=${language}&cursor=${at}`;
    return documentOf(placeOf(shown.writing, { origin, cursor }), shown.page(next));
  },
});

/** Where a report stands: a published one among the pages of all, a draft at the address that asks who reads. */
const placeOf = (
  { language, frame }: ReportWriting,
  { origin, cursor }: { readonly origin: string; readonly cursor: string | undefined },
): PagePlace => {
  const path = `/cases/${frame.case}/reports/${frame.report}`;
  const place = { language, path: cursor === undefined ? path : `${path}?cursor=${cursor}`, origin, style: STYLE_PATH };
  return frame.draft ? { ...place, address: (other) => `${path}/page?language=${other}` } : place;
};

interface Asked extends Pick<QueryRequest<unknown>, 'parameters' | 'caller'> {
  readonly language: Language;
  readonly cursor: string | undefined;
}

const NO_ANNEXES: Annexes = { listed: [], more: 0, all: undefined };

/** The part of a report that is asked for, as far as the caller may read it, to be drawn with the address of the part after it. */
const shownOf = async (ports: QueryPorts, { parameters, caller, language, cursor }: Asked) => {
  const from = cursorOf(cursor);
  const at = await reportAtHand(ports, { parameters, caller, language, version: from.version });
  if (at === undefined) return undefined;
  const writing = writingOf({ words: WORDS[language], language, frame: at.frame });
  const { pieces, next } = await readPart(at, from, {
    piece: (block) => block,
    bytes: (block) => weightOf(block, writing),
  });
  const { version } = at.folded.last;
  const onward = next === undefined ? undefined : writeCursor({ version, part: from.part + 1, place: next });
  const blocks = pieces.map(({ block }) => block);
  const isWhole = from.part === 1 && onward === undefined;
  // After the last of what the team wrote, however many parts that takes.
  const annexes = onward === undefined ? await annexesOf(at) : NO_ANNEXES;
  const shown = { writing, sections: sectionsOf(blocks, isWhole), annexes, part: from.part, code: await codeOf(at) };
  return {
    writing,
    page: (addressOf: (cursor: string) => string) =>
      reportPage({ ...shown, next: onward === undefined ? undefined : addressOf(onward) }),
  };
};

const codeOf = async ({ frame }: ReportAtHand): Promise<string | undefined> =>
  frame.draft ? undefined : verificationCode(frame.case, frame.report);

/** What a block weighs in an answer: drawn by itself it weighs no less than among others. */
const weightOf = (block: Block, writing: ReportWriting): number => {
  const place = { language: writing.language, path: '', origin: '', style: '' };
  return bytesInAnswer(documentOf(place, reportSection({ name: block.section, blocks: [block] }, writing)));
};

/** The sections of this part; where it is the whole document, those that hold nothing say so, but for some that are then not asked for. */
const sectionsOf = (blocks: readonly Block[], isWhole: boolean): readonly ReportSection[] => {
  const all = SECTIONS.map((name) => ({ name, blocks: blocks.filter(({ section }) => section === name) }));
  const hasReason = blocks.some(({ section }) => section === 'no-recommendations');
  return all.filter(
    ({ name, blocks: found }) =>
      found.length > 0 || (isWhole && !QUIET_WHEN_EMPTY.includes(name) && !(name === 'recommendations' && hasReason)),
  );
};
