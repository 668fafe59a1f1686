import type { AnyFact } from '../../events/catalogue.ts';

/** What facts call the things that they are about, the most telling first. */
const NAMES = [
  'escalation',
  'proceeding',
  'document',
  'question',
  'recommendation',
  'tip',
  'report',
  'observation',
  'breach',
  'draw',
  'act',
  'visit',
  'amendment',
  'flag',
  'change',
  'bidder',
  'accreditation',
  'item',
] as const;

/** The thing that a fact names, where it names one: what is confided in its content is never looked at. */
export const aboutIn = (data: AnyFact['data']): string | undefined => {
  const named = new Map<string, unknown>(Object.entries(data));
  return NAMES.map((name) => named.get(name)).find((value) => typeof value === 'string');
};
