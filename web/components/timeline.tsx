import type { ComponentChildren } from 'preact';
import { momentIn } from '../format.ts';
import { usePlace } from '../page-context.ts';

export interface Moment {
  readonly key: string;
  /** Its anchor. */
  readonly id?: string;
  readonly at: string;
  readonly says: ComponentChildren;
  readonly more?: ComponentChildren;
  /** What changed where the case stands. */
  readonly weighty?: boolean;
}

/** What happened, in order. Times are those of the zone of the case. */
export const Timeline = ({ of, zone }: { readonly of: readonly Moment[]; readonly zone: string }) => {
  const { language } = usePlace();
  return (
    <ol class="timeline">
      {of.map(({ key, id, at, says, more, weighty }) => (
        <li key={key} {...(id === undefined ? {} : { id })} class={weighty ? 'weighty' : undefined}>
          <time dateTime={at}>{momentIn(language, at, zone)}</time>
          <div>{says}</div>
          {more}
        </li>
      ))}
    </ol>
  );
};
