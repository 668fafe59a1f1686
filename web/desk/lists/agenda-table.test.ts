import { expect, it } from 'vitest';
import type { DueShown } from '../../app/inbox.ts';
import { agendaColumns } from './agenda-table.ts';
import { csvOf } from './csv.ts';

const called = {
  due: 'Due',
  task: 'Task',
  case: 'Case',
  who: 'Who',
  overdue: 'Overdue',
  suspended: 'Suspended',
  tasks: { 'attend-act': 'Attend an act' },
};

const item = (told: object) =>
  ({
    dueAt: '2026-11-17T16:30:00.000Z',
    what: 'attend-act',
    title: 'Buses',
    case: 'ip-1',
    persons: ['witness-2', 'witness-3'],
    overdue: false,
    standsStill: false,
    ...told,
  }) as DueShown;

it('the agenda as a table tells what is overdue from what stands still with its case', () => {
  const table = csvOf(agendaColumns(called), [item({ overdue: true }), item({ standsStill: true })]);
  const row = '2026-11-17T16:30:00.000Z,Attend an act,Buses,ip-1,witness-2 witness-3';
  expect(table.slice(1).trimEnd().split('\r\n')).toEqual([
    'Due,Task,Case,id,Who,Overdue,Suspended',
    `${row},Overdue,`,
    `${row},,Suspended`,
  ]);
});
