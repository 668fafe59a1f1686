import { TIP_FILES_MAX } from '../../../domain/documents/limits.ts';
import { EXTENSIONS } from '../../../domain/documents/media-types.ts';
import { TIP_LIMITS } from '../../../domain/tips/send-tip.ts';
import { filled } from '../../../domain/words/code-words.ts';
import { Notice, type Tone } from '../../components/basics.tsx';
import { ErrorSummary, Field } from '../../components/form.tsx';
import { momentIn, numberIn } from '../../format.ts';
import { usePlace } from '../../page-context.ts';
import { TIP_WORDS, type TipWords } from '../../words/tip-words.ts';
import type { Flaw, HandedIn, TipField, Told } from './shown.ts';

const BYTES_PER_MB = 1_000_000;

export const useTipWords = (): TipWords => TIP_WORDS[usePlace().language];

/** What is wrong with each field, in words. */
export const useFlaws = (flaws: readonly Flaw[], filesBytesMax = 0): Readonly<Partial<Record<TipField, string>>> => {
  const { language } = usePlace();
  const words = useTipWords().flaws;
  return Object.fromEntries(
    flaws.map(({ field, flaw, file = '' }) => {
      const max = field === 'text' || field === 'name' || field === 'contact' ? TIP_LIMITS[field] : 0;
      const blanks = {
        file,
        max: numberIn(language, max),
        files: String(TIP_FILES_MAX),
        size: numberIn(language, filesBytesMax / BYTES_PER_MB),
      };
      return [field, filled(words[flaw === 'missing' ? 'textMissing' : flaw], blanks)];
    }),
  );
};

/** All that is wrong, above the form, in the order of its fields. */
export const FlawSummary = ({ of }: { readonly of: Readonly<Partial<Record<TipField, string>>> }) => (
  <ErrorSummary errors={Object.entries(of).map(([name, error]) => ({ name, error }))} />
);

/** What became of a form, or why it was not taken. */
export const ToldNotice = ({ told, zone }: { readonly told: Told | undefined; readonly zone: string }) => {
  const { language } = usePlace();
  const words = useTipWords().told;
  if (told === undefined) return null;
  const { what, retryAt } = told;
  const tone: Tone = what === 'added' ? 'good' : 'warn';
  return (
    <div role="status">
      <Notice tone={tone}>
        <p>{filled(words[what], { time: retryAt === undefined ? '' : momentIn(language, retryAt, zone) })}</p>
      </Notice>
    </div>
  );
};

interface AreaProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** Where somebody tells what they saw. */
export const TextArea = ({ label, hint, value, error }: AreaProps) => {
  const { language } = usePlace();
  const max = numberIn(language, TIP_LIMITS.text);
  return (
    <Field name="text" label={label} hint={filled(hint, { max })} error={error}>
      {(described) => (
        <textarea {...described} required rows={8} maxLength={TIP_LIMITS.text}>
          {value}
        </textarea>
      )}
    </Field>
  );
};

interface FilesProps {
  readonly bytesMax: number;
  readonly error: string | undefined;
  /** Whether files had been chosen, which no browser keeps. */
  readonly again: boolean;
}

export const FilesField = ({ bytesMax, error, again }: FilesProps) => {
  const { language } = usePlace();
  const { form } = useTipWords();
  const hint = filled(form.filesHint, {
    files: String(TIP_FILES_MAX),
    size: numberIn(language, bytesMax / BYTES_PER_MB),
  });
  return (
    <Field name="files" label={form.files} hint={again ? `${form.filesAgain} ${hint}` : hint} error={error}>
      {(described) => (
        <input type="file" {...described} multiple accept={EXTENSIONS.map((each) => `.${each}`).join(',')} />
      )}
    </Field>
  );
};

/** What became of each file that came with a form. */
export const Handed = ({ of, zone }: { readonly of: readonly HandedIn[]; readonly zone: string }) => {
  const { language } = usePlace();
  const { fates } = useTipWords();
  if (of.length === 0) return null;
  return (
    <ul class="files">
      {of.map(({ name, fate, retryAt }) => (
        <li key={name}>
          <strong>{name}</strong>
          <br />
          {filled(fates[fate], { time: retryAt === undefined ? '' : momentIn(language, retryAt, zone) })}
        </li>
      ))}
    </ul>
  );
};
