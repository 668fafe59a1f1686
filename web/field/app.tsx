import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { CasePage } from './case-page.tsx';
import { SYNC, type Talk } from './channel.ts';
import { ComposePage } from './compose-page.tsx';
import { type Engine, whoIn } from './engine.ts';
import { FieldOfPage, useField } from './field-context.ts';
import { Home } from './home.tsx';
import { type Item, isOpen, isRefused } from './items.ts';
import { forgetTab } from './leaving.ts';
import { QueuePage } from './queue-page.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { keepSending } from './runner.ts';
import { Leaving, SignInFirst } from './session-parts.tsx';
import type { FieldTold } from './told.ts';

interface AppProps {
  readonly told: FieldTold;
  readonly engine: Engine;
  /** Whose device it is, where somebody signed in before. */
  readonly person: string | undefined;
  /** Somebody is signing out elsewhere in the house: this is the last stop. */
  readonly isLeaving: boolean;
  readonly talk: Talk;
  readonly listen: (changed: () => void) => void;
  readonly signIn: () => Promise<void>;
}

const hashNow = (): string => location.hash.replace(/^#/, '') || '/';

/** The whole app: who is here, what waits, and which screen is open. */
export const App = (props: AppProps) => {
  const { told, engine, signIn } = props;
  const [person, setPerson] = useState(props.person);
  const [items, setItems] = useState<readonly Item[]>();
  const [isOnline, setOnline] = useState(navigator.onLine);
  const [isSending, setSending] = useState(false);
  const [isEnded, setEnded] = useState(false);
  const [isLeaving, setLeaving] = useState(props.isLeaving);
  const [hash, setHash] = useState(hashNow());
  const runner = useRef<() => void>(() => undefined);
  const whose = useRef(props.person);
  const reload = async (): Promise<void> => {
    const who = (await whoIn(engine.vault))?.person;
    // What stands on the screen was read by somebody else.
    if (whose.current !== undefined && who !== undefined && who !== whose.current) location.reload();
    whose.current = who;
    setPerson(who);
    const all = who === undefined ? [] : await engine.outbox.list(who);
    setItems(all);
    if (all.some(({ trouble }) => trouble === 'ended')) setEnded(true);
  };
  useEffect(() => {
    props.listen(() => void reload());
    props.talk.hear((said) => {
      if (said === 'signed-out') {
        // What this tab has of the session would let it in again.
        forgetTab(sessionStorage);
        location.reload();
      } else void reload();
    });
    const look = () => {
      setOnline(navigator.onLine);
      setHash(hashNow());
    };
    for (const event of ['online', 'offline', 'hashchange']) addEventListener(event, look);
    // What changed since the first drawing was heard by nobody.
    look();
    void enter().then(() => {
      runner.current = keepSending({ outbox: engine.outbox, browser: window, running: setSending });
    });
  }, []);
  const enter = async (): Promise<void> => {
    const pass = await engine.pass();
    setEnded(pass.kind === 'ended');
    await reload();
  };
  const field = useMemo(
    () => ({
      told,
      engine,
      person: person ?? '',
      items: items ?? [],
      isOnline,
      isSending,
      isEnded,
      signIn,
      ended: () => setEnded(true),
      signedOut: () => {
        props.talk.say('signed-out');
        setItems(undefined);
      },
      send: () => {
        runner.current();
        void askBackground();
      },
    }),
    [person, items, isOnline, isSending, isEnded],
  );
  if (items === undefined) return <p class="loading">{told.words.app.loading}</p>;
  return (
    <FieldOfPage value={field}>
      <Drawn hash={hash} isLeaving={isLeaving} stay={() => setLeaving(false)} />
    </FieldOfPage>
  );
};

interface DrawnProps {
  readonly hash: string;
  readonly isLeaving: boolean;
  readonly stay: () => void;
}

const Drawn = ({ hash, isLeaving, stay }: DrawnProps) => {
  const { person } = useField();
  if (person === '') return <SignInFirst />;
  if (isLeaving) return <Leaving stay={stay} />;
  return (
    <>
      <Standing hash={hash} />
      <Screen key={hash} hash={hash} />
    </>
  );
};

interface Syncing {
  readonly sync: { readonly register: (name: string) => Promise<void> };
}
const canSync = (registration: object): registration is Syncing => 'sync' in registration;

/** Where a browser sends in the background, it may go on when the page is closed. */
const askBackground = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration !== undefined && canSync(registration))
    await registration.sync.register(SYNC).catch(() => undefined);
};

const Screen = ({ hash }: { readonly hash: string }) => {
  const { told } = useField();
  const top = useRef<HTMLDivElement>(null);
  // Whoever does not see the screen is told of the new one.
  useEffect(() => {
    scrollTo(0, 0);
    if (hash !== '/') top.current?.focus({ preventScroll: true });
  }, []);
  const [, first = '', id = '', kind = '', observation = ''] = hash.split('/');
  return (
    <div ref={top} tabIndex={-1}>
      {screenAt({ first, id, kind, observation }) ?? <p class="empty">{told.words.app.missing}</p>}
    </div>
  );
};

const screenAt = ({
  first,
  id,
  kind,
  observation,
}: Readonly<Record<'first' | 'id' | 'kind' | 'observation', string>>) => {
  if (first === '') return <Home />;
  if (first === 'queue') return id === '' ? <QueuePage /> : <ReceiptPage id={id} />;
  if (first !== 'cases' || id === '') return undefined;
  switch (kind) {
    case '':
      return <CasePage id={id} />;
    case 'observation':
      return <ComposePage form="observation" case={id} />;
    case 'correction':
    case 'withdrawal':
      return <ComposePage form={kind} case={id} observation={observation} />;
    default:
      return undefined;
  }
};

/** What everybody should know on every screen: whether there is a network, a session, and something that waits. */
const Standing = ({ hash }: { readonly hash: string }) => {
  const { told, items, isOnline, isSending, isEnded, signIn } = useField();
  const { app, queue, session } = told.words;
  const open = items.filter(isOpen).length;
  const refused = items.filter(isRefused).length;
  const waits = open === 0 ? [] : [filled(queue.waiting, { n: String(open) })];
  const asks = refused === 0 ? [] : [filled(queue.someRefused, { n: String(refused) })];
  const says = [...waits, ...asks].join(' · ') || queue.allSent;
  return (
    <>
      <nav class="field-bar" aria-label={app.title}>
        <a href="#/" {...(hash === '/' ? { 'aria-current': 'page' as const } : {})}>
          {app.home}
        </a>
        <a href="#/queue" {...(hash === '/queue' ? { 'aria-current': 'page' as const } : {})}>
          {app.queue}
          {open + refused === 0 ? null : <span class="count">{open + refused}</span>}
        </a>
        <span class={refused === 0 ? 'muted' : 'error'} role="status">
          {isSending && open > 0 ? queue.sending : says}
        </span>
      </nav>
      {isOnline ? null : <p class="notice warn">{app.offline}</p>}
      {isEnded ? (
        <div class="notice warn" role="alert">
          <p>
            <strong>{session.ended}</strong>
          </p>
          <p>{session.endedSays}</p>
          <p>
            <button class="button" type="button" onClick={() => void signIn()}>
              {session.begin}
            </button>
          </p>
        </div>
      ) : null}
    </>
  );
};
