import { useRef, useState } from 'preact/hooks';
import type { ReceiptCheck } from '../../events/check-receipt.ts';
import type { Ask, Held, HeldLine } from './hold-receipt.ts';
import { holdReceipt } from './hold-receipt.ts';
import type { ReceiptWords } from './words.ts';

interface CheckProps {
  readonly words: ReceiptWords;
  readonly ask: Ask;
}

const FILE = 'receipt';
/** A receipt has a few lines; whatever is longer is another file. */
const FILE_BYTES_MAX = 1_000_000;

type Shown = Held | { readonly kind: 'no-file' | 'looking' };

const filledIn = (text: string, name: string, value: string): string => text.replace(`{${name}}`, () => value);

/** Takes the file of a receipt, and says what the public record says of it. */
export const ReceiptChecked = ({ words, ask }: CheckProps) => {
  const [shown, setShown] = useState<Shown>();
  const input = useRef<HTMLInputElement>(null);
  const check = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    setShown({ kind: 'looking' });
    setShown(file === undefined ? { kind: 'no-file' } : await heldIn(file, ask));
  };
  const error = wrongWith(shown, words);
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <div class={error === undefined ? 'field' : 'field wrong'}>
          <label for={FILE}>{words.file}</label>
          <p class="hint" id={`${FILE}-hint`}>
            {words.fileHint}
          </p>
          <p class="error" id={`${FILE}-error`} role="alert">
            {error}
          </p>
          <input
            type="file"
            id={FILE}
            ref={input}
            accept="application/json,.json"
            aria-describedby={`${FILE}-hint ${FILE}-error`}
            aria-invalid={error !== undefined}
          />
        </div>
        <button class="button" type="submit">
          {words.look}
        </button>
      </form>
      <div role="status">
        {shown?.kind === 'looking' ? <p class="loading">{words.looking}</p> : null}
        {shown?.kind === 'held' ? <Outcome held={shown} words={words} /> : null}
      </div>
    </>
  );
};

const heldIn = async (file: File, ask: Ask): Promise<Held> =>
  file.size > FILE_BYTES_MAX ? { kind: 'no-receipt' } : holdReceipt(await file.text(), ask);

const wrongWith = (shown: Shown | undefined, words: ReceiptWords): string | undefined => {
  if (shown === undefined || shown.kind === 'held' || shown.kind === 'looking') return undefined;
  return shown.kind === 'no-case' ? filledIn(words['no-case'], 'case', shown.case) : words[shown.kind];
};

interface OutcomeProps {
  readonly held: Extract<Held, { readonly kind: 'held' }>;
  readonly words: ReceiptWords;
}

const Outcome = ({ held: { isRight, chain, lines }, words }: OutcomeProps) => (
  <>
    <div class={`notice ${isRight ? 'good' : 'bad'}`}>
      <h2>{isRight ? words.holds : words.wrong}</h2>
      {isRight ? null : <p>{words.wrongSays}</p>}
      <p>
        {chain.broken === undefined
          ? filledIn(words.chained, 'events', String(chain.events))
          : filledIn(words.broken, 'event', String(chain.broken.version))}
      </p>
    </div>
    {lines.map((line) => (
      <Line key={line.event} line={line} words={words} />
    ))}
  </>
);

const Line = ({ line, words }: { readonly line: HeldLine; readonly words: ReceiptWords }) => (
  <>
    <h3>{filledIn(words.event, 'event', line.event)}</h3>
    <ul>
      {line.checks.map((check) => (
        <li key={check.asks}>
          <strong>{check.holds ? words.yes : words.no}:</strong> {questionOf(check, words)}
        </li>
      ))}
    </ul>
    {line.isUnread ? <p class="muted">{words.unread}</p> : null}
  </>
);

const questionOf = ({ asks, says }: ReceiptCheck, words: ReceiptWords): string =>
  asks === 'own' ? says : words.asks[asks];
