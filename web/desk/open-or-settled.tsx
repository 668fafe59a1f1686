import { useDesk } from './desk-tools.ts';
import { useFilters } from './router.tsx';
import { Select } from './select.tsx';

/** What a list is filtered by that holds what was answered and what was not. */
export const OpenOrSettled = () => {
  const { speech } = useDesk().views;
  const filters = useFilters();
  return (
    <div class="filters">
      <form aria-label={speech.filters}>
        <Select
          name="standing"
          label={speech.standing}
          chosen={filters.of('standing')}
          choose={(standing) => filters.set({ standing })}
          options={[
            { value: 'open', label: speech.open },
            { value: 'settled', label: speech.settled },
          ]}
        />
      </form>
    </div>
  );
};

/** Whether something is shown under the filter that stands in the address. */
export const useIsShown = (): ((isUnanswered: boolean) => boolean) => {
  const standing = useFilters().of('standing');
  return (isUnanswered) => standing === '' || (standing === 'open') === isUnanswered;
};
