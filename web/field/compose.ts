import type { Language } from '../../domain/languages.ts';
import type { Fields } from '../app/drafts.ts';
import type { Composed, Form, KeptFile } from './items.ts';

/** What somebody is writing: the same on the screen, in the draft, and in the queue. */
export interface Draft {
  /** What it is filed under, once, from whatever tab and however often. */
  readonly key: string;
  readonly form: Form;
  readonly case: string;
  /** The observation that is corrected or withdrawn. */
  readonly observation?: string;
  readonly fields: Fields;
  readonly files: readonly KeptFile[];
  /** What was filed before and is not asked again: a correction writes it anew, whole. */
  readonly kept?: Readonly<Record<string, unknown>>;
}

export const DRAFTS = 'draft:';

export const draftName = (
  person: string,
  { form, case: id, observation = '' }: Pick<Draft, 'form' | 'case' | 'observation'>,
): string => `${DRAFTS}${person}:${form}:${id}:${observation}`;

/** A field, and the word of what is wrong with it. */
export interface Lack {
  readonly field: string;
  readonly says:
    | 'needType'
    | 'needTitle'
    | 'needNarrative'
    | 'needReason'
    | 'needCategory'
    | 'needCategoryText'
    | 'needSeverity'
    | 'needBasis'
    | 'needObservedAt';
}

const LACKS = {
  type: 'needType',
  title: 'needTitle',
  narrative: 'needNarrative',
  observedAt: 'needObservedAt',
  reason: 'needReason',
  category: 'needCategory',
  categoryText: 'needCategoryText',
  severity: 'needSeverity',
  legalBasis: 'needBasis',
} as const;

const written = (fields: Fields, name: string): string => (fields[name] ?? '').trim();

/** What the rules ask for besides, looked at before it is sent: nobody should learn it the next day. */
export const lacksIn = ({ form, fields }: Draft): readonly Lack[] => {
  const lacking = (name: keyof typeof LACKS): boolean => written(fields, name) === '';
  const isFinding = fields['type'] === 'finding';
  const asked = [
    ...(form === 'withdrawal' ? [] : (['type', 'title', 'narrative', 'observedAt'] as const)),
    ...(form === 'observation' ? [] : (['reason'] as const)),
    ...(isFinding && form !== 'withdrawal' ? (['category', 'severity'] as const) : []),
    ...(isFinding && fields['category'] === 'other' ? (['categoryText'] as const) : []),
    ...(isFinding && form !== 'withdrawal' && written(fields, 'noLegalBasisReason') === ''
      ? (['legalBasis'] as const)
      : []),
  ];
  return asked.filter(lacking).map((field) => ({ field, says: LACKS[field] }));
};

const MINUTES_PER_HOUR = 60;
const two = (value: number): string => String(value).padStart(2, '0');

/** A time as an input of a browser has it, without its zone: `2026-11-22T10:30`. */
export const localTime = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** The same with the zone of this device’s clock, as the record keeps it. */
export const zonedTime = (local: string): string => {
  const minutes = -new Date(local).getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / MINUTES_PER_HOUR), Math.abs(minutes) % MINUTES_PER_HOUR];
  return `${local.slice(0, 16)}:00${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
};

const PLAIN = ['title', 'narrative', 'place', 'act'] as const;
const OF_FINDING = ['category', 'severity', 'legalBasis', 'noLegalBasisReason'] as const;

/** What the API is sent of what was seen; what was left empty is not said. */
const seenIn = ({ fields, files }: Draft, language: Language): Readonly<Record<string, unknown>> => {
  const names = [...PLAIN, ...(fields['type'] === 'finding' ? OF_FINDING : [])];
  const said = names.map((name) => [name, written(fields, name)] as const).filter(([, text]) => text !== '');
  const isOther = fields['type'] === 'finding' && fields['category'] === 'other';
  const [latitude, longitude, accuracyMetres] = (fields['coordinates'] ?? '').split(' ').map(Number);
  return {
    ...Object.fromEntries(said),
    ...(isOther ? { categoryText: written(fields, 'categoryText') } : {}),
    observedAt: zonedTime(written(fields, 'observedAt')),
    language,
    ...(accuracyMetres === undefined ? {} : { coordinates: { latitude, longitude, accuracyMetres } }),
    ...(files.length === 0
      ? {}
      : { files: files.map(({ name, mediaType, sizeBytes, sha256 }) => ({ name, mediaType, sizeBytes, sha256 })) }),
  };
};

/** What goes into the queue. */
export const composed = (draft: Draft, language: Language): Composed => {
  const { key, form, case: id, observation = '', fields, files, kept = {} } = draft;
  const at = `/cases/${id}/observations`;
  const same = { key, form, case: id, title: written(fields, 'title'), fields, files };
  switch (form) {
    case 'withdrawal':
      return { ...same, path: `${at}/${observation}/withdrawal`, body: { reason: written(fields, 'reason') } };
    case 'correction': {
      const { files: before, ...unasked } = kept;
      const seen = seenIn(draft, language);
      const all = [...listIn(before), ...listIn(seen['files'])];
      const reason = written(fields, 'reason');
      const body = { ...unasked, ...seen, reason, ...(all.length === 0 ? {} : { files: all }) };
      return { ...same, path: `${at}/${observation}/versions`, body, kept, attachedTo: observation };
    }
    default: {
      const { type, stage, visibility } = fields;
      return { ...same, path: at, body: { type, stage, visibility, ...seenIn(draft, language) } };
    }
  }
};

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What of an observation is not asked when it is corrected, and must not be lost. */
export const KEPT_OF_CONTENT = ['provisions', 'redFlags', 'pointers', 'sanitised', 'documentHashes', 'files'] as const;
