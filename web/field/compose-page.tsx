import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hourOfCase } from '../app/hour-of-case.ts';
import { isRecord } from '../app/kept-text.ts';
import { composed, type Draft, draftName, KEPT_OF_CONTENT, type Lack, lacksIn, localTime } from './compose.ts';
import { Attached } from './compose-files.tsx';
import { type Asking, Choice, Finding, Located, Preview, Written } from './compose-parts.tsx';
import { dropDraft, readDraft } from './drafts-kept.ts';
import { type Field, useField, useReading } from './field-context.ts';
import { Heading } from './parts.tsx';
import { keptReading } from './readings.ts';
import { actsPath, asActs, asCase, asOwn, asProcess, casePath, observationsPath, processPath } from './shapes.ts';
import { useWriting } from './writing.ts';

interface ComposeProps {
  readonly form: 'observation' | 'correction' | 'withdrawal';
  readonly case: string;
  readonly observation?: string;
}

/** What is written to be filed: it lies on the device from the first letter on. */
export const ComposePage = (props: ComposeProps) => {
  const field = useField();
  const { engine, person } = field;
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    const begin = async (): Promise<void> =>
      setDraft((await readDraft(engine.vault, draftName(person, props))) ?? (await newDraft(field, props)));
    void begin();
  }, []);
  return draft === undefined ? <p class="loading">{field.told.words.app.loading}</p> : <Writing begun={draft} />;
};

/** What is known already is filled in: the stage of the case, the time, and what is corrected. */
const newDraft = async ({ engine, person }: Field, { form, case: id, observation }: ComposeProps): Promise<Draft> => {
  const same = { key: crypto.randomUUID(), form, case: id, files: [] };
  const shown = asCase((await keptReading(engine.vault, casePath(id)))?.body);
  const observedAt = localTime(new Date());
  if (form === 'observation' || observation === undefined) {
    // Before the award it is safer to wait: what was shown once cannot be hidden again.
    const visibility = shown?.award === undefined ? 'after-award' : 'public';
    return { ...same, fields: { stage: shown?.stage ?? '', observedAt, visibility } };
  }
  const own = asOwn((await keptReading(engine.vault, observationsPath(id)))?.body, person);
  const content = own.find((each) => each.observation === observation)?.content ?? {};
  const { reason: _, observedAt: seenAt = '', ...fields } = textsIn(content);
  const place = placeIn(content['coordinates']);
  const unasked = KEPT_OF_CONTENT.flatMap((name) =>
    content[name] === undefined ? [] : [[name, content[name]] as const],
  );
  return {
    ...same,
    observation,
    kept: Object.fromEntries(unasked),
    fields: { ...fields, ...place, ...(seenAt === '' ? {} : { observedAt: localTime(new Date(seenAt)) }) },
  };
};

const textsIn = (content: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(content).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : [])),
  );

const placeIn = (place: unknown): { readonly coordinates?: string } => {
  if (!isRecord(place)) return {};
  const { latitude, longitude, accuracyMetres = 0 } = place;
  return { coordinates: [latitude, longitude, accuracyMetres].join(' ') };
};

const Writing = ({ begun }: { readonly begun: Draft }) => {
  const { told, engine, person, send } = useField();
  const { form: words } = told.words;
  const { draft, kept, noRoom, settled, write, attach, detach } = useWriting(begun);
  const [missed, setMissed] = useState<readonly Lack[]>([]);
  const [isFiling, setFiling] = useState(false);
  const file = async (): Promise<void> => {
    const written = await settled();
    const found = lacksIn(written);
    setMissed(found);
    if (found.length > 0 || isFiling) return;
    setFiling(true);
    try {
      await engine.outbox.add(person, composed(written, told.language), draftName(person, written));
    } catch {
      noRoom();
      setFiling(false);
      return;
    }
    send();
    location.hash = '#/queue';
  };
  const discard = async (): Promise<void> => {
    await dropDraft(engine.vault, person, await settled());
    location.hash = `#/cases/${draft.case}`;
  };
  // What was mended is told no more; nothing new is complained of while somebody writes.
  const still = new Set(lacksIn(draft).map(({ field }) => field));
  const lacks = missed.filter(({ field }) => still.has(field));
  const asking: Asking = { fields: draft.fields, write, lacks };
  return (
    <>
      <Title draft={draft} />
      <Lacks of={lacks} tried={missed} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void file();
        }}
      >
        <Questions draft={draft} asking={asking}>
          <Attached files={draft.files} attach={attach} detach={(id) => void detach(id)} />
        </Questions>
        <p class="muted" role="status">
          {kept === 'saved' ? words.saved : ''}
        </p>
        {kept === 'no-room' ? <p class="notice bad">{words.noRoom}</p> : null}
        <p class="actions">
          <button class="button" type="submit" disabled={isFiling}>
            {sendsIn(words, begun.form)}
          </button>
          <button class="button second" type="button" onClick={() => void discard()}>
            {words.discard}
          </button>
        </p>
      </form>
    </>
  );
};

