import { type QueryOperation, query } from '../_http/operation.ts';
import { reportDocument } from '../_http/report-document.ts';
import { READ_REPORT_DOCUMENT } from '../_http/report-operations.ts';
import { reportAtHand } from '../_reports/report-at-hand.ts';
import { WORDS } from '../_reports/words/words.ts';
import { bytesInAnswer, cursorOf, readPart, writeCursor } from './parts.ts';

/** The report as data. */
export const readReportDocument: QueryOperation = query({
  ...READ_REPORT_DOCUMENT,
  ask: async (ports, { parameters, caller, query: { language, cursor } }) => {
    const from = cursorOf(cursor);
    const at = await reportAtHand(ports, { parameters, caller, language, version: from.version });
    if (at === undefined) return undefined;
    const { pieces, next } = await readPart(at, from, {
      piece: (block) => block,
      bytes: (block) => bytesInAnswer(JSON.stringify(block)),
    });
    const sections = new Map<string, unknown[]>();
    for (const { block } of pieces) {
      const items = sections.get(block.section) ?? [];
      items.push(block.item);
      sections.set(block.section, items);
    }
    const titles: Readonly<Record<string, string>> = WORDS[language].sections;
    const { version } = at.folded.last;
    return {
      version,
      body: reportDocument.parse({
        ...at.frame,
        language,
        part: from.part,
        sections: [...sections].map(([section, items]) => ({ section, title: titles[section], items })),
      }),
      ...(next === undefined ? {} : { next: writeCursor({ version, part: from.part + 1, place: next }) }),
    };
  },
});
