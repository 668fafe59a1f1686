import { useTools } from '../app/tools.ts';
import { useHref } from './router.tsx';
import { useCaseTitle } from './use-title.ts';

/** Leads to a case at the desk, by its title once that is known. */
export const CaseLink = ({ id }: { readonly id: string }) => {
  const { inbox } = useTools().told.words;
  const title = useCaseTitle(id);
  const href = useHref();
  return <a href={href('cases', id)}>{title ?? inbox.toCase}</a>;
};
