import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../app/api.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';

/** What was read since the page was opened: many lists name the same cases. */
const known = new Map<string, Promise<string | undefined>>();

/** The title of a case’s contracting process; undefined where nobody gave one. */
export const readTitle = (api: Pick<Api, 'read'>, caseId: string): Promise<string | undefined> => {
  const read = known.get(caseId) ?? titleOf(api, caseId);
  known.set(caseId, read);
  return read;
};

const titleOf = async (api: Pick<Api, 'read'>, caseId: string): Promise<string | undefined> => {
  const answered = await api.read(`/cases/${caseId}/process`);
  const body = answered.kind === 'done' && isRecord(answered.body) ? answered.body : {};
  const process = isRecord(body['process']) ? body['process'] : body;
  if (answered.kind !== 'done') known.delete(caseId);
  const title = textIn(process['title']);
  return title === '' ? undefined : title;
};

/** The title of a case’s contracting process; undefined until it is known, and where nobody gave one. */
export const useCaseTitle = (caseId: string): string | undefined => {
  const { api } = useTools();
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    if (caseId !== '') void readTitle(api, caseId).then(setTitle);
  }, [caseId]);
  return title;
};
