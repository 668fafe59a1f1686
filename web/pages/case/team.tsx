import { filled } from '../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listDepartures } from '../../../functions/_queries/departure-queries.ts';
import { Empty, Section, Tag } from '../../components/basics.tsx';
import { countIn } from '../../format.ts';
import { type CaseView, useCase } from './case-at-hand.ts';
import { Item, Items } from './parts.tsx';

export type Departure = AnswerOf<typeof listDepartures>['items'][number];
type Member = CaseView['team'][number];

interface TeamProps {
  readonly view: CaseView;
  readonly departures: readonly Departure[];
}

/** Who watches: in which office, how they stand, and who left. */
export const Team = ({ view, departures }: TeamProps) => {
  const { words } = useCase(view);
  return (
    <Section id="team" title={words.sections.team}>
      <Committee view={view} />
      {view.team.length + departures.length === 0 ? (
        <Empty>
          <p>{words.none.team}</p>
        </Empty>
      ) : (
        <>
          <Items>
            {view.team.map((member) => (
              <InTeam key={member.person} view={view} member={member} />
            ))}
            {departures.map((departure) => (
              <Departed key={departure.leftIn} view={view} departure={departure} />
            ))}
          </Items>
          <p class="muted">{words.team.names}</p>
        </>
      )}
    </Section>
  );
};

const InTeam = ({ view, member }: { readonly view: CaseView; readonly member: Member }) => {
  const { codes, lastDay, titled, words } = useCase(view);
  const { person, office, standing, declared, impeded, accreditation } = member;
  const proposal = view.proposals.find((each) => each.person === person);
  const isIn = standing === 'accepted';
  return (
    <Item
      heading="h3"
      title={<code>{person}</code>}
      tags={[
        office === undefined ? null : <Tag tone="calm">{codes.offices[office]}</Tag>,
        <Tag tone={isIn ? 'good' : 'plain'}>{words.team[isIn ? 'inOffice' : 'proposed']}</Tag>,
        impeded ? <Tag tone="bad">{words.team.impeded}</Tag> : null,
        accreditation === undefined ? null : <Tag tone="bad">{titled('accreditationLoss', accreditation)}</Tag>,
      ]}
    >
      {isIn ? <p class="muted">{words.team[declared ? 'declared' : 'undeclared']}</p> : null}
      {proposal === undefined ? null : (
        <p class="muted">{filled(words.team.proposedUntil, { date: lastDay(proposal.term.dueAt) })}</p>
      )}
    </Item>
  );
};

const Departed = ({ view, departure }: { readonly view: CaseView; readonly departure: Departure }) => {
  const { codes, day, words } = useCase(view);
  const { person, cause, leftAt, successor } = departure;
  return (
    <Item heading="h3" title={<code>{person}</code>}>
      <p>
        {filled(words.team.left, { date: day(leftAt), cause: codes.causes[cause] })}
        {successor === undefined ? null : <>. {filled(words.team.successor, { person: successor })}</>}.
      </p>
    </Item>
  );
};

const Committee = ({ view }: { readonly view: CaseView }) => {
  const { day, language, titled, words } = useCase(view);
  const { startedAt, months, dissolved } = view.committee ?? {};
  return (
    <>
      {startedAt === undefined || months === undefined ? null : (
        <p>
          {filled(words.team.constituted, {
            date: day(startedAt),
            months: countIn(language, words.counted.months, months),
          })}
        </p>
      )}
      {dissolved === undefined ? null : (
        <p>{filled(words.team.dissolved, { cause: titled('dissolutionCause', dissolved).toLowerCase() })}</p>
      )}
    </>
  );
};
