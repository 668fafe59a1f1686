import { useState } from 'preact/hooks';
import { filled } from '../../../domain/words/code-words.ts';
import { Asked, readAs } from '../../app/asked.tsx';
import { isRecord, textIn } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Crumbs, Facts, Notice, Section } from '../../components/basics.tsx';
import { ActsNamed, ActsOn } from '../acts-on.tsx';
import { CaseAtHand, useCase } from '../case-at-desk.ts';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-tools.ts';
import { KeyHelp } from '../keys.tsx';
import { ReadList } from '../read-list.tsx';
import { useAddress, useFilters, useHref } from '../router.tsx';
import { Said, useCalled, useChoice } from '../said.tsx';
import { saveFile } from '../save-file.ts';
import { useCaseTitle } from '../use-title.ts';
import { type Escalation, EscalationBody, EscalationTags, useAuthority } from './case/escalation-shown.tsx';
import { type Observation, ObservationShown } from './case/observation-shown.tsx';
import { readCaseAs } from './case.tsx';

/** One escalation, for the authority that it was sent to: its letter, its findings, their evidence, and what can be done. */
export const OneEscalation = () => {
  const { id, part } = useAddress();
  const { api } = useTools();
  const { inbox, titles } = useDesk().views;
  const [stamp, setStamp] = useState(0);
  const again = () => setStamp(stamp + 1);
  return (
    <Asked ask={() => readCaseAs(api, id)} stamp={stamp} heading={titles.escalations}>
      {(shown) => (
        <CaseAtHand value={{ shown, again }}>
          <Head />
          <ReadList<Escalation> path={`/cases/${id}/escalations?limit=100`} stamp={stamp}>
            {(escalations) => {
              const found = escalations.find((each) => each.id === part);
              return found === undefined ? (
                <p>{inbox.notHere}</p>
              ) : (
                <Shown {...found} before={escalations.find(({ id }) => id === found.follows)} stamp={stamp} />
              );
            }}
          </ReadList>
        </CaseAtHand>
      )}
    </Asked>
  );
};

const Head = () => {
  const { id, part } = useAddress();
  const { inbox, speech } = useDesk().views;
  const called = useCalled();
  const href = useHref();
  const title = useCaseTitle(id);
  return (
    <>
      <Crumbs label={inbox.back} of={[{ href: href('escalations'), name: inbox.back }]} />
      <h1 tabIndex={-1}>{called(part)}</h1>
      <p class="lead">{title ?? id}</p>
      <p>
        <a href={href('cases', id)}>{speech.inCase}</a>
      </p>
    </>
  );
};

interface ShownProps extends Escalation {
  readonly before: Escalation | undefined;
  readonly stamp: number;
}

const Shown = ({ before, stamp, ...escalation }: ShownProps) => {
  const { speech } = useDesk().views;
  const { id } = useAddress();
  const filters = useFilters();
  const asked = filters.of('do');
  const ids = { case: id, escalation: escalation.id };
  const begin = (act: string) => filters.set({ do: act });
  return (
    <>
      <EscalationTags {...escalation} />
      <EscalationBody {...escalation} before={before} answer={undefined} />
      <Bundle case={id} escalation={escalation.id} />
      <KeyHelp
        keys={{
          a: () => begin('acknowledge-escalation'),
          r: () => begin(escalation.state === 'answered' ? 'revise-answer' : 'answer-escalation'),
        }}
      />
      <Section id="acts" title={speech.act}>
        <ActsOn
          on="escalation"
          ids={ids}
          thing={Object.fromEntries(Object.entries(escalation))}
          begins={asked}
          closed={() => filters.set({ do: '' })}
        />
        <ActsNamed names={['record-proceeding']} ids={{ case: id }} first={{ escalation: escalation.id }} />
      </Section>
      <Section id="findings" title={speech.findings}>
        <ul class="cards">
          {escalation.findings.map((finding) => (
            <li key={finding}>
              <Finding finding={finding} stamp={stamp} />
            </li>
          ))}
        </ul>
      </Section>
      {(escalation.answers ?? []).length === 0 ? null : <Answers escalation={escalation.id} stamp={stamp} />}
    </>
  );
};

