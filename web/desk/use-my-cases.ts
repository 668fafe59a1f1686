import type { Api } from '../app/api.ts';
import { type Had, readAs } from '../app/asked.tsx';
import { isRecord } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';
import { useWho } from './desk-tools.ts';
import { readTitle } from './use-title.ts';

export interface MyCase {
  readonly case: string;
  readonly title?: string;
  readonly standing?: string;
}

const casesIn = (body: unknown, name: string): readonly MyCase[] => {
  const list = isRecord(body) ? body[name] : undefined;
  const isCase = (item: unknown): item is MyCase => isRecord(item) && typeof item['case'] === 'string';
  return Array.isArray(list) ? list.filter(isCase) : [];
};

const titled = async (api: Pick<Api, 'read'>, mine: MyCase): Promise<MyCase> => {
  if (mine.title !== undefined) return mine;
  const title = await readTitle(api, mine.case);
  return title === undefined ? mine : { ...mine, title };
};

/**
 * The cases of somebody: those whose team they are on, those in which something was or is asked of them, and those of which they were
 * told. Those who act for an institution are on no team, and of some cases nothing was asked of them yet.
 */
export const useMyCases = (): (() => Promise<Had<readonly MyCase[]>>) => {
  const { api } = useTools();
  const { person } = useWho();
  return async () => {
    const asked = [
      `/assignments/${person}`,
      '/agenda/mine?limit=100',
      '/agenda/mine?state=settled&limit=100',
      '/notices?limit=100',
    ];
    const [team, open, settled, notices] = await Promise.all(asked.map((path) => readAs(api, path, (body) => body)));
    if (open?.kind !== 'known') return open ?? { kind: 'failed' };
    const bodies = [team, open, settled, notices].map((had) => (had?.kind === 'known' ? had.known : undefined));
    const byCase = new Map<string, MyCase>();
    const all = [...casesIn(bodies[0], 'memberships'), ...bodies.slice(1).flatMap((body) => casesIn(body, 'items'))];
    for (const { case: id, title, standing } of all) {
      const before = byCase.get(id);
      byCase.set(id, {
        case: id,
        ...(title === undefined ? {} : { title }),
        ...(standing === undefined ? {} : { standing }),
        ...before,
      });
    }
    return { kind: 'known', known: await Promise.all([...byCase.values()].map((mine) => titled(api, mine))) };
  };
};
