import { filled } from '../../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { listObservations } from '../../../../functions/_queries/observation-queries.ts';
import { isRecord, textIn } from '../../../app/kept-text.ts';
import { Facts, Notice, Tag, Tags, type Tone } from '../../../components/basics.tsx';
import { useDates } from '../../dates.ts';
import { useDesk, useWho } from '../../desk-tools.ts';
import { FilesOf } from '../../files-of.tsx';
import { Said, ThingLinks, useCalled, useChoice } from '../../said.tsx';
import { Term } from '../../term.tsx';

export type Observation = AnswerOf<typeof listObservations>['items'][number];
export type OpenObservation = Extract<Observation, { readonly state: unknown }>;
type SealedObservation = Exclude<Observation, { readonly state: unknown }>;

export const isOpen = (observation: Observation): observation is OpenObservation => 'state' in observation;

/** An observation as a workplace shows it: what it says, and what it waits for. */
export const ObservationShown = ({ observation }: { readonly observation: Observation }) => {
  const called = useCalled();
  const { day } = useDates();
  const { observed } = useDesk().views;
  const { observation: id, filedAt } = observation;
  const title = isOpen(observation) ? textIn(observation.content['title']) : '';
  const by = isOpen(observation) ? observation.state.by : undefined;
  return (
    <>
      <h3>{title === '' ? called(id) : `${called(id)}: ${title}`}</h3>
      <ObservationTags observation={observation} />
      <Facts
        inline
        of={[
          { name: observed.filed, value: <time dateTime={filedAt}>{day(filedAt)}</time> },
          { name: observed.by, value: by === undefined ? undefined : <code>{by}</code> },
        ]}
      />
      {isOpen(observation) ? <Open observation={observation} /> : null}
      <Seal observation={observation} />
    </>
  );
};

const SEVERITY_TONES: Readonly<Record<string, Tone>> = { serious: 'warn', grave: 'bad' };

const ObservationTags = ({ observation }: { readonly observation: Observation }) => {
  const { codes, views } = useDesk();
  const { day } = useDates();
  const { observed } = views;
  const { stage, late, version, withdrawnAt } = observation;
  const state = isOpen(observation) ? observation.state : undefined;
  return (
    <Tags>
      {[
        state === undefined ? null : <Tag>{codes.types[state.type]}</Tag>,
        state?.severity === undefined ? null : (
          <Tag tone={SEVERITY_TONES[state.severity] ?? 'plain'}>{codes.severities[state.severity]}</Tag>
        ),
        <Tag>{codes.stages[stage]}</Tag>,
        late ? <Tag tone="warn">{observed.late}</Tag> : null,
        version > 1 ? <Tag>{filled(observed.version, { n: String(version) })}</Tag> : null,
        withdrawnAt === undefined ? null : (
          <Tag tone="warn">{filled(observed.withdrawn, { date: day(withdrawnAt) })}</Tag>
        ),
        state?.notifiedAt === undefined ? null : <Tag tone="calm">{views.speech.notified}</Tag>,
        state?.remedy === undefined ? null : <Tag>{`${observed.remedy}: ${codes.remedies[state.remedy]}`}</Tag>,
      ]}
    </Tags>
  );
};

/** Until when others cannot read it, also for those who can. */
const Seal = ({ observation }: { readonly observation: Observation }) => {
  const { observed, speech } = useDesk().views;
  const { moment } = useDates();
  const { seal, embargoUntil } = observation;
  const date = embargoUntil === undefined ? '' : moment(embargoUntil);
  const said: Readonly<Record<SealedObservation['seal'], string>> = {
    restricted: observed.restricted,
    'embargo-extended': filled(observed.untilDate, { date }),
    'until-award': date === '' ? observed.untilAward : `${observed.untilAward} ${filled(observed.notBefore, { date })}`,
  };
  if (seal === 'open') return null;
  const isProposed = isOpen(observation) && observation.state.releaseProposedBy !== undefined;
  return (
    <>
      <p class="seal">{said[seal]}</p>
      {isProposed ? <p class="muted">{speech.releaseProposed}</p> : null}
    </>
  );
};

