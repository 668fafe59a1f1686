import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../components/basics.tsx';
import type { Completed } from './complete-sign-in.ts';
import type { AppWords } from './words/words.ts';

interface SignInProps {
  readonly label: string;
  readonly toPlace: string;
  /** Whether somebody has signed in on this tab. */
  readonly isBegun: boolean;
  /** Where it goes on. */
  readonly place: string;
  /** Leaves for the sign-in. */
  readonly go: () => Promise<void>;
}

/** What leads to the sign-in, or on to the desk of whoever has signed in already. */
export const SignIn = ({ label, toPlace, isBegun, place, go }: SignInProps) => (
  <p>
    {isBegun ? (
      <a class="button" href={place}>
        {toPlace}
      </a>
    ) : (
      <button class="button" type="button" onClick={() => void go()}>
        {label}
      </button>
    )}
  </p>
);

interface SignedInProps extends Pick<SignInProps, 'isBegun' | 'place' | 'go'> {
  readonly words: AppWords['signedIn'];
  readonly complete: () => Promise<Completed>;
}

/** Where it goes on without a word; an address that was used before leads on whoever is signed in. */
const placeAfter = (completed: Completed, place: string | undefined): string | undefined => {
  if (completed.kind === 'signed-in') return completed.returnTo;
  return completed.why === 'not-begun' ? place : undefined;
};

/** Where the sign-in comes back to: it leads on to where somebody was, or says why it cannot. */
export const SignedIn = ({ words, complete, isBegun, place, go }: SignedInProps) => {
  const [failure, setFailure] = useState<Extract<Completed, { kind: 'failed' }>['why']>();
  useEffect(() => {
    void complete().then((completed) => {
      // Nobody who goes back should come to a code that was used.
      const onTo = placeAfter(completed, isBegun ? place : undefined);
      if (onTo !== undefined) location.replace(onTo);
      if (onTo !== undefined || completed.kind === 'signed-in') return;
      // With a network, loading the page again does what could not be done now.
      if (completed.why !== 'no-network') history.replaceState(null, '', location.pathname);
      setFailure(completed.why);
    });
  }, []);
  if (failure === undefined) {
    return (
      <p class="loading" role="status">
        {words.working}
      </p>
    );
  }
  return (
    <>
      <div role="alert">
        <Notice tone="warn">
          <p>
            <strong>{words.failed}</strong>
          </p>
          <p>{words[failure]}</p>
        </Notice>
      </div>
      <p>
        <button class="button" type="button" onClick={() => void go()}>
          {words.again}
        </button>
      </p>
    </>
  );
};
