import { inLanguage, type Language, type Words } from '../languages.ts';

/** The sectors that committees are drawn from by the rules we know (Decree 183-15 of the Dominican Republic). A deployment may use others. */
const SECTOR_WORDS: Readonly<Record<string, Words>> = {
  'private-sector': ['Sector privado', 'Setor privado', 'Private sector'],
  universities: ['Universidades', 'Universidades', 'Universities'],
  churches: ['Iglesias', 'Igrejas', 'Churches'],
  independents: ['Independientes', 'Independentes', 'Independents'],
};

/** What a sector is called; the code itself where it is none of these. */
export const sectorIn = (language: Language, sector: string): string => {
  const words = Object.hasOwn(SECTOR_WORDS, sector) ? SECTOR_WORDS[sector] : undefined;
  return words === undefined ? sector : inLanguage(words, language);
};
