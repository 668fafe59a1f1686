/** What is asked of a page, as text that the browser runs: tests know no DOM. */

/** The elements that stand out to the right, innermost first; none where nothing scrolls sideways. */
export const STANDS_OUT = `(() => {
  const wide = document.documentElement;
  if (wide.scrollWidth <= wide.clientWidth) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((each) => each.getBoundingClientRect().right > wide.clientWidth + 1 && !each.closest('.scroll'))
    .map((each) => each.tagName + '.' + each.className + ': ' + (each.textContent ?? '').slice(0, 60))
    .concat('the page is ' + wide.scrollWidth + ' pixels wide')
    .toReversed();
})()`;

/** What has the focus: its text, and whether one sees that it has it. */
export const FOCUSED = `(() => {
  const at = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    tag: at.tagName.toLowerCase(),
    text: (at.textContent ?? '').trim(),
    href: at.getAttribute('href'),
    name: at.getAttribute('name'),
    isSeen: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    isOnScreen: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
  };
})()`;

export interface Focused {
  readonly tag: string;
  readonly text: string;
  readonly href: string | null;
  readonly name: string | null;
  readonly isSeen: boolean;
  readonly isOnScreen: boolean;
}

/** What moves: transitions, animations and smooth scrolling. */
export const MOVING = `[document.documentElement, ...document.querySelectorAll('*')]
  .filter((each) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
    return transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01) || animationName !== 'none' || scrollBehavior === 'smooth';
  })
  .map((each) => each.tagName + '.' + each.className)`;
