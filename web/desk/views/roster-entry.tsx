import { useState } from 'preact/hooks';
import type { RosterView } from '../../../functions/_roster/roster-view.ts';
import { Facts, Section, Tag } from '../../components/basics.tsx';
import { rowsName, type Written } from '../acts/body-of.ts';
import { ActsOn } from '../acts-on.tsx';
import { useDesk } from '../desk-tools.ts';
import { Plain } from '../plain.tsx';
import { ReadOne } from '../read-one.tsx';
import { useHref } from '../router.tsx';
import { useWhen } from '../use-when.ts';
import { AccreditationTag } from './accreditation-tag.tsx';

type Accreditation = RosterView['accreditations'][number];
type Identifier = RosterView['document'];

/** Somebody in the roster: who they are as far as the reader may know, what they are accredited for, and their interests. */
export const RosterEntry = ({ person }: { readonly person: string }) => {
  const { roster: words } = useDesk().views;
  const href = useHref();
  const [stamp, setStamp] = useState(0);
  const again = () => setStamp(stamp + 1);
  return (
    <>
      <p>
        <a href={href('roster')}>{words.title}</a>
      </p>
      <ReadOne<RosterView> path={`/roster/${encodeURIComponent(person)}`} stamp={stamp}>
        {(entry) => (
          <>
            <h1 tabIndex={-1}>{entry.name ?? entry.person}</h1>
            <WhoItIs {...entry} />
            {/* What stands there now is what is corrected: a form that was open for something older is closed. */}
            <ActsOn key={stamp} on="roster-entry" ids={{ person }} first={writtenOf(entry)} done={again} />
            <Section id="accreditations" title={words.accreditations}>
              {entry.accreditations.length === 0 ? <p>{words.noAccreditations}</p> : null}
              <ul class="cards">
                {entry.accreditations.map((each) => (
                  <li key={each.id}>
                    <AccreditationShown {...each} />
                    <ActsOn
                      on="accreditation"
                      ids={{ person, accreditation: each.id }}
                      thing={{ ...each }}
                      done={again}
                    />
                  </li>
                ))}
              </ul>
            </Section>
            <Interests {...entry} />
          </>
        )}
      </ReadOne>
    </>
  );
};

const identified = (document: Identifier): string | undefined =>
  document === undefined ? undefined : [document.scheme, document.id].filter(Boolean).join(' ');

const WhoItIs = ({ person, kind, namePublic, email, phone, document, addedAt }: RosterView) => {
  const { views, choices, fields } = useDesk();
  const when = useWhen();
  return (
    <Facts
      of={[
        { name: fields['newPseudonym']?.label ?? '', value: <code>{person}</code> },
        { name: fields['rosterKind']?.label ?? '', value: choices['rosterKinds']?.[kind] },
        {
          name: fields['namePublic']?.label ?? '',
          value: namePublic === undefined ? undefined : <Plain of={namePublic} />,
        },
        { name: fields['email']?.label ?? '', value: email },
        { name: fields['phone']?.label ?? '', value: phone },
        { name: fields['identityDocument']?.label ?? '', value: identified(document) },
        { name: views.roster.addedAt, value: addedAt === undefined ? undefined : when.moment(addedAt) },
      ]}
    />
  );
};

const AccreditationShown = ({ number, issuer, status, validFrom, validTo, ...rest }: Accreditation) => {
  const { views, fields } = useDesk();
  const when = useWhen();
  const { specialities, territories } = rest;
  return (
    <>
      <h3>
        {number} <AccreditationTag status={status} />
      </h3>
      <Facts
        of={[
          { name: fields['issuer']?.label ?? '', value: issuer },
          { name: fields['validFrom']?.label ?? '', value: when.day(validFrom) },
          { name: fields['validTo']?.label ?? '', value: when.day(validTo) },
          {
            name: fields['specialities']?.label ?? '',
            value: specialities.length === 0 ? undefined : specialities.join(', '),
          },
          {
            name: fields['territories']?.label ?? '',
            value: territories.length === 0 ? views.roster.everywhere : territories.join(', '),
          },
        ]}
      />
    </>
  );
};

const Interests = ({ interests }: RosterView) => {
  const { views, choices } = useDesk();
  // Absent is what this reader may not see; empty is what nobody declared.
  if (interests === undefined) return null;
  return (
    <Section id="interests" title={views.roster.interests}>
      {interests.length === 0 ? <p>{views.roster.noInterests}</p> : null}
      <ul class="cards">
        {interests.map(({ kind, name, identifier }, index) => (
          <li key={index}>
            {name} <Tag>{choices['interests']?.[kind] ?? kind}</Tag>
            {identifier === undefined ? null : (
              <>
                {' '}
                <code>{identified(identifier)}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const writtenIdentifier = (under: string, identifier: Identifier): Written =>
  identifier === undefined
    ? {}
    : {
        ...(identifier.scheme === undefined ? {} : { [`${under}/scheme`]: identifier.scheme }),
        [`${under}/id`]: identifier.id,
      };

const writtenInterest = (
  { kind, name, identifier }: NonNullable<RosterView['interests']>[number],
  row: number,
): Written => ({
  [`interests/${row}/kind`]: kind,
  [`interests/${row}/name`]: name,
  ...writtenIdentifier(`interests/${row}/identifier`, identifier),
});

/** An entry as the form of its correction says it. */
const writtenOf = ({ name, namePublic, email, phone, document, interests = [] }: RosterView): Written => ({
  ...(name === undefined ? {} : { name }),
  ...(namePublic === true ? { namePublic: 'yes' } : {}),
  ...(email === undefined ? {} : { email }),
  ...(phone === undefined ? {} : { phone }),
  ...writtenIdentifier('document', document),
  [rowsName('interests')]: String(interests.length),
  ...Object.fromEntries(interests.flatMap((interest, row) => Object.entries(writtenInterest(interest, row)))),
});
