import type { Stage } from '../../events/vocabulary.ts';
import { useWords } from '../page-context.ts';

/** Where each stage of a case stands. */
export interface StageShown {
  readonly stage: Stage;
  readonly standing: 'done' | 'here' | 'ahead' | 'left-out';
  /** A few words below its name. */
  readonly note?: string | undefined;
}

/** The stages of a case as a way: what is behind, where it stands, what is ahead. */
export const Stages = ({ of, label }: { readonly of: readonly StageShown[]; readonly label: string }) => {
  const { codes } = useWords();
  return (
    <ol class="stages" aria-label={label}>
      {of.map(({ stage, standing, note }) => (
        <li key={stage} class={standing} {...(standing === 'here' ? { 'aria-current': 'step' as const } : {})}>
          <span>{codes.stages[stage]}</span>
          {note === undefined ? null : <small>{note}</small>}
        </li>
      ))}
    </ol>
  );
};
