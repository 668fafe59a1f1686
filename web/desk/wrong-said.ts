import { filled } from '../../domain/words/code-words.ts';
import { type FieldWrong, limitsInTime, type Refused } from './acts/wrongs-in.ts';
import { useDates } from './dates.ts';
import { useDesk } from './desk-tools.ts';

/** What is wrong with a field in the language of the page, by what the field is called. */
export const useWrongSaid = (): ((wrong: FieldWrong, label: string) => string) => {
  const { wrong: words } = useDesk().views;
  return ({ what, limit = 0, has = 0 }, label) =>
    filled(words[what], { field: label, limit: String(limit), has: String(has) });
};

/** Why something was refused, with the dates that the API names; undefined where the desk has no words for it. */
export const useRefusalSaid = (): ((refused: Refused) => string | undefined) => {
  const { views, refusals } = useDesk();
  const { moment } = useDates();
  return (refused) => {
    const says = refusals[refused.word];
    const dates = limitsInTime(refused).map(({ what, at }) =>
      filled(views.limits[what], { date: moment(new Date(at).toISOString()) }),
    );
    return says === undefined ? undefined : [says, ...dates].join(' ');
  };
};
