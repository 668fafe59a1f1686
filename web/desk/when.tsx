import { useTools } from '../app/tools.ts';

/** A moment as the reader’s language writes it. */
export const useMoment = (): ((at: string) => string) => {
  const { told } = useTools();
  const format = new Intl.DateTimeFormat(told.locale, { dateStyle: 'long', timeStyle: 'short' });
  return (at) => format.format(Date.parse(at));
};

export const When = ({ at }: { readonly at: string }) => {
  const moment = useMoment();
  return <time dateTime={at}>{moment(at)}</time>;
};
