import { describe, expect, it } from 'vitest';
import type { DepartureCause } from '../../events/vocabulary.ts';
import {
  COORDINATOR,
  caseIn,
  day,
  OTHER_WITNESS,
  SECOND_WITNESS,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import type { Petitioner } from '../permissions.ts';
import { DEPARTURES, subjectOf } from '../state.ts';

const pact = given(...caseIn('integrity-pact', 'award-review'));
const leftFor = ({ person }: Petitioner, cause: DepartureCause): ToldFact => ({
  type: 'member.left.v1',
  data: { person, cause },
});
const proposedFor = (replaces: string): ToldFact => ({
  type: 'member.proposed.v1',
  data: { person: OTHER_WITNESS.person, way: 'by-hand', lapsesAt: day(9), replaces },
});
const departuresOf = ({ file }: Given) => subjectOf(file.state.subjects, 'departures', DEPARTURES);

describe('the departures of a case', () => {
  it('are remembered one after the other, each with its own cause', () => {
    const first = pact.and(leftFor(WITNESS, 'death'));
    const recordedIn = first.file.entries.length;
    const both = first.and(leftFor(SECOND_WITNESS, 'resignation'));
    expect(departuresOf(both)).toEqual({
      kind: 'departures',
      id: DEPARTURES,
      recordedIn,
      people: {
        'witness-1': { cause: 'death', leftAt: day(0), leftIn: recordedIn },
        'witness-2': { cause: 'resignation', leftAt: day(0), leftIn: recordedIn + 1 },
      },
    });
    const again = both.and(leftFor(WITNESS, 'removal'));
    expect(departuresOf(again)?.people).toEqual({
      'witness-2': { cause: 'resignation', leftAt: day(0), leftIn: recordedIn + 1 },
      'witness-1': { cause: 'removal', leftAt: day(0), leftIn: recordedIn + 2 },
    });
  });

  it('are two hundred at most: of those beyond, the earliest is forgotten', () => {
    const crowd = Array.from({ length: 201 }, (_, index) => ({ person: `left-${index}`, roles: [] }));
    const people = (of: Given) => Object.keys(departuresOf(of)?.people ?? {});
    const full = pact.and(crowd.slice(0, 200).map((each) => leftFor(each, 'removal')));
    expect(people(full)).toEqual(crowd.slice(0, 200).map(({ person }) => person));
    const over = full.and(leftFor({ person: 'left-200', roles: [] }, 'removal'));
    expect(people(over)).toEqual(crowd.slice(1).map(({ person }) => person));
    const back = (person: string) => over.when('propose-member', { person, reason: 'Again.' }, { by: COORDINATOR });
    back('left-0').succeeds();
    back('left-1').refuses('put-out-before', { person: 'left-1' });
  });

  it('tell who came in whose place, and nothing of who never left', () => {
    const gone = pact.and(leftFor(WITNESS, 'death'));
    const people = departuresOf(gone)?.people ?? {};
    expect(departuresOf(gone.and(proposedFor('witness-1')))?.people).toEqual({
      'witness-1': { ...people['witness-1'], successor: 'witness-9' },
    });
    expect(departuresOf(gone.and(proposedFor('witness-7')))?.people).toEqual(people);
    expect(departuresOf(pact.and(proposedFor('witness-7')))).toBeUndefined();
  });

  it('know nobody by the name of what every object has', () => {
    pact
      .and(leftFor(WITNESS, 'death'))
      .when('propose-member', { person: 'witness-9', reason: 'Near.', replaces: 'constructor' }, { by: COORDINATOR })
      .refuses('nobody-to-replace', { person: 'constructor' });
  });
});
