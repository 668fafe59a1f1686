import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type Tools, ToolsOfPage } from '../app/tools.ts';
import { CaseAtHand, type CaseShown } from './case-at-desk.ts';
import { useDates } from './dates.ts';
import { useWhen } from './use-when.ts';

/** Where it is another day than on any device that runs this. */
const ZONE = 'Pacific/Kiritimati';
const AT = '2026-11-23T11:30:00.000Z';

const Dates = () => {
  const { day, lastDay, moment } = useDates();
  return h('p', null, [day(AT), lastDay('2026-11-23T10:00:00.000Z'), moment(AT), useWhen().moment(AT)].join('|'));
};

/** Of all that a page may work with these need the locale only, and of a case its zone. */
const inPage = (page: ComponentChildren) => {
  const tools = { told: { locale: 'en-GB' } } as Tools;
  return renderToString(h(ToolsOfPage, { value: tools }, page));
};

describe('a date at the desk', () => {
  it('is told in a case by the clock of its place, which is named where it is another than the reader’s', () => {
    const value = { shown: { zone: ZONE } as CaseShown, again: () => undefined };
    const hour = '24 November 2026 at 01:30 (GMT+14)';
    expect(inPage(h(CaseAtHand, { value }, h(Dates, null)))).toBe(
      `<p>24 November 2026|23 November 2026|${hour}|${hour}</p>`,
    );
  });
});
