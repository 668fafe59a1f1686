import type { Role } from '../events/vocabulary.ts';

/** Somebody of the example cast: a pseudonymous id, as in every deployment, and the roles that a token of theirs gives. */
export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
}

const people = (role: Role, ...ids: readonly string[]): readonly Person[] => ids.map((id) => ({ id, roles: [role] }));

/** Who can sign in on one machine at first. The cloud has real people in a user pool instead. */
export const PEOPLE: readonly Person[] = [
  ...people('coordinator', 'coordinator-1'),
  ...people('witness', 'witness-1', 'witness-2', 'witness-3'),
  ...people('member', 'member-1', 'member-2', 'member-3', 'member-4', 'member-5', 'member-6', 'member-7'),
  ...people('contracting-authority', 'authority-1', 'authority-2'),
  ...people('bidder-representative', 'bidder-1', 'bidder-2', 'bidder-3'),
  ...people('control-authority', 'control-1', 'control-2', 'control-3'),
  ...people('assessor', 'assessor-1'),
  ...people('auditor', 'auditor-1'),
  ...people('administrator', 'administrator-1'),
];
