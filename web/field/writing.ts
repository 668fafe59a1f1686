import { useRef, useState } from 'preact/hooks';
import type { Draft } from './compose.ts';
import { keepDraft } from './drafts-kept.ts';
import { useField } from './field-context.ts';
import { fileName, type KeptFile } from './items.ts';
import type { Bytes } from './vault.ts';

/** A draft that lies on the device as it is written. */
export const useWriting = (begun: Draft) => {
  const { engine, person } = useField();
  const [draft, setDraft] = useState(begun);
  const [kept, setKept] = useState<'saved' | 'no-room'>();
  // What is written last is kept last, whatever takes how long.
  const latest = useRef({ draft: begun, keeping: Promise.resolve() });
  const keepNow = async (file?: { readonly id: string; readonly bytes: Bytes }): Promise<boolean> => {
    try {
      await keepDraft(engine.vault, { person, draft: latest.current.draft, ...(file === undefined ? {} : { file }) });
      setKept('saved');
      return true;
    } catch {
      setKept('no-room');
      return false;
    }
  };
  const keep = (next: Draft, file?: { readonly id: string; readonly bytes: Bytes }): Promise<boolean> => {
    latest.current.draft = next;
    setDraft(next);
    const keeping = latest.current.keeping.then(() => keepNow(file));
    latest.current.keeping = keeping.then(() => undefined);
    return keeping;
  };
  return {
    draft,
    kept,
    noRoom: () => setKept('no-room'),
    /** What was written last, once it lies on the device. */
    settled: async (): Promise<Draft> => {
      await latest.current.keeping;
      return latest.current.draft;
    },
    write: (name: string, text: string): void => {
      const { draft: now } = latest.current;
      void keep({ ...now, fields: { ...now.fields, [name]: text } });
    },
    attach: async (file: KeptFile, bytes: Bytes): Promise<boolean> => {
      const { draft: before } = latest.current;
      const isKept = await keep({ ...before, files: [...before.files, file] }, { id: file.id, bytes });
      const { draft: now } = latest.current;
      // A file that found no room is not promised to anybody.
      if (!isKept) await keep({ ...now, files: now.files.filter(({ id }) => id !== file.id) });
      return isKept;
    },
    detach: async (id: string): Promise<void> => {
      const { draft: now } = latest.current;
      await keep({ ...now, files: now.files.filter((each) => each.id !== id) });
      await engine.vault.write({ [fileName(id)]: undefined });
    },
  };
};
