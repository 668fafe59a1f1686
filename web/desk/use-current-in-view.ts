import { useEffect, useRef } from 'preact/hooks';

/** Moves a menu that is wider than the page to where the reader stands, and leaves the page itself where it is. */
export const useCurrentInView = (place: string) => {
  const menu = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = menu.current;
    const link = list?.querySelector<HTMLElement>('[aria-current]');
    if (!list || !link) return;
    const [of, at] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
    list.scrollLeft += at.left - of.left - (of.width - at.width) / 2;
  }, [place]);
  return menu;
};
