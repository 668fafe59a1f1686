import { hourOfCase } from '../app/hour-of-case.ts';
import { useTools } from '../app/tools.ts';
import { useCase } from './case-at-desk.ts';

/** A moment as the reader’s language writes it: in a case, by the clock of its place. */
export const useMoment = (): ((at: string) => string) => {
  const { told } = useTools();
  const zone = useCase()?.shown.zone;
  return (at) => hourOfCase(told.locale, at, { zone, dateStyle: 'long' });
};

export const When = ({ at }: { readonly at: string }) => {
  const moment = useMoment();
  return <time dateTime={at}>{moment(at)}</time>;
};
