import { useEffect, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { useField } from './field-context.ts';
import { leave, unsentIn } from './leaving.ts';

/** Before anybody signed in on this device. */
export const SignInFirst = () => {
  const { told, signIn } = useField();
  const { app, session } = told.words;
  return (
    <>
      <h1>{app.title}</h1>
      <p class="lead">{app.lead}</p>
      <p>{session.first}</p>
      <p>
        <button class="button" type="button" onClick={() => void signIn()}>
          {session.begin}
        </button>
      </p>
    </>
  );
};

/** How much would be lost, and what leaves. */
const useLeaving = () => {
  const { engine, person, items, signedOut } = useField();
  const [unsent, setUnsent] = useState<number>();
  const count = async (): Promise<number> => {
    const found = await unsentIn(engine.vault);
    setUnsent(found);
    return found;
  };
  useEffect(() => void count(), [items]);
  return {
    unsent,
    count,
    leave: async (): Promise<void> =>
      location.assign(await leave({ engine, person, tab: sessionStorage, device: localStorage, say: signedOut })),
  };
};

interface SureProps {
  readonly unsent: number;
  readonly leave: () => Promise<void>;
  readonly stay: () => void;
}

const Sure = ({ unsent, leave: goOn, stay }: SureProps) => {
  const { session } = useField().told.words;
  return (
    <div class="notice bad" role="alert">
      <p>{filled(session.unsent, { n: String(unsent) })}</p>
      <p class="actions">
        <button class="button second" type="button" onClick={() => void goOn()}>
          {session.outAnyway}
        </button>
        <button class="button" type="button" onClick={stay}>
          {session.stay}
        </button>
      </p>
    </div>
  );
};

/** Leaving, with what it costs said before. */
export const SignOut = () => {
  const { told, engine, person, items } = useField();
  const { session } = told.words;
  const { unsent, count, leave: goOn } = useLeaving();
  const [others, setOthers] = useState(0);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => void engine.outbox.ofOthers(person).then(setOthers), [items]);
  // Another tab may have begun something since.
  const out = async (): Promise<void> => ((await count()) === 0 ? goOn() : setAsked(true));
  return (
    <section class="section">
      <p>{filled(session.who, { person })}</p>
      {others === 0 ? null : <p class="notice">{filled(session.others, { n: String(others) })}</p>}
      {isAsked && unsent !== undefined ? (
        <Sure unsent={unsent} leave={goOn} stay={() => setAsked(false)} />
      ) : (
        <p>
          <button class="button second" type="button" onClick={() => void out()}>
            {session.out}
          </button>
        </p>
      )}
      <p class="muted">{session.outSays}</p>
    </section>
  );
};

/** Somebody who signed out of the other pages leaves this one too, unless something would be lost that they may not think of. */
export const Leaving = ({ stay }: { readonly stay: () => void }) => {
  const { told } = useField();
  const { unsent, leave: goOn } = useLeaving();
  useEffect(() => {
    if (unsent === 0) void goOn();
  }, [unsent]);
  return (
    <>
      <h1>{told.words.app.title}</h1>
      {unsent === undefined || unsent === 0 ? null : <Sure unsent={unsent} leave={goOn} stay={stay} />}
    </>
  );
};
