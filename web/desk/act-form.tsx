import { useEffect, useRef, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { phraseIn } from '../../domain/words/profile-words.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import { Outcome, useDraft, useSending, type Wrong } from '../app/sending.tsx';
import { useTools } from '../app/tools.ts';
import { Notice } from '../components/basics.tsx';
import { HelpWith } from './act-help.tsx';
import type { Act } from './acts/act.ts';
import { ACTS, type ActName } from './acts/acts.ts';
import { bodyOf, type Written } from './acts/body-of.ts';
import { type FieldWrong, flawsOfFields, leftEmpty, toBlame } from './acts/wrongs-in.ts';
import { useCase, useZone } from './case-at-desk.ts';
import { useDesk, useWho } from './desk-tools.ts';
import { Fields } from './fields.tsx';
import { idOf, useLabel } from './filling.ts';
import { useHandIn } from './hand-in-files.ts';
import { Missing } from './missing.tsx';
import { movedSince } from './moved-since.ts';
import { useCalled, useChoice, useNamed } from './said.tsx';
import { type OptionsOf, readOptions } from './sources.ts';
import { useRefusalSaid, useWrongSaid } from './wrong-said.ts';

export interface ActFormProps {
  readonly act: ActName;
  /** What the path of the act names: `{ case: 'ip-1', observation: 'observation-2' }`. */
  readonly ids: Readonly<Record<string, string>>;
  /** What the fields say at first, by pointer. */
  readonly first?: Readonly<Record<string, string>>;
  /** What is acted on, as its list tells it. */
  readonly thing?: Readonly<Record<string, unknown>>;
  /** Told what the API answered. */
  readonly done: (body: unknown) => void;
  readonly close?: () => void;
}

type Body = Readonly<Record<string, unknown>>;

/** The path of an act for a thing. */
export const pathOf = (path: string, ids: ActFormProps['ids']): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));

/** Beside the cases there is no profile. */
const NO_PROFILE = { id: '', version: 1 };

/** What tells two forms of one act from one another where its path does not: the dimension that is coded. */
const beside = (path: string, ids: ActFormProps['ids']): readonly string[] =>
  Object.entries(ids).flatMap(([name, id]) => (path.includes(`{${name}}`) ? [] : [id]));

/** A file that was chosen is not missing, though only its hash is sent in its field. */
const chosenIn = (files: Readonly<Record<string, readonly File[]>>): Written =>
  Object.fromEntries(
    Object.entries(files).map(([pointer, chosen]) => [pointer, chosen.map(({ name }) => name).join('\n')]),
  );

const NO_OPTIONS: OptionsOf = () => [];

const useOptionsOf = (act: Act, caseId: string): OptionsOf => {
  const { api, told } = useTools();
  const { views } = useDesk();
  const thing = useCalled();
  const code = useChoice();
  const profile = useCase()?.shown.profile ?? NO_PROFILE;
  const [options, setOptions] = useState<OptionsOf>(() => NO_OPTIONS);
  useEffect(() => {
    const called = {
      thing,
      code,
      phrase: (phrase: string) => phraseIn(phrase, told.language),
      withdrawn: (label: string) => filled(views.form.withdrawn, { label }),
    };
    void readOptions(api, act.asks, { case: caseId, profile, called }).then((read) => setOptions(() => read));
  }, [act, caseId]);
  return options;
};

