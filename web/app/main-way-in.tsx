import { completeSignIn } from './complete-sign-in.ts';
import { draw } from './drawn.ts';
import { openSession } from './session.ts';
import { toldBy } from './told.ts';
import { partsIn } from './tools.ts';
import { SignedIn, SignIn } from './way-in.tsx';

const told = toldBy(document);
const parts = partsIn(window, told);
const session = openSession(parts);
const account = `/${told.language}/account`;

const go = async (): Promise<void> => location.assign(await session.begin(account));

if (told.page === 'signed-in') {
  draw(
    <SignedIn
      words={told.words.signedIn}
      complete={() => completeSignIn(parts, location.search)}
      isBegun={session.isBegun()}
      account={account}
      go={go}
    />,
  );
} else {
  const { signIn, signedOut } = told.words;
  const label = told.page === 'signed-out' ? signedOut.again : signIn.begin;
  draw(<SignIn label={label} toAccount={signIn.account} isBegun={session.isBegun()} account={account} go={go} />);
}
