import { filled } from '../../../../domain/words/code-words.ts';
import { NotNow, SessionEnded } from '../../../app/sending.tsx';
import { useTools } from '../../../app/tools.ts';
import { Facts, Notice, Section, type Tone } from '../../../components/basics.tsx';
import { type CaseShown, useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import type { Chain, EventShown } from '../../record/chain.ts';
import { type Contents, useContents, useRecord } from '../../record/use-record.ts';
import { Custody } from './custody.tsx';
import type { PartProps } from './parts.ts';
import { RecordDownload } from './record-download.tsx';

/** The record of a case, verified by the reader’s own browser: nobody has to believe the server. */
export const RecordOfCase = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { record: words } = useDesk().views;
  if (shown === undefined) return null;
  return (
    <>
      <Section id="record" title={words.title}>
        <p>{words.says}</p>
        <Verified key={String(stamp)} shown={shown} />
      </Section>
      <Custody case={shown.case} />
    </>
  );
};

const Verified = ({ shown }: { readonly shown: CaseShown }) => {
  const { record: words } = useDesk().views;
  const { session } = useTools().told.words;
  const record = useRecord(shown.case);
  const { chain, events, isWhole, failure } = record;
  const isFound = isWhole || chain.broken !== undefined;
  return (
    <>
      <div role="status">
        {isFound ? <Judgement record={record} shown={shown} /> : null}
        {isFound || failure !== undefined ? null : (
          <p class="loading">
            {session.loading} {filled(words.soFar, { events: String(events.length) })}
          </p>
        )}
      </div>
      {failure === 'ended' ? <SessionEnded /> : null}
      {failure === undefined || failure === 'ended' ? null : <NotNow failure={failure} again={record.goOn} />}
      {isWhole ? (
        <>
          {chain.broken === undefined ? <LastHash {...chain} /> : null}
          <ContentsChecked case={shown.case} events={events} />
          <RecordDownload case={shown.case} events={events} />
        </>
      ) : null}
    </>
  );
};

/** Where an unbroken record ends. */
const LastHash = ({ events, hash }: Chain) => {
  const { record: words } = useDesk().views;
  return (
    <>
      <Facts
        of={[
          { name: words.events, value: events },
          { name: words.lastHash, value: <code>{hash}</code> },
        ]}
      />
      <p class="muted">{words.noteHash}</p>
    </>
  );
};

interface JudgementProps {
  readonly record: Pick<ReturnType<typeof useRecord>, 'chain' | 'events'>;
  readonly shown: CaseShown;
}

/** What was found: unbroken, or the first event that is not as it must be. The case must rest on the very event that the record tells. */
const Judgement = ({ record: { chain, events }, shown }: JudgementProps) => {
  const { record: words } = useDesk().views;
  const { broken } = chain;
  if (broken !== undefined) {
    return (
      <Notice tone="bad">
        <strong>{filled(words.broken, { event: String(broken.version) })}</strong> {words[broken.flaw]}
      </Notice>
    );
  }
  if (events[shown.version - 1]?.hash !== shown.hash) {
    return (
      <Notice tone="bad">
        <strong>{filled(words.otherEnd, { event: String(shown.version) })}</strong>
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      <strong>{filled(words.unbroken, { events: String(chain.events) })}</strong>
    </Notice>
  );
};

const toneOf = ({ wrong, isDone }: Contents): Tone => {
  if (wrong !== undefined) return 'bad';
  return isDone ? 'good' : 'calm';
};

const ContentsChecked = ({ case: id, events }: { readonly case: string; readonly events: readonly EventShown[] }) => {
  const { record: words } = useDesk().views;
  const { contents, failure, check } = useContents(id, events);
  const written = events.filter(({ contentHash }) => contentHash !== undefined).length;
  if (written === 0) return null;
  const numbers = { checked: String(contents?.checked ?? 0), unread: String(contents?.unread ?? 0) };
  return (
    <>
      <h3>{words.contents}</h3>
      <p>{filled(words.contentsSay, { written: String(written) })}</p>
      <div role="status">
        {contents === undefined ? null : (
          <Notice tone={toneOf(contents)}>
            {contents.wrong === undefined ? null : (
              <strong>{filled(words.wrongContent, { event: String(contents.wrong) })} </strong>
            )}
            {filled(contents.isDone ? words.contentsDone : words.contentsSoFar, numbers)}
          </Notice>
        )}
      </div>
      {failure === 'ended' ? <SessionEnded /> : null}
      {failure === undefined || failure === 'ended' ? null : <NotNow failure={failure} again={check} />}
      {contents === undefined ? (
        <p>
          <button class="button second" type="button" onClick={check}>
            {words.checkContents}
          </button>
        </p>
      ) : null}
    </>
  );
};
