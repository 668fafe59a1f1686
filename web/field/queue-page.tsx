import { useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { Tag, type Tone } from '../components/basics.tsx';
import { type Draft, draftName } from './compose.ts';
import { momentIn, useField } from './field-context.ts';
import { type Item, isRefused, isWaiting, type Standing, standingOf } from './items.ts';
import { Heading, Why } from './parts.tsx';

/** Everything that was written on this device, with how it stands and what one can do about it. */
export const QueuePage = () => {
  const { told, items, isOnline, isSending, send } = useField();
  const { queue } = told.words;
  return (
    <>
      <Heading title={queue.title} back="#/" />
      <p>{queue.lead}</p>
      {items.length === 0 ? <p class="empty">{queue.none}</p> : null}
      {items.some((item) => standingOf(item) !== 'done') ? (
        <p>
          <button class="button" type="button" disabled={!isOnline || isSending} onClick={send}>
            {queue.sendNow}
          </button>
        </p>
      ) : null}
      <ul class="cards">
        {items.toReversed().map((item) => (
          <li key={item.id}>
            <Queued item={item} />
          </li>
        ))}
      </ul>
    </>
  );
};

const TONES: Readonly<Record<Standing, Tone>> = {
  waits: 'calm',
  uncertain: 'calm',
  refused: 'bad',
  'files-wait': 'calm',
  'file-refused': 'warn',
  done: 'good',
};

const Queued = ({ item }: { readonly item: Item }) => {
  const { told } = useField();
  const { queue, forms } = told.words;
  const standing = standingOf(item);
  const { refused, trouble, files } = item;
  return (
    <>
      <h2>{item.title}</h2>
      <p>
        <Tag tone={TONES[standing]}>{filled(queue[standing], { n: String(files.filter(isWaiting).length) })}</Tag>
      </p>
      <p class="muted">
        {forms[item.form]}, {momentIn(told.locale, item.composedAt)}
      </p>
      {refused === undefined ? null : <Why of={refused} />}
      {files.map((file) =>
        file.refused === undefined ? null : (
          <p key={file.id}>
            {file.name}: <Why of={file.refused} />
          </p>
        ),
      )}
      {standing === 'done' || trouble === undefined || refused !== undefined ? null : <p>{queue[trouble]}</p>}
      <ToDo item={item} standing={standing} />
    </>
  );
};

const CAN_BE_MENDED = ['observation', 'correction', 'withdrawal'];

const ToDo = ({ item, standing }: { readonly item: Item; readonly standing: Standing }) => {
  const { told, engine, person, send } = useField();
  const { queue } = told.words;
  const [isAsked, setAsked] = useState(false);
  const { id, form } = item;
  const retry = async (): Promise<void> => {
    await engine.outbox.retry(id);
    send();
  };
  const mend = async (): Promise<void> => {
    const draft = draftOf(item);
    const taken = await engine.outbox.take(id, () => ({ [draftName(person, draft)]: draft }));
    const { case: of, observation } = draft;
    if (taken !== undefined)
      location.hash = `#/cases/${of}/${form}${observation === undefined ? '' : `/${observation}`}`;
  };
  const isMendable = CAN_BE_MENDED.includes(form) && (standing === 'refused' || standing === 'waits');
  return (
    <p class="actions">
      {item.receipt === undefined ? null : <a href={`#/queue/${id}`}>{queue.receipt}</a>}
      {isRefused(item) ? (
        <button class="button second" type="button" onClick={() => void retry()}>
          {queue.retry}
        </button>
      ) : null}
      {isMendable ? (
        <button class="button second" type="button" onClick={() => void mend()}>
          {queue.edit}
        </button>
      ) : null}
      {standing === 'done' || isAsked ? (
        <button class="button second" type="button" onClick={() => void engine.outbox.remove(id)}>
          {standing === 'done' ? queue.clear : queue.deleteSure}
        </button>
      ) : (
        <button class="button second" type="button" onClick={() => setAsked(true)}>
          {queue.delete}
        </button>
      )}
    </p>
  );
};

const draftOf = ({ form, case: id, attachedTo, path, fields, files, kept }: Item): Draft => {
  const [, observation = attachedTo] = /\/(observation-\d+)\//.exec(path) ?? [];
  return {
    // What was refused did nothing: what is written anew is another.
    key: crypto.randomUUID(),
    form,
    case: id,
    fields,
    files: files.map(({ refused: _, ...file }) => file),
    ...(observation === undefined ? {} : { observation }),
    ...(kept === undefined ? {} : { kept }),
  };
};
