import { completeSignIn } from './complete-sign-in.ts';
import { draw } from './drawn.ts';
import { openSession } from './session.ts';
import { TO_ACCOUNT, toldBy } from './told.ts';
import { partsIn } from './tools.ts';
import { SignedIn, SignIn } from './way-in.tsx';

const told = toldBy(document);
const parts = partsIn(window, told);
const session = openSession(parts);
/** Where somebody who was nowhere in particular begins: their desk, or their account where the account sent them here. */
const place = `/${told.language}/${location.hash === TO_ACCOUNT ? 'account' : 'desk'}`;

const go = async (): Promise<void> => location.assign(await session.begin(place));

if (told.page === 'signed-in') {
  draw(
    <SignedIn
      words={told.words.signedIn}
      complete={() => completeSignIn(parts, location.search)}
      isBegun={session.isBegun()}
      place={place}
      go={go}
    />,
  );
} else {
  const { signIn, signedOut } = told.words;
  const label = told.page === 'signed-out' ? signedOut.again : signIn.begin;
  draw(<SignIn label={label} toPlace={signIn.goOn} isBegun={session.isBegun()} place={place} go={go} />);
}
