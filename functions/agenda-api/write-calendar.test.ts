import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import { folded, writeCalendar } from './write-calendar.ts';

const ITEM: AgendaItem = {
  case: 'ip-0123456789abcdef0123',
  id: 'reply:observation-3',
  kind: 'term',
  what: 'reply-to-finding',
  about: 'observation-3',
  by: 'contracting-authority',
  role: 'contracting-authority',
  persons: ['authority-1'],
  startedAt: '2026-03-02T15:00:00.000Z',
  dueAt: '2026-03-17T06:00:00.000Z',
  term: {
    name: 'finding-reply',
    zone: 'America/Mexico_City',
    daysCounted: 10,
    daysSkipped: 4,
    startedAt: '2026-03-02T15:00:00.000Z',
  },
  remindAt: '2026-03-11T06:00:00.000Z',
  instrument: 'integrity-pact',
  profile: { id: 'ti-integrity-pact', version: 1 },
  zone: 'America/Mexico_City',
  stage: 'tender-observation',
  title: 'A bridge',
  audience: 'public',
  state: 'open',
  standsStill: false,
  lapsed: false,
  sequence: 2,
  changedAt: '2026-03-03T15:00:00.000Z',
};
const ACT: AgendaItem = {
  ...ITEM,
  id: 'act:act-1',
  kind: 'act',
  what: 'attend-act',
  act: 'bid-opening',
  dueAt: '2026-03-20T16:30:00.000Z',
};

const write = (...items: readonly AgendaItem[]) =>
  writeCalendar({ items, language: 'en', origin: 'https://veedor.example' });

/** Read by a parser that nobody here wrote. */
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    event: new ICAL.Event(event),
    text: (name: string) => String(event.getFirstPropertyValue(name)),
    alarms: event.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  }));

describe('a calendar', () => {
  it('holds a term as the whole day on which it ends, with its reminder', () => {
    const [read] = eventsIn(write(ITEM));
    expect(read?.event.uid).toMatch(/^[0-9a-f]{32}@veedor$/);
    expect([read?.event.startDate.isDate, read?.event.startDate.toString()]).toEqual([true, '2026-03-16']);
    expect(read?.event.summary).toBe('Reply to a finding: A bridge');
    expect(read?.event.sequence).toBe(2);
    expect(read?.text('url')).toBe('https://veedor.example/cases/ip-0123456789abcdef0123');
    expect(read?.text('status')).toBe('CONFIRMED');
    expect(read?.alarms).toEqual(['2026-03-11T06:00:00Z']);
  });

  it('holds an act at its instant', () => {
    const [read] = eventsIn(write(ACT));
    expect(read?.event.startDate.toJSDate().toISOString()).toBe(ACT.dueAt);
  });

  it('says what is cancelled and what stands still, and reminds of neither', () => {
    const [cancelled, still] = eventsIn(
      write({ ...ITEM, state: 'cancelled', settledAt: ITEM.changedAt }, { ...ACT, standsStill: true }),
    );
    expect([cancelled?.text('status'), cancelled?.alarms]).toEqual(['CANCELLED', []]);
    expect([still?.text('status'), still?.alarms]).toEqual(['TENTATIVE', []]);
    expect(still?.event.summary).toBe('Act (bid-opening): A bridge (suspended)');
  });

  it.each([
    'Roads, bridges; and "more" \\ less',
    'One\nline\r\nafter another',
    `${'x'.repeat(40)}${'🏗️🌉'.repeat(20)}`,
    '学校給食の購入'.repeat(10),
    'END:VEVENT',
    ';,\\n\\;',
  ])('keeps the title %j whole', (title) => {
    const [read, ...others] = eventsIn(write({ ...ITEM, title }));
    expect(read?.event.summary).toBe(`Reply to a finding: ${title.replaceAll('\r\n', '\n')}`);
    expect(others).toEqual([]);
  });

  it('keeps whatever title there may be, in lines of at most 75 octets that end with CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = write({ ...ITEM, title });
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        expect(eventsIn(text)).toHaveLength(1);
      }),
      { seed: 5_545, numRuns: 300 },
    );
  });

  it('folds by octets and cuts no character in two', () => {
    expect(folded(`${'a'.repeat(73)}🌉b`)).toBe(`${'a'.repeat(73)}\r\n 🌉b`);
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75));
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  });

  it('is the same to the byte for the same items', () => {
    expect(write(ITEM, ACT)).toBe(write(ITEM, ACT));
  });

  it('names nobody', () => {
    expect(write(ITEM, ACT)).not.toContain('authority-1');
  });
});
