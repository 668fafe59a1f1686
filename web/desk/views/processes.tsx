import { useEffect, useState } from 'preact/hooks';
import { phraseIn } from '../../../domain/words/profile-words.ts';
import { INSTRUMENTS } from '../../../events/vocabulary.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listProfiles } from '../../../functions/_queries/reference-queries.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import { Outcome, useDraft, useSending } from '../../app/sending.tsx';
import { useTools } from '../../app/tools.ts';
import { Section } from '../../components/basics.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { documentIn, type OcdsChosen, OcdsField } from '../ocds-field.tsx';
import { OcdsRefused, ocidsOf, useWrongData } from '../ocds-refused.tsx';
import { useGo, useHref } from '../router.tsx';
import { Select } from '../select.tsx';
import { ImportProcesses } from './process-import.tsx';

type Profile = AnswerOf<typeof listProfiles>['items'][number];

/** How cases and the registry come to know contracting processes: from what is published of them. */
export const Processes = () => {
  const { processes: words } = useDesk().views;
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Section id="open-case" title={words.openCase}>
        <OpenCase />
      </Section>
      <Section id="import" title={words.import}>
        <ImportProcesses />
      </Section>
    </>
  );
};

const FORM = 'open-case';

const isProfile = (item: unknown): item is Profile => isRecord(item) && typeof item['instrument'] === 'string';

const useProfiles = (): readonly Profile[] => {
  const { api } = useTools();
  const [profiles, setProfiles] = useState<readonly Profile[]>([]);
  useEffect(() => {
    void api.read('/profiles').then((answered) => {
      const items = answered.kind === 'done' && isRecord(answered.body) ? answered.body['items'] : undefined;
      setProfiles(Array.isArray(items) ? items.filter(isProfile) : []);
    });
  }, []);
  return profiles;
};

const EMPTY = { instrument: INSTRUMENTS[0], profile: '', monitoring: '', ocds: '' };

/** A case as somebody opens it: what is chosen, and what comes of sending it. */
const useOpening = () => {
  const { draftsOf } = useTools();
  const go = useGo();
  const href = useHref();
  const draft = useDraft(draftsOf(useWho().person), FORM, EMPTY);
  const [file, setFile] = useState<OcdsChosen>();
  const [several, setSeveral] = useState<readonly string[]>([]);
  const [ocid, setOcid] = useState('');
  const [isUnread, setUnread] = useState(false);
  const sending = useSending(FORM);
  const { instrument = '', profile = '', monitoring = '', ocds = '' } = draft.fields;
  const chosen = file ?? { text: ocds };
  const submit = async () => {
    const document = documentIn(chosen.text);
    setUnread(document === undefined);
    if (document === undefined) return;
    const answered = await sending.send('/cases', {
      instrument,
      ocds: document,
      ...(profile === '' ? {} : { profile }),
      ...(monitoring === '' ? {} : { implementationMonitoring: monitoring === 'yes' }),
      ...(ocid === '' ? {} : { ocid }),
    });
    const opened = isRecord(answered?.body) ? textIn(answered.body['case']) : '';
    if (opened === '') return;
    draft.sent(EMPTY);
    go(href('cases', opened));
  };
  // Which process is meant is asked once the API said that there are several, and stays asked while it is chosen.
  const told = ocidsOf(sending.failure);
  useEffect(() => {
    if (told.length > 0) setSeveral(told);
  }, [sending.failure]);
  const wrongs = useWrongData('ocds', sending.failure, { isUnread, text: chosen.text });
  return {
    draft,
    sending,
    submit,
    chosen,
    choose: ({ text, name }: OcdsChosen): void => {
      setSeveral([]);
      setOcid('');
      setFile(name === undefined ? undefined : { text, name });
      // What a file says is not kept on the device: the file is there.
      draft.write('ocds', name === undefined ? text : '');
    },
    several,
    ocid,
    setOcid,
    wrongs,
  };
};

const OpenCase = () => {
  const { views } = useDesk();
  const { processes: words } = views;
  const { draft, sending, submit, chosen, choose, several, ocid, setOcid, wrongs } = useOpening();
  return (
    <form
      class="act-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p class="hint">{words.openCaseSays}</p>
      <Outcome failure={sending.failure} wrongs={wrongs}>
        {draft.hasRoom ? null : <p class="muted">{words.noRoom}</p>}
      </Outcome>
      <HowToWatch fields={draft.fields} write={draft.write} />
      <OcdsField
        name="ocds"
        chosen={chosen}
        choose={choose}
        error={wrongs.find(({ field }) => field === 'ocds')?.says}
      />
      <OcdsRefused failure={sending.failure} ocids={several} ocid={ocid} choose={setOcid} />
      <p class="actions">
        <button class="button" type="submit" disabled={sending.isBusy}>
          {sending.isBusy ? views.form.sending : words.openCase}
        </button>
      </p>
    </form>
  );
};

/** By which instrument a process is watched, and by the rules of which place. */
const HowToWatch = ({
  fields,
  write,
}: {
  readonly fields: Readonly<Record<string, string>>;
  readonly write: (name: string, text: string) => void;
}) => {
  const { views, codes } = useDesk();
  const { processes: words, form } = views;
  const { language } = useTools().told;
  const profiles = useProfiles();
  const { instrument = '', profile = '', monitoring = '' } = fields;
  return (
    <>
      <Select
        name="instrument"
        label={words.instrument}
        none={null}
        chosen={instrument}
        choose={(chosen) => write('instrument', chosen)}
        options={INSTRUMENTS.map((value) => ({ value, label: codes.instruments[value] }))}
      />
      <Select
        name="profile"
        label={words.profile}
        none={words.usualProfile}
        chosen={profile}
        choose={(chosen) => write('profile', chosen)}
        options={profiles
          .filter((each) => each.instrument === instrument)
          .map(({ id, title }) => ({ value: id, label: phraseIn(title, language) }))}
      />
      <Select
        name="monitoring"
        label={words.monitoring}
        none={words.asProfile}
        chosen={monitoring}
        choose={(chosen) => write('monitoring', chosen)}
        options={[
          { value: 'yes', label: form.yes },
          { value: 'no', label: form.no },
        ]}
      />
    </>
  );
};
