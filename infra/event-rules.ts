import { MILESTONES_SOURCE } from '../events/announcements.ts';
import { EVENT_SOURCE, PEOPLE_SOURCE, ROSTER_SOURCE } from '../events/cloud-event.ts';

/**
 * The rules of the bus as plain data, without a line of CDK: the cloud and the dispatcher on one machine read the same ones. A
 * consumer may only be reached through a rule that stands here.
 */
export interface EventRule {
  readonly name: string;
  readonly pattern: EventPattern;
  readonly target: ConsumerName;
  /** How many facts the target may work on at the same time, two at least; absent: as many as any consumer. */
  readonly handsMax?: number;
}

/** The functions that are told facts. */
export type ConsumerName =
  | 'project-milestones'
  | 'keep-deadlines'
  | 'keep-agenda'
  | 'keep-notices'
  | 'keep-scoreboard'
  | 'keep-directory'
  | 'keep-changes'
  | 'keep-appointments'
  | 'keep-people'
  | 'render-report';

/** A field of the envelope, and the texts of which it must equal one. All fields must match; a field that is absent matches anything. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly 'detail-type'?: readonly string[];
}

/**
 * The operators that patterns use: equality with one of a list, nothing else. Whoever adds one here adds it to the dispatcher on one
 * machine, which knows only these.
 */
export const PATTERN_OPERATORS = ['equals'] as const;

/**
 * Every consumer sees every fact of a case, and two those of the roster too; of who may sign in one is told, and of nothing else. What the milestones announce is for those who are told: which facts move a milestone, a clock or an agenda is a
 * rule of the domain, and a filter here would be a second copy of it that can go stale.
 */
export const eventRules: readonly EventRule[] = [
  { name: 'facts-move-milestones', pattern: { source: [EVENT_SOURCE] }, target: 'project-milestones' },
  { name: 'facts-start-and-stop-clocks', pattern: { source: [EVENT_SOURCE] }, target: 'keep-deadlines' },
  { name: 'facts-fill-agendas', pattern: { source: [EVENT_SOURCE] }, target: 'keep-agenda' },
  {
    name: 'facts-tell-those-concerned',
    pattern: { source: [EVENT_SOURCE, ROSTER_SOURCE, MILESTONES_SOURCE] },
    target: 'keep-notices',
  },
  { name: 'facts-count-on-the-scoreboard', pattern: { source: [EVENT_SOURCE] }, target: 'keep-scoreboard' },
  { name: 'facts-fill-the-directory', pattern: { source: [EVENT_SOURCE] }, target: 'keep-directory' },
  // Every telling goes through one item: ten hands that race for it tell half as much as one alone, and a queue has two at least.
  { name: 'facts-are-listed-as-changes', pattern: { source: [EVENT_SOURCE] }, target: 'keep-changes', handsMax: 2 },
  {
    name: 'publications-are-rendered',
    // It brings a compiler of fifty megabytes: it is woken for what it renders, and the type of a fact never changes.
    pattern: { source: [EVENT_SOURCE], 'detail-type': ['report.published.v1'] },
    target: 'render-report',
  },
  {
    name: 'facts-tie-people-to-cases',
    pattern: { source: [EVENT_SOURCE, ROSTER_SOURCE] },
    target: 'keep-appointments',
  },
  { name: 'facts-open-and-shut-the-sign-in', pattern: { source: [PEOPLE_SOURCE] }, target: 'keep-people' },
];
