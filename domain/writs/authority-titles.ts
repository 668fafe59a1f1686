import type { Language } from '../languages.ts';

/**
 * What a control authority is called in each language, where the profile describes it in our words. An authority that has a name of its
 * own is addressed by that name in every language.
 */
const DESCRIBED: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'Internal control body of the contracting authority': {
    es: 'Órgano interno de control de la entidad contratante',
    pt: 'Órgão de controle interno do órgão contratante',
    en: 'Internal control body of the contracting authority',
  },
  'Audit institution of the state': {
    es: 'Entidad de fiscalización superior del estado',
    pt: 'Tribunal de contas do estado',
    en: 'Audit institution of the state',
  },
  'Supreme audit institution': {
    es: 'Entidad fiscalizadora superior',
    pt: 'Instituição superior de controle',
    en: 'Supreme audit institution',
  },
  'Anticorruption prosecutor': {
    es: 'Fiscalía anticorrupción',
    pt: 'Ministério Público anticorrupção',
    en: 'Anticorruption prosecutor',
  },
};

/** How a writ addresses the authority that a profile titles so. */
export const authorityTitleIn = (title: string, language: Language): string => DESCRIBED[title]?.[language] ?? title;
