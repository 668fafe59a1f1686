import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.ts';

interface DialogProps {
  /** Its anchor, of which there is one on a page. */
  readonly id: string;
  /** What the button says that opens it. */
  readonly opens: string;
  readonly title: string;
  readonly children: ComponentChildren;
  /** What can be done in it, beside closing it. */
  readonly actions?: ComponentChildren;
}

/** What is asked before something is done: above the page, without script, closed by its button, by Escape or by going elsewhere. */
export const Dialog = ({ id, opens, title, children, actions }: DialogProps) => {
  const { parts } = useWords();
  return (
    <>
      <button class="button second" type="button" popovertarget={id}>
        {opens}
      </button>
      <div class="dialog" id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <p class="actions">
          {actions}
          <button class="button second" type="button" popovertarget={id} popovertargetaction="hide">
            {parts.close}
          </button>
        </p>
      </div>
    </>
  );
};
