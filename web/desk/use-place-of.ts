import type { DueShown } from '../app/inbox.ts';
import { useWho } from './desk-tools.ts';
import { useHref } from './router.tsx';
import type { PartName } from './views/case/parts.ts';

/** In which part of the case each task is done. */
const PLACES: Readonly<Record<DueShown['what'], PartName>> = {
  'answer-proposal': 'team',
  'sign-declaration': 'team',
  'reply-to-finding': 'observations',
  'escalate-or-explain': 'observations',
  'answer-question': 'questions',
  'answer-authority-question': 'questions',
  'answer-escalation': 'escalations',
  'choose-next-tier': 'escalations',
  'comment-on-report': 'reports',
  'publish-report': 'reports',
  'follow-up-recommendation': 'recommendations',
  'check-sustained': 'assessment',
  'answer-tip': 'tips',
  'answer-breach': 'pact',
  'extend-or-dissolve': 'committee',
  'reveal-for-draw': 'draws',
  'record-public-value': 'draws',
  'attend-act': 'acts',
  'visit-site': 'contract',
};

/** Where something that is due is done: the thing in its part of the case, or, for a control authority, the escalation itself. */
export const usePlaceOf = (): ((item: Pick<DueShown, 'case' | 'what' | 'about'>) => string) => {
  const href = useHref();
  const { roles } = useWho();
  return ({ case: id, what, about }) => {
    if (about === undefined) return href('cases', id, PLACES[what]);
    if (what === 'answer-escalation' && roles.includes('control-authority')) return href('escalations', id, about);
    return `${href('cases', id, PLACES[what])}?at=${about}`;
  };
};
