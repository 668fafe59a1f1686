import { useEffect, useRef, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { sha256Of } from '../app/hand-in.ts';
import { useField } from './field-context.ts';
import { fileName, type KeptFile } from './items.ts';
import { Chooser } from './parts.tsx';
import { prepared, type Taken } from './photo.ts';
import { roomFor } from './room.ts';
import type { Bytes } from './vault.ts';
import { type Recording, recordVoice, voiceKind } from './voice.ts';

interface AttachedProps {
  readonly files: readonly KeptFile[];
  /** False where the device has no room for it. */
  readonly attach: (file: KeptFile, bytes: Bytes) => Promise<boolean>;
  readonly detach: (id: string) => void;
}

const FILES_MAX = 20;
/** What is read whole to be enciphered; larger films are handed in at the desk. */
const FILE_BYTES_MAX = 100_000_000;
const MEGABYTE = 1_000_000;
const TAKEN_TYPES =
  'image/*,audio/*,video/mp4,application/pdf,.heic,.docx,.xlsx,.odt,.ods,.csv,.txt,.json,.xml,.eml,.p7m,.zip,.m4a,.mp3,.ogg,.opus';

/** The files that go along: photos, a voice note, whatever proves it. */
export const Attached = ({ files, attach, detach }: AttachedProps) => {
  const { told } = useField();
  const { form: words } = told.words;
  const [isBusy, setBusy] = useState(false);
  const [says, setSays] = useState<readonly string[]>([]);
  const add = useAdding(attach, files);
  const take = async (taken: readonly (File | Taken)[]): Promise<void> => {
    setBusy(true);
    const said: string[] = [];
    for (const [index, each] of taken.entries()) said.push(...(await add(each, index)));
    setSays(said);
    setBusy(false);
  };
  return (
    <fieldset>
      <legend class="label">{words.photos}</legend>
      {files.length === 0 ? null : (
        <ul class="photos">
          {files.map((file) => (
            <li key={file.id}>
              <Shown file={file} />
              <button class="button second" type="button" onClick={() => detach(file.id)}>
                {filled(words.remove, { name: file.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <Chooser
          id="camera"
          label={words.camera}
          accept="image/*"
          capture="environment"
          chosen={(taken) => void take(taken)}
        />
        <Chooser id="files" label={words.file} accept={TAKEN_TYPES} chosen={(taken) => void take(taken)} />
        <Voice taken={(voice) => void take([voice])} />
      </p>
      <div role="status">
        {isBusy ? <p>{words.preparing}</p> : null}
        {says.map((each) => (
          <p class="notice warn" key={each}>
            {each}
          </p>
        ))}
      </div>
    </fieldset>
  );
};

/** Adds one file, and answers what somebody should be told of it. */
const useAdding = (attach: AttachedProps['attach'], files: AttachedProps['files']) => {
  const { told } = useField();
  const { form: words } = told.words;
  return async (given: File | Taken, index: number): Promise<readonly string[]> => {
    const { name } = given;
    if (files.length + index >= FILES_MAX) return [words.tooMany];
    const taken = given instanceof File ? await prepared(given) : given;
    if (taken === undefined) return [words.heic];
    if (taken.bytes.size === 0) return [filled(words.unfit, { name })];
    if (taken.bytes.size > FILE_BYTES_MAX) return [filled(words.tooLarge, { name })];
    // Said before it happens: a device that is full loses nothing that was written.
    const room = await roomFor(navigator.storage, taken.bytes.size);
    if (!room.isEnough) return [filled(words.full, { name })];
    const bytes = new Uint8Array(await taken.bytes.arrayBuffer());
    const file: KeptFile = {
      id: crypto.randomUUID(),
      name: taken.name,
      mediaType: taken.mediaType,
      sizeBytes: bytes.length,
      sha256: await sha256Of(taken.bytes),
    };
    // The same bytes are the same file, whatever they are called.
    if (files.some(({ sha256 }) => sha256 === file.sha256)) return [];
    if (!(await attach(file, bytes))) return [filled(words.full, { name })];
    const size = (room.nearlyFull ?? 0) / MEGABYTE;
    return room.nearlyFull === undefined ? [] : [filled(words.nearlyFull, { size: `${Math.floor(size)} MB` })];
  };
};

/** A photo is shown, anything else is called by its name. */
const Shown = ({ file }: { readonly file: KeptFile }) => {
  const { engine } = useField();
  const [url, setUrl] = useState<string>();
  const isPhoto = /^image\/(jpeg|png|webp)$/.test(file.mediaType);
  useEffect(() => {
    const state: { url?: string } = {};
    const show = async (): Promise<void> => {
      const bytes = await engine.vault.read(fileName(file.id));
      if (!(bytes instanceof Uint8Array)) return;
      state.url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: file.mediaType }));
      setUrl(state.url);
    };
    if (isPhoto) void show();
    return () => {
      if (state.url !== undefined) URL.revokeObjectURL(state.url);
    };
  }, []);
  return url === undefined ? <span>{file.name}</span> : <img src={url} alt={file.name} />;
};

const Voice = ({ taken }: { readonly taken: (voice: Taken) => void }) => {
  const { form: words } = useField().told.words;
  const [kind] = useState(voiceKind);
  const [seconds, setSeconds] = useState<number>();
  const [isDenied, setDenied] = useState(false);
  const recording = useRef<{ readonly made: Recording; readonly ticking: ReturnType<typeof setInterval> }>(undefined);
  if (kind === undefined) return null;
  const begin = async (): Promise<void> => {
    try {
      const made = await recordVoice(kind);
      setSeconds(0);
      recording.current = { made, ticking: setInterval(() => setSeconds((now = 0) => now + 1), 1_000) };
    } catch {
      setDenied(true);
    }
  };
  const end = async (): Promise<void> => {
    const { made, ticking } = recording.current ?? { made: undefined, ticking: undefined };
    clearInterval(ticking);
    setSeconds(undefined);
    if (made !== undefined) taken(await made.stop());
  };
  return (
    <>
      <button class="button second" type="button" onClick={() => void (seconds === undefined ? begin() : end())}>
        {seconds === undefined ? words.record : filled(words.stop, { n: String(seconds) })}
      </button>
      {isDenied ? <span role="status">{words.noMicrophone}</span> : null}
    </>
  );
};
