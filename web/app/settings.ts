import { isLanguage, type Language } from '../../domain/languages.ts';
import { isRecord } from './kept-text.ts';

/** How somebody is told, as the API answers it. */
export interface Settings {
  readonly language: Language;
  readonly mail: string;
  readonly mailGoesTo: 'own-address' | 'roster' | 'nowhere';
  readonly awaitsCodeUntil?: string;
}

export const settingsIn = (body: unknown): Settings | undefined => {
  if (!isRecord(body)) return undefined;
  const { language, mail, mailGoesTo, awaitsCodeUntil } = body;
  if (typeof language !== 'string' || !isLanguage(language) || typeof mail !== 'string') return undefined;
  if (mailGoesTo !== 'own-address' && mailGoesTo !== 'roster' && mailGoesTo !== 'nowhere') return undefined;
  return { language, mail, mailGoesTo, ...(typeof awaitsCodeUntil === 'string' ? { awaitsCodeUntil } : {}) };
};
