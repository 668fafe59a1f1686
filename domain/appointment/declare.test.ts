import { describe, expect, it } from 'vitest';
import {
  accepted,
  CHAIR,
  COORDINATOR,
  caseIn,
  declared,
  elected,
  joined,
  left,
  MEMBER,
  OTHER_MEMBER,
  OTHER_WITNESS,
  opened,
  proposed,
  SECRETARY,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';

const QUESTIONS = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'];
const answers = (...yes: readonly string[]) => QUESTIONS.map((question) => ({ question, yes: yes.includes(question) }));

const inOffice = given(...opened('integrity-pact'), proposed(WITNESS), accepted(WITNESS));
const committee = given(...opened('oversight-committee'), ...joined(CHAIR), ...joined(SECRETARY), ...joined(MEMBER));

describe('the declaration of no conflict', () => {
  it('answers every question of the profile', () => {
    const { head } = inOffice
      .when('sign-declaration', { answers: answers() }, { by: WITNESS })
      .records({ type: 'declaration.signed.v1', data: { person: 'witness-1', yes: [], asked: 5 } });
    expect(head.team).toMatchObject([{ declared: true, impeded: false }]);
  });

  it('makes an impediment of every yes', () => {
    const { head } = inOffice
      .when('sign-declaration', { answers: answers('kinship'), explanation: 'A cousin bids.' }, { by: WITNESS })
      .records({
        type: 'declaration.signed.v1',
        data: { person: 'witness-1', yes: ['kinship'], asked: 5 },
        content: { explanation: 'A cousin bids.' },
      });
    expect(head.team).toMatchObject([{ declared: true, impeded: true }]);
  });

  it('leaves no question out, invents none, and answers none twice', () => {
    const [first, ...others] = answers();
    const wrong = [...others, { question: 'shoe-size', yes: false }, { question: 'kinship', yes: true }];
    inOffice
      .when('sign-declaration', { answers: wrong }, { by: WITNESS })
      .refuses('questions-unanswered', { missing: [first?.question], unknown: ['shoe-size', 'kinship'] });
    inOffice
      .when('sign-declaration', { answers: others }, { by: WITNESS })
      .refuses('questions-unanswered', { missing: [first?.question], unknown: [] });
    inOffice
      .when('sign-declaration', { answers: [...answers(), { question: 'shoe-size', yes: false }] }, { by: WITNESS })
      .refuses('questions-unanswered', { missing: [], unknown: ['shoe-size'] });
  });

  it('is signed once', () => {
    inOffice
      .and(declared(WITNESS))
      .when('sign-declaration', { answers: answers('kinship') }, { by: WITNESS })
      .refuses('already-declared', {});
  });

  it('is signed by who is in office', () => {
    given(...opened('integrity-pact'), proposed(WITNESS))
      .when('sign-declaration', { answers: answers() }, { by: WITNESS })
      .refuses('not-permitted');
  });

  it('comes before anything that a member who came late files', () => {
    const late = given(
      ...caseIn('integrity-pact', 'tender-observation'),
      proposed(OTHER_WITNESS),
      accepted(OTHER_WITNESS),
    );
    late
      .when('notify-finding', { observation: 'observation-1' }, { by: OTHER_WITNESS })
      .refuses('declaration-missing', {});
    late
      .and(declared(OTHER_WITNESS))
      .when('notify-finding', { observation: 'observation-1' }, { by: OTHER_WITNESS })
      .refuses('observation-unknown');
  });
});

describe('an impediment', () => {
  const impeded = inOffice.and(declared(WITNESS, 'kinship'));
  const ruling = (stands: boolean) => ({ person: 'witness-1', stands, reason: 'A cousin of the third degree.' });

  it('falls or stands by the coordinator’s reasoned ruling', () => {
    for (const stands of [true, false]) {
      const { head } = impeded.when('rule-on-impediment', ruling(stands), { by: COORDINATOR }).records({
        type: 'impediment.ruled.v1',
        data: { person: 'witness-1', stands },
        content: { reason: 'A cousin of the third degree.' },
      });
      expect(head.team).toMatchObject([{ impeded: stands }]);
    }
  });

  it('is ruled on where there is one', () => {
    inOffice
      .and(declared(WITNESS))
      .when('rule-on-impediment', ruling(true), { by: COORDINATOR })
      .refuses('no-impediment', { person: 'witness-1' });
  });

  it('is ruled on for who is in office', () => {
    given(...opened('integrity-pact'), proposed(WITNESS))
      .when('rule-on-impediment', ruling(true), { by: COORDINATOR })
      .refuses('not-in-team', { person: 'witness-1' });
    inOffice
      .when('rule-on-impediment', { ...ruling(true), person: 'witness-9' }, { by: COORDINATOR })
      .refuses('not-in-team', { person: 'witness-9' });
  });

  it('of one member is not another’s', () => {
    const two = inOffice.and(proposed(OTHER_WITNESS), accepted(OTHER_WITNESS), declared(WITNESS, 'kinship'));
    expect(two.head.team).toMatchObject([
      { declared: true, impeded: true },
      { declared: false, impeded: false },
    ]);
  });

  it('is not one’s own to rule on', () => {
    impeded.when('rule-on-impediment', ruling(false), { by: WITNESS }).refuses('not-permitted');
  });

  it('keeps a member from filing as long as it stands', () => {
    const watching = given(...caseIn('integrity-pact', 'tender-observation'), declared(WITNESS, 'kinship'));
    const finding = { observation: 'observation-1' };
    watching.when('notify-finding', finding, { by: WITNESS }).refuses('impediment-standing', {});
    watching
      .and({ type: 'impediment.ruled.v1', data: { person: 'witness-1', stands: false }, content: { reason: 'Far.' } })
      .when('notify-finding', finding, { by: WITNESS })
      .refuses('observation-unknown');
  });
});

describe('an office of a committee', () => {
  it('is given by the members to one of them', () => {
    const { head } = committee
      .when('elect-officer', { person: 'member-1', office: 'chair' }, { by: MEMBER })
      .records({ type: 'officer.elected.v1', data: { person: 'member-1', office: 'chair' } });
    expect(head.team.map(({ office }) => office)).toEqual(['chair', undefined, undefined]);
  });

  it('has one holder: who held it before steps down', () => {
    const { head } = committee
      .and(elected(CHAIR, 'chair'))
      .when('elect-officer', { person: 'member-3', office: 'chair' }, { by: CHAIR })
      .succeeds();
    expect(head.team.map(({ office }) => office)).toEqual([undefined, undefined, 'chair']);
    const both = committee.and(elected(SECRETARY, 'secretary'), elected(CHAIR, 'chair'));
    expect(both.head.team.map(({ office }) => office)).toEqual(['chair', 'secretary', undefined]);
  });

  it('is not given to who holds one', () => {
    const chaired = committee.and(elected(CHAIR, 'chair'));
    for (const office of ['chair', 'secretary']) {
      chaired
        .when('elect-officer', { person: 'member-1', office }, { by: MEMBER })
        .refuses('office-taken', { office: 'chair' });
    }
  });

  it('goes to nobody outside', () => {
    committee
      .when('elect-officer', { person: 'member-9', office: 'chair' }, { by: MEMBER })
      .refuses('not-in-team', { person: 'member-9' });
    committee
      .when('elect-officer', { person: 'member-1', office: 'chair' }, { by: OTHER_MEMBER })
      .refuses('not-permitted');
  });

  it('is free again when its holder leaves', () => {
    const { head } = committee
      .and(elected(CHAIR, 'chair'), left(CHAIR), ...joined(CHAIR))
      .when('elect-officer', { person: 'member-3', office: 'chair' }, { by: MEMBER })
      .succeeds();
    expect(head.team.map(({ person, office }) => [person, office])).toEqual([
      ['member-2', undefined],
      ['member-3', 'chair'],
      ['member-1', undefined],
    ]);
  });
});
