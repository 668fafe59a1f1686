import type * as z from 'zod/mini';
import { type AgendaItem, isOverdue } from '../../domain/agenda/item.ts';
import type { Instant } from '../../events/shapes.ts';
import type { agendaView } from '../_http/agenda-operations.ts';

type View = z.infer<typeof agendaView>;

/** An item as it is shown: with where its term is explained day by day, and whether it is overdue now. */
export const shownItem = (of: AgendaItem, now: Instant): View => {
  const { by: _, term, ...item } = of;
  return {
    ...item,
    overdue: isOverdue(of, now),
    ...(term === undefined
      ? {}
      : { term: { ...term, explained: `/cases/${item.case}/terms/${term.name}?from=${term.startedAt}` } }),
  };
};
