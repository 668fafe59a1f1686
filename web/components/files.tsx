import { bytesIn } from '../format.ts';
import { usePlace, useWords } from '../page-context.ts';
import { Tag, type Tone } from './basics.tsx';

export interface FileShown {
  readonly name: string;
  /** Where it is fetched; left out while nobody may. */
  readonly href?: string | undefined;
  /** `PDF`, `CSV`. */
  readonly format: string;
  readonly bytes?: number | undefined;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash?: string | undefined;
  readonly state?: { readonly tone: Tone; readonly says: string } | undefined;
}

/** Files, each with what one should know before one fetches it on a bad network. */
export const Files = ({ of }: { readonly of: readonly FileShown[] }) => {
  const { language } = usePlace();
  const { parts } = useWords();
  return (
    <ul class="files">
      {of.map(({ name, href, format, bytes, hash, state }) => (
        <li key={`${name} ${hash}`}>
          <p>
            {href === undefined ? <strong>{name}</strong> : <a href={href}>{name}</a>}{' '}
            <span class="muted">
              ({format}
              {bytes === undefined ? null : `, ${bytesIn(language, bytes)}`})
            </span>{' '}
            {state === undefined ? null : <Tag tone={state.tone}>{state.says}</Tag>}
          </p>
          {hash === undefined ? null : (
            <p class="muted">
              {parts.hash} <code>{hash}</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};
