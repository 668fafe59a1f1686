import { ConfirmMailbox } from './confirm-mailbox.tsx';
import { draw } from './drawn.ts';
import { Messages, SignInFirst } from './messages.tsx';
import { toldBy } from './told.ts';
import { ToolsOfPage, toolsIn } from './tools.ts';

const told = toldBy(document);
const tools = toolsIn(window, told);

const shown = () => {
  if (told.page === 'mailbox') return <ConfirmMailbox endpoint={location.pathname.split('/').at(-1) ?? ''} />;
  return tools.session.isBegun() ? <Messages /> : <SignInFirst />;
};

draw(<ToolsOfPage value={tools}>{shown()}</ToolsOfPage>);
