import type { Language, Said } from '../languages.ts';

/** What profiles call in words of ours, not by a proper name: those are said in each language. */
const PHRASES: Readonly<Record<string, Said>> = {
  'Integrity pact, generic': {
    es: 'Pacto de integridad, genérico',
    pt: 'Pacto de integridade, genérico',
    en: 'Integrity pact, generic',
  },
  'Internal control body of the contracting authority': {
    es: 'Órgano interno de control de la entidad contratante',
    pt: 'Órgão de controle interno do órgão contratante',
    en: 'Internal control body of the contracting authority',
  },
  'Supreme audit institution': {
    es: 'Entidad superior de fiscalización',
    pt: 'Entidade fiscalizadora superior',
    en: 'Supreme audit institution',
  },
  'Anticorruption prosecutor': {
    es: 'Fiscalía anticorrupción',
    pt: 'Ministério Público anticorrupção',
    en: 'Anticorruption prosecutor',
  },
  'Audit institution of the state': {
    es: 'Entidad de fiscalización superior del estado',
    pt: 'Entidade fiscalizadora do estado',
    en: 'Audit institution of the state',
  },
};

/** What a profile calls something, in a language: a proper name stays what it is. */
export const phraseIn = (phrase: string, language: Language): string =>
  (Object.hasOwn(PHRASES, phrase) ? PHRASES[phrase] : undefined)?.[language] ?? phrase;
