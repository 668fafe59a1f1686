import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { Notice } from '../components/basics.tsx';
import type { Answered } from './api.ts';
import type { Drafts, Fields } from './drafts.ts';
import { useTools } from './tools.ts';

type NotDone = Exclude<Answered, { kind: 'done' }>;

/** A form on its way to the API: whether it is, and what came of it. */
export interface Sending {
  readonly isBusy: boolean;
  readonly failure: NotDone | undefined;
  /** Sends, once at a time, and answers the body of what was done. */
  readonly send: (path: string, body: object) => Promise<{ readonly body: unknown } | undefined>;
}

export const useSending = (form: string): Sending => {
  const { api } = useTools();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<NotDone>();
  return {
    isBusy,
    failure,
    send: async (path, body) => {
      if (isBusy) return undefined;
      setBusy(true);
      const answered = await api.send({ form, path, body });
      setBusy(false);
      setFailure(answered.kind === 'done' ? undefined : answered);
      return answered.kind === 'done' ? answered : undefined;
    },
  };
};

/** The fields of a form, kept on the device as somebody writes, and brought back when they return. */
export const useDraft = (drafts: Drafts, form: string, unless: Fields) => {
  const [before] = useState(() => drafts.read(form));
  const [fields, setFields] = useState<Fields>(before ?? unless);
  const [hasRoom, setRoom] = useState(true);
  const rewrite = (written: Fields): void => {
    setFields(written);
    setRoom(drafts.keep(form, written));
  };
  return {
    fields,
    /** Whether something that was never sent was brought back. */
    isBroughtBack: before !== undefined,
    hasRoom,
    write: (name: string, text: string): void => rewrite({ ...fields, [name]: text }),
    /** All of it anew. */
    rewrite,
    /** It was sent: what stands there now is what is known. */
    sent: (known: Fields): void => {
      drafts.forget(form);
      setFields(known);
    },
  };
};

/** Where the session is over: nothing is lost, and one button leads back here. */
export const SessionEnded = () => {
  const { told, signIn } = useTools();
  const { session } = told.words;
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>
          <strong>{session.ended}</strong>
        </p>
        <p>{session.endedSays}</p>
        <p>
          <button class="button" type="button" onClick={() => void signIn()}>
            {session.again}
          </button>
        </p>
      </Notice>
    </div>
  );
};

/** Where nothing came back, or only that it cannot be now: the same can be tried again. */
export const NotNow = ({
  failure,
  again,
}: {
  readonly failure: 'no-network' | 'failed';
  readonly again?: () => void;
}) => {
  const { session } = useTools().told.words;
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>{failure === 'failed' ? session.failed : session.noNetwork}</p>
        {again === undefined ? null : (
          <p>
            <button class="button second" type="button" onClick={again}>
              {session.retry}
            </button>
          </p>
        )}
      </Notice>
    </div>
  );
};

/** What is wrong with a form: the field, where one is known, and the sentence. */
export interface Wrong {
  readonly field: string;
  readonly says: string;
}

/** All that is wrong with a form, in the language of the page. A flaw of a field that the form does not have is told as it came. */
export const useWrongs = (failure: NotDone | undefined, fields: Readonly<Record<string, string>>): readonly Wrong[] => {
  const { problems } = useTools().told.words;
  if (failure?.kind !== 'refused') return [];
  const known = failure.flaws.flatMap(({ pointer }) => {
    const field = pointer.slice(1);
    const says = fields[field];
    return says === undefined ? [] : [{ field, says }];
  });
  if (known.length > 0) return known;
  const [first = ''] = Object.keys(fields);
  if (failure.word === 'confirmation-unknown') return [{ field: first, says: problems['unknown-code'] }];
  return [{ field: first, says: filled(problems.otherwise, { detail: failure.detail }) }];
};

/** What came of sending a form that did not do what was asked; the focus goes there. */
export const Outcome = ({
  failure,
  wrongs,
  children,
}: {
  readonly failure: NotDone | undefined;
  readonly wrongs: readonly Wrong[];
  /** What is said where all is well. */
  readonly children?: ComponentChildren;
}) => {
  const box = useRef<HTMLDivElement>(null);
  // Also where the same is said again: whoever sent a long form looks at its end.
  useEffect(() => box.current?.focus(), [failure, wrongs.map(({ field }) => field).join(' ')]);
  if (failure?.kind === 'ended' || failure?.kind === 'no-network' || failure?.kind === 'failed') {
    return (
      <div tabIndex={-1} ref={box}>
        {failure.kind === 'ended' ? <SessionEnded /> : <NotNow failure={failure.kind} />}
      </div>
    );
  }
  if (wrongs.length > 0) return <Wrongs of={wrongs} box={box} />;
  return <div role="status">{children}</div>;
};

const Wrongs = ({ of, box }: { readonly of: readonly Wrong[]; readonly box: Ref<HTMLDivElement> }) => {
  const { problems } = useTools().told.words;
  return (
    <div class="summary-of-errors" role="alert" tabIndex={-1} ref={box}>
      <h3>{problems.title}</h3>
      <ul>
        {of.map(({ field, says }) => (
          <li key={field}>
            <a href={`#${field}`}>{says}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
