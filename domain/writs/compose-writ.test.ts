import { describe, expect, it } from 'vitest';
import { caseIn } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { INSTRUMENT } from '../instruments/instruments.ts';
import { LANGUAGES } from '../languages.ts';
import { PROFILES, profileOf } from '../profiles/profiles.ts';
import { authorityTitleIn } from './authority-titles.ts';
import { composeWrit, type Writ, type WritFacts } from './compose-writ.ts';
import { WRIT_KINDS, WRIT_WORDS } from './words.ts';

const { head } = given(...caseIn('integrity-pact', 'award-review')).file.state;
if (head === undefined) throw new Error('A case that began has a head.');
const facts: WritFacts = {
  kind: 'complaint-to-control-authority',
  language: 'es',
  head,
  instrument: INSTRUMENT['integrity-pact'],
  profile: profileOf(head.profile),
  process: {},
  findings: [],
  controlAuthority: 'internal-control',
};
const textOf = (writ: Writ): string =>
  writ.blocks
    .map(({ parts }) => parts.map((part) => (typeof part === 'string' ? part : `[${part.open}]`)).join(''))
    .join('\n');

/** Authorities with a name of their own, which no language changes. */
const NAMED = /^(Personería|Contraloría|Procuraduría|Dirección|Cámara|Órgano Interno de Control|Comisión|Secretaría)/;

describe('the words of a writ', () => {
  it('are the same in no two languages for an authority that a profile describes', () => {
    const titles = PROFILES.flatMap(({ controlAuthorities }) => controlAuthorities.value.map(({ title }) => title));
    for (const title of titles.filter((each) => !NAMED.test(each))) {
      const told = LANGUAGES.map((language) => authorityTitleIn(title, language));
      expect([title, new Set(told).size]).toEqual([title, LANGUAGES.length]);
    }
    expect(authorityTitleIn('Personería', 'en')).toBe('Personería');
  });

  it('are there for every document, reason and unit in every language', () => {
    for (const table of ['documents', 'results', 'units', 'open', 'titles', 'asks'] as const) {
      const keys = LANGUAGES.map((language) => Object.keys(WRIT_WORDS[language][table]));
      for (const each of keys) expect(each).toEqual(keys[0]);
    }
  });

  it.each(PROFILES)('hold nothing of the English of a profile: $id $version', (profile) => {
    for (const kind of WRIT_KINDS) {
      for (const language of ['es', 'pt'] as const) {
        const text = textOf(composeWrit({ ...facts, kind, language, profile }));
        expect(text).not.toMatch(/ (the|of|by|and|source|states|not|body)\b/i);
      }
    }
  });

  it('leave a term open that no source states, and tell where another stands', () => {
    expect(textOf(composeWrit(facts))).toContain('\n[plazo para responder y disposición que lo señala]\n');
    const colombian = profileOf({ id: 'co-ley-850', version: 1 });
    expect(textOf(composeWrit({ ...facts, profile: colombian }))).toContain(
      '6 meses. (perfil normativo co-ley-850, versión 1) [sin verificar en el texto oficial',
    );
  });

  it('tell the category of a finding that is none of the list', () => {
    const finding = { id: 'observation-1', filedAt: '2026-03-02T12:00:00.000Z', title: 'T', narrative: 'N' };
    expect(textOf(composeWrit({ ...facts, findings: [{ ...finding, categoryText: 'Ghost bidders' }] }))).toContain(
      '\nGhost bidders\n',
    );
  });
});
