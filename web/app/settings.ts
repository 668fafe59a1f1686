import { isLanguage, type Language } from '../../domain/languages.ts';
import { isRecord, textIn } from './kept-text.ts';

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

/** Where facts are sent, as far as a list shows it. */
export interface EndpointShown {
  readonly id: string;
  readonly owner: string;
  readonly channel: string;
  readonly isEnabled: boolean;
}

export const endpointsIn = (body: unknown): readonly EndpointShown[] => {
  const items: unknown = isRecord(body) ? body['items'] : undefined;
  return Array.isArray(items) ? items.flatMap(endpointIn) : [];
};

const endpointIn = (item: unknown): readonly EndpointShown[] => {
  if (!isRecord(item) || !isRecord(item['owner']) || !isRecord(item['channel'])) return [];
  const { controlAuthority, organisation, profile } = item['owner'];
  const { url, address } = item['channel'];
  return [
    {
      id: textIn(item['id']),
      owner: [controlAuthority ?? organisation, profile].filter((part) => typeof part === 'string').join(', '),
      channel: textIn(url ?? address),
      isEnabled: item['state'] === 'enabled',
    },
  ];
};
