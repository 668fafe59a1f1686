import { OBSERVATION_TYPES, SEVERITIES } from '../../../../events/vocabulary.ts';
import { Section } from '../../../components/basics.tsx';
import { ActsNamed } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk, useWho } from '../../desk-tools.ts';
import { useFilters } from '../../router.tsx';
import { Select } from '../../select.tsx';
import { ThingList } from '../../thing-list.tsx';
import { isOpen, type Observation, ObservationShown } from './observation-shown.tsx';
import type { PartProps } from './parts.ts';

/** Where an observation can stand, as far as a list is filtered by it. */
const STANDINGS: Readonly<Record<string, (observation: Observation, me: string) => boolean>> = {
  mine: (each, me) => isOpen(each) && each.state.by === me,
  sealed: ({ seal }) => seal !== 'open',
  awaitsReply: (each) =>
    isOpen(each) && each.state.notifiedAt !== undefined && each.reply === undefined && each.state.replyLapsed !== true,
  awaitsEscalation: (each) => isOpen(each) && each.escalationDue !== undefined,
  incomplete: (each) => isOpen(each) && each.incomplete === true,
  withdrawn: ({ withdrawnAt }) => withdrawnAt !== undefined,
};

/** What was observed in a case: each with its state, its seal, its reply and its terms. */
export const ObservationsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { sections, none } = useDesk().views;
  const { person } = useWho();
  const filters = useFilters();
  const [type, severity, standing] = [filters.of('type'), filters.of('severity'), filters.of('standing')];
  const keep = (observation: Observation): boolean => {
    const state = isOpen(observation) ? observation.state : undefined;
    return (
      ['', state?.type].includes(type) &&
      ['', state?.severity].includes(severity) &&
      (STANDINGS[standing]?.(observation, person) ?? true)
    );
  };
  return (
    <Section id="observations" title={sections.observations}>
      <ActsNamed names={['file-observation']} ids={{ case: id }} />
      <Filters />
      <ThingList<Observation>
        path={`/cases/${id}/observations?limit=100`}
        none={none.observations}
        stamp={stamp}
        on="observation"
        keep={keep}
        idsOf={({ observation }) => ({ case: id, observation })}
      >
        {(observation) => <ObservationShown observation={observation} />}
      </ThingList>
    </Section>
  );
};

const Filters = () => {
  const { codes, views } = useDesk();
  const { speech } = views;
  const filters = useFilters();
  const standings = [
    { value: 'mine', label: speech.mine },
    { value: 'sealed', label: speech.sealed },
    { value: 'awaitsReply', label: speech.awaitsReply },
    { value: 'awaitsEscalation', label: speech.awaitsEscalation },
    { value: 'incomplete', label: speech.incomplete },
    { value: 'withdrawn', label: speech.withdrawn },
  ];
  return (
    <div class="filters">
      <form aria-label={speech.filters}>
        <Select
          name="type"
          label={speech.type}
          chosen={filters.of('type')}
          choose={(type) => filters.set({ type })}
          options={OBSERVATION_TYPES.map((type) => ({ value: type, label: codes.types[type] }))}
        />
        <Select
          name="severity"
          label={speech.severity}
          chosen={filters.of('severity')}
          choose={(severity) => filters.set({ severity })}
          options={SEVERITIES.map((severity) => ({ value: severity, label: codes.severities[severity] }))}
        />
        <Select
          name="standing"
          label={speech.standing}
          chosen={filters.of('standing')}
          choose={(standing) => filters.set({ standing })}
          options={standings}
        />
      </form>
    </div>
  );
};
