import { useEffect, useState } from 'preact/hooks';
import { wordFor } from '../../domain/words/code-words.ts';
import { Facts, Section, Tag, Tags } from '../components/basics.tsx';
import type { Answered } from './api.ts';
import { NotNow, SessionEnded } from './sending.tsx';
import { type EndpointShown, endpointsIn, type Settings, settingsIn } from './settings.ts';
import type { Who } from './tokens.ts';
import { useTools } from './tools.ts';

interface Known {
  readonly kind: 'known';
  readonly who: Who;
  readonly settings: Settings;
  /** Of those who look after endpoints; undefined for everybody else. */
  readonly endpoints: readonly EndpointShown[] | undefined;
}

type State = Known | { readonly kind: 'loading' | 'ended' | 'no-network' | 'failed' };

const SEES_ENDPOINTS = ['administrator', 'auditor'];

const useKnown = (): { state: State; load: () => void } => {
  const { session, api } = useTools();
  const [state, setState] = useState<State>({ kind: 'loading' });
  const look = async (): Promise<State> => {
    const pass = await session.pass();
    if (pass.kind !== 'token') return pass;
    const { who } = pass;
    const seesEndpoints = who.roles.some((role) => SEES_ENDPOINTS.includes(role));
    const [told, sentTo] = await Promise.all([
      api.read('/me/notice-settings'),
      seesEndpoints ? api.read('/endpoints') : undefined,
    ]);
    const settings = told.kind === 'done' ? settingsIn(told.body) : undefined;
    if (settings === undefined) return { kind: whyNot(told) };
    return { kind: 'known', who, settings, endpoints: sentTo?.kind === 'done' ? endpointsIn(sentTo.body) : undefined };
  };
  const load = () => {
    setState({ kind: 'loading' });
    void look().then(setState);
  };
  useEffect(load, []);
  return { state, load };
};

const whyNot = ({ kind }: Answered): 'ended' | 'no-network' | 'failed' =>
  kind === 'ended' || kind === 'no-network' ? kind : 'failed';

/** Who somebody is to the house, and how they want to be told. */
export const Account = () => {
  const { words } = useTools().told;
  const { state, load } = useKnown();
  switch (state.kind) {
    case 'loading':
      return (
        <p class="loading" role="status">
          {words.session.loading}
        </p>
      );
    case 'ended':
      return <SessionEnded />;
    case 'no-network':
    case 'failed':
      return <NotNow failure={state.kind} again={load} />;
    case 'known':
      return <Whole {...state} />;
  }
};

const Whole = ({ who, settings, endpoints }: Known) => {
  const { told } = useTools();
  const { account, goesTo, mails, messages } = told.words;
  return (
    <>
      <WhoIAm who={who} />
      <Section id="notices" title={account.notices}>
        <p>
          {wordFor(mails, settings.mail)}
          {settings.mail === 'none' ? '' : `, ${goesTo[settings.mailGoesTo]}`}.
        </p>
        <p>
          <a href={`/${told.language}/account/messages`}>{messages.change}</a>
        </p>
      </Section>
      {endpoints === undefined ? null : <Endpoints of={endpoints} />}
      <SignOut person={who.person} />
    </>
  );
};

const WhoIAm = ({ who }: { readonly who: Who }) => {
  const { account, roles } = useTools().told.words;
  const held = who.roles.map((role) => <Tag tone="calm">{roles[role] ?? role}</Tag>);
  return (
    <Section id="who" title={account.who}>
      <Facts
        of={[
          {
            name: account.person,
            value: (
              <>
                <code>{who.person}</code>
                <br />
                <span class="muted">{account.personSays}</span>
              </>
            ),
          },
          { name: account.roles, value: held.length === 0 ? account.noRoles : <Tags>{held}</Tags> },
        ]}
      />
    </Section>
  );
};

const Endpoints = ({ of }: { readonly of: readonly EndpointShown[] }) => {
  const { account } = useTools().told.words;
  return (
    <Section id="endpoints" title={account.endpoints}>
      <p>{account.endpointsSays}</p>
      {of.length === 0 ? (
        <div class="empty">
          <p>{account.noEndpoints}</p>
        </div>
      ) : (
        <ul class="cards">
          {of.map(({ id, channel, owner, isEnabled }) => (
            <li key={id}>
              <code>{channel}</code>{' '}
              <Tag tone={isEnabled ? 'good' : 'warn'}>{isEnabled ? account.enabled : account.disabled}</Tag>
              <br />
              <span class="muted">{owner}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

const SignOut = ({ person }: { readonly person: string }) => {
  const { told, session, draftsOf } = useTools();
  const { account } = told.words;
  const leave = async () => {
    draftsOf(person).forgetAll();
    location.assign(await session.end());
  };
  return (
    <div class="section">
      <p>
        <button class="button second" type="button" onClick={() => void leave()}>
          {account.signOut}
        </button>
      </p>
      <p class="muted">{account.signOutSays}</p>
    </div>
  );
};
