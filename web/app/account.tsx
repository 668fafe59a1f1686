import { wordFor } from '../../domain/words/code-words.ts';
import { Facts, Section, Tag, Tags } from '../components/basics.tsx';
import { Asked, Listed } from './asked.tsx';
import { isFieldHere, LEAVING } from './field-here.ts';
import type { EndpointShown } from './inbox.ts';
import { Due, Notices } from './inbox-lists.tsx';
import { type Known, useAskWho } from './known.ts';
import type { Who } from './tokens.ts';
import { useTools } from './tools.ts';

const SEES_ENDPOINTS = ['administrator', 'auditor'];

/** Who somebody is to the house, what it asks of them, and how they want to be told. */
export const Account = () => <Asked ask={useAskWho()}>{(known) => <Whole {...known} />}</Asked>;

const Whole = ({ who, settings }: Known) => {
  const { told } = useTools();
  const { account, goesTo, mails, messages } = told.words;
  return (
    <>
      <p>
        <a class="button" href={`/${told.language}/desk`}>
          {account.toDesk}
        </a>
      </p>
      <Due />
      <Notices />
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
      {who.roles.some((role) => SEES_ENDPOINTS.includes(role)) ? <Endpoints /> : null}
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

const Endpoints = () => {
  const { account } = useTools().told.words;
  return (
    <Listed
      id="endpoints"
      title={account.endpoints}
      lead={account.endpointsSays}
      path="/endpoints"
      none={account.noEndpoints}
      item={Endpoint}
    />
  );
};

const Endpoint = ({ channel, owner, state }: EndpointShown) => {
  const { account } = useTools().told.words;
  const isEnabled = state === 'enabled';
  return (
    <>
      <code>{'url' in channel ? channel.url : channel.address}</code>{' '}
      <Tag tone={isEnabled ? 'good' : 'warn'}>{isEnabled ? account.enabled : account.disabled}</Tag>
      <br />
      <span class="muted">{Object.values(owner).join(', ')}</span>
    </>
  );
};

const SignOut = ({ person }: { readonly person: string }) => {
  const { told, session, draftsOf } = useTools();
  const { account } = told.words;
  const leave = async () => {
    draftsOf(person).forgetAll();
    const toSignIn = await session.end();
    const isThere = await isFieldHere(indexedDB);
    // What was written and read in the field lies there, with a session of its own: it knows what would be lost.
    if (isThere) sessionStorage.setItem(LEAVING, person);
    location.assign(isThere ? `/${told.language}/field` : toSignIn);
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
