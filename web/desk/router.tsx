import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useTools } from '../app/tools.ts';

/** Where somebody stands at the desk: `/es/desk/cases/ip-1/acts?overdue=true`. */
export interface Address {
  /** `cases`; empty at the entrance. */
  readonly view: string;
  /** `ip-1`; empty where the view has none. */
  readonly id: string;
  /** `acts`; empty where the view has none. */
  readonly part: string;
  readonly query: URLSearchParams;
}

interface Routing {
  readonly address: Address;
  /** Goes to a place at the desk, as `hrefOf` names it, without a new page. */
  readonly go: (href: string, how?: 'push' | 'replace') => void;
}

const Context = createContext<Routing | undefined>(undefined);

/** Reads where the browser stands. */
export const addressIn = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Address => {
  const [view = '', id = '', part = ''] = pathname.split('/').slice(3).map(decoded);
  return { view, id, part, query: new URLSearchParams(search) };
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Whether a click is one that the browser should follow itself: into another tab, or with another button. */
const isForBrowser = ({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean =>
  defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey;

const linkOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]:not([download]):not([target])') : null;

/**
 * Follows links within the desk without loading a page, so that what was read and who signed in stay. Every place is an address: going
 * back, copying it or opening it in another tab works as for any page.
 */
export const Router = ({ children }: { readonly children: ComponentChildren }) => {
  const { language } = useTools().told;
  const base = `/${language}/desk`;
  const [address, setAddress] = useState(() => addressIn(location));
  const go = (href: string, how: 'push' | 'replace' = 'push') => {
    if (how === 'push') history.pushState(null, '', href);
    else history.replaceState(null, '', href);
    setAddress(addressIn(location));
  };
  useEffect(() => {
    const onPop = () => setAddress(addressIn(location));
    const onClick = (event: MouseEvent) => {
      const link = isForBrowser(event) ? null : linkOf(event.target);
      if (link === null || link.origin !== location.origin || !isUnder(link.pathname, base)) return;
      // A place on this very page is for the browser to scroll to.
      if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return;
      event.preventDefault();
      go(link.href);
      document.querySelector<HTMLElement>('main h1')?.focus();
      scrollTo(0, 0);
    };
    addEventListener('popstate', onPop);
    document.addEventListener('click', onClick);
    return () => {
      removeEventListener('popstate', onPop);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return <Context.Provider value={{ address, go }}>{children}</Context.Provider>;
};

const isUnder = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);

const useRouting = (): Routing => {
  const routing = useContext(Context);
  if (routing === undefined) throw new Error('There is no address outside of the desk.');
  return routing;
};

export const useAddress = (): Address => useRouting().address;

/** Goes to a place as `useHref` names it. */
export const useGo = (): ((href: string) => void) => {
  const { go } = useRouting();
  return (href) => {
    go(href);
    scrollTo(0, 0);
  };
};

/** Names places at the desk in the language of the page: `href('cases', id, 'acts')`. */
export const useHref = (): ((...parts: readonly string[]) => string) => {
  const { language } = useTools().told;
  return (...parts) => [`/${language}/desk`, ...parts.map(encodeURIComponent)].join('/');
};

/** The filters of a view, which are its query: a filter is an address that can be kept, sent and gone back to. */
export const useFilters = () => {
  const { address, go } = useRouting();
  return {
    of: (name: string): string => address.query.get(name) ?? '',
    /** Sets some; an empty one is none. */
    set: (wanted: Readonly<Record<string, string>>): void => {
      const query = new URLSearchParams(address.query);
      for (const [name, value] of Object.entries(wanted)) {
        if (value === '') query.delete(name);
        else query.set(name, value);
      }
      go(`${location.pathname}${query.size === 0 ? '' : `?${query.toString()}`}`);
    },
    all: address.query,
  };
};
