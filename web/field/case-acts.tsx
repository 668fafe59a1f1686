import { useState } from 'preact/hooks';
import { hourOfCase } from '../app/hour-of-case.ts';
import { Tag } from '../components/basics.tsx';
import { useField, useReading } from './field-context.ts';
import { Block, Why } from './parts.tsx';
import { type ActShown, actsPath, asActs, type CaseShown } from './shapes.ts';

interface ActsProps {
  readonly id: string;
  readonly team: CaseShown['team'];
  readonly zone: CaseShown['zone'];
}

/** The acts that the team attends, those that wait first. */
export const Acts = ({ id, team, zone }: ActsProps) => {
  const { told } = useField();
  const { case: words } = told.words;
  const { body: acts, kept } = useReading(actsPath(id), asActs);
  const isAwaited = (act: ActShown): boolean => act.accounted === 'awaited';
  const sorted = [...acts.filter(isAwaited), ...acts.filter((act) => !isAwaited(act))];
  return (
    <Block id="acts" title={words.acts}>
      {typeof kept === 'object' && acts.length === 0 ? <p class="empty">{words.noActs}</p> : null}
      <ul class="cards">
        {sorted.map((act) => (
          <li key={act.id}>
            <h3>{told.codes.acts[act.act]}</h3>
            <p>
              <time dateTime={act.heldAt}>{hourOfCase(told.locale, act.heldAt, { zone, dateStyle: 'medium' })}</time>
              {act.place === undefined ? null : `, ${act.place}`}
            </p>
            {isAwaited(act) ? (
              <Attendance id={id} act={act} team={team} />
            ) : (
              <Tag>{told.codes.accounted[act.accounted]}</Tag>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
};

/** One tap where one is enough; a committee ticks who came. */
const Attendance = ({ id, act, team }: Pick<ActsProps, 'id' | 'team'> & { readonly act: ActShown }) => {
  const { told, engine, person, items, send } = useField();
  const { case: words } = told.words;
  const others = team.filter(({ standing, person: each }) => standing === 'accepted' && each !== person);
  const [present, setPresent] = useState<readonly string[]>([]);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const path = `/cases/${id}/acts/${act.id}/attendance`;
  const sent = items.findLast((item) => item.path === path && item.receipt === undefined);
  if (sent !== undefined && sent.refused === undefined) return <p class="muted">{words.inQueue}</p>;
  if (Date.parse(act.beganAt ?? act.heldAt) > Date.now()) return <p class="muted">{words.notYet}</p>;
  const attend = async (): Promise<void> => {
    const title = told.codes.acts[act.act];
    const body = { present: [person, ...present] };
    await engine.outbox.add(person, { key, form: 'attendance', case: id, title, path, body, fields: {}, files: [] });
    // What was refused did nothing, and this takes its place.
    if (sent !== undefined) await engine.outbox.remove(sent.id);
    setKey(crypto.randomUUID());
    send();
  };
  const isCommittee = others.length > 0;
  return (
    <>
      {sent?.refused === undefined ? null : (
        <p role="alert">
          <Why of={sent.refused} />
        </p>
      )}
      {isCommittee ? (
        <fieldset>
          <legend>{words.present}</legend>
          <p>
            {person} ({words.you})
          </p>
          {others.map(({ person: each }) => (
            <div class="choice" key={each}>
              <input
                id={`${act.id}-${each}`}
                type="checkbox"
                checked={present.includes(each)}
                onChange={() =>
                  setPresent(present.includes(each) ? present.filter((one) => one !== each) : [...present, each])
                }
              />
              <label for={`${act.id}-${each}`}>{each}</label>
            </div>
          ))}
        </fieldset>
      ) : null}
      <button class="button" type="button" onClick={() => void attend()}>
        {isCommittee ? words.attendedWe : words.attended}
      </button>
    </>
  );
};
