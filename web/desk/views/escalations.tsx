import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { filled } from '../../../domain/words/code-words.ts';
import type { LIST_MY_ESCALATIONS } from '../../../functions/_http/agenda-operations.ts';
import { Tag, Tags } from '../../components/basics.tsx';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-tools.ts';
import { KeyHelp } from '../keys.tsx';
import { ReadList } from '../read-list.tsx';
import { useAddress, useFilters, useGo, useHref } from '../router.tsx';
import { useCalled, useChoice } from '../said.tsx';
import { Select } from '../select.tsx';
import { ESCALATION_TONES } from './case/escalation-shown.tsx';
import { OneEscalation } from './one-escalation.tsx';

type Mine = z.infer<typeof LIST_MY_ESCALATIONS.answers>['items'][number];

/** The inbox of a control authority, or one escalation of it. */
export const Escalations = () => {
  const { id, part } = useAddress();
  return id === '' || part === '' ? <Inbox /> : <OneEscalation key={part} />;
};

const Inbox = () => {
  const { board, inbox } = useDesk().views;
  const filters = useFilters();
  const state = filters.of('state') === 'settled' ? 'settled' : 'open';
  const overdue = filters.of('overdue') === '' ? '' : '&overdue=true';
  return (
    <>
      <h1 tabIndex={-1}>{inbox.title}</h1>
      <p class="lead">{inbox.lead}</p>
      <div class="filters">
        <form>
          <Select
            name="state"
            label={inbox.state}
            chosen={filters.of('state')}
            choose={(chosen) => filters.set({ state: chosen })}
            none={inbox.open}
            options={[{ value: 'settled', label: inbox.settled }]}
          />
          <Select
            name="overdue"
            label={board.pressing}
            chosen={filters.of('overdue')}
            choose={(chosen) => filters.set({ overdue: chosen })}
            options={[{ value: 'true', label: inbox.overdue }]}
          />
        </form>
      </div>
      <ReadList<Mine> path={`/escalations/mine?state=${state}${overdue}&limit=50`} none={inbox.none} evenNone>
        {(escalations) => <Triage escalations={escalations} />}
      </ReadList>
    </>
  );
};

/** The list as it is gone through with keys: one of them is at hand. */
const Triage = ({ escalations }: { readonly escalations: readonly Mine[] }) => {
  const href = useHref();
  const go = useGo();
  const [at, setAt] = useState(0);
  const place = ({ case: id, escalation }: Mine): string => href('escalations', id, escalation);
  const move = (by: number) => {
    const next = Math.max(Math.min(at + by, escalations.length - 1), 0);
    setAt(next);
    document.querySelectorAll<HTMLElement>('.triage a')[next]?.focus();
  };
  const open = (act?: string) => {
    const chosen = escalations[at];
    if (chosen !== undefined) go(`${place(chosen)}${act === undefined ? '' : `?do=${act}`}`);
  };
  return (
    <>
      <KeyHelp
        keys={{
          j: () => move(1),
          k: () => move(-1),
          o: () => open(),
          a: () => open('acknowledge-escalation'),
          r: () => open('answer-escalation'),
        }}
      />
      {escalations.length === 0 ? null : (
        <ol class="cards triage">
          {escalations.map((escalation, index) => (
            <li
              key={`${escalation.case}/${escalation.escalation}`}
              {...(index === at ? { 'aria-current': 'true' as const } : {})}
              onFocusCapture={() => setAt(index)}
            >
              <Waiting {...escalation} href={place(escalation)} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

const Waiting = ({
  title,
  escalation,
  tier,
  state,
  findings,
  dueAt,
  zone,
  overdue,
  standsStill,
  outcome,
  href,
}: Mine & { href: string }) => {
  const { codes, views } = useDesk();
  const { inbox, term } = views;
  const { lastDay } = useDates();
  const choice = useChoice();
  const called = useCalled();
  return (
    <>
      <a href={href}>{`${called(escalation)}: ${title}`}</a>
      <Tags>
        {[
          overdue && state !== 'lapsed' ? <Tag tone="bad">{term.overdue}</Tag> : null,
          <Tag tone={ESCALATION_TONES[state]}>{codes.escalations[state]}</Tag>,
          outcome === undefined ? null : <Tag>{choice('outcomes', outcome)}</Tag>,
          <Tag>{filled(inbox.tier, { n: String(tier) })}</Tag>,
          standsStill ? <Tag tone="warn">{inbox.standsStill}</Tag> : null,
        ]}
      </Tags>
      <p class="muted">
        {filled(inbox.findings, { n: String(findings) })}
        {state === 'answered' ? null : (
          <>
            {'. '}
            <time dateTime={dueAt}>{filled(overdue ? inbox.wasDue : inbox.due, { date: lastDay(dueAt, zone) })}</time>
          </>
        )}
      </p>
    </>
  );
};
