import { NO_CONTEXT } from '../../domain/agenda/context.ts';
import { foldAgenda } from '../../domain/agenda/fold-agenda.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import type { ToldFact } from './cast.ts';
import { type Given, given } from './specification.ts';

/** The agenda of a case with these facts on record. */
export const agendaOf = (...facts: readonly ToldFact[]) => agendaIn(given(...facts));

export const agendaIn = ({ file: { entries } }: Given): ReadonlyMap<string, AgendaItem> => {
  const items = new Map<string, AgendaItem>();
  let context = NO_CONTEXT;
  for (const entry of entries) {
    const folded = foldAgenda(context, entry, items);
    context = folded.context;
    for (const item of folded.changed) items.set(item.id, item);
  }
  return items;
};
