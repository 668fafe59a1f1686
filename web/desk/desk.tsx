import { Asked, type Had } from '../app/asked.tsx';
import type { Who } from '../app/tokens.ts';
import { useTools } from '../app/tools.ts';
import { SomebodyAtDesk, useDesk, useWho } from './desk-tools.ts';
import { Router, useAddress, useHref } from './router.tsx';
import { useCurrentInView } from './use-current-in-view.ts';
import { isViewName, opensTo, VIEW_NAMES, VIEWS, type ViewName } from './views/views.ts';

/** The session alone tells: the workplace opens whatever else of the API does not answer. */
const useAskWho = (): (() => Promise<Had<Who>>) => {
  const { session } = useTools();
  return async () => {
    const pass = await session.pass();
    return pass.kind === 'token' ? { kind: 'known', known: pass.who } : pass;
  };
};

/** The workplace of everybody who signs in: what they see follows from their roles. */
export const Desk = () => (
  <Asked ask={useAskWho()} heading={useDesk().views.frame.title}>
    {(who) => (
      <SomebodyAtDesk value={who}>
        <Router>
          <Menu />
          <Place />
          <Foot />
        </Router>
      </SomebodyAtDesk>
    )}
  </Asked>
);

/** What is about somebody and not about their work. */
const Foot = () => {
  const { frame } = useDesk().views;
  const { language } = useTools().told;
  return (
    <p class="desk-foot">
      <a href={`/${language}/account`}>{frame.account}</a>
      <a href={`/${language}/account/messages`}>{frame.preferences}</a>
    </p>
  );
};

/** The view that an address names: the entrance where it names none. */
const useView = (): ViewName | undefined => {
  const { view } = useAddress();
  const { roles } = useWho();
  const name = view === '' ? 'home' : view;
  return isViewName(name) && opensTo(name, roles) ? name : undefined;
};

const Menu = () => {
  const { roles } = useWho();
  const { views } = useDesk();
  const { titles } = views;
  const href = useHref();
  const here = useView();
  const menu = useCurrentInView(here ?? '');
  return (
    <nav class="desk-menu" aria-label={views.frame.menu}>
      <ul ref={menu}>
        {VIEW_NAMES.filter((name) => VIEWS[name].inMenu && opensTo(name, roles)).map((name) => (
          <li key={name}>
            <a
              href={name === 'home' ? href() : href(name)}
              {...(name === here ? { 'aria-current': 'page' as const } : {})}
            >
              {titles[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Place = () => {
  const name = useView();
  const { id } = useAddress();
  if (name === undefined) return <NotHere />;
  const { draw: View } = VIEWS[name];
  return <View key={`${name}/${id}`} />;
};

const NotHere = () => {
  const { frame } = useDesk().views;
  const href = useHref();
  return (
    <>
      <h1 tabIndex={-1}>{frame.notHere}</h1>
      <p class="lead">{frame.notHereSays}</p>
      <p>
        <a class="button second" href={href()}>
          {frame.title}
        </a>
      </p>
    </>
  );
};