const Open = ({ observation }: { readonly observation: OpenObservation }) => {
  const { observed } = useDesk().views;
  const { roles } = useWho();
  const { content, reply, withdrawal, nonEscalation, extension, release, observation: id } = observation;
  const of = (body: OpenObservation['content'] | undefined, name: string) => textIn(body?.[name]);
  const { isTeams, purpose } = roles.includes('contracting-authority')
    ? { isTeams: false, purpose: 'reply-attachment' }
    : { isTeams: true, purpose: 'observation-evidence' };
  const mayAdd = isTeams ? roles.some((role) => role === 'witness' || role === 'member') : true;
  return (
    <>
      <Said text={of(content, 'narrative')} lang={of(content, 'language')} />
      <Basis content={content} />
      <Said name={observed.reply} text={of(reply, 'reply')} lang={of(reply, 'language')} />
      <Said name={observed.notEscalated} text={of(nonEscalation, 'reason')} />
      <Said name={observed.withdrawnBecause} text={of(withdrawal, 'reason')} />
      <Said name={observed.extended} text={of(extension, 'reason')} />
      <Said name={observed.released} text={of(release, 'reason')} />
      <Awaited observation={observation} />
      {observation.incomplete === true ? <Notice tone="warn">{observed.incomplete}</Notice> : null}
      <FilesOf attachedTo={id} purpose={mayAdd ? purpose : undefined} />
    </>
  );
};

/** Of what kind a finding is and on what it rests, where and when it was seen. */
const Basis = ({ content }: { readonly content: OpenObservation['content'] }) => {
  const { observed } = useDesk().views;
  const choice = useChoice();
  const { moment } = useDates();
  const text = (name: string) => (textIn(content[name]) === '' ? undefined : textIn(content[name]));
  const { provisions } = content;
  const cited = Array.isArray(provisions) ? provisions.filter(isRecord) : [];
  const law = [text('legalBasis'), ...cited.map((each) => `${textIn(each['law'])}, ${textIn(each['provision'])}`)];
  const laws = law.filter((each) => each !== undefined).join('; ');
  const category = text('category');
  const observedAt = text('observedAt');
  return (
    <Facts
      of={[
        {
          name: observed.category,
          value: text('categoryText') ?? (category === undefined ? undefined : choice('categories', category)),
        },
        { name: observed.law, value: laws === '' ? undefined : laws },
        { name: observed.noLaw, value: text('noLegalBasisReason') },
        { name: observed.observedAt, value: observedAt === undefined ? undefined : moment(observedAt) },
        { name: observed.place, value: text('place') },
      ]}
    />
  );
};

/** What is awaited of others about it, with the term explained, or was not done in time. */
const Awaited = ({ observation }: { readonly observation: OpenObservation }) => {
  const { observed } = useDesk().views;
  const { state, reply, replyTerm, escalationDue } = observation;
  const to = state.escalations.map(({ escalation }) => escalation);
  const isLapsed = state.replyLapsed === true;
  return (
    <>
      {to.length === 0 ? null : (
        <p>
          {observed.escalated}: <ThingLinks of={to} part="escalations" />
        </p>
      )}
      {isLapsed && reply === undefined ? <p class="muted">{observed.replyLapsed}</p> : null}
      {isLapsed || reply !== undefined || replyTerm === undefined ? null : (
        <>
          <p class="label">{observed.reply}</p>
          <Term {...replyTerm} />
        </>
      )}
      {escalationDue === undefined ? null : (
        <Notice tone={escalationDue.overdue ? 'bad' : 'warn'}>
          <p class="label">{observed.notEscalated}</p>
          <Term {...escalationDue.term} overdue={escalationDue.overdue} />
        </Notice>
      )}
    </>
  );
};