/** A form for one act: what was typed is kept on the device until it is on record, whatever becomes of page, network or session. */
export const ActForm = (props: ActFormProps) => {
  const { act: name, ids, close, done } = props;
  const act: Act = ACTS[name];
  const filling = useFilledIn(props);
  const { acts, views } = useDesk();
  const { form, draft, sending, hand, recorded } = filling;
  const options = useOptionsOf(act, ids['case'] ?? '');
  // What was refused before is no answer to what one is asked to confirm now.
  const failure = filling.isAskedTwice ? undefined : (hand.failure ?? sending.failure);
  const written = { ...draft.fields, ...chosenIn(hand.files) };
  const wrongs = useActWrongs(act, failure, { written, sent: filling.sent });
  const id = form.replaceAll(/[^a-z0-9]+/gi, '-');
  const { does, says } = acts[name];
  const isBusy = sending.isBusy || hand.isBusy;
  if (recorded !== undefined) {
    const again = () => void filling.bringAnnounced(recorded.body);
    return <FilesMissing isBusy={hand.isBusy} again={again} later={() => done(recorded.body)} />;
  }
  return (
    <form
      class="act-form"
      aria-label={does}
      onSubmit={(event) => {
        event.preventDefault();
        void filling.submit();
      }}
    >
      {says === undefined ? null : <p class="hint">{says}</p>}
      <NotYet failure={failure} />
      <Outcome failure={failure} wrongs={wrongs.map((wrong) => ({ ...wrong, field: anchor(id, wrong.field) }))}>
        {draft.hasRoom ? null : <p class="muted">{views.processes.noRoom}</p>}
        {draft.isBroughtBack ? <Notice>{views.form.draft}</Notice> : null}
        {hand.isAwaited ? <Notice tone="warn">{views.form.fileAwaited}</Notice> : null}
      </Outcome>
      <Unmet failure={failure} />
      <Missing failure={failure} />
      <Moved failure={sending.failure} />
      <Fields
        asks={act.asks}
        filling={{
          form: id,
          written: draft.fields,
          write: draft.write,
          rewrite: draft.rewrite,
          errors: Object.fromEntries(wrongs.map(({ field, says: said }) => [field, said])),
          files: hand.files,
          choose: hand.choose,
          options,
          thing: props.thing ?? {},
          zone: filling.zone,
        }}
      />
      <HelpWith act={name} written={draft.fields} />
      {filling.isAskedTwice ? <Sure says={views.form.sure} /> : null}
      <p class="actions">
        <button class="button" type="submit" disabled={isBusy}>
          {isBusy ? views.form.sending : does}
        </button>
        {close === undefined ? null : (
          <button class="button second" type="button" onClick={close}>
            {views.form.close}
          </button>
        )}
      </p>
    </form>
  );
};

/** An act as somebody fills it in, and what becomes of it once it is sent. */
const useFilledIn = ({ act: name, ids, first = {}, thing = {}, done }: ActFormProps) => {
  const act: Act = ACTS[name];
  const path = pathOf(act.path, ids);
  const form = [name, path, ...beside(act.path, ids)].join(':');
  const { draftsOf, told } = useTools();
  const shown = Object.fromEntries(Object.entries(useCase()?.shown ?? {}));
  const zone = useZone();
  const begun = act.first?.({ zone, shown, thing, language: told.language });
  const draft = useDraft(draftsOf(useWho().person), form, { ...begun, ...first });
  const sending = useSending(form);
  const hand = useHandIn(act, ids);
  const [isSure, setSure] = useState(false);
  const [recorded, setRecorded] = useState<{ readonly body: unknown }>();
  const [sent, setSent] = useState<Body>({});
  /** The act is on record: what is left is to bring the files that it announced. */
  const bringAnnounced = async (body: unknown) => {
    const made = isRecord(body) ? textIn(body['created']) : '';
    if (await hand.bringAnnounced(made === '' ? (ids[act.on] ?? '') : made)) done(body);
    else setRecorded({ body });
  };
  const submit = async () => {
    if (act.isFinal === true && !isSure) {
      setSure(true);
      return;
    }
    const handed = await hand.bring();
    if (handed === undefined) return;
    const announced = await hand.announce(draft.fields);
    const body = bodyOf(act.asks, { ...draft.fields, ...handed, ...announced }, { zone });
    setSent(body);
    const answered = await sending.send(path, body);
    if (answered === undefined) {
      setSure(false);
      return;
    }
    draft.sent({});
    await bringAnnounced(answered.body);
  };
  return {
    form,
    zone,
    draft,
    sending,
    sent,
    hand,
    recorded,
    submit,
    bringAnnounced,
    isAskedTwice: act.isFinal === true && isSure,
  };
};

