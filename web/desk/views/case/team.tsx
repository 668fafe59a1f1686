import { filled } from '../../../../domain/words/code-words.ts';
import { sectorIn } from '../../../../domain/words/sector-words.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { listDepartures } from '../../../../functions/_queries/departure-queries.ts';
import type { readImpediments } from '../../../../functions/_queries/impediment-queries.ts';
import { useTools } from '../../../app/tools.ts';
import { Section, Tag, Tags } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { type CaseShown, useCase } from '../../case-at-desk.ts';
import { useDesk, useWho } from '../../desk-tools.ts';
import { ReadList } from '../../read-list.tsx';
import { When } from '../../when.tsx';
import { useAuthority } from './escalation-shown.tsx';
import type { PartProps } from './parts.ts';

type Member = CaseShown['team'][number];
type Liaison = CaseShown['liaisons'][number];
type Departure = AnswerOf<typeof listDepartures>['items'][number];
type Impediment = AnswerOf<typeof readImpediments>['items'][number];

/** Who watches the case and who acts for the institutions, with what can be done about each. */
export const Team = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { person } = useWho();
  const { team: words } = useDesk().views;
  if (shown === undefined) return null;
  const iDeclared = shown.team.some((member) => member.person === person && member.declared);
  return (
    <>
      <Section id="team" title={words.title}>
        {shown.team.length === 0 ? <p>{words.none}</p> : null}
        <ul class="cards">
          {shown.team.map((member) => (
            <li key={member.person}>
              <MemberShown case={shown.case} member={member} />
            </li>
          ))}
        </ul>
        <ActsOn on="case" part="team" ids={{ case: shown.case }} thing={{ iDeclared }} />
      </Section>
      <Impediments case={shown.case} stamp={stamp} />
      <Section id="liaisons" title={words.liaisons}>
        {shown.liaisons.length === 0 ? <p>{words.noLiaisons}</p> : null}
        <ul class="cards">
          {shown.liaisons.map((liaison) => (
            <li key={`${liaison.person}/${liaison.kind}/${liaison.bidder ?? ''}`}>
              <LiaisonShown case={shown.case} liaison={liaison} />
            </li>
          ))}
        </ul>
      </Section>
      <Departures case={shown.case} stamp={stamp} />
    </>
  );
};

const MemberShown = ({ case: caseId, member }: { readonly case: string; readonly member: Member }) => {
  const { views, codes, choices } = useDesk();
  const { person: me, roles } = useWho();
  const { language } = useTools().told;
  const { team: words } = views;
  const { person, standing, office, declared, impeded, accreditation, sector } = member;
  return (
    <>
      <code>{person}</code>
      <Tags>
        {[
          <Tag tone={standing === 'accepted' ? 'good' : 'warn'}>{words[standing]}</Tag>,
          office === undefined ? null : <Tag tone="calm">{codes.offices[office]}</Tag>,
          sector === undefined ? null : <Tag>{sectorIn(language, sector)}</Tag>,
          declared ? <Tag tone="good">{words.declared}</Tag> : null,
          standing === 'accepted' && !declared ? <Tag tone="warn">{words.undeclared}</Tag> : null,
          impeded ? <Tag tone="bad">{words.impeded}</Tag> : null,
          accreditation === undefined ? null : (
            <Tag tone="bad">{`${words.accreditation}: ${choices['accreditationLosses']?.[accreditation] ?? accreditation}`}</Tag>
          ),
        ]}
      </Tags>
      <ActsOn
        on="member"
        ids={{ case: caseId, person }}
        thing={{ ...member, isMe: person === me, byCoordinator: roles.includes('coordinator') }}
        first={{ person, ...(person === me ? { cause: 'resignation' } : {}) }}
      />
    </>
  );
};

const LiaisonShown = ({ case: caseId, liaison }: { readonly case: string; readonly liaison: Liaison }) => {
  const { choices } = useDesk();
  const authority = useAuthority();
  const { person, kind, bidder, controlAuthority } = liaison;
  const office = controlAuthority === undefined ? undefined : authority(controlAuthority);
  return (
    <>
      <code>{person}</code>{' '}
      <Tag tone="calm">{[choices['liaisonKinds']?.[kind] ?? kind, bidder, office].filter(Boolean).join(': ')}</Tag>
      <ActsOn
        on="liaison"
        ids={{ case: caseId, person }}
        first={{
          kind,
          ...(bidder === undefined ? {} : { bidder }),
          ...(controlAuthority === undefined ? {} : { controlAuthority }),
        }}
      />
    </>
  );
};

interface ListProps {
  readonly case: string;
  readonly stamp: number;
}

/** In which party an interest was found: only who may know is told. */
const Impediments = ({ case: id, stamp }: ListProps) => {
  const { team: words } = useDesk().views;
  return (
    <Section id="impediments" title={words.impediments}>
      <ReadList<Impediment> path={`/cases/${id}/impediments`} none={words.noImpediments} stamp={stamp}>
        {(items) => {
          const found = items.filter(({ impeded, matches = [] }) => impeded || matches.length > 0);
          return found.length === 0 ? (
            <p>{words.noImpediments}</p>
          ) : (
            <ul class="cards">
              {found.map((impediment) => (
                <li key={impediment.person}>
                  <ImpedimentShown {...impediment} />
                </li>
              ))}
            </ul>
          );
        }}
      </ReadList>
    </Section>
  );
};

const ImpedimentShown = ({ person, impeded, matches = [] }: Impediment) => {
  const { views, choices } = useDesk();
  const { team: words } = views;
  return (
    <>
      <code>{person}</code> {impeded ? <Tag tone="bad">{words.impeded}</Tag> : <Tag tone="good">{words.cleared}</Tag>}
      {matches.length === 0 ? null : (
        <ul>
          {matches.map(({ kind, party, from, cleared }, index) => (
            <li key={index}>
              {`${choices['interestKinds']?.[kind] ?? kind}: `}
              <code>{party}</code>
              {` (${words[from]}${cleared ? `; ${words.cleared}` : ''})`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const Departures = ({ case: id, stamp }: ListProps) => {
  const { views, choices } = useDesk();
  const { team: words } = views;
  return (
    <Section id="departures" title={words.departures}>
      <ReadList<Departure> path={`/cases/${id}/departures`} none={words.noDepartures} stamp={stamp}>
        {(items) => (
          <ul class="cards">
            {items.map(({ person, cause, leftAt, successor }) => (
              <li key={person}>
                <code>{person}</code> <Tag>{choices['departureCauses']?.[cause] ?? cause}</Tag>
                <p>
                  <When at={leftAt} />
                  {successor === undefined
                    ? `. ${words.noSuccessor}`
                    : `. ${filled(words.successor, { person: successor })}`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </Section>
  );
};
