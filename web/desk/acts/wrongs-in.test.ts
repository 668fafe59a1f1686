import { describe, expect, it } from 'vitest';
import type { Ask } from './act.ts';
import { ACTS } from './acts.ts';
import { flawsOfFields, leftEmpty, limitsInTime, type Refused, toBlame } from './wrongs-in.ts';

const reason: Ask = { name: 'reason', kind: 'text' };
const months: Ask = { name: 'months', kind: 'number' };
const heldAt: Ask = { name: 'heldAt', kind: 'local' };
const person: Ask = { name: 'person', kind: 'person' };
const law: Ask = { name: 'law', kind: 'line' };
const provisions: Ask = { name: 'provisions', kind: 'rows', asks: [law] };
const chosen: Ask = {
  name: 'accused',
  kind: 'either',
  inline: true,
  words: 'signatories',
  forms: { bidder: [{ name: 'accused', kind: 'fixed', value: 'bidder' }] },
};
const candidates: Ask = { name: 'candidates', kind: 'lines' };
const asks: readonly Ask[] = [reason, months, heldAt, person, provisions, chosen, candidates];

const refused = (told: Partial<Refused>): Refused => ({
  kind: 'refused',
  word: 'input-invalid',
  detail: '',
  flaws: [],
  unmet: [],
  ...told,
});

const flawed = (pointer: string, detail: string): Refused => refused({ flaws: [{ pointer, detail }] });

describe('what is wrong with a field', () => {
  it('is that it was left empty, whatever the API looked for', () => {
    const empty = (field: string, ask: Ask) => ({ field, ask, what: 'empty' });
    expect(flawsOfFields(asks, flawed('/reason', 'is missing'), { reason: '  ' })).toEqual([empty('reason', reason)]);
    expect(flawsOfFields(asks, flawed('/months', 'is missing'), {})).toEqual([empty('months', months)]);
    expect(flawsOfFields(asks, flawed('/heldAt', 'must be a time'), {})).toEqual([empty('heldAt', heldAt)]);
    expect(flawsOfFields(asks, flawed('/accused', 'must be one of'), {})).toEqual([empty('accused', chosen)]);
    const inRow = flawsOfFields(asks, flawed('/provisions/0/law', 'is missing'), { 'provisions#': '1' });
    expect(inRow).toEqual([empty('provisions/0/law', law)]);
  });

  it('is how long it may be, and how long it is', () => {
    const written = { reason: ` ${'x'.repeat(12)} `, person: 'ab' };
    const long = flawsOfFields(asks, flawed('/reason', 'must not be longer than 10 characters'), written);
    expect(long).toEqual([{ field: 'reason', ask: reason, what: 'tooLong', limit: 10, has: 12 }]);
    const short = flawsOfFields(asks, flawed('/person', 'must have at least 3 characters'), written);
    expect(short).toEqual([{ field: 'person', ask: person, what: 'tooShort', limit: 3, has: 2 }]);
  });

  it('is that it is no number; of a number nobody counts the characters', () => {
    const at = (text: string) =>
      flawsOfFields(asks, flawed('/months', 'must have at least 1 characters'), { months: text });
    expect(at('many')).toEqual([{ field: 'months', ask: months, what: 'notNumber' }]);
    expect(at('-1')).toEqual([{ field: 'months', ask: months, what: 'otherwise' }]);
  });

  it('is how much a number must or may be, and how many a list must hold', () => {
    const at = (field: string, detail: string, text: string) =>
      flawsOfFields(asks, flawed(`/${field}`, detail), { [field]: text });
    const month = { field: 'months', ask: months };
    expect(at('months', 'must be at least 1', '-3')).toEqual([{ ...month, what: 'tooLow', limit: 1, has: 2 }]);
    expect(at('months', 'must not be more than 60', '99')).toEqual([{ ...month, what: 'tooHigh', limit: 60, has: 2 }]);
    const few = { field: 'candidates', ask: candidates, what: 'tooFew', limit: 2, has: 1 };
    expect(at('candidates', 'must hold at least 2', 'a')).toEqual([few]);
  });

  it('is how a pseudonym is written, and told otherwise of what was chosen', () => {
    const written = { 'accused?': 'bidder', person: 'a b' };
    expect(flawsOfFields(asks, flawed('/accused', 'must be so'), written)).toEqual([
      { field: 'accused', ask: chosen, what: 'otherwise' },
    ]);
    expect(flawsOfFields(asks, flawed('/person', 'must be of the form [a-z]+'), written)).toEqual([
      { field: 'person', ask: person, what: 'noPseudonym' },
    ]);
  });

  it('stands in the row that was sent, where those before it are empty and were not', () => {
    const written = { 'provisions#': '3', 'provisions/0/law': ' ', 'provisions/2/law': 'x'.repeat(12) };
    const long = flawsOfFields(asks, flawed('/provisions/0/law', 'must not be longer than 10 characters'), written);
    expect(long).toEqual([{ field: 'provisions/2/law', ask: law, what: 'tooLong', limit: 10, has: 12 }]);
  });

  it('is told of no field that the form does not have', () => {
    expect(flawsOfFields(asks, flawed('/stage', 'is missing'), {})).toEqual([]);
  });
});

