import { useState } from 'preact/hooks';
import type { EndpointShown } from '../../app/inbox.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Facts, Notice, Tag, Tags } from '../../components/basics.tsx';
import { formName } from '../acts/body-of.ts';
import { ActsOn } from '../acts-on.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useAddress, useFilters, useHref } from '../router.tsx';
import { Select } from '../select.tsx';
import { ThingList } from '../thing-list.tsx';
import { useAccreditedFor, useControlAuthorities } from '../use-accredited-for.ts';
import { useWhen } from '../use-when.ts';
import { Delivery, type DeliveryShown } from './delivery.tsx';

const SEES_ALL = ['administrator', 'auditor'];

/** Where facts are sent: the list of places, or what was sent to one of them. */
export const Endpoints = () => {
  const { id } = useAddress();
  return id === '' ? <AllEndpoints /> : <DeliveriesOf endpoint={id} />;
};

const AllEndpoints = () => {
  const { endpoints: words } = useDesk().views;
  const { roles } = useWho();
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {roles.some((role) => SEES_ALL.includes(role)) ? <OfEverybody /> : <OfOwnAuthority />}
    </>
  );
};

/** Those of all organisations, or of a control authority by its code. */
const OfEverybody = () => {
  const { views } = useDesk();
  const filters = useFilters();
  const authorities = useControlAuthorities();
  const authority = filters.of('authority');
  const query = authority === '' ? '' : `?${new URLSearchParams({ controlAuthority: authority }).toString()}`;
  return (
    <>
      <div class="filters">
        <form>
          <Select
            name="authority"
            label={views.endpoints.authority}
            none={views.endpoints.organisations}
            chosen={authority}
            choose={(chosen) => filters.set({ authority: chosen })}
            options={authorities}
          />
        </form>
      </div>
      <Listed
        path={`/endpoints${query}`}
        first={
          authority === '' ? {} : { [formName('owner')]: 'control-authority', 'owner/controlAuthority': authority }
        }
      />
    </>
  );
};

/** Those of somebody who is accredited for a control authority in some case. */
const OfOwnAuthority = () => {
  const { endpoints: words } = useDesk().views;
  const accredited = useAccreditedFor();
  const { session } = useTools().told.words;
  const filters = useFilters();
  const named = filters.of('accreditation');
  const chosen = accredited?.find(({ key }) => key === named) ?? accredited?.[0];
  if (accredited === undefined) return <p class="loading">{session.loading}</p>;
  if (chosen === undefined) return <Notice tone="warn">{words.notAccredited}</Notice>;
  const { controlAuthority, case: caseId } = chosen;
  return (
    <>
      <div class="filters">
        <form>
          <Select
            name="accreditation"
            label={words.accreditation}
            none={null}
            chosen={chosen.key}
            choose={(accreditation) => filters.set({ accreditation })}
            options={accredited.map(({ key, label }) => ({ value: key, label }))}
          />
        </form>
      </div>
      <Listed
        path={`/endpoints?${new URLSearchParams({ controlAuthority, case: caseId }).toString()}`}
        first={{ 'owner/controlAuthority': controlAuthority, case: caseId }}
      />
    </>
  );
};

interface ListedProps {
  readonly path: string;
  /** What the form of a new one says at first. */
  readonly first: Readonly<Record<string, string>>;
}

