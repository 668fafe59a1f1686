import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { filled } from '../../../../domain/words/code-words.ts';
import type { LIST_DOCUMENTS, READ_DOCUMENT } from '../../../../functions/_http/document-operations.ts';
import { useTools } from '../../../app/tools.ts';
import { Section } from '../../../components/basics.tsx';
import { useDesk } from '../../desk-tools.ts';
import { ReadList } from '../../read-list.tsx';
import { ReadOne } from '../../read-one.tsx';
import { useNamed } from '../../said.tsx';
import { useWhen } from '../../use-when.ts';
import { EventLinks } from './event-links.tsx';

type Listed = z.infer<typeof LIST_DOCUMENTS.answers>['items'][number];
type Read = z.infer<typeof READ_DOCUMENT.answers>;
type Step = NonNullable<Read['custody']>[number];

/** Every document of the case: through whose hands it went, and who opened it. */
export const Custody = ({ case: id }: { readonly case: string }) => {
  const { record: words } = useDesk().views;
  return (
    <Section id="custody" title={words.custody}>
      <p>{words.custodySays}</p>
      <ReadList<Listed> path={`/cases/${id}/documents?limit=25`} none={words.noDocuments}>
        {(documents) => (
          <ul class="cards">
            {documents.map((document) => (
              <li key={document.document}>
                <DocumentInCustody case={id} of={document} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </Section>
  );
};

const DocumentInCustody = ({ case: id, of }: { readonly case: string; readonly of: Listed }) => {
  const [isOpen, setOpen] = useState(false);
  const named = useNamed();
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code>{of.document}</code> {of.name ?? ''} <span class="muted">({named(of.attachedTo)})</span>
      </summary>
      <p class="muted">
        SHA-256: <code>{of.sha256}</code>
      </p>
      {isOpen ? (
        <ReadOne<Read> path={`/cases/${id}/documents/${of.document}`}>
          {({ custody, readings }) => <Steps case={id} steps={custody} readings={readings ?? 0} />}
        </ReadOne>
      ) : null}
    </details>
  );
};

interface StepsProps {
  readonly case: string;
  readonly steps: readonly Step[] | undefined;
  readonly readings: number;
}

const Steps = ({ case: id, steps, readings }: StepsProps) => {
  const { views, choices } = useDesk();
  const { roles } = useTools().told.words;
  const when = useWhen();
  const { record: words } = views;
  if (steps === undefined) return <p>{words.noCustody}</p>;
  return (
    <>
      <p>{filled(words.readings, { readings: String(readings) })}</p>
      <ol class="timeline">
        {steps.map(({ step, at, event, by, role }, index) => (
          <li key={index}>
            <time dateTime={at}>{when.moment(at)}</time>
            <div>
              <strong>{choices['custodySteps']?.[step] ?? step}</strong>
              {by === undefined ? null : (
                <>
                  {' '}
                  · {role === undefined ? '' : (roles[role] ?? words.house)} <code>{by}</code>
                </>
              )}
              {' · '}
              {words.event} <EventLinks case={id} events={[event]} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
};
