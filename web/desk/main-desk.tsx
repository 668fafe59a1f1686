import { draw } from '../app/drawn.ts';
import { toldBy } from '../app/told.ts';
import { ToolsOfPage, toolsIn } from '../app/tools.ts';
import { Desk } from './desk.tsx';
import { openSealedTexts } from './sealed-texts.ts';

const told = toldBy(document);
const { session, signIn } = toolsIn(window, told);

// Whoever has not signed in on this tab comes back here once they have.
if (session.isBegun()) {
  const tools = toolsIn(window, told, await openSealedTexts(window));
  draw(
    <ToolsOfPage value={tools}>
      <Desk />
    </ToolsOfPage>,
  );
} else void signIn();
