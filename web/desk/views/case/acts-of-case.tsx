import { Section, Tag } from '../../../components/basics.tsx';
import type { Act } from '../../../pages/case/acts.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk, useWho } from '../../desk-tools.ts';
import { ThingList } from '../../thing-list.tsx';
import { When } from '../../when.tsx';
import type { PartProps } from './parts.ts';

/** The formal acts of the procedure, and how each was accounted for. */
export const ActsOfCase = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { person } = useWho();
  const { acts: words } = useDesk().views;
  if (shown === undefined) return null;
  const { case: id, stage, team } = shown;
  // Whoever records it was there, as a rule.
  const present = team.some((member) => member.person === person) ? person : '';
  return (
    <Section id="formal-acts" title={words.title}>
      <ThingList<Act>
        path={`/cases/${id}/acts?limit=100`}
        none={words.none}
        stamp={stamp}
        on="act"
        idsOf={({ id: act }) => ({ case: id, act })}
        firstOf={({ place }) => ({ present, ...(place === undefined ? {} : { place }) })}
      >
        {(act) => <ActShown {...act} />}
      </ThingList>
      <ActsOn on="case" part="acts" ids={{ case: id }} thing={shown} first={{ stage }} />
    </Section>
  );
};

const ActShown = ({ act, heldAt, place, accounted }: Act) => {
  const { codes } = useDesk();
  return (
    <>
      <h3>
        {codes.acts[act]} <Tag tone={accounted === 'awaited' ? 'warn' : 'calm'}>{codes.accounted[accounted]}</Tag>
      </h3>
      <p>
        <When at={heldAt} />
        {place === undefined ? null : `, ${place}`}
      </p>
    </>
  );
};
