import { useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { asHanded, handIn } from '../app/hand-in.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';
import { Notice, Tag, type Tone } from '../components/basics.tsx';
import { useCase } from './case-at-desk.ts';
import { useDesk } from './desk-tools.ts';
import { ReadList } from './read-list.tsx';
import { useChoice } from './said.tsx';
import { giveFile } from './save-file.ts';

/** A document as lists tell it, as far as it is shown here. */
interface Filed {
  readonly document: string;
  readonly state: 'awaited' | 'checking' | 'usable' | 'refused';
  readonly name?: string;
  readonly mediaType?: string;
  readonly sha256?: string;
  readonly explanation?: Readonly<Record<string, string>>;
}

interface FilesProps {
  readonly attachedTo: string;
  /** For what files can be handed in to it here by this reader; left out where they cannot. */
  readonly purpose?: string | undefined;
  /** Those with these hashes alone. */
  readonly only?: readonly string[];
}

/** The files of a thing, read once somebody opens them; and a way to hand in more. */
export const FilesOf = ({ attachedTo, purpose, only }: FilesProps) => {
  const { speech } = useDesk().views;
  const { shown } = useCase() ?? {};
  const [isOpen, setOpen] = useState(false);
  const [stamp, setStamp] = useState(0);
  const id = shown?.case ?? '';
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{speech.files}</summary>
      {isOpen ? (
        <>
          <ReadList<Filed>
            path={`/cases/${id}/documents?attachedTo=${attachedTo}&limit=100`}
            none={speech.noFiles}
            stamp={stamp}
          >
            {(files) => (
              <ul class="files">
                {files
                  .filter(({ sha256 = '' }) => only?.includes(sha256) ?? true)
                  .map((file) => (
                    <li key={file.document}>
                      <FileShown {...file} />
                    </li>
                  ))}
              </ul>
            )}
          </ReadList>
          {purpose !== undefined && shown?.may.includes('declare-document') === true ? (
            <AddFiles attachedTo={attachedTo} purpose={purpose} done={() => setStamp(stamp + 1)} />
          ) : null}
        </>
      ) : null}
    </details>
  );
};

const TONES: Readonly<Record<Filed['state'], Tone>> = {
  awaited: 'warn',
  checking: 'calm',
  usable: 'good',
  refused: 'bad',
};

export const FileShown = ({ document: file, state, name, mediaType, explanation }: Filed) => {
  const { speech } = useDesk().views;
  const choice = useChoice();
  const { api, told } = useTools();
  const id = useCase()?.shown.case ?? '';
  const [isFailed, setFailed] = useState(false);
  const fetchIt = async () => {
    const answered = await api.read(`/cases/${id}/documents/${file}/content`);
    const url = answered.kind === 'done' && isRecord(answered.body) ? textIn(answered.body['url']) : '';
    setFailed(url === '');
    if (url !== '') giveFile(url, name ?? file);
  };
  return (
    <>
      {name ?? file} <span class="muted">{mediaType}</span> <Tag tone={TONES[state]}>{choice('fileStates', state)}</Tag>
      {explanation?.[told.language] === undefined ? null : <p class="muted">{explanation[told.language]}</p>}
      {state === 'usable' ? (
        <button class="button second small" type="button" onClick={() => void fetchIt()}>
          {speech.download}
        </button>
      ) : null}
      <span role="status">{isFailed ? speech.notFetched : null}</span>
    </>
  );
};

interface AddFilesProps {
  readonly attachedTo: string;
  readonly purpose: string;
  readonly done: () => void;
}

/** Hands in files one after the other. What did not come is named: chosen again, it goes on where it stopped. */
const AddFiles = ({ attachedTo, purpose, done }: AddFilesProps) => {
  const { speech, form } = useDesk().views;
  const { api } = useTools();
  const id = useCase()?.shown.case ?? '';
  const [isBusy, setBusy] = useState(false);
  const [came, setCame] = useState<{ readonly sent: number; readonly failed: readonly string[] }>();
  const bring = async (files: readonly File[]) => {
    setBusy(true);
    const failed: string[] = [];
    for (const file of files) {
      const parts = { api, fetch: (url: string, request: RequestInit) => fetch(url, request) };
      const handed = await handIn(parts, await asHanded(file), { case: id, purpose, attachedTo });
      if (handed.kind !== 'done') failed.push(file.name);
    }
    setBusy(false);
    setCame({ sent: files.length - failed.length, failed });
    done();
  };
  const field = `add-to-${attachedTo}`;
  return (
    <div class="field">
      <label for={field}>{speech.addFiles}</label>
      <input
        id={field}
        type="file"
        multiple
        disabled={isBusy}
        onChange={({ currentTarget }) => void bring([...(currentTarget.files ?? [])])}
      />
      <div role="status">
        {isBusy ? form.filesAreSent : null}
        {came === undefined || isBusy ? null : (
          <Notice tone={came.failed.length === 0 ? 'good' : 'warn'}>
            <p>{filled(speech.filesSent, { n: String(came.sent) })}</p>
            {came.failed.length === 0 ? null : <p>{filled(speech.filesFailed, { names: came.failed.join(', ') })}</p>}
          </Notice>
        )}
      </div>
    </div>
  );
};