const anchor = (form: string, pointer: string): string => (pointer === '' ? form : idOf(form, pointer));

const Sure = ({ says }: { readonly says: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div role="alert" tabIndex={-1} ref={box}>
      <Notice tone="warn">
        <strong>{says}</strong>
      </Notice>
    </div>
  );
};

type Failure = ReturnType<typeof useSending>['failure'];

/** What is wrong with the form, each with its field by pointer; what no field is to blame for is told as the API’s refusal. */
const useActWrongs = (
  act: Act,
  failure: Failure,
  { written, sent }: { readonly written: Written; readonly sent: Body },
): readonly Wrong[] => {
  const refusalSaid = useRefusalSaid();
  const wrongSaid = useWrongSaid();
  const named = useNamed();
  const choice = useChoice();
  const labelOf = useLabel();
  const { told } = useTools();
  if (failure?.kind !== 'refused') return [];
  const said = (wrong: FieldWrong): Wrong => ({ field: wrong.field, says: wrongSaid(wrong, labelOf(wrong.ask).label) });
  const flawed = flawsOfFields(act.asks, failure, written).map(said);
  if (flawed.length > 0) return flawed;
  const says = refusalSaid(failure) ?? filled(told.words.problems.otherwise, { detail: failure.detail });
  const { field, which } = toBlame(act.asks, failure, sent);
  const blamed = act.asks.find(({ name }) => name === field);
  const called = (one: string) => (blamed?.kind === 'choices' ? choice(blamed.words, one) : named(one));
  const first = which === undefined ? says : `${called(which)}: ${says}`;
  return [{ field, says: first }, ...leftEmpty(act.asks, written).map(said)];
};

/** Why it cannot be now, where the API says so: a minute has not passed. */
const NotYet = ({ failure }: { readonly failure: Failure }) => {
  const { refusals } = useDesk();
  const says = failure?.kind === 'failed' ? refusals[failure.word ?? ''] : undefined;
  return says === undefined ? null : (
    <p role="alert">
      <strong>{says}</strong>
    </p>
  );
};

/** Where the case moved while the form was open: a refusal may be about what others did, and the page still shows what was before. */
const Moved = ({ failure }: { readonly failure: Failure }) => {
  const { api } = useTools();
  const { form } = useDesk().views;
  const atHand = useCase();
  const [now, setNow] = useState(0);
  const mayBeOld = failure?.kind === 'refused' && failure.flaws.length === 0 && atHand !== undefined;
  useEffect(() => {
    if (mayBeOld) void movedSince(api, atHand.shown).then((version) => setNow(version ?? 0));
  }, [failure]);
  if (atHand === undefined || now <= atHand.shown.version) return null;
  return (
    <div role="status">
      <Notice>
        <p>{form.moved}</p>
        <p class="actions">
          <button class="button second" type="button" onClick={atHand.again}>
            {form.seeNow}
          </button>
        </p>
      </Notice>
    </div>
  );
};

/** All that is missing for the next stage, where that is why something was refused. */
const Unmet = ({ failure }: { readonly failure: Failure }) => {
  const { requirements } = useDesk();
  if (failure?.kind !== 'refused' || failure.unmet.length === 0) return null;
  return (
    <ul>
      {failure.unmet.map((id) => (
        <li key={id}>{requirements[id] ?? id}</li>
      ))}
    </ul>
  );
};

/** What is said where an act is on record and a file that it announced did not come. */
const FilesMissing = ({
  isBusy,
  again,
  later,
}: {
  readonly isBusy: boolean;
  readonly again: () => void;
  readonly later: () => void;
}) => {
  const { form } = useDesk().views;
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>{form.filesMissing}</p>
        <p class="actions">
          <button class="button" type="button" disabled={isBusy} onClick={again}>
            {form.filesAgain}
          </button>
          <button class="button second" type="button" disabled={isBusy} onClick={later}>
            {form.filesLater}
          </button>
        </p>
      </Notice>
    </div>
  );
};
