import { draw } from '../app/drawn.ts';
import { toldBy } from '../app/told.ts';
import { ToolsOfPage, toolsIn } from '../app/tools.ts';
import { Desk } from './desk.tsx';

const told = toldBy(document);
const tools = toolsIn(window, told);

// Whoever has not signed in on this tab comes back here once they have.
if (!tools.session.isBegun()) void tools.signIn();
else
  draw(
    <ToolsOfPage value={tools}>
      <Desk />
    </ToolsOfPage>,
  );
