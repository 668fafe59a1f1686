import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../components/basics.tsx';
import { useDesk } from './desk-tools.ts';

/** What single keys do, by the key. */
export type Keys = Readonly<Partial<Record<'j' | 'k' | 'o' | 'a' | 'r', () => void>>>;

const KEPT = 'veedor.keys';
const OFF = 'off';

const isOn = (): boolean => {
  try {
    return localStorage.getItem(KEPT) !== OFF;
  } catch {
    return true;
  }
};

const keep = (on: boolean): void => {
  try {
    localStorage.setItem(KEPT, on ? 'on' : OFF);
  } catch {
    // A device that keeps nothing: then it holds until the page is left.
  }
};

const TYPED = 'input,textarea,select,[contenteditable]';

/** Whether somebody types, or means a shortcut of the browser: such keys are theirs. */
export const isTyping = ({
  target,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'target' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  ctrlKey || metaKey || altKey || (target instanceof Element && target.closest(TYPED) !== null);

/**
 * Lets single keys act, unless somebody types or has switched them off (WCAG 2.1.4: whoever speaks to the device, or hits keys without
 * meaning to, must be able to). Says which there are.
 */
export const KeyHelp = ({ keys }: { readonly keys: Keys }) => {
  const { keys: words } = useDesk().views;
  const [on, setOn] = useState(isOn);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === '?') setShown((before) => !before);
      const act = isKey(event.key) ? keys[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [on, keys]);
  return (
    <details class="keys" open={isShown} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>
        {words.title} <kbd>?</kbd>
      </summary>
      <Notice>
        <div class="choice">
          <input
            type="checkbox"
            id="keys-on"
            checked={on}
            onChange={({ currentTarget }) => {
              keep(currentTarget.checked);
              setOn(currentTarget.checked);
            }}
          />
          <label for="keys-on">{words.on}</label>
        </div>
        <p class="hint">{words.says}</p>
        <ul>
          {ALL.filter((key) => keys[key] !== undefined).map((key) => (
            <li key={key}>
              <kbd>{key}</kbd> {words[key]}
            </li>
          ))}
          <li>
            <kbd>?</kbd> {words.help}
          </li>
        </ul>
      </Notice>
    </details>
  );
};

const ALL = ['j', 'k', 'o', 'a', 'r'] as const;

const isKey = (key: string): key is (typeof ALL)[number] => ALL.some((each) => each === key);
