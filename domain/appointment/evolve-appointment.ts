import type { appointmentEvents } from '../../events/appointment.ts';
import type { Evolutions } from '../evolution.ts';
import { impedimentFound, impedimentRuled, interestsDeclared } from '../interests/evolve-interests.ts';
import type { Head, Member } from '../state.ts';
import { withDeparture, withSuccessor } from './departures.ts';

const changed = (head: Head, person: string, change: (member: Member) => Member): Head => ({
  ...head,
  team: head.team.map((member) => (member.person === person ? change(member) : member)),
});

const without = (head: Head, person: string): Head => ({
  ...head,
  team: head.team.filter((member) => member.person !== person),
});

/** An office has one holder: whoever held it before steps down, and whoever takes it leaves the one held before. */
const elected = (head: Head, person: string, office: NonNullable<Member['office']>): Head => ({
  ...head,
  team: head.team.map((member) => {
    if (member.person === person) return { ...member, office };
    if (member.office !== office) return member;
    const { office: _, ...rest } = member;
    return rest;
  }),
});

export const appointmentEvolutions: Evolutions<keyof typeof appointmentEvents> = {
  'member.proposed.v1': {
    head: (head, { data, recordedAt }) => ({
      ...head,
      team: [
        ...head.team,
        {
          person: data.person,
          standing: 'proposed',
          ...(data.sector === undefined ? {} : { sector: data.sector }),
          proposedAt: recordedAt,
          declared: false,
          impeded: false,
          ...(data.accreditedUntil === undefined ? {} : { accreditedUntil: data.accreditedUntil }),
        },
      ],
    }),
    subjects: ({ data }, subjects) =>
      data.replaces === undefined ? [] : withSuccessor(subjects, { replaces: data.replaces, successor: data.person }),
  },
  'member.accepted.v1': {
    head: (head, { data }) => changed(head, data.person, (member) => ({ ...member, standing: 'accepted' })),
  },
  'member.declined.v1': { head: (head, { data }) => without(head, data.person) },
  'proposal.lapsed.v1': { head: (head, { data }) => without(head, data.person) },
  'member.left.v1': {
    head: (head, { data }) => without(head, data.person),
    subjects: ({ data, recordedAt, version }, subjects) =>
      data.cause === undefined
        ? []
        : withDeparture(subjects, { person: data.person, cause: data.cause, leftAt: recordedAt, version }),
  },
  'declaration.signed.v1': {
    head: (head, { data }) =>
      changed(head, data.person, (member) => ({
        ...member,
        declared: true,
        impeded: data.yes.length > 0 || (data.matches ?? 0) > 0,
      })),
    subjects: interestsDeclared,
  },
  'impediment.found.v1': {
    head: (head, { data }) => changed(head, data.person, (member) => ({ ...member, impeded: true })),
    subjects: impedimentFound,
  },
  'accreditation.changed.v1': {
    head: (head, { data: { person, loss, accreditedUntil } }) =>
      changed(head, person, ({ accreditation: _, ...member }) => ({
        ...member,
        ...(accreditedUntil === undefined ? {} : { accreditedUntil }),
        ...(loss === undefined ? {} : { accreditation: loss }),
      })),
  },
  'accreditation.lapsed.v1': {
    head: (head, { data }) => changed(head, data.person, (member) => ({ ...member, accreditation: 'lapsed' })),
  },
  'impediment.ruled.v1': {
    head: (head, { data }) => changed(head, data.person, (member) => ({ ...member, impeded: data.stands })),
    subjects: impedimentRuled,
  },
  'officer.elected.v1': { head: (head, { data }) => elected(head, data.person, data.office) },
  'liaison.accredited.v1': {
    head: (head, { data }) => ({
      ...head,
      liaisons: [
        ...head.liaisons,
        {
          person: data.person,
          kind: data.kind,
          ...(data.bidder === undefined ? {} : { bidder: data.bidder }),
          ...(data.controlAuthority === undefined ? {} : { controlAuthority: data.controlAuthority }),
        },
      ],
    }),
  },
  'liaison.withdrawn.v1': {
    head: (head, { data }) => ({
      ...head,
      liaisons: head.liaisons.filter(
        ({ person, kind, bidder, controlAuthority }) =>
          person !== data.person ||
          kind !== data.kind ||
          bidder !== data.bidder ||
          controlAuthority !== data.controlAuthority,
      ),
    }),
  },
};
