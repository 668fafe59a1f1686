import { describe, expect, it } from 'vitest';
import { AWARD_CHECKLIST, TENDER_CHECKLIST } from '../../domain/instruments/instrument.ts';
import { HEAD_BYTES_MAX, LIAISONS_MAX, SUSPENSIONS_MAX, TEAM_MAX } from '../../domain/state.ts';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import { NO_FILE, recordAll } from '../support/case-file.ts';
import {
  accepted,
  accredited,
  at,
  CONSTITUTED,
  caseIn,
  day,
  declared,
  elected,
  ended,
  liaisons,
  opened,
  proposed,
  resumed,
  SIGNED_BY_AUTHORITY,
  SUSPENDED,
  type ToldFact,
} from '../support/cast.ts';
import {
  awarded,
  CONTRACT_SIGNED,
  checked,
  coded,
  drafted,
  escalated,
  filed,
  flagRaised,
  scheduled,
  sentForReply,
} from '../support/watch-facts.ts';
import { flawsOf, headBytes } from './invariants.ts';

const many = (count: number, each: (number: number) => readonly ToldFact[]): readonly ToldFact[] =>
  Array.from({ length: count }, (_, index) => each(index + 1)).flat();

interface Names {
  /** How long the id of a person is: 36 characters in the user pool, 64 at most. */
  readonly person: number;
  readonly sector: string;
  readonly ocid: string;
}

const somebody = (number: number, { person }: Names) => ({
  person: `${number}-`.padEnd(person, '0123456789abcdef'),
  roles: [],
});

const STAGES_OF_ACTS = STAGES.slice(0, 4);

/** A case with everything open that can be, and nothing settled. */
const crowded = (names: Names, institutions: readonly ToldFact[]): readonly ToldFact[] => [
  ...opened('integrity-pact', { bidders: 200, ocid: names.ocid }),
  ...many(TEAM_MAX, (number) => [
    proposed(somebody(number, names), names.sector),
    accepted(somebody(number, names)),
    declared(somebody(number, names), 'kinship'),
    {
      type: 'accreditation.changed.v1',
      data: { person: somebody(number, names).person, loss: 'suspended', accreditedUntil: day(400) },
    },
  ]),
  elected(somebody(1, names), 'chair'),
  elected(somebody(2, names), 'secretary'),
  ...institutions,
  SIGNED_BY_AUTHORITY,
  CONSTITUTED,
  ...many(SUSPENSIONS_MAX, (number) => [...at(day(number), SUSPENDED), ...at(day(number, 1), resumed(day(number)))]),
  ...many(60, (number) => [scheduled(`act-${number}`, { stage: STAGES_OF_ACTS[number % 4] ?? 'award-review' })]),
  ...checked('tender-observation', ...TENDER_CHECKLIST),
  ...checked('award-review', ...AWARD_CHECKLIST),
  ...many(2_000, (number) => [filed(`observation-${number}`, { severity: 'grave' })]),
  ...many(100, (number) => [escalated(`escalation-${number}`, [`observation-${number + 1_000}`])]),
  flagRaised('flag-1'),
  flagRaised('flag-2'),
  awarded(),
  CONTRACT_SIGNED,
  ...many(60, (number) => [
    { type: 'contract.amended.v1', data: { amendment: `amendment-${number}`, amendedAt: day(1) }, content: {} },
    { type: 'site-visit.planned.v1', data: { visit: `visit-${number}`, plannedAt: day(1) } },
  ]),
  ...STAGES.slice(1, 5).flatMap((stage, index) => [
    drafted(`report-${index + 1}`, stage),
    sentForReply(`report-${index + 1}`),
  ]),
  coded('effectiveness'),
  coded('openness'),
  ended('implementation-monitoring'),
];

const USUAL: Names = { person: 36, sector: 'professional-associations', ocid: 'ocds-213czf-000-00001' };
const LONGEST: Names = { person: 64, sector: 's'.repeat(64), ocid: 'o'.repeat(200) };

describe('the head of a case', () => {
  it('stays small in a crowded case', () => {
    const file = recordAll(NO_FILE, crowded(USUAL, liaisons('integrity-pact')));
    expect(flawsOf(file)).toEqual([]);
    expect(headBytes(file)).toBeLessThan(11 * 1_024);
  });

  it('is small in a usual case', () => {
    for (const instrument of INSTRUMENTS) {
      expect(headBytes(recordAll(NO_FILE, caseIn(instrument, 'closed')))).toBeLessThan(3 * 1_024);
    }
  });

  it('stays within its bound at every limit at once, with the longest names', () => {
    const institutions = many(LIAISONS_MAX, (number) => [
      accredited(somebody(number + 50, LONGEST), {
        kind: 'control-authority',
        controlAuthority: 'anticorruption-prosecutor',
      }),
    ]);
    const file = recordAll(NO_FILE, crowded(LONGEST, institutions));
    expect(flawsOf(file)).toEqual([]);
    expect(headBytes(file)).toBeLessThanOrEqual(HEAD_BYTES_MAX);
  });
});
