import { useEffect, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { draftsIn } from './drafts-kept.ts';
import { useField } from './field-context.ts';
import { isOpen } from './items.ts';

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

/** Leaving, with what it costs said before. */
export const SignOut = () => {
  const { told, engine, person, items, signedOut } = useField();
  const { session } = told.words;
  const [drafts, setDrafts] = useState(0);
  const [others, setOthers] = useState(0);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    void draftsIn(engine.vault, person).then((found) => setDrafts(found.length));
    void engine.outbox.ofOthers(person).then(setOthers);
  }, [items]);
  const unsent = drafts + others + items.filter(isOpen).length;
  const leave = async (): Promise<void> => {
    const to = await engine.session.end();
    await engine.texts.kept();
    await engine.vault.empty();
    sessionStorage.clear();
    signedOut();
    location.assign(to);
  };
  return (
    <section class="section">
      <p>{filled(session.who, { person })}</p>
      {others === 0 ? null : <p class="notice">{filled(session.others, { n: String(others) })}</p>}
      {isAsked ? (
        <div class="notice bad" role="alert">
          <p>{filled(session.unsent, { n: String(unsent) })}</p>
          <p class="actions">
            <button class="button second" type="button" onClick={() => void leave()}>
              {session.outAnyway}
            </button>
            <button class="button" type="button" onClick={() => setAsked(false)}>
              {session.stay}
            </button>
          </p>
        </div>
      ) : (
        <p>
          <button class="button second" type="button" onClick={() => (unsent === 0 ? void leave() : setAsked(true))}>
            {session.out}
          </button>
        </p>
      )}
      <p class="muted">{session.outSays}</p>
    </section>
  );
};
