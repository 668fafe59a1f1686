import { type TermInShort, termInShort } from '../clocks/term-in-short.ts';
import type { Head } from '../state.ts';
import { lacking, type Missing, type Requirement, type Standing } from './requirement.ts';

/** In office: accepted, with an accreditation that holds where one is known. */
const accepted = (head: Head) =>
  head.team.filter(({ standing, accreditation }) => standing === 'accepted' && accreditation === undefined);

const teamLacks = (of: Standing): readonly Missing[] => {
  const { head, profile } = of;
  const inOffice = accepted(head).length;
  const proposed = head.team.filter(({ standing }) => standing === 'proposed').map(({ person }) => person);
  const membersMin = profile.membersMin.value;
  return inOffice >= membersMin
    ? []
    : [
        lacking(
          `${inOffice} of at least ${membersMin} accepted the appointment.`,
          { accepted: inOffice, membersMin, proposed },
          nextProposal(of),
        ),
      ];
};

/** The term of the proposal that has waited longest for its answer. */
const nextProposal = (standing: Standing): TermInShort | undefined => {
  const [first] = standing.head.team
    .filter((member) => member.standing === 'proposed')
    .map(({ proposedAt }) => proposedAt)
    .toSorted();
  return first === undefined ? undefined : termInShort(standing, 'proposal', first);
};

/** The office of a member who leaves is vacant until somebody is elected. */
const officersLack = (head: Head): readonly Missing[] =>
  (['chair', 'secretary'] as const)
    .filter((office) => !accepted(head).some((member) => member.office === office))
    .map((office) => lacking(`No ${office} is elected.`, { office }));

const committeeLacks = ({ head, profile }: Standing): readonly Missing[] => {
  if (head.instrument !== 'oversight-committee') return [];
  const members = accepted(head);
  const sectors = new Set(members.map(({ sector }) => sector).filter((sector) => sector !== undefined));
  const sectorsMin = profile.sectorsMin.value;
  return [
    ...officersLack(head),
    ...(sectors.size < sectorsMin
      ? [
          lacking(`Members come from ${sectors.size} of at least ${sectorsMin} sectors.`, {
            sectors: [...sectors],
            sectorsMin,
          }),
        ]
      : []),
  ];
};

const declarationsLack = ({ head }: Standing): readonly Missing[] =>
  accepted(head).flatMap(({ person, declared, impeded }) => [
    ...(declared
      ? []
      : [lacking(`${person} has not signed the declaration of no conflict for this process.`, { person })]),
    ...(impeded ? [lacking(`An impediment stands against ${person}.`, { person, impediment: true })] : []),
  ]);

/** Once the watch has begun, only those count who can act: who declared, and against whom no impediment stands. */
const officeLacks = ({ head, profile }: Standing): readonly Missing[] => {
  const members = accepted(head);
  const able = members.filter(({ declared, impeded }) => declared && !impeded).length;
  const membersMin = profile.membersMin.value;
  const proposed = head.team.filter(({ standing }) => standing === 'proposed').map(({ person }) => person);
  return able >= membersMin
    ? []
    : [lacking(`${able} of at least ${membersMin} members can act.`, { able, membersMin, proposed })];
};

const committeeInOfficeLacks = ({ head }: Standing): readonly Missing[] => {
  if (head.instrument !== 'oversight-committee') return [];
  return [
    ...officersLack(head),
    ...(head.committee?.termEnded === true
      ? [lacking('The term of the committee is over: it must be extended or dissolved.', { termEnded: true })]
      : []),
  ];
};

export const appointmentRequirements = {
  'team-complete': {
    asks: 'The team has the members that the profile asks for.',
    why: 'A process that nobody watches is not overseen; a committee decides only with its officers in place.',
    source: 'Rulebook, section 2; parameters membersMin and sectorsMin of the profile',
    who: ['coordinator', 'witness', 'member'],
    operations: ['propose-member', 'accept-appointment', 'elect-officer'],
    missing: (standing) => [...teamLacks(standing), ...committeeLacks(standing)],
  },
  'declarations-clear': {
    asks: 'Every accepted person declared to have no conflict in this process, and no impediment stands.',
    why: 'Who has a stake in the outcome cannot watch over it.',
    source: 'Rulebook, section 3; parameter impedimentQuestions of the profile',
    who: ['witness', 'member', 'coordinator'],
    operations: ['sign-declaration', 'rule-on-impediment', 'leave-team'],
    missing: declarationsLack,
  },
  'team-in-office': {
    asks: 'The team still has the members that the profile asks for, each able to act; a committee its officers and a term that runs.',
    why: 'Who leaves is replaced: a watch that thins out sees less than it promised.',
    source: 'Rulebook, section 3; parameter membersMin of the profile',
    who: ['coordinator', 'witness', 'member'],
    operations: [
      'propose-member',
      'accept-appointment',
      'sign-declaration',
      'rule-on-impediment',
      'elect-officer',
      'extend-committee',
    ],
    missing: (standing) => [...officeLacks(standing), ...committeeInOfficeLacks(standing)],
  },
  'pact-signed-by-authority': {
    asks: 'The contracting authority signed the integrity pact.',
    why: 'The pact binds the authority first; without its signature the witness has no access.',
    source: 'Rulebook, section 2; Transparency International, integrity pacts',
    who: ['contracting-authority'],
    operations: ['sign-pact-for-authority'],
    missing: ({ head }) =>
      head.pactSignedByAuthority ? [] : [lacking('The signature of the contracting authority is not on record.')],
  },
  'committee-constituted': {
    asks: 'The act of constitution is on record, registered where the profile asks for it.',
    why: 'A committee exists by its act: who its members are, what it watches and for how long.',
    source: 'Rulebook, section 2; parameter registrationRequired of the profile',
    who: ['member'],
    operations: ['constitute-committee'],
    missing: ({ head, profile }) => {
      if (head.committee === undefined) return [lacking('The act of constitution is not on record.')];
      return profile.registrationRequired.value && !head.committee.registered
        ? [lacking('The committee is not registered.', { registered: false })]
        : [];
    },
  },
} as const satisfies Record<string, Requirement>;
