import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { filled } from '../../../domain/words/code-words.ts';
import { phraseIn } from '../../../domain/words/profile-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listHolidays } from '../../../functions/_queries/term-queries.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Section, Tag } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import { useDesk } from '../desk-tools.ts';
import { Plain } from '../plain.tsx';
import { ReadOne } from '../read-one.tsx';
import { useFilters, useHref } from '../router.tsx';
import { useWhen } from '../use-when.ts';
import {
  type NamedParameter,
  type ParameterShown,
  type ProfileShown,
  parametersIn,
  termIn,
} from './profile-parameters.ts';
import { TermOfProfile } from './term-of-profile.tsx';
import { Unverified } from './unverified.tsx';

/** Where its days begin and end. */
const zoneIn = (profile: ProfileShown): string =>
  textIn(parametersIn(profile).find(({ name }) => name === 'zone')?.is.value);

/** One profile: every parameter with its source, its terms computed from any day, and its holidays. */
export const ProfileAtDesk = ({ id }: { readonly id: string }) => {
  const { profiles: words } = useDesk().views;
  const { language } = useTools().told;
  const href = useHref();
  return (
    <>
      <p>
        <a href={href('profiles')}>{words.title}</a>
      </p>
      <ReadOne<ProfileShown> path={`/profiles/${encodeURIComponent(id)}`}>
        {(profile) => (
          <>
            <h1 tabIndex={-1}>{phraseIn(profile.title, language)}</h1>
            <p class="lead">{filled(words.version, { version: String(profile.version) })}</p>
            <Unverified profile={profile} />
            <Parameters of={parametersIn(profile)} />
            <TermOfProfile profile={id} zone={zoneIn(profile)} />
            <Holidays profile={id} />
          </>
        )}
      </ReadOne>
    </>
  );
};

const Parameters = ({ of }: { readonly of: readonly NamedParameter[] }) => {
  const { views, choices } = useDesk();
  const { profiles: words } = views;
  const [onlyUnverified, setOnly] = useState(false);
  return (
    <Section id="parameters" title={words.parameters}>
      <p>{words.notAdvice}</p>
      <div class="choice">
        <input
          type="checkbox"
          id="only-unverified"
          checked={onlyUnverified}
          onChange={({ currentTarget }) => setOnly(currentTarget.checked)}
        />
        <label for="only-unverified">{words.onlyUnverified}</label>
      </div>
      <Table
        caption={words.parameters}
        unseen
        rows={of.filter(({ is }) => !onlyUnverified || !is.verified)}
        columns={[
          { head: words.parameter, names: true, cell: ({ name }) => choices['parameters']?.[name] ?? name },
          { head: words.value, cell: ({ is }) => <Value of={is} /> },
          { head: words.verified, cell: ({ is }) => <Verified of={is} /> },
          { head: words.source, cell: ({ is }) => <Source of={is} /> },
        ]}
      />
    </Section>
  );
};

const Verified = ({ of: { verified } }: { readonly of: ParameterShown }) => {
  const { profiles: words } = useDesk().views;
  return <Tag tone={verified ? 'good' : 'warn'}>{verified ? words.isVerified : words.isNotVerified}</Tag>;
};

/** Where a parameter stands: as it was noted, unless it says that it stands nowhere. */
const Source = ({ of: { source } }: { readonly of: ParameterShown }) => {
  const { choices } = useDesk();
  const said = choices['sources']?.[source];
  return said === undefined ? <span lang="en">{source}</span> : <>{said}</>;
};

const Value = ({ of }: { readonly of: ParameterShown }): ComponentChildren => {
  const { views, choices, codes } = useDesk();
  const { language } = useTools().told;
  const term = termIn(of);
  const { value } = of;
  if (term !== undefined) {
    const unit = choices['units']?.[term.unit] ?? term.unit;
    const from = choices['termStarts']?.[term.startsWith] ?? term.startsWith;
    return `${term.number} ${unit} ${views.profiles.since} ${from}`;
  }
  if (Array.isArray(value) && value.length === 0) return '–';
  if (Array.isArray(value)) {
    return value
      .map((each: unknown) => {
        if (typeof each === 'string') return Object.entries(codes.acts).find(([act]) => act === each)?.[1] ?? each;
        const named = isRecord(each) ? (each['title'] ?? each['asks']) : undefined;
        if (typeof named === 'string') return choices['impediments']?.[named] ?? phraseIn(named, language);
        return isRecord(each) ? Object.values(each).map(String).join(', ') : String(each);
      })
      .map((said, index) => <div key={index}>{said}</div>);
  }
  if (isRecord(value)) {
    const parts = Object.entries(value).filter(([, part]) => !(Array.isArray(part) && part.length === 0));
    return parts.length === 0
      ? '–'
      : parts.map(([name, part]) => (
          <div
            key={name}
          >{`${choices['parameterParts']?.[name] ?? name}: ${Array.isArray(part) ? part.join(', ') : String(part)}`}</div>
        ));
  }
  if (typeof value === 'string') return choices['parameterValues']?.[value] ?? value;
  return <Plain of={value} />;
};

type HolidaysShown = AnswerOf<typeof listHolidays>;

const YEAR = /^\d{4}$/;

const Holidays = ({ profile }: { readonly profile: string }) => {
  const { profiles: words } = useDesk().views;
  const filters = useFilters();
  const when = useWhen();
  const year = YEAR.test(filters.of('year')) ? filters.of('year') : String(new Date().getFullYear());
  return (
    <Section id="holidays" title={words.holidays}>
      <Field name="year" label={words.year}>
        {(described) => (
          <input
            {...described}
            type="number"
            min={2000}
            max={2035}
            value={year}
            onChange={({ currentTarget }) => filters.set({ year: currentTarget.value })}
          />
        )}
      </Field>
      <ReadOne<HolidaysShown> path={`/profiles/${encodeURIComponent(profile)}/holidays?year=${year}`}>
        {({ items, source, verified }) => (
          <>
            <p>
              <Verified of={{ value: undefined, source, verified }} />{' '}
              <Source of={{ value: undefined, source, verified }} />
            </p>
            {items.length === 0 ? <p>{words.noHolidays}</p> : null}
            <ul>
              {items.map(({ date, name }) => (
                <li key={date}>
                  <time dateTime={date}>{when.day(date)}</time>: {textIn(name)}
                </li>
              ))}
            </ul>
          </>
        )}
      </ReadOne>
    </Section>
  );
};
