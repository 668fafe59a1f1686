import { INSTRUMENT } from '../../../domain/instruments/instruments.ts';
import { filled } from '../../../domain/words/code-words.ts';
import { REQUIREMENT_WORDS } from '../../../domain/words/requirement-words.ts';
import { Notice, Section } from '../../components/basics.tsx';
import { type StageShown, Stages } from '../../components/stages.tsx';
import { numberIn } from '../../format.ts';
import { useWords } from '../../page-context.ts';
import { type CaseView, useCase } from './case-at-hand.ts';

/** Where each stage of a case stands. What was left out of its way is said so. */
const stagesOf = (view: CaseView): readonly Omit<StageShown, 'note'>[] => {
  const { stages } = INSTRUMENT[view.instrument];
  const here = stages.findIndex(({ stage }) => stage === view.stage);
  const isClosed = view.stage === 'closed';
  return stages.map(({ stage, optional }, index) => {
    if (optional && !view.implementationMonitoring) return { stage, standing: 'left-out' };
    if (index === here && !isClosed) return { stage, standing: 'here' };
    return { stage, standing: index <= here ? 'done' : 'ahead' };
  });
};

/** Where the case stands, and what it waits for. */
export const Stands = ({ view }: { readonly view: CaseView }) => {
  const { case: words } = useWords();
  const { codes, day, language, words: own } = useCase(view);
  const paused = view.condition === 'suspended' ? view.pauses.at(-1) : undefined;
  const { escalationsOverdue = 0 } = view;
  return (
    <Section id="stands" title={words.stands}>
      <Stages
        label={words.stands}
        of={stagesOf(view).map((shown) => ({
          ...shown,
          note: shown.standing === 'left-out' ? words.leftOut : undefined,
        }))}
      />
      {paused === undefined ? null : (
        <Notice tone="warn">
          <p>{filled(words.suspendedSays, { date: day(paused.from) })}</p>
        </Notice>
      )}
      {view.ending === undefined ? null : (
        <Notice tone="bad">
          <p>{filled(words.ended, { how: codes.endings[view.ending].toLowerCase() })}</p>
        </Notice>
      )}
      {escalationsOverdue === 0 ? null : (
        <Notice tone="warn">
          <p>{filled(own.stands.overdue, { n: numberIn(language, escalationsOverdue) })}</p>
        </Notice>
      )}
      {view.stage === 'closed' ? <p>{words.closed}</p> : <Awaited view={view} />}
    </Section>
  );
};

const Awaited = ({ view }: { readonly view: CaseView }) => {
  const { case: words } = useWords();
  const { language, lastDay, words: own } = useCase(view);
  const open = view.requirements.filter(({ met }) => met !== true);
  if (open.length === 0) return <p>{words.waitsNothing}</p>;
  return (
    <>
      <h3>{words.waits}</h3>
      <ul>
        {open.map(({ id, met, missing }) => {
          const due = missing.map(({ dueAt }) => dueAt).find((at) => at !== undefined);
          return (
            <li key={id}>
              {REQUIREMENT_WORDS[id][language]}
              {met === undefined ? <span class="muted"> {own.stands.notTold}</span> : null}
              {due === undefined ? null : <span class="muted"> {filled(words.due, { date: lastDay(due) })}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
};
