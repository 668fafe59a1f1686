import { Account } from './account.tsx';
import { draw } from './drawn.ts';
import { TO_ACCOUNT, toldBy } from './told.ts';
import { ToolsOfPage, toolsIn } from './tools.ts';

const told = toldBy(document);
const tools = toolsIn(window, told);

// Nobody has signed in on this tab: there is no account to show.
if (!tools.session.isBegun()) location.replace(`/${told.language}/sign-in${TO_ACCOUNT}`);
else
  draw(
    <ToolsOfPage value={tools}>
      <Account />
    </ToolsOfPage>,
  );
