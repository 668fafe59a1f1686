import type { AgendaItem } from '../../domain/agenda/item.ts';
import { subjectOf } from '../../domain/state.ts';
import { LIST_MY_ESCALATIONS } from '../_http/agenda-operations.ts';
import { bundleLink } from '../_http/bundle-operation.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import { WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { stateOf } from '../_record/state-codec.ts';
import type { AgendaApiPorts } from './agenda-api-ports.ts';
import { listsFor, stretchFor } from './agenda-queries.ts';
import { readAgenda } from './read-agenda.ts';
import { shownItem } from './show-item.ts';

/** One escalation of the inbox, with how it stands; undefined where the case no longer knows it, or whoever asks is gone from it. */
const entryOf = async (cases: CaseStore, item: AgendaItem, { person, now }: { person: string; now: string }) => {
  const id = item.about ?? '';
  const { head, subjects } = stateOf(await cases.read({ case: item.case, subjects: [id] }));
  const escalation = subjectOf(subjects, 'escalation', id);
  const isAccredited = head?.liaisons.some(
    (liaison) =>
      liaison.person === person &&
      liaison.kind === 'control-authority' &&
      liaison.controlAuthority === escalation?.controlAuthority,
  );
  if (escalation === undefined || isAccredited !== true) return [];
  const { controlAuthority, tier, state, findings, sentAt, outcome } = escalation;
  return [
    {
      case: item.case,
      title: item.title,
      escalation: id,
      controlAuthority,
      tier,
      state,
      findings: findings.length,
      sentAt,
      dueAt: item.dueAt,
      overdue: shownItem(item, now).overdue,
      zone: item.zone,
      standsStill: item.standsStill,
      ...(outcome === undefined ? {} : { outcome }),
      history: `/cases/${item.case}/escalations/${id}/history`,
      bundle: bundleLink(item.case, id),
    },
  ];
};

/**
 * What somebody must answer for a control authority, the most urgent first. It is the list of that person, whatever others have in
 * theirs: a page costs itself, and one reading of each case in it.
 */
export const escalationInbox = ({ agenda, cases, clock }: AgendaApiPorts): QueryOperation =>
  query({
    ...LIST_MY_ESCALATIONS,
    ask: async (_, { query: { limit, cursor, ...asked }, caller }) => {
      if (caller === undefined || !caller.roles.includes('control-authority')) return undefined;
      const now = clock.now();
      const page = await readAgenda(agenda, {
        lists: listsFor({ person: caller.person }),
        stretch: stretchFor(asked, now),
        keep: ({ what }) => what === 'answer-escalation',
        about: ['escalations', asked],
        cursor,
        limit: Math.min(limit, WRITTEN_PAGE_MAX),
      });
      const { person } = caller;
      const entries = await Promise.all(page.items.map((item) => entryOf(cases, item, { person, now })));
      return { body: { items: entries.flat() }, ...(page.next === undefined ? {} : { next: page.next }) };
    },
  });