const Listed = ({ path, first }: ListedProps) => {
  const { endpoints: words } = useDesk().views;
  const authorities = useControlAuthorities();
  const [stamp, setStamp] = useState(0);
  const [secret, setSecret] = useState('');
  const done = (body: unknown) => {
    setSecret(isRecord(body) ? textIn(body['secret']) : '');
    setStamp(stamp + 1);
  };
  return (
    <>
      {secret === '' ? null : <SecretOnce secret={secret} close={() => setSecret('')} />}
      <ActsOn key={path} on="endpoints" ids={{ listed: path }} first={first} done={done} />
      <ReadList<EndpointShown> path={path} none={words.none} stamp={stamp}>
        {(endpoints) => (
          <ul class="cards">
            {endpoints.map((endpoint) => (
              <li key={endpoint.id}>
                <Endpoint {...endpoint} authorities={authorities} />
                <ActsOn on="endpoint" ids={{ endpoint: endpoint.id }} thing={{ ...endpoint }} done={done} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </>
  );
};

/** The secret of a webhook, which nobody can be told a second time. */
const SecretOnce = ({ secret, close }: { readonly secret: string; readonly close: () => void }) => {
  const { endpoints: words } = useDesk().views;
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>
          <strong>{words.secret}</strong>
        </p>
        <p>
          <code>{secret}</code>
        </p>
        <p class="actions">
          <button class="button second" type="button" onClick={() => void navigator.clipboard.writeText(secret)}>
            {words.copy}
          </button>
          <button class="button second" type="button" onClick={close}>
            {words.secretKept}
          </button>
        </p>
      </Notice>
    </div>
  );
};

type EndpointProps = EndpointShown & { readonly authorities: ReturnType<typeof useControlAuthorities> };

const Endpoint = ({
  id,
  owner,
  serves,
  channel,
  kinds,
  state,
  disabledBecause,
  createdAt,
  authorities,
}: EndpointProps) => {
  const { views, choices } = useDesk();
  const { endpoints: words } = views;
  const href = useHref();
  const when = useWhen();
  const whose =
    'organisation' in owner
      ? owner.organisation
      : (authorities.find(({ value }) => value === owner.controlAuthority)?.label ?? owner.controlAuthority);
  const at = channel.kind === 'webhook' ? channel.url : channel.address;
  const isUnconfirmed = channel.kind === 'mail' && channel.confirmedAt === undefined;
  const former = channel.kind === 'webhook' ? channel.formerSecretUntil : undefined;
  return (
    <>
      <h3>{at}</h3>
      <Tags>
        {[
          <Tag>{channel.kind === 'webhook' ? words.webhook : words.mailbox}</Tag>,
          <Tag tone={state === 'enabled' ? 'good' : 'warn'}>{choices['endpointStates']?.[state] ?? state}</Tag>,
          disabledBecause === 'gone' ? <Tag tone="bad">{words.gone}</Tag> : null,
          isUnconfirmed ? <Tag tone="warn">{words.unconfirmed}</Tag> : null,
        ]}
      </Tags>
      <Facts
        of={[
          { name: words.owner, value: whose },
          { name: words.serves, value: choices['endpointServes']?.[serves] ?? serves },
          { name: words.kinds, value: kinds === undefined ? words.everyKind : kinds.join(', ') },
          { name: words.createdAt, value: when.moment(createdAt) },
          { name: words.formerSecret, value: former === undefined ? undefined : when.moment(former) },
        ]}
      />
      <p>
        <a href={`${href('endpoints', id)}?${new URLSearchParams({ at }).toString()}`}>{words.deliveries}</a>
      </p>
    </>
  );
};

const DeliveriesOf = ({ endpoint }: { readonly endpoint: string }) => {
  const { endpoints: words } = useDesk().views;
  const href = useHref();
  const at = useFilters().of('at');
  const [stamp, setStamp] = useState(0);
  return (
    <>
      <p>
        <a href={href('endpoints')}>{words.title}</a>
      </p>
      <h1 tabIndex={-1}>{words.deliveries}</h1>
      <p class="lead">
        <code>{at === '' ? endpoint : at}</code>
      </p>
      <p class="actions">
        <button class="button second small" type="button" onClick={() => setStamp(stamp + 1)}>
          {words.again}
        </button>
      </p>
      <ThingList<DeliveryShown>
        path={`/endpoints/${encodeURIComponent(endpoint)}/deliveries?limit=25`}
        none={words.noDeliveries}
        stamp={stamp}
        on="endpoint-delivery"
        idsOf={({ id: delivery }) => ({ endpoint, delivery })}
      >
        {(delivery) => <Delivery {...delivery} />}
      </ThingList>
    </>
  );
};
