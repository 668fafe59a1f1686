import { useEffect, useState } from 'preact/hooks';
import { useTools } from '../../app/tools.ts';
import { readCaseNames } from './read-over-cases.ts';

/** What cases are called, by their ids; the id itself until that is known. */
export const useCaseTitles = (): ((id: string) => string) => {
  const { api } = useTools();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void readCaseNames(api).then((cases) => {
      if (!('kind' in cases)) setTitles(new Map(cases.map(({ id, title }) => [id, title])));
    });
  }, []);
  return (id) => titles.get(id) ?? id;
};
