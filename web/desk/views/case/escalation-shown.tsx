import { useEffect, useState } from 'preact/hooks';
import { filled } from '../../../../domain/words/code-words.ts';
import { phraseIn } from '../../../../domain/words/profile-words.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { listEscalations } from '../../../../functions/_queries/subject-queries.ts';
import type { Answered } from '../../../app/api.ts';
import { isRecord, textIn } from '../../../app/kept-text.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Tag, Tags, type Tone } from '../../../components/basics.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-tools.ts';
import { Said, ThingLinks, useChoice } from '../../said.tsx';
import { Term } from '../../term.tsx';

export type Escalation = AnswerOf<typeof listEscalations>['items'][number];

/** Profiles that were read: each escalation of a list asks for the same one. */
const asked = new Map<string, Promise<Answered>>();

/** What the profile of the case calls its control authorities; their ids until that is known. */
export const useAuthority = (): ((id: string) => string) => {
  const { api, told } = useTools();
  const profile = useCase()?.shown.profile.id;
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (profile === undefined) return;
    const known = asked.get(profile) ?? api.read(`/profiles/${profile}`);
    asked.set(profile, known);
    void known.then((answered) => {
      if (answered.kind === 'done') setTitles(titlesIn(answered.body));
      else asked.delete(profile);
    });
  }, [profile]);
  return (id) => phraseIn(titles[id] ?? id, told.language);
};

const titlesIn = (body: unknown): Readonly<Record<string, string>> => {
  const authorities = isRecord(body) ? body['controlAuthorities'] : undefined;
  const all = isRecord(authorities) ? authorities['value'] : undefined;
  const known = Array.isArray(all) ? all.filter(isRecord) : [];
  return Object.fromEntries(known.map((each) => [textIn(each['id']), textIn(each['title'])]));
};

/** How urgent what became of an escalation looks. */
export const ESCALATION_TONES: Readonly<Record<Escalation['state'], Tone>> = {
  sent: 'calm',
  delivered: 'calm',
  acknowledged: 'calm',
  'under-review': 'calm',
  answered: 'good',
  lapsed: 'bad',
};

export const EscalationTags = ({ state, outcome, tier }: Pick<Escalation, 'state' | 'outcome' | 'tier'>) => {
  const { codes, views } = useDesk();
  const choice = useChoice();
  return (
    <Tags>
      {[
        <Tag tone={ESCALATION_TONES[state]}>{codes.escalations[state]}</Tag>,
        outcome === undefined ? null : <Tag tone="calm">{choice('outcomes', outcome)}</Tag>,
        <Tag>{filled(views.inbox.tier, { n: String(tier) })}</Tag>,
      ]}
    </Tags>
  );
};

interface BodyProps extends Escalation {
  /** What became of the one that it follows, where that may be read. */
  readonly before?: Pick<Escalation, 'state'> | undefined;
}

/** An escalation: what was asked of the authority, until when, what it answered, and what was done with it on its way. */
export const EscalationBody = ({ before, ...escalation }: BodyProps) => {
  const { codes, views } = useDesk();
  const { escalated, speech } = views;
  const authority = useAuthority();
  const choice = useChoice();
  const { day, moment } = useDates();
  const {
    sentAt,
    state,
    term,
    findings,
    competentAuthority,
    follows,
    letter,
    answer,
    steps = [],
    proposal,
  } = escalation;
  const isNextOpen = proposal !== undefined && proposal.acceptedAs === undefined && proposal.declinedIn === undefined;
  return (
    <>
      <Facts
        inline
        of={[
          { name: escalated.sent, value: <time dateTime={sentAt}>{day(sentAt)}</time> },
          {
            name: escalated.findings,
            value: findings.length === 0 ? escalated.sealed : <ThingLinks of={findings} part="observations" />,
          },
          {
            name: escalated.competent,
            value: competentAuthority === undefined ? undefined : authority(competentAuthority),
          },
          {
            name: escalated.follows,
            value:
              follows === undefined ? undefined : (
                <>
                  <ThingLinks of={[follows]} part="escalations" />{' '}
                  {before === undefined ? null : (
                    <Tag tone={ESCALATION_TONES[before.state]}>{codes.escalations[before.state]}</Tag>
                  )}
                </>
              ),
          },
        ]}
      />
      {state === 'answered' ? null : <Term {...term} overdue={term.ended} />}
      <Said name={escalated.letter} text={letter} />
      <Said name={escalated.answer} text={answer} />
      {isNextOpen ? <p>{filled(escalated.next, { authority: authority(proposal.controlAuthority) })}</p> : null}
      {steps.length === 0 ? null : (
        <details>
          <summary>{speech.history}</summary>
          <ol>
            {steps.map(({ step, at, recordedIn }) => (
              <li key={recordedIn}>
                {choice('escalationSteps', step)}, <time dateTime={at}>{moment(at)}</time>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
};
