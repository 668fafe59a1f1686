import type { GivenUpView } from '../../../../functions/_http/endpoint-operations.ts';
import { Section } from '../../../components/basics.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { ThingList } from '../../thing-list.tsx';
import { Delivery } from '../delivery.tsx';
import type { PartProps } from './parts.ts';

/** What could not be delivered in a case, and whom it did not reach. */
export const DeliveriesOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { deliveries: words } = useDesk().views;
  return (
    <Section id="deliveries" title={words.title}>
      <p>{words.says}</p>
      <ThingList<GivenUpView>
        path={`/cases/${id}/deliveries?limit=25`}
        none={words.none}
        stamp={stamp}
        on="case-delivery"
        idsOf={({ id: delivery }) => ({ case: id, delivery })}
      >
        {(delivery) => (
          <>
            <p>
              {words.to} <Receiver {...delivery.to} />
            </p>
            <Delivery {...delivery} />
          </>
        )}
      </ThingList>
    </Section>
  );
};

const Receiver = (to: GivenUpView['to']) => {
  const { deliveries: words } = useDesk().views;
  if (to.kind === 'person') return <code>{to.person}</code>;
  const { owner = {}, channel, endpoint } = to;
  const channels = { webhook: words.webhook, mail: words.mailbox };
  return (
    <>
      {channel === undefined ? '' : channels[channel]} <code>{Object.values(owner).join(', ') || endpoint}</code>
    </>
  );
};
