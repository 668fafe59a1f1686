import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import { CAPACITIES } from '../../domain/notices/concern.ts';
import { mailWords } from '../../domain/notices/mail-words.ts';
import { TASKS, taskOf } from '../../domain/notices/what-to-do.ts';
import { ROSTER_NOTICES } from '../../domain/notices/whom-it-concerns.ts';
import { NOTICE_WORDS } from '../../domain/notices/words.ts';
import {
  type Composed,
  composeConfirmation,
  composeDigest,
  composeFact,
  composeMilestones,
  composePing,
  composeRoster,
} from './compose-mail.ts';

const publicUrl = 'https://veedor.example';
const about = { case: 'ip-1', title: 'Puente {n} del Río', zone: 'America/Mexico_City', isExample: false };
const at = '2026-03-02T15:00:00.000Z';
const until = '2026-03-09T23:59:59.000Z';
const reader = (language: Language) => ({ language, publicUrl });

/** Every mail that can be written, by what it is about: each fact in each capacity, and what else there is. */
const mailsIn = (language: Language): readonly (readonly [string, Composed])[] => {
  const to = reader(language);
  const facts = Object.keys(NOTICE_WORDS).filter((kind) => !Object.hasOwn(ROSTER_NOTICES, kind));
  const told = { reader: to, at, about };
  return [
    ...facts.flatMap((kind) =>
      [undefined, ...CAPACITIES].map((as) => {
        const task = taskOf(kind, as);
        const mail = composeFact({ ...told, kind, task, until: task?.hasTerm === true ? until : undefined });
        return [`${kind} as ${as}`, mail] as const;
      }),
    ),
    ['evidence', composeFact({ ...told, kind: 'escalation.sent.v1', hasEvidence: true })],
    ['example', composeFact({ ...told, kind: 'act.held.v1', about: { ...about, isExample: true } })],
    ['institution', composeFact({ ...told, kind: 'act.held.v1', reader: { ...to, isInstitution: true } })],
    ['milestones', composeMilestones(told)],
    ...Object.keys(ROSTER_NOTICES).map((kind) => [kind, composeRoster(to, kind)] as const),
    ['ping', composePing(to)],
    ['confirmation', composeConfirmation({ language, publicUrl, code: 'x'.repeat(43), until })],
    ['mailbox', composeConfirmation({ language, publicUrl, code: 'x'.repeat(43), until, endpoint: 'endpoint-1' })],
    ['digest', digest(language, 12)],
  ];
};

const digest = (language: Language, count: number, isMore = false): Composed =>
  composeDigest({
    reader: reader(language),
    count,
    isMore,
    parts: [
      { about, kinds: new Map([['question.asked.v1', count]]) },
      { kinds: new Map([['accreditation.renewed.v1', 1]]) },
    ],
  });

/** Pages, by their addresses: whatever else a link leads to answers to programs. */
const PAGE =
  /^https:\/\/veedor\.example\/(es|pt|en)\/(account(\/messages)?|mailboxes\/endpoint-1|cases\/ip-1(\/[a-z]+|#milestones)?)$/;

describe.each(LANGUAGES)('every mail in %s', (language) => {
  const mails = mailsIn(language);

  it('is whole: a subject, no empty word, no blank that is not filled in, no line of two', () => {
    expect(mails.length).toBeGreaterThan(600);
    for (const [name, { subject, text }] of mails) {
      expect(subject, name).toMatch(/^Veedor: \p{Lu}[^\r\n{}]{4,80}$/u);
      expect(text.replaceAll('\r\n', '|'), name).toMatch(/^[^|\s][^|\r\n]*\.\|(\|?[^|\s][^|\r\n]*\|)+$/);
      expect(text.replace('{n}', 'uno'), name).not.toMatch(/[{}]|undefined|null|NaN|: +\r|\.\.|\r\n\r\n\r\n/);
      expect(text, name).not.toMatch(/[\u00a0\u202f]/);
    }
  });

  it('leads to pages in that language alone, and to no address that answers to programs', () => {
    for (const [name, { text }] of mails) {
      const links = text.match(/\S*(https?:|\/)\S+/g) ?? [];
      expect(links.length, name).toBeGreaterThan(0);
      for (const link of links) {
        expect(link, name).toMatch(PAGE);
        expect(link, name).toContain(`/${language}/`);
      }
    }
  });

  it('says how to get others, or none; the one that asks for a code says what to do without', () => {
    for (const [name, { text }] of mails) {
      const { why, whyInstitution, confirmNot } = mailWords(language);
      expect(
        [why, whyInstitution, confirmNot].filter((words) => text.includes(words)),
        name,
      ).toHaveLength(1);
    }
  });

  it('names no thing of a case and nobody', () => {
    for (const [name, { text }] of mails) {
      const words = text.replaceAll(/https:\S+/g, '');
      expect(words, name).not.toMatch(/\b(observation|escalation|report|tip|witness|member|coordinator)-\d/);
    }
  });

  it('counts as the language does', () => {
    expect(digest(language, 1).subject).not.toMatch(/\d/);
    expect(digest(language, 2).subject).toContain(' 2 ');
    expect(digest(language, 500, true).subject).toMatch(/(más de|mais de|more than) 500 /);
    expect(digest(language, 12).text).toMatch(/\r\n- .* \(12\)\r\n/);
  });
});

it('a task is told to whoever it is for, with the end of its term, and to nobody else', () => {
  const mail = (as: 'contracting-authority' | 'team') => {
    const kind = 'finding.notified.v1';
    const task = taskOf(kind, as);
    return composeFact({ reader: reader('es'), at, about, kind, task, until: task && until }).text;
  };
  expect(mail('contracting-authority')).toContain(
    'Qué hacer: Lea el hallazgo y respóndalo.\r\nHasta cuándo: 9 de marzo de 2026 a las 5:59 p.m. GMT-6\r\n',
  );
  expect(mail('team')).toContain('No tiene que hacer nada');
});

it('every task is said in three languages, to each capacity once', () => {
  for (const [kind, tasks] of Object.entries(TASKS)) {
    for (const { says } of tasks) {
      expect(new Set(says).size, kind).toBe(3);
      for (const words of says) expect(words, kind).toMatch(/^\p{Lu}.{10,90}\.$/u);
    }
    const capacities = tasks.flatMap(({ as }) => as);
    expect(new Set(capacities).size, kind).toBe(capacities.length);
  }
});
