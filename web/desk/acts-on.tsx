import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../components/basics.tsx';
import { ActForm, type ActFormProps } from './act-form.tsx';
import type { Act } from './acts/act.ts';
import { ACTS, type ActName, isActName } from './acts/acts.ts';
import { offered } from './acts/offered.ts';
import { useCase } from './case-at-desk.ts';
import { useDesk, useWho } from './desk-tools.ts';

interface ActsOnProps {
  readonly on: Act['on'];
  readonly ids: ActFormProps['ids'];
  /** As its list tells it, for acts that fit only some states. */
  readonly thing?: Readonly<Record<string, unknown>>;
  readonly first?: ActFormProps['first'];
  /** The part of the case whose acts on the case are meant. */
  readonly part?: string;
  /** The act whose form is opened, where it is offered; told again it opens again. */
  readonly begins?: string;
  /** Told that the form was closed, whether or not it was sent. */
  readonly closed?: () => void;
  /** Done after the case was read again. */
  readonly done?: (body: unknown) => void;
}

/** What somebody can do with a thing now: a button for each, and its form where the button was. Nothing where there is nothing. */
export const ActsOn = ({ on, ids, thing, part, ...rest }: ActsOnProps) => {
  const { person, roles } = useWho();
  const { may = [], liaisons = [], team = [] } = useCase()?.shown ?? {};
  const speaksFor = liaisons.flatMap((liaison) => (liaison.person === person ? (liaison.bidder ?? liaison.kind) : []));
  const inOffice = team.filter(({ standing }) => standing === 'accepted').map((member) => member.person);
  const of = offered(ACTS, { roles, may }, { on, part, thing: { ...thing, me: person, roles, speaksFor, inOffice } });
  return <Acts of={of} ids={ids} {...(thing === undefined ? {} : { thing })} {...rest} />;
};

interface ActsNamedProps extends Pick<ActsOnProps, 'ids' | 'first' | 'done'> {
  readonly names: readonly string[];
}

/** Acts by their names, as far as they are acts of the desk and the API lets somebody do them. */
export const ActsNamed = ({ names, ...rest }: ActsNamedProps) => {
  const shown = useCase()?.shown;
  const may = shown?.may ?? [];
  const thing = Object.fromEntries(Object.entries(shown ?? {}));
  const known = names.filter(isActName).filter((name) => may.includes(name) && isOnCase(ACTS[name], thing));
  return <Acts of={known} {...rest} />;
};

const isOnCase = ({ on, fits }: Act, thing: Readonly<Record<string, unknown>>): boolean =>
  on === 'case' && (fits?.(thing) ?? true);

/** How long after something was done its thing may go from a list because of it, in milliseconds. */
const GOES_WITHIN_MS = 10_000;

/** Has it said elsewhere that something was done, where what it was done to goes away with its notice. */
const useSaidWhenGone = (says: ((isDone: boolean) => void) | undefined): (() => void) => {
  const doneAt = useRef(-Infinity);
  const latest = useRef(says);
  latest.current = says;
  useEffect(
    () => () => {
      if (performance.now() - doneAt.current < GOES_WITHIN_MS) latest.current?.(true);
    },
    [],
  );
  return () => {
    doneAt.current = performance.now();
  };
};

/** Whoever works with the keyboard goes on where the form was: at its heading, then at what came of it, or at the button they left. */
const useFocus = ({ open, isDone }: { readonly open: ActName | undefined; readonly isDone: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [left, leave] = useState<ActName>();
  useEffect(() => {
    if (open !== undefined) heading.current?.focus();
    else if (isDone) notice.current?.focus();
    else if (left !== undefined) (button.current ?? notice.current)?.focus();
  }, [open, isDone]);
  return { heading, notice, button, left, leave };
};

interface ActsProps extends Pick<ActsOnProps, 'ids' | 'thing' | 'first' | 'begins' | 'closed' | 'done'> {
  readonly of: readonly ActName[];
}

const Acts = ({ of, ids, thing, first, begins, closed, done }: ActsProps) => {
  const { acts, views } = useDesk();
  const atHand = useCase();
  const again = atHand?.again;
  const [open, setOpen] = useState(() => of.find((name) => name === begins));
  const [isDone, setDone] = useState(false);
  const focus = useFocus({ open, isDone });
  const doneNow = useSaidWhenGone(atHand?.sayDone);
  const begin = (name: ActName) => {
    setDone(false);
    atHand?.sayDone?.(false);
    setOpen(name);
  };
  useEffect(() => {
    const named = of.find((name) => name === begins);
    if (named !== undefined) begin(named);
  }, [begins]);
  const close = () => {
    focus.leave(open);
    setOpen(undefined);
    closed?.();
  };
  // A form that is open stays with what was written in it, also where others made its act impossible meanwhile.
  if (of.length === 0 && !isDone && open === undefined) return null;
  return (
    <div class="acts">
      <div role="status" tabIndex={-1} ref={focus.notice}>
        {isDone ? <Notice tone="good">{atHand === undefined ? views.form.doneBeside : views.form.done}</Notice> : null}
      </div>
      {open === undefined ? (
        <p class="actions">
          {of.map((name) => (
            <button
              key={name}
              class="button second small"
              type="button"
              {...(name === focus.left ? { ref: focus.button } : {})}
              onClick={() => begin(name)}
            >
              {acts[name].does}
            </button>
          ))}
        </p>
      ) : (
        <>
          <h3 tabIndex={-1} ref={focus.heading}>
            {acts[open].does}
          </h3>
          <ActForm
            act={open}
            ids={ids}
            close={close}
            {...(thing === undefined ? {} : { thing })}
            {...(first === undefined ? {} : { first })}
            done={(body) => {
              close();
              setDone(true);
              doneNow();
              again?.();
              done?.(body);
            }}
          />
        </>
      )}
    </div>
  );
};
