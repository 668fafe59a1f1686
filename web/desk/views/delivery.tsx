import type * as z from 'zod/mini';
import type { deliveryView } from '../../../functions/_http/endpoint-operations.ts';
import { Tag } from '../../components/basics.tsx';
import { useDesk } from '../desk-tools.ts';
import { useWhen } from '../use-when.ts';

export type DeliveryShown = z.infer<typeof deliveryView>;

/** What was sent, how it stands, and each attempt with what came of it. */
export const Delivery = ({
  kind,
  state,
  createdAt,
  nextAttemptAt,
  attempts,
}: Pick<DeliveryShown, 'kind' | 'state' | 'createdAt' | 'nextAttemptAt' | 'attempts'>) => {
  const { views, choices } = useDesk();
  const { endpoints: words } = views;
  const when = useWhen();
  const tones = { pending: 'plain', delivered: 'good', parked: 'bad' } as const;
  return (
    <>
      <code>{kind}</code> <Tag tone={tones[state]}>{choices['deliveryStates']?.[state] ?? state}</Tag>
      <p class="muted">
        <time dateTime={createdAt}>{when.moment(createdAt)}</time>
        {nextAttemptAt === undefined ? null : ` · ${words.nextAttempt} ${when.moment(nextAttemptAt)}`}
      </p>
      {attempts.length === 0 ? (
        <p class="muted">{words.noAttempts}</p>
      ) : (
        <details>
          <summary>{`${words.attempts}: ${attempts.length}`}</summary>
          <ol>
            {attempts.map(({ at, outcome, status }, index) => (
              <li key={index}>
                <time dateTime={at}>{when.moment(at)}</time>: {choices['attempts']?.[outcome] ?? outcome}
                {status === undefined ? null : ` (${status})`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
};
