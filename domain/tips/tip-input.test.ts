import { describe, expect, it } from 'vitest';
import { COORDINATOR, caseIn } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';

const ANYBODY = { person: 'holder-1', roles: ['public'] } as const;
const RECEIPT = '0123456789abcdef0123456789abcdef';
const SENT = { receipt: RECEIPT, text: 'The gravel is not what was paid for.', language: 'es' };
const FILE = 'a'.repeat(64);

const running = given(...caseIn('integrity-pact', 'tender-observation'));
const told = running.when('send-tip', SENT, { by: ANYBODY }).succeeds();

/** What no text of people may be, however long it may be. */
const UNREADABLE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \t\n\u00a0\u3000 '],
  ['combining marks and nothing to stand on', '\u0301\u0308\u20dd'],
  ['what takes no room', '\u200b\u2060'],
  ['what turns the direction of writing', 'paid \u202e100\u202c'],
  ['an isolate of direction', '\u2066paid\u2069'],
  ['a control character', 'paid \u001b[2J'],
  ['a NUL', 'paid\u0000'],
  ['tags that nobody sees', 'paid\u{e0041}'],
  ['half of a character', 'paid \ud800'],
];

const FIELDS = [
  ['text', 10_000],
  ['name', 200],
  ['contact', 300],
] as const;

describe.each(FIELDS)('the %s of a tip', (field, lengthMax) => {
  it.each(UNREADABLE)('cannot be %s', (_what, value) => {
    running.when('send-tip', { ...SENT, [field]: value }, { by: ANYBODY }).cannotTake(field);
  });

  it('may be as long as its limit, counted in characters that people see as one, and no longer', () => {
    running.when('send-tip', { ...SENT, [field]: 'e\u0301'.repeat(lengthMax) }, { by: ANYBODY }).succeeds();
    running.when('send-tip', { ...SENT, [field]: 'x'.repeat(lengthMax + 1) }, { by: ANYBODY }).cannotTake(field);
  });

  it('is kept as it was written, markup and formulas too', () => {
    const written = '<script>alert(1)</script> =HYPERLINK("//x") &amp; ../../etc';
    const { file } = running.when('send-tip', { ...SENT, [field]: ` ${written}\n` }, { by: ANYBODY }).succeeds();
    expect(file.entries.at(-1)?.content).toMatchObject({ [field]: written });
  });

  it.each([null, 7, ['x'], { x: 'x' }, true])('cannot be %j', (value) => {
    running.when('send-tip', { ...SENT, [field]: value }, { by: ANYBODY }).cannotTake(field);
  });
});

describe('the receipt code of a tip', () => {
  it.each([
    ['missing', undefined],
    ['less than 128 bits', RECEIPT.slice(1)],
    ['longer than any that is made here', 'a1b2c3'.repeat(11)],
    ['in capitals', RECEIPT.toUpperCase()],
    ['one digit over and over', '0'.repeat(32)],
    ['five digits over and over', '01234'.repeat(8)],
    ['something else than a text', 7],
    ['followed by a line end', `${RECEIPT}\n`],
  ])('cannot be %s', (_what, receipt) => {
    running.when('send-tip', { ...SENT, receipt }, { by: ANYBODY }).cannotTake('receipt');
    told.when('add-to-tip', { tip: 'tip-1', text: 'More.', receipt }, { by: ANYBODY }).cannotTake('receipt');
  });

  it.each([RECEIPT, 'fedcba9876543210'.repeat(4)])('may be %s', (receipt) => {
    running.when('send-tip', { ...SENT, receipt }, { by: ANYBODY }).succeeds();
  });
});

describe('the files of a tip', () => {
  it('are hashes, twenty at most', () => {
    const files = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, each) => String(each).padStart(64, '0'));
    running.when('send-tip', { ...SENT, files: files(20) }, { by: ANYBODY }).succeeds();
    running.when('send-tip', { ...SENT, files: files(21) }, { by: ANYBODY }).cannotTake('files');
    running.when('send-tip', { ...SENT, files: ['../../x.zip'] }, { by: ANYBODY }).cannotTake('files/0');
    running.when('send-tip', { ...SENT, files: { 0: FILE } }, { by: ANYBODY }).cannotTake('files');
  });

  it('are each told once: the same file again is no second piece of evidence', () => {
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
    const twice = { tip: 'tip-1', receipt: RECEIPT, text: 'More.', files: [one, other, one] };
    running.when('send-tip', { ...SENT, files: [one, other, one] }, { by: ANYBODY }).cannotTake('files/2');
    told.when('add-to-tip', twice, { by: ANYBODY }).cannotTake('files/2');
  });
});

describe('a tip', () => {
  it.each([
    ['no language', { language: undefined }, 'language'],
    ['a language of nobody', { language: 'xx' }, 'language'],
    ['a field of nobody', { address: '192.0.2.1' }, ''],
  ])('with %s cannot be taken', (_what, wrong, field) => {
    running.when('send-tip', { ...SENT, ...wrong }, { by: ANYBODY }).cannotTake(field);
  });

  it.each(UNREADABLE)('cannot be added to with %s, nor answered with it', (_what, value) => {
    const more = { tip: 'tip-1', receipt: RECEIPT, text: value };
    told.when('add-to-tip', more, { by: ANYBODY }).cannotTake('text');
    const answer = { tip: 'tip-1', code: 'abusive', reason: value };
    told.when('answer-tip', answer, { by: COORDINATOR }).cannotTake('reason');
  });

  it.each([
    ['a code of nobody', { code: 'ignored' }, 'code'],
    ['no code', { code: undefined }, 'code'],
    ['no reason', { reason: undefined }, 'reason'],
    ['a reason over its limit', { reason: 'x'.repeat(2_001) }, 'reason'],
    ['a thing that is no tip', { tip: 'observation-1' }, 'tip'],
  ])('cannot be answered with %s', (_what, wrong, field) => {
    const answer = { tip: 'tip-1', code: 'abusive', reason: 'It insults.', ...wrong };
    told.when('answer-tip', answer, { by: COORDINATOR }).cannotTake(field);
  });
});
