import { isRecord } from '../app/kept-text.ts';
import { DRAFTS, type Draft, draftName } from './compose.ts';
import { fileName } from './items.ts';
import type { Changes } from './store.ts';
import type { Bytes, Vault } from './vault.ts';

const isDraft = (value: unknown): value is Draft => isRecord(value) && Array.isArray(value['files']);

/** What this person has begun to write. */
export const draftsIn = async (vault: Pick<Vault, 'under'>, person: string): Promise<readonly Draft[]> =>
  (await vault.under(`${DRAFTS}${person}:`)).map(([, value]) => value).filter(isDraft);

export const readDraft = async (vault: Pick<Vault, 'read'>, name: string): Promise<Draft | undefined> => {
  const draft = await vault.read(name);
  return isDraft(draft) ? draft : undefined;
};

/** Keeps a draft, and with it a file that was added: both, or neither. */
export const keepDraft = (
  vault: Pick<Vault, 'write'>,
  {
    person,
    draft,
    file,
  }: { readonly person: string; readonly draft: Draft; readonly file?: { readonly id: string; readonly bytes: Bytes } },
): Promise<void> =>
  vault.write({
    [draftName(person, draft)]: draft,
    ...(file === undefined ? {} : { [fileName(file.id)]: file.bytes }),
  });

/** Lets go of a draft with its files. */
export const dropDraft = (vault: Pick<Vault, 'write'>, person: string, draft: Draft): Promise<void> =>
  vault.write({ [draftName(person, draft)]: undefined, ...gone(draft.files.map(({ id }) => id)) });

export const gone = (ids: readonly string[]): Changes => Object.fromEntries(ids.map((id) => [fileName(id), undefined]));