/** The API of the same house answered it: that it is an observation is all that is asked. */
const isObservation = (body: unknown): body is Observation => isRecord(body) && typeof body['observation'] === 'string';

const Finding = ({ finding, stamp }: { readonly finding: string; readonly stamp: number }) => {
  const { api } = useTools();
  const id = useCase()?.shown.case ?? '';
  const path = `/cases/${id}/observations/${finding}`;
  return (
    <Asked ask={() => readAs(api, path, (body) => (isObservation(body) ? body : undefined))} stamp={stamp}>
      {(observation) => <ObservationShown observation={observation} />}
    </Asked>
  );
};

interface Given {
  readonly version: number;
  readonly event: string;
  readonly answeredAt: string;
  readonly outcome: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** Every answer that was given, first to last: the last one holds. */
const Answers = ({ escalation, stamp }: { readonly escalation: string; readonly stamp: number }) => {
  const { speech } = useDesk().views;
  const id = useCase()?.shown.case ?? '';
  const choice = useChoice();
  const { day } = useDates();
  return (
    <Section id="answers" title={speech.answers}>
      <ReadList<Given> path={`/cases/${id}/escalations/${escalation}/answers`} stamp={stamp}>
        {(answers) =>
          answers.map(({ event, answeredAt, outcome, content }) => (
            <div key={event}>
              <Said name={`${day(answeredAt)}: ${choice('outcomes', outcome)}`} text={textIn(content?.['answer'])} />
              <Details content={content ?? {}} />
            </div>
          ))
        }
      </ReadList>
    </Section>
  );
};

/** What an answer tells beside its outcome and its words: a number, a day, who is competent. */
const Details = ({ content }: { readonly content: Readonly<Record<string, unknown>> }) => {
  const { fields } = useDesk();
  const authority = useAuthority();
  const { dayOf } = useDates();
  const told = (name: string, say: (text: string) => string = (text) => text) => {
    const text = textIn(content[name]);
    return text === '' ? undefined : say(text);
  };
  return (
    <Facts
      inline
      of={[
        { name: fields['fileNumber']?.label ?? '', value: told('number') },
        { name: fields['inspectionOn']?.label ?? '', value: told('inspectionOn', dayOf) },
        { name: fields['missing']?.label ?? '', value: told('missing') },
        { name: fields['competentAuthority']?.label ?? '', value: told('competentAuthority', authority) },
        { name: fields['competentBody']?.label ?? '', value: told('competentBody') },
        { name: fields['revisedBecause']?.label ?? '', value: told('reason') },
      ]}
    />
  );
};

/** The evidence as one ZIP; large ones come in parts. */
const Bundle = ({ case: id, escalation }: { readonly case: string; readonly escalation: string }) => {
  const { speech } = useDesk().views;
  const { session, told } = useTools();
  const [part, setPart] = useState(1);
  const [state, setState] = useState<'ready' | 'busy' | 'whole' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    const path = `/cases/${id}/escalations/${escalation}/bundle?language=${told.language}&part=${part}`;
    const fetched = await saveFile(session, { path, name: `${id}-${escalation}-${part}.zip` });
    const isWhole = fetched === 'none' && part > 1;
    if (isWhole) setState('whole');
    else setState(fetched === 'failed' || fetched === 'none' ? 'failed' : 'ready');
    if (fetched === 'more') setPart(part + 1);
    if (isWhole || fetched === 'done') setPart(1);
  };
  const says = part === 1 ? speech.bundle : filled(speech.bundlePart, { n: String(part) });
  return (
    <>
      <p class="actions">
        <button class="button second" type="button" disabled={state === 'busy'} onClick={() => void save()}>
          {state === 'busy' ? speech.bundleBusy : says}
        </button>
      </p>
      <div role="status">
        {state === 'whole' ? <Notice tone="good">{speech.bundleWhole}</Notice> : null}
        {state === 'failed' ? <Notice tone="warn">{speech.notFetched}</Notice> : null}
      </div>
    </>
  );
};