type Words = Field['told']['words']['form'];
const sendsIn = (words: Words, form: Draft['form']): string => {
  if (form === 'correction') return words.sendCorrection;
  return form === 'withdrawal' ? words.sendWithdrawal : words.send;
};

const Title = ({ draft }: { readonly draft: Draft }) => {
  const { told } = useField();
  const { form: words } = told.words;
  const { body: process } = useReading(processPath(draft.case), asProcess);
  const titles: Readonly<Record<string, string>> = { correction: words.correction, withdrawal: words.withdrawal };
  const stage = told.codes.stages[stageIn(draft.fields['stage'])];
  return (
    <>
      <Heading title={titles[draft.form] ?? words.new} back={`#/cases/${draft.case}`} />
      <p>
        {process?.title ?? draft.case}
        {draft.form === 'observation' ? ` · ${stage}` : ''}
      </p>
    </>
  );
};

type Stage = keyof Field['told']['codes']['stages'];
const stageIn = (stage = ''): Stage => (isStage(stage) ? stage : 'tender-observation');
const isStage = (stage: string): stage is Stage =>
  ['appointment', 'tender-observation', 'award-review', 'implementation-monitoring', 'final-report', 'closed'].includes(
    stage,
  );

const Lacks = ({ of, tried }: { readonly of: readonly Lack[]; readonly tried: readonly Lack[] }) => {
  const { form: words } = useField().told.words;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [tried]);
  if (of.length === 0) return null;
  return (
    <div class="summary-of-errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.wrong}</h2>
      <ul>
        {of.map(({ field, says }) => (
          <li key={field}>
            {/* An address of its own would be another screen. */}
            <button class="link" type="button" onClick={() => document.getElementById(field)?.focus()}>
              {words[says]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

interface QuestionsProps {
  readonly draft: Draft;
  readonly asking: Asking;
  readonly children: ComponentChildren;
}

const Questions = ({ draft, asking, children }: QuestionsProps) => {
  const { told } = useField();
  const { form: words } = told.words;
  const { fields, form } = draft;
  const reason = (
    <Written {...asking} name="reason" label={words.reason} hint={words.reasonHint} rows={3} max={2_000} />
  );
  if (form === 'withdrawal') {
    return (
      <>
        <p>
          <strong>{fields['title']}</strong>
        </p>
        {reason}
      </>
    );
  }
  return (
    <>
      {form === 'correction' ? reason : <Types {...asking} />}
      <Written {...asking} name="title" label={words.title} hint={words.titleHint} max={200} />
      <Written {...asking} name="narrative" label={words.narrative} hint={words.narrativeHint} rows={6} max={20_000} />
      {fields['type'] === 'finding' ? <Finding {...asking} /> : null}
      {children}
      <WhenAndWhere {...asking} case={draft.case} />
      {form === 'observation' ? <Visibilities {...asking} /> : null}
    </>
  );
};

const Types = (asking: Asking) => {
  const { told } = useField();
  const options = Object.entries(told.codes.types).map(([value, label]) => ({ value, label }));
  const { typeHelp, form: words } = told.words;
  const help: Readonly<Record<string, string>> = typeHelp;
  return (
    <Choice {...asking} name="type" label={words.type} options={options} says={help[asking.fields['type'] ?? '']} />
  );
};

const WhenAndWhere = ({ case: id, ...asking }: Asking & { readonly case: string }) => {
  const { told } = useField();
  const { form: words } = told.words;
  const { body: acts } = useReading(actsPath(id), asActs);
  const zone = useReading(casePath(id), asCase).body?.zone;
  const options = [
    { value: '', label: words.noAct },
    ...acts.map((act) => ({
      value: act.id,
      label: `${told.codes.acts[act.act]}, ${hourOfCase(told.locale, act.heldAt, { zone, dateStyle: 'medium' })}`,
    })),
  ];
  return (
    <>
      <Written {...asking} name="observedAt" label={words.observedAt} kind="time" />
      <Written {...asking} name="place" label={words.place} max={200} />
      <Located {...asking} />
      {acts.length === 0 ? null : <Choice {...asking} name="act" label={words.act} options={options} />}
    </>
  );
};

const Visibilities = (asking: Asking) => {
  const { told } = useField();
  const { form: words } = told.words;
  const { fields, write } = asking;
  return (
    <>
      <fieldset>
        <legend class="label">{words.visibility}</legend>
        {(['public', 'after-award', 'restricted'] as const).map((each) => (
          <div class="choice" key={each}>
            <input
              id={`visibility-${each}`}
              type="radio"
              name="visibility"
              value={each}
              checked={fields['visibility'] === each}
              onChange={() => write('visibility', each)}
            />
            <label for={`visibility-${each}`}>{words[each]}</label>
          </div>
        ))}
      </fieldset>
      <Preview fields={fields} stage={told.codes.stages[stageIn(fields['stage'])]} />
    </>
  );
};
