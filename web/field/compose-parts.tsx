import { useState } from 'preact/hooks';
import { filled, wordFor } from '../../domain/words/code-words.ts';
import type { Fields } from '../app/drafts.ts';
import { Tag } from '../components/basics.tsx';
import { Field as Asked } from '../components/form.tsx';
import type { Lack } from './compose.ts';
import { useField } from './field-context.ts';

/** What every question of the form is asked with. */
export interface Asking {
  readonly fields: Fields;
  readonly write: (name: string, text: string) => void;
  readonly lacks: readonly Lack[];
}

const useWrong = (lacks: readonly Lack[], name: string): string | undefined => {
  const { form: words } = useField().told.words;
  const lack = lacks.find(({ field }) => field === name);
  return lack === undefined ? undefined : words[lack.says];
};

interface WrittenProps extends Asking {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** More than one line, where it is said. */
  readonly rows?: number;
  readonly max?: number;
  readonly kind?: 'time';
}

export const Written = ({ fields, write, lacks, name, label, hint, rows, max, kind }: WrittenProps) => {
  const error = useWrong(lacks, name);
  const same = {
    maxLength: max,
    value: fields[name] ?? '',
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      write(name, currentTarget.value),
  };
  return (
    <Asked name={name} label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(described) => {
        if (rows !== undefined) return <textarea {...described} {...same} rows={rows} />;
        if (kind === 'time') return <input {...described} {...same} type="datetime-local" />;
        return <input {...described} {...same} type="text" autocomplete="off" />;
      }}
    </Asked>
  );
};

interface ChoiceProps extends Asking {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What the choice means, in plain words. */
  readonly says?: string | undefined;
}

export const Choice = ({ fields, write, lacks, name, label, hint, options, says }: ChoiceProps) => {
  const { case: words } = useField().told.words;
  const error = useWrong(lacks, name);
  return (
    <Asked name={name} label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(described) => (
        <>
          <select
            {...described}
            value={fields[name] ?? ''}
            onChange={({ currentTarget }) => write(name, currentTarget.value)}
          >
            {options.some(({ value }) => value === '') ? null : <option value="">{words.choose}</option>}
            {options.map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
          {says === undefined ? null : <p class="hint">{says}</p>}
        </>
      )}
    </Asked>
  );
};

/** What a finding says besides. */
export const Finding = (asking: Asking) => {
  const { told } = useField();
  const { form: words } = told.words;
  const { fields } = asking;
  const severity = fields['severity'] ?? '';
  const help: Readonly<Record<string, string>> = { minor: words.minor, serious: words.serious, grave: words.grave };
  return (
    <>
      <Choice
        {...asking}
        name="category"
        label={words.category}
        hint={words.categoryHint}
        options={told.categories.map(({ code, title }) => ({ value: code, label: title }))}
      />
      {fields['category'] === 'other' ? (
        <Written {...asking} name="categoryText" label={words.categoryText} max={200} />
      ) : null}
      <Choice
        {...asking}
        name="severity"
        label={words.severity}
        options={Object.entries(told.codes.severities).map(([value, label]) => ({ value, label }))}
        says={help[severity]}
      />
      <Written {...asking} name="legalBasis" label={words.basis} hint={words.basisHint} rows={2} max={2_000} />
      {(fields['legalBasis'] ?? '').trim() === '' ? (
        <Written {...asking} name="noLegalBasisReason" label={words.noBasis} rows={2} max={2_000} />
      ) : null}
    </>
  );
};

/** Above this a place is told with a warning, in metres. */
const ACCURATE_METRES = 50;
const LOCATING_MS_MAX = 20_000;
const DENIED = 1;

/** Where somebody is, when they ask for it: a bad answer warns, and none keeps anybody from filing. */
export const Located = ({ fields, write }: Asking) => {
  const { form: words } = useField().told.words;
  const [state, setState] = useState<'looking' | 'denied' | 'unlocated'>();
  const [, , metres] = (fields['coordinates'] ?? '').split(' ');
  const locate = (): void => {
    setState('looking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setState(undefined);
        write('coordinates', `${latitude} ${longitude} ${Math.round(accuracy)}`);
      },
      ({ code }) => setState(code === DENIED ? 'denied' : 'unlocated'),
      { enableHighAccuracy: true, timeout: LOCATING_MS_MAX },
    );
  };
  if (metres !== undefined) {
    return (
      <div class="field" role="status">
        <p>
          <Tag tone={Number(metres) > ACCURATE_METRES ? 'warn' : 'good'}>{filled(words.located, { metres })}</Tag>
        </p>
        {Number(metres) > ACCURATE_METRES ? <p>{words.inaccurate}</p> : null}
        <button class="button second" type="button" onClick={() => write('coordinates', '')}>
          {words.unlocate}
        </button>
      </div>
    );
  }
  return (
    <div class="field">
      <button class="button second" type="button" disabled={state === 'looking'} onClick={locate}>
        {state === 'looking' ? words.locating : words.locate}
      </button>
      <p role="status">{state === 'denied' || state === 'unlocated' ? words[state] : ''}</p>
    </div>
  );
};

/** What everybody will read, and when: seen before it is filed. */
export const Preview = ({ fields, stage }: { readonly fields: Fields; readonly stage: string }) => {
  const { told } = useField();
  const { form: words, home } = told.words;
  const { visibility = '', title = '', narrative, type = '' } = fields;
  const hidden = <p>{filled(words.hidden, { stage })}</p>;
  const whole = (
    <>
      {type === '' ? null : (
        <p>
          <Tag>{wordFor(told.codes.types, type)}</Tag>
        </p>
      )}
      <p>
        <strong>{title === '' ? home.untitled : title}</strong>
      </p>
      <p class="said">{narrative}</p>
      <p class="muted">{words.whole}</p>
    </>
  );
  return (
    <aside class="seal" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      <p class="label">{words.now}</p>
      {visibility === 'public' ? whole : hidden}
      {visibility === 'after-award' ? (
        <>
          <p class="label">{words.later}</p>
          {whole}
        </>
      ) : null}
      {visibility === 'restricted' ? <p>{words.never}</p> : null}
    </aside>
  );
};
