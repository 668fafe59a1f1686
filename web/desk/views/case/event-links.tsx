import { useHref } from '../../router.tsx';

/** Events of a case by their numbers, each leading to where it is told. An event is named `ip-1@12`, or by its number alone. */
export const EventLinks = ({ case: id, events }: { readonly case: string; readonly events: readonly string[] }) => {
  const href = useHref();
  return (
    <>
      {events.map((event, index) => {
        const version = event.slice(event.indexOf('@') + 1);
        return (
          <span key={event}>
            {index === 0 ? null : ', '}
            <a href={`${href('cases', id, 'timeline')}?event=${version}`}>{version}</a>
          </span>
        );
      })}
    </>
  );
};
