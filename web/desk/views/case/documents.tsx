import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { LIST_DOCUMENTS, READ_DOCUMENT } from '../../../../functions/_http/document-operations.ts';
import { Asked, readAs } from '../../../app/asked.tsx';
import { isRecord, textIn } from '../../../app/kept-text.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Notice, Section, Tag, type Tone } from '../../../components/basics.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { ReadList } from '../../read-list.tsx';
import { useNamed } from '../../said.tsx';
import { When } from '../../when.tsx';
import type { PartProps } from './parts.ts';

type Listed = z.infer<typeof LIST_DOCUMENTS.answers>['items'][number];
type Read = z.infer<typeof READ_DOCUMENT.answers>;

const TONES: Readonly<Record<Listed['state'], Tone>> = {
  awaited: 'warn',
  checking: 'calm',
  usable: 'good',
  refused: 'bad',
};

/** Every file of the case that its reader may know of: what became of it, and through whose hands it went. */
export const Documents = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { documents: words } = useDesk().views;
  return (
    <Section id="documents" title={words.title}>
      <ReadList<Listed> path={`/cases/${id}/documents?limit=100`} none={words.none} stamp={stamp}>
        {(items) => (
          <ul class="cards">
            {items.map((document) => (
              <li key={document.document}>
                <DocumentShown case={id} of={document} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </Section>
  );
};

interface DocumentProps {
  readonly case: string;
  readonly of: Listed;
}

const BYTES_PER_KB = 1024;

const DocumentShown = ({ case: id, of }: DocumentProps) => {
  const { told } = useTools();
  const { views } = useDesk();
  const { documents: words } = views;
  const thingNamed = useNamed();
  const { document, name, state, purpose, attachedTo, sizeBytes, mediaType, declaredAt, explanation } = of;
  const kilobytes = new Intl.NumberFormat(told.locale, { maximumFractionDigits: 1 }).format(sizeBytes / BYTES_PER_KB);
  return (
    <>
      <h3>
        {name ?? document} <Tag tone={TONES[state]}>{words.states[state]}</Tag>
      </h3>
      <p class="muted">{`${words.purposes[purpose]} (${thingNamed(attachedTo)}). ${mediaType}, ${kilobytes} KB`}</p>
      {explanation === undefined ? null : <Notice tone="bad">{explanation[told.language]}</Notice>}
      <Facts
        of={[
          { name: words.document, value: <code>{document}</code> },
          { name: words.declaredAt, value: <When at={declaredAt} /> },
          { name: views.form.hash, value: <code class="hash">{of.sha256}</code> },
          { name: words.supersedes, value: of.supersedes },
          { name: words.supersededBy, value: of.supersededBy },
          { name: words.redacts, value: of.redacts },
          { name: words.redactedBy, value: of.redactedBy },
        ]}
      />
      {state === 'usable' ? <Open path={`/cases/${id}/documents/${document}/content`} /> : null}
      <Custody path={`/cases/${id}/documents/${document}`} />
    </>
  );
};

/** A link that leads to the bytes for a short while: asked for when somebody wants it, since each reading is put on record. */
const Open = ({ path }: { readonly path: string }) => {
  const { api } = useTools();
  const { documents: words } = useDesk().views;
  const [link, setLink] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const ask = async () => {
    const answered = await api.read(path);
    const url = answered.kind === 'done' && isRecord(answered.body) ? textIn(answered.body['url']) : '';
    setLink(url === '' ? undefined : url);
    setRefused(url === '');
  };
  if (link !== undefined) {
    return (
      <p>
        <a class="button small" href={link} rel="noreferrer" target="_blank">
          {words.open}
        </a>
      </p>
    );
  }
  return (
    <>
      {isRefused ? <Notice tone="warn">{words.notReadable}</Notice> : null}
      <p class="actions">
        <button class="button second small" type="button" onClick={() => void ask()}>
          {words.getLink}
        </button>
      </p>
    </>
  );
};

/** The API of the same house answered it: that it is a document is all that is asked. */
const isDocument = (body: unknown): body is Read => isRecord(body) && typeof body['document'] === 'string';

const Custody = ({ path }: { readonly path: string }) => {
  const { api } = useTools();
  const { documents: words } = useDesk().views;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.custody}</summary>
      {isOpen ? (
        <Asked ask={() => readAs(api, path, (body) => (isDocument(body) ? body : undefined))}>
          {({ custody = [] }) => (custody.length === 0 ? <p>{words.noCustody}</p> : <Steps of={custody} />)}
        </Asked>
      ) : null}
    </details>
  );
};

const Steps = ({ of }: { readonly of: NonNullable<Read['custody']> }) => {
  const { told } = useTools();
  const { documents: words } = useDesk().views;
  return (
    <ol>
      {of.map(({ step, at, by, role, event }, index) => (
        <li key={index}>
          {words.steps[step]}, <When at={at} />
          {role === undefined ? null : ` (${[by, told.words.roles[role]].filter(Boolean).join(', ')})`}{' '}
          <code class="muted">{event}</code>
        </li>
      ))}
    </ol>
  );
};
