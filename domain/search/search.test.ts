import { describe, expect, it } from 'vitest';
import type { Card } from './card.ts';
import { fits, isNamed, namesOf, nameTermsFor, termsFor, termsOf } from './terms.ts';
import { wordingOf } from './words.ts';

const CARD: Card = {
  case: 'ip-1',
  ocid: 'ocds-07smqs-1234567',
  instrument: 'integrity-pact',
  profile: { id: 'mx-coahuila', version: 1 },
  stage: 'tender-observation',
  condition: 'running',
  openedAt: '2026-03-02T15:00:00.000Z',
  title: 'Construcción de la Clínica «São João» 2.ª etapa — road works',
  authority: { id: 'MX-RFC:SSA630502CU1', name: 'Secretaría de Salud' },
  territory: 'MX-COA',
  lastEventAt: '2026-03-02T15:00:00.000Z',
  observationsPublished: 0,
};

/** Whether a case is found: it stands in every list that is asked, and its card says yes. */
const isFound = (q: string, card: Card = CARD): boolean => {
  const sought = { wording: wordingOf(q) };
  const terms = termsFor(sought);
  const listed = terms.length > 0 && terms.every((term) => termsOf(card).includes(term));
  const confirmed = fits(card, sought);
  // A list that left a fitting case out would lose it for good.
  if (confirmed) expect([q, listed]).toEqual([q, true]);
  return listed && confirmed;
};

describe('a case is found', () => {
  it.each([
    'construcción',
    'CONSTRUCCION',
    'construccio\u0301n clinica',
    'clínica sao joao',
    'clínica de la construcción',
    'joao roa',
    'r',
    'secretaria de',
    'secretaría de salud construc',
    'ocds-07smqs-1234567',
    'OCDS-07SMQS-1234567',
    '07smqs',
    '34567',
    '4567',
    '7smqs-1234567',
    'SSA630502CU1',
    '2 etapa',
    'works road',
  ])('by %s', (q) => {
    expect(isFound(q)).toBe(true);
  });

  it.each(['constru clínica', 'clinicas', 'salud puente', 'structora', '0456', '7smqs-99', 'x'])('not by %s', (q) => {
    expect(isFound(q)).toBe(false);
  });

  it('by a title that is pasted whole', () => {
    const title =
      'Suministro e instalación de equipos de bombeo para el acueducto regional del norte, lote tres de cinco';
    expect(isFound(title, { ...CARD, title })).toBe(true);
  });

  it('by each of its facets, by its country, and by all of them and words together', () => {
    const all = { authority: CARD.authority.id, territory: 'MX', profile: 'mx-coahuila', stage: CARD.stage } as const;
    const whole = { ...all, instrument: CARD.instrument, condition: CARD.condition, wording: wordingOf('clinica') };
    for (const [name, value] of Object.entries({ ...whole, part: 'MX-COA' })) {
      const one = name === 'part' ? { territory: 'MX-COA' } : { [name]: value };
      expect(termsOf(CARD)).toEqual(expect.arrayContaining([...termsFor(one)]));
      expect([name, fits(CARD, { ...whole, ...one })]).toEqual([name, true]);
    }
    for (const other of [
      { authority: 'x' },
      { territory: 'MX-JAL' },
      { stage: 'closed' },
      { condition: 'suspended' },
    ]) {
      expect([other, fits(CARD, { ...whole, ...other })]).toEqual([other, false]);
    }
    expect(fits(CARD, { ...whole, instrument: 'oversight-committee' })).toBe(false);
    expect(fits(CARD, { ...whole, profile: 'co-ley-850' })).toBe(false);
  });

  it('in a number of lists that has a bound, however long its texts and its ocid', () => {
    const words = Array.from({ length: 200 }, (_, at) => `${String(at).padStart(3, '0')}${'𐐷é'.repeat(40)}`).join(' ');
    const terms = termsOf({ ...CARD, ocid: `ocds-${words}`, title: words, authority: { id: 'A:1', name: words } });
    expect(terms.length).toBeLessThan(350);
    expect(terms.every((term) => term.isWellFormed() && term.length < 100)).toBe(true);
  });
});

describe('a question', () => {
  it.each(['', '  ', '—', '«»', '.-'])('without a letter or a digit is none: %j', (q) => {
    expect(wordingOf(q)).toBeUndefined();
  });

  it('of one empty word is the beginning of another', () => {
    expect(wordingOf('de')).toEqual({ whole: [], beginning: 'de' });
    expect(wordingOf('salud de')).toEqual({ whole: [], beginning: 'salud' });
  });
});

describe('an authority is found', () => {
  it('by the words of its name and its identifier, and by nothing else', () => {
    for (const q of ['salud', 'secretaria de s', 'SSA630502CU1']) {
      const wording = wordingOf(q);
      if (wording === undefined) throw new Error('These are words.');
      expect(namesOf(CARD.authority)).toEqual(expect.arrayContaining([...nameTermsFor(wording)]));
      expect(isNamed(CARD.authority, wording)).toBe(true);
    }
    expect(isNamed(CARD.authority, { whole: [], beginning: 'clinica' })).toBe(false);
    expect(namesOf({ id: 'unknown' })).toEqual([]);
    expect(namesOf({ id: 'name:obras', name: 'Obras' })).toEqual(
      namesOf({ id: 'x', name: 'Obras' }).filter((n) => n !== 'name:x'),
    );
  });
});
