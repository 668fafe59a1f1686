import { filled } from '../../../domain/words/code-words.ts';
import { phraseIn } from '../../../domain/words/profile-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listProfiles } from '../../../functions/_queries/reference-queries.ts';
import { useTools } from '../../app/tools.ts';
import { Tag, Tags } from '../../components/basics.tsx';
import { useDesk } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { ReadOne } from '../read-one.tsx';
import { useAddress, useHref } from '../router.tsx';
import { useWhen } from '../use-when.ts';
import { ProfileAtDesk } from './profile.tsx';
import type { ProfileShown } from './profile-parameters.ts';
import { Unverified } from './unverified.tsx';

type Listed = AnswerOf<typeof listProfiles>['items'][number];

/** The parameters of each jurisdiction: what rules, where that stands, and what nobody has verified yet. */
export const Profiles = () => {
  const { id } = useAddress();
  return id === '' ? <AllProfiles /> : <ProfileAtDesk id={id} />;
};

const AllProfiles = () => {
  const { profiles: words } = useDesk().views;
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ReadList<Listed> path="/profiles">
        {(profiles) => (
          <ul class="cards">
            {profiles.map((profile) => (
              <li key={profile.id}>
                <ProfileCard {...profile} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </>
  );
};

const ProfileCard = ({ id, version, title, instrument, validity }: Listed) => {
  const { views, codes } = useDesk();
  const { profiles: words } = views;
  const { language } = useTools().told;
  const href = useHref();
  const when = useWhen();
  return (
    <>
      <a href={href('profiles', id)}>{phraseIn(title, language)}</a>
      <Tags>
        {[
          <Tag tone="calm">{codes.instruments[instrument]}</Tag>,
          <Tag>{filled(words.version, { version: String(version) })}</Tag>,
          validity.from === undefined ? null : <Tag>{`${words.from} ${when.day(validity.from)}`}</Tag>,
          validity.to === undefined ? null : <Tag>{`${words.to} ${when.day(validity.to)}`}</Tag>,
        ]}
      </Tags>
      <ReadOne<ProfileShown> path={`/profiles/${id}`}>{(profile) => <Unverified profile={profile} />}</ReadOne>
    </>
  );
};