describe('what a form insists on', () => {
  it('is that something stands twice in a list', () => {
    const at = (field: string, detail: string) => flawsOfFields(asks, flawed(`/${field}`, detail), { [field]: 'a\na' });
    const candidatesTwice = [{ field: 'candidates', ask: candidates, what: 'repeated' }];
    expect(at('candidates', 'must name each candidate once')).toEqual(candidatesTwice);
    expect(at('candidates', 'must name each once')).toEqual(candidatesTwice);
    expect(at('candidates', 'must be of the form x')).toMatchObject([{ what: 'otherwise' }]);
  });

  it('is empty where nobody wrote it', () => {
    const insisted: Ask = { ...reason, insists: true };
    expect(leftEmpty([insisted], {})).toEqual([{ field: 'reason', ask: insisted, what: 'empty' }]);
    expect(leftEmpty([insisted], { reason: 'x' })).toEqual([]);
  });

  it('is never a group as such: what is written stands in its fields', () => {
    const vote: Ask = { name: 'vote', kind: 'group', insists: true, asks: [months, { ...reason, insists: true }] };
    expect(leftEmpty([vote], { 'vote/months': '3' })).toMatchObject([{ field: 'vote/reason', what: 'empty' }]);
    expect(leftEmpty([vote], { 'vote/months': '3', 'vote/reason': 'x' })).toEqual([]);
  });
});

describe('the field that a refusal is about', () => {
  const of = (facts: Readonly<Record<string, unknown>>, sent: Readonly<Record<string, unknown>>) =>
    toBlame(asks, refused({ word: 'some-word', facts }), sent);

  it('is the one that it is always about, where the form has it', () => {
    const late: Ask = { name: 'asOf', kind: 'instant' };
    const future = refused({ word: 'follow-up-in-the-future', facts: { now: '2026-11-23T00:00:00.000Z' } });
    expect(toBlame([reason, late], future, { asOf: '2027-01-01T00:00:00.000Z' })).toEqual({ field: 'asOf' });
    expect(toBlame([reason], future, {})).toEqual({ field: '' });
    const hours = refused({ word: 'draw-hours-unfit', facts: { minutesMin: 5 } });
    expect(toBlame(ACTS['announce-draw'].asks, hours, {})).toEqual({ field: 'source/publishedAfter' });
  });

  it('is the one that it points to, or whose content it repeats, however a time was said', () => {
    expect(of({ pointer: '/heldAt' }, {})).toEqual({ field: 'heldAt' });
    expect(of({ person: 'witness-9' }, { person: 'witness-9' })).toEqual({ field: 'person' });
    const sent = { heldAt: { local: '2027-01-01T10:00', zone: 'America/Lima' } };
    expect(of({ heldAt: '2027-01-01T15:00:00.000Z', now: '2026-11-23T00:00:00.000Z' }, sent)).toEqual({
      field: 'heldAt',
    });
  });

  it('is the list that holds what it repeats, and which of the list it is', () => {
    const sent = { candidates: ['witness-1', 'witness-3'] };
    expect(of({ person: 'witness-3' }, sent)).toEqual({ field: 'candidates', which: 'witness-3' });
    expect(of({ person: 'witness-2' }, sent)).toEqual({ field: '' });
  });

  it('is none where it says something else of what is called so, or of more than one field', () => {
    expect(of({ person: 'witness-2' }, { person: 'witness-9' })).toEqual({ field: '' });
    expect(of({ dueAt: '2027-01-01T15:00:00.000Z' }, { reason: 'x' })).toEqual({ field: '' });
    expect(of({ person: 'a', reason: 'b' }, { person: 'a', reason: 'b' })).toEqual({ field: '' });
    expect(of({}, {})).toEqual({ field: '' });
  });
});

describe('when something can be, where it cannot be now', () => {
  it('is told by the dates that a refusal names, and by nothing else', () => {
    const [after, latest] = ['2026-11-23T07:00:37.061Z', '2027-02-22T05:00:00.000Z'];
    expect(limitsInTime(refused({ facts: { latest, after, now: after } }))).toEqual([
      { what: 'after', at: Date.parse(after) },
      { what: 'latest', at: Date.parse(latest) },
    ]);
    expect(limitsInTime(refused({ facts: { dueAt: latest } }))).toEqual([{ what: 'dueAt', at: Date.parse(latest) }]);
    expect(limitsInTime(refused({ facts: { dueAt: 'soon' } }))).toEqual([]);
    expect(limitsInTime(refused({}))).toEqual([]);
  });
});
