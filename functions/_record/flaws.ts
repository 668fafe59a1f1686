/** Every way in which a record can be found to be changed by another hand. */
export const FLAWS = {
  unreadable: 'The event cannot be read: it is not what any release of ours wrote.',
  'out-of-place': 'Another event stands where this one belongs: one was removed, added or reordered.',
  'chain-broken': 'The event does not follow from the one before it.',
  altered: 'The event is not what its hash says it was.',
  'content-missing': 'The event commits to a content that is not there.',
  'content-altered': 'The content is not what the event says it was.',
  'content-added': 'There is a content that no event commits to.',
  'receipt-wrong': 'The receipt of the command that recorded the event is missing or tells another story.',
  impossible: 'The event cannot follow on those before it.',
  'head-wrong': 'The head of the case is not what its events make of it.',
  'subject-wrong': 'A thing of the case is not what the events make of it.',
  'milestones-wrong':
    'The milestones of the case are not what its events make of them. `npm run rebuild` makes them anew.',
  'deadline-wrong': 'The deadlines of the case are not what its events make of them.',
  foreign: 'There is an item that the house does not write.',
  'no-case': 'There is no such case.',
} as const;

export type Flaw = keyof typeof FLAWS;

export interface Wrong {
  readonly flaw: Flaw;
  /** The first event that is bad, or the last one that a bad item rests on. */
  readonly firstBad: number;
  /** The item that is wrong, where it is not the event itself. */
  readonly item?: string;
}
