import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../domain/languages.ts';
import { phraseIn } from '../../domain/words/profile-words.ts';
import type { Api } from '../app/api.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';
import { useWho } from './desk-tools.ts';

type Item = Readonly<Record<string, unknown>>;

const itemsUnder = (body: unknown, name: string): readonly Item[] => {
  const items = isRecord(body) ? body[name] : undefined;
  return Array.isArray(items) ? items.filter(isRecord) : [];
};

const itemsOf = async (api: Pick<Api, 'read'>, path: string, name: string): Promise<readonly Item[]> => {
  const answered = await api.read(path);
  return answered.kind === 'done' ? itemsUnder(answered.body, name) : [];
};

/** A case in which somebody acts for a control authority. */
export interface AccreditedFor {
  readonly key: string;
  readonly label: string;
  readonly case: string;
  readonly controlAuthority: string;
}

/** Cases that are looked at: whoever acts for an authority in more of them finds the newest. */
const CASES_MAX = 20;

/** The control authorities of the profile of a case, by their codes. */
const titlesOf = async (api: Pick<Api, 'read'>, { id, version }: Item): Promise<ReadonlyMap<string, string>> => {
  const answered = await api.read(`/profiles/${textIn(id)}?version=${String(version)}`);
  const authorities =
    answered.kind === 'done' && isRecord(answered.body) ? itemsUnder(answered.body['controlAuthorities'], 'value') : [];
  return new Map(authorities.map((each) => [textIn(each['id']), textIn(each['title'])]));
};

const accreditedIn = async (
  api: Pick<Api, 'read'>,
  person: string,
  language: Language,
): Promise<readonly AccreditedFor[]> => {
  const asked = ['/agenda/mine?limit=100', '/agenda/mine?state=settled&limit=100'];
  const items = (await Promise.all(asked.map((path) => itemsOf(api, path, 'items')))).flat();
  const titles = new Map(items.map((item) => [textIn(item['case']), textIn(item['title'])]));
  const found = await Promise.all(
    [...titles].slice(0, CASES_MAX).map(async ([caseId, title]) => {
      const answered = await api.read(`/cases/${caseId}`);
      const shown = answered.kind === 'done' && isRecord(answered.body) ? answered.body : {};
      const own = itemsUnder(shown, 'liaisons').filter(
        (liaison) => liaison['person'] === person && liaison['kind'] === 'control-authority',
      );
      const called =
        own.length > 0 && isRecord(shown['profile'])
          ? await titlesOf(api, shown['profile'])
          : new Map<string, string>();
      return own
        .map((liaison) => textIn(liaison['controlAuthority']))
        .map((controlAuthority) => ({
          key: `${controlAuthority}@${caseId}`,
          label: `${phraseIn(called.get(controlAuthority) ?? controlAuthority, language)} · ${title}`,
          case: caseId,
          controlAuthority,
        }));
    }),
  );
  return found.flat();
};

/** The cases in which the reader is accredited for a control authority; undefined while it is not known. */
export const useAccreditedFor = (): readonly AccreditedFor[] | undefined => {
  const { api, told } = useTools();
  const { person } = useWho();
  const [known, setKnown] = useState<readonly AccreditedFor[]>();
  useEffect(() => void accreditedIn(api, person, told.language).then(setKnown), []);
  return known;
};

/** Every control authority that some profile names, by its code. */
export const useControlAuthorities = (): readonly { readonly value: string; readonly label: string }[] => {
  const { api, told } = useTools();
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const read = async () => {
    const profiles = await itemsOf(api, '/profiles', 'items');
    const authorities = await Promise.all(profiles.map(({ id, version }) => titlesOf(api, { id, version })));
    setKnown(new Map(authorities.flatMap((titles) => [...titles])));
  };
  useEffect(() => void read(), []);
  return [...known].map(([value, title]) => ({ value, label: `${phraseIn(title, told.language)} (${value})` }));
};
