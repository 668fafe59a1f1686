import { useEffect, useState } from 'preact/hooks';
import { commitmentText } from '../../../../domain/draw/algorithm.ts';
import { PUBLIC_BEACONS } from '../../../../domain/draw/beacons.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { listDraws } from '../../../../functions/_queries/subject-queries.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Notice, Section, Tag } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk, useWho } from '../../desk-tools.ts';
import { ReadList } from '../../read-list.tsx';
import { When } from '../../when.tsx';
import { DrawVerified } from './draw-verified.tsx';
import type { PartProps } from './parts.ts';
import { sha256OfText } from './verify-draw.ts';

type Draw = AnswerOf<typeof listDraws>['items'][number];

/** Appointments by lot: how each goes on, what it came to, and that it can be recomputed on this device. */
export const Draws = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { draws: words } = useDesk().views;
  if (shown === undefined) return null;
  const { case: id } = shown;
  return (
    <Section id="draws" title={words.title}>
      <p>{words.lead}</p>
      <ReadList<Draw> path={`/cases/${id}/draws?limit=100`} none={words.none} stamp={stamp}>
        {(draws) => (
          <ul class="cards">
            {draws.map((draw) => (
              <li key={draw.id}>
                <DrawShown case={id} draw={draw} />
                <DrawVerified case={id} draw={draw.id} stamp={stamp} />
              </li>
            ))}
          </ul>
        )}
      </ReadList>
      <ActsOn on="case" part="draws" ids={{ case: id }} thing={shown} />
    </Section>
  );
};

interface DrawProps {
  readonly case: string;
  readonly draw: Draw;
}

const DrawShown = ({ case: id, draw }: DrawProps) => {
  const { views, choices } = useDesk();
  const { draws: words } = views;
  const secret = useSecret(id, draw);
  const owes = useOwed(draw);
  const { state, places, alternates, beacon, publishedAfter, revealBefore, parties, order, proposed } = draw;
  return (
    <>
      <h3>
        {draw.id} <Tag tone={state === 'drawn' ? 'good' : 'warn'}>{words.states[state]}</Tag>
      </h3>
      <Facts
        of={[
          { name: words.places, value: `${places} (+${alternates})` },
          { name: words.beacon, value: <Beacon beacon={beacon} name={choices['beacons']?.[beacon] ?? beacon} /> },
          { name: words.publishedAfter, value: <When at={publishedAfter} /> },
          { name: words.revealBefore, value: revealBefore === undefined ? undefined : <When at={revealBefore} /> },
          {
            name: words.parties,
            value: parties.length === 0 ? undefined : parties.map(({ person }) => person).join(', '),
          },
          { name: words.proposed, value: proposed.length === 0 ? undefined : proposed.join(', ') },
        ]}
      />
      <h4>{order === undefined ? words.candidates : words.order}</h4>
      <ol>
        {(order ?? draw.candidates).map((person) => (
          <li key={person}>
            <code>{person}</code> {proposed.includes(person) ? <Tag tone="good">{words.drawn}</Tag> : null}
          </li>
        ))}
      </ol>
      {owes === undefined || secret === undefined ? null : (
        <Notice>
          <p>{words.secret}</p>
          <p class="hash">
            <code>{secret.value}</code>
          </p>
        </Notice>
      )}
      <ActsOn
        on="draw"
        ids={{ case: id, draw: draw.id }}
        thing={{ ...draw, owes }}
        {...(secret === undefined ? {} : { first: owes === undefined ? {} : secret })}
      />
    </>
  );
};

const Beacon = ({ beacon, name }: { readonly beacon: Draw['beacon']; readonly name: string }) => (
  <a href={PUBLIC_BEACONS[beacon].address} rel="external noreferrer" target="_blank">
    {name}
  </a>
);

/** What the reader owes to a draw as one of its parties: their commitment, then their value. */
const useOwed = ({ state, parties }: Draw): 'commitment' | 'value' | undefined => {
  const { person } = useWho();
  const mine = parties.find((party) => party.person === person);
  if (mine === undefined) return undefined;
  if (state === 'commitments-awaited' && mine.commitment === undefined) return 'commitment';
  return state === 'reveals-awaited' && mine.revealed === undefined ? 'value' : undefined;
};

const SECRET_BYTES = 32;

const newSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * The secret value of a party: made on this device, kept on it until it is revealed, and never sent before. Undefined for whoever is no
 * party, and where it was committed to on another device.
 */
const useSecret = (caseId: string, draw: Draw): { readonly value: string; readonly commitment: string } | undefined => {
  const { draftsOf } = useTools();
  const { person } = useWho();
  const owes = useOwed(draw);
  const [secret, setSecret] = useState<{ readonly value: string; readonly commitment: string }>();
  useEffect(() => {
    const drafts = draftsOf(person);
    const name = `secret:${caseId}:${draw.id}`;
    const kept = drafts.read(name)?.['value'];
    const value = kept ?? (owes === 'commitment' ? newSecret() : undefined);
    if (owes === undefined || value === undefined) return;
    if (kept === undefined) drafts.keep(name, { value });
    void sha256OfText(commitmentText({ case: caseId, draw: draw.id, party: person, value })).then((commitment) =>
      setSecret({ value, commitment }),
    );
  }, [caseId, draw.id, owes]);
  return secret;
};
