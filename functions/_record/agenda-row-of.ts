import { type AgendaItem, agendaItem } from '../../domain/agenda/item.ts';
import { canonicalJson } from '../../events/record.ts';
import type { AgendaRow } from '../_ports/agenda-ports.ts';

/** An item of the agenda as the store keeps it; `version` is that of the event that changed it. */
export const agendaRowOf = (item: AgendaItem, version: number): AgendaRow => {
  const { case: caseId, id, state, standsStill, dueAt, settledAt = item.changedAt, persons, remindAt } = item;
  const isOpen = state === 'open';
  const running = standsStill ? 'still' : 'running';
  return {
    case: caseId,
    id,
    version,
    standing: isOpen ? running : 'over',
    at: isOpen ? dueAt : settledAt,
    persons,
    ...(remindAt === undefined || !isOpen ? {} : { remindAt }),
    // In one form for one state, so that what is stored does not tell in which pieces it was folded.
    item: canonicalJson(item),
  };
};

export const agendaItemOf = ({ item }: Pick<AgendaRow, 'item'>): AgendaItem => agendaItem.parse(JSON.parse(item));

/** The same for whoever works through many and goes on: undefined for what is no item. */
export const readableItemOf = ({ item }: Pick<AgendaRow, 'item'>): AgendaItem | undefined => {
  try {
    return agendaItem.safeParse(JSON.parse(item)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
