import type { ComponentChildren } from 'preact';
import { useTools } from '../../../app/tools.ts';
import { Facts } from '../../../components/basics.tsx';
import { useDesk } from '../../desk-tools.ts';
import { useWhen } from '../../use-when.ts';
import type { AssessmentShown } from './assessment.tsx';
import { EventLinks } from './event-links.tsx';

type Dimension = AssessmentShown['dimensions'][number];
type Made = Pick<Dimension['superseded'][number], 'event' | 'statedAt' | 'by' | 'role'>;
type Holding = Made & Pick<NonNullable<Dimension['holds']>, 'reasons' | 'evidence'>;

interface JudgedProps<Said extends Made> {
  readonly case: string;
  readonly holds: (Said & Holding) | undefined;
  readonly superseded: readonly Said[];
  readonly say: (said: Said) => ComponentChildren;
}

/** What people judged: the judgement that holds with all that it rests on, and those before it. Nothing is overwritten. */
export const Judged = <Said extends Made>({ case: id, holds, superseded, say }: JudgedProps<Said>) => {
  const { assessment: words } = useDesk().views;
  if (holds === undefined) return <p class="muted">{words.notJudged}</p>;
  return (
    <>
      <p>
        {words.judged}: <strong>{say(holds)}</strong>
      </p>
      <MadeBy made={holds} />
      {holds.reasons === undefined ? null : <p>{holds.reasons}</p>}
      <RestsOn case={id} evidence={holds.evidence} />
      {superseded.length === 0 ? null : (
        <details>
          <summary>{words.superseded}</summary>
          <ol>
            {superseded.map((said) => (
              <li key={said.event}>
                {say(said)}
                <MadeBy made={said} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
};

const MadeBy = ({ made: { statedAt, by, role } }: { readonly made: Made }) => {
  const { roles } = useTools().told.words;
  const when = useWhen();
  return (
    <p class="muted">
      {roles[role] ?? role} <code>{by}</code>, <time dateTime={statedAt}>{when.moment(statedAt)}</time>
    </p>
  );
};

const RestsOn = ({ case: id, evidence }: { readonly case: string; readonly evidence: Holding['evidence'] }) => {
  const { assessment: words } = useDesk().views;
  const when = useWhen();
  const { events, documents, interviews } = evidence;
  return (
    <Facts
      of={[
        { name: words.events, value: events.length === 0 ? undefined : <EventLinks case={id} events={events} /> },
        { name: words.documents, value: documents.length === 0 ? undefined : documents.join(', ') },
        {
          name: words.interviews,
          value:
            interviews.length === 0 ? undefined : (
              <ul>
                {interviews.map(({ with: whom, on, said }, index) => (
                  <li key={index}>
                    {whom}, {when.day(on)}: {said}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
};
