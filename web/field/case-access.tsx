import { useState } from 'preact/hooks';
import { wordFor } from '../../domain/words/code-words.ts';
import { Tag } from '../components/basics.tsx';
import { useField } from './field-context.ts';
import { Block, Why } from './parts.tsx';
import type { CaseShown } from './shapes.ts';

/** The documents that the team asks for at this stage, each with what came of it. */
export const DocumentAccess = ({ case: id, instrument, stage, documentAccess }: CaseShown) => {
  const { told } = useField();
  const { case: words } = told.words;
  const asked = told.checklists[instrument]?.[stage] ?? [];
  if (asked.length === 0) return null;
  return (
    <Block id="access" title={words.access}>
      <p>{words.accessSays}</p>
      <ul class="cards">
        {asked.map((document) => (
          <li key={document}>
            <Asked id={id} stage={stage} document={document} known={documentAccess[stage]?.[document]} />
          </li>
        ))}
      </ul>
    </Block>
  );
};

interface AskedProps {
  readonly id: string;
  readonly stage: string;
  readonly document: string;
  readonly known: string | undefined;
}

const Asked = ({ id, stage, document, known }: AskedProps) => {
  const { told, engine, person, items, send } = useField();
  const { case: words } = told.words;
  const { access, documents } = told.codes;
  const [result, setResult] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const title = wordFor(documents, document);
  const path = `/cases/${id}/document-access`;
  const sent = items.findLast((item) => item.path === path && item.title === title && item.receipt === undefined);
  const record = async (): Promise<void> => {
    const body = { stage, document, result };
    await engine.outbox.add(person, {
      key,
      form: 'document-access',
      case: id,
      title,
      path,
      body,
      fields: {},
      files: [],
    });
    // What was refused did nothing, and this takes its place.
    if (sent !== undefined) await engine.outbox.remove(sent.id);
    setResult('');
    setKey(crypto.randomUUID());
    send();
  };
  const field = `access-${document}`;
  return (
    <>
      <p>
        <strong id={`${field}-name`}>{title}</strong>{' '}
        {known === undefined ? <Tag tone="warn">{words.unchecked}</Tag> : <Tag>{wordFor(access, known)}</Tag>}
      </p>
      {sent?.refused === undefined ? null : (
        <p role="alert">
          <Why of={sent.refused} />
        </p>
      )}
      {sent !== undefined && sent.refused === undefined ? (
        <p class="muted">{words.inQueue}</p>
      ) : (
        <div class="field row">
          <select
            id={field}
            aria-labelledby={`${field}-name`}
            value={result}
            onChange={({ currentTarget }) => setResult(currentTarget.value)}
          >
            <option value="">{words.choose}</option>
            {Object.entries(access).map(([code, says]) => (
              <option key={code} value={code}>
                {says}
              </option>
            ))}
          </select>
          <button class="button second" type="button" disabled={result === ''} onClick={() => void record()}>
            {words.record}
          </button>
        </div>
      )}
    </>
  );
};
