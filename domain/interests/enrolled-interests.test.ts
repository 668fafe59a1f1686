import { describe, expect, it } from 'vitest';
import {
  AUDITOR,
  accepted,
  COORDINATOR,
  left,
  OTHER_WITNESS,
  opened,
  proposed,
  SECOND_WITNESS,
  WITNESS,
} from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import { enrolled } from '../../test/support/roster.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { mayReadContent } from '../reading/event-contents.ts';
import { subjectOf } from '../state.ts';
import { ENROLLED_KEYS_BYTES_MAX } from './enrolled-interests.ts';
import { INTERESTS } from './interests-state.ts';

const { process } = readOne(
  release({
    buyer: { id: 'B', name: 'Secretaría de Obras' },
    parties: [
      { id: 'B', name: 'Secretaría de Obras', roles: ['buyer'] },
      { id: 'T-1', name: 'Puentes del Colibrí, S.A. de C.V.', roles: ['tenderer'] },
    ],
    tender: { id: 'T', tenderers: [{ id: 'T-1' }] },
  }),
);

const employer = (name: string) => ({ kind: 'employer', name }) as const;
const COLIBRI = employer('PUENTES DEL COLIBRI');
const roster = (...interests: readonly ReturnType<typeof employer>[]) => [enrolled('witness-1', { interests })];
const pact = given(...opened('integrity-pact', { process }));
const proposal = { person: 'witness-1', reason: 'Knows bridges.' };
const by = COORDINATOR;

const impeded = pact.when('propose-member', proposal, { by, roster: roster(employer('Ñandú'), COLIBRI) }).succeeds();
const clear = pact.when('propose-member', proposal, { by, roster: roster(employer('Cerro Azul')) }).succeeds();

const ownOf = (of: Given, person = 'witness-1') =>
  subjectOf(of.file.state.subjects, 'interests', INTERESTS)?.people[person];
const standingOf = (of: Given) => of.head.team.find(({ person }) => person === 'witness-1')?.impeded;
const answers = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'].map(
  (question) => ({
    question,
    yes: false,
  }),
);
const declaring = (of: Given, ...interests: readonly object[]) =>
  of
    .and(accepted(WITNESS))
    .when('sign-declaration', { answers, ...(interests.length === 0 ? {} : { interests }) }, { by: WITNESS })
    .succeeds();
const ruling = (stands: boolean) => ({ person: 'witness-1', stands, reason: 'It ended ten years ago.' });
const ruledOn = (of: Given, stands: boolean) => of.when('rule-on-impediment', ruling(stands), { by }).succeeds();

describe('an interest that the roster lists', () => {
  it('in a party of the process is an impediment from the proposal on, and the proposal is made', () => {
    pact.when('propose-member', proposal, { by, roster: roster(employer('Ñandú'), COLIBRI) }).records(
      {
        type: 'member.proposed.v1',
        data: {
          person: 'witness-1',
          way: 'by-hand',
          lapsesAt: '2026-03-10T06:00:00.000Z',
          accreditedUntil: '2028-01-01T06:00:00.000Z',
        },
        content: { reason: 'Knows bridges.' },
      },
      {
        type: 'interests.enrolled.v1',
        data: { person: 'witness-1', interests: 2 },
        content: {
          rule: 1,
          keys: [
            { kind: 'employer', name: 'nandu' },
            { kind: 'employer', name: 'colibri del puentes' },
          ],
        },
      },
      {
        type: 'impediment.found.v1',
        data: { person: 'witness-1', matches: 1 },
        content: { matches: [{ party: 'bidder-1', by: 'name', interest: 1 }] },
      },
    );
    expect(standingOf(impeded)).toBe(true);
  });

  it('in nobody of the process is none until such a party appears, whether the proposal is accepted by then or not', () => {
    expect(standingOf(clear)).toBe(false);
    for (const before of [clear, clear.and(accepted(WITNESS)), declaring(clear), declaring(clear, employer('Ñandú'))]) {
      const after = before.when('register-bidder', { name: 'Cerro Azul, S.R.L.' }, { by }).succeeds();
      expect(standingOf(after)).toBe(true);
      expect(ownOf(after)?.matches).toEqual([{ party: 'bidder-2', by: 'name', interest: 0, cleared: false }]);
    }
  });

  it('keeps standing when the declaration says nothing of it, and what is declared comes beside it', () => {
    expect(standingOf(declaring(impeded))).toBe(true);
    const both = declaring(impeded, employer('Secretaria de Obras'));
    expect(ownOf(both)?.matches).toEqual([
      { party: 'bidder-1', by: 'name', interest: 1, cleared: false },
      { party: 'buyer', by: 'name', interest: 2, cleared: false },
    ]);
    expect(ownOf(both)?.keys.map(({ name }) => name)).toEqual(['nandu', 'colibri del puentes', 'de obras secretaria']);
  });

  it('can be ruled on before the proposal is answered, and is not found again for being declared', () => {
    expect(standingOf(ruledOn(impeded, true))).toBe(true);
    const ruled = ruledOn(impeded, false);
    expect(standingOf(ruled)).toBe(false);
    expect(standingOf(declaring(ruled, COLIBRI))).toBe(false);
    expect(standingOf(declaring(ruled, employer('Secretaria de Obras')))).toBe(true);
    clear.when('rule-on-impediment', ruling(false), { by }).refuses('not-in-team', { person: 'witness-1' });
    pact.when('rule-on-impediment', ruling(false), { by }).refuses('not-in-team', { person: 'witness-1' });
  });

  it('blocks whoever accepted and declared until it is ruled on', () => {
    const question = { report: 'report-1' };
    const watching = declaring(impeded).and({
      type: 'stage.advanced.v1',
      data: { from: 'appointment', to: 'tender-observation' },
    });
    watching.when('sign-report', question, { by: WITNESS }).refuses('impediment-standing', {});
    ruledOn(watching, false).when('sign-report', question, { by: WITNESS }).refuses('report-unknown');
  });

  it('is asked for anew when somebody is proposed again', () => {
    const gone = impeded.and(accepted(WITNESS), left(WITNESS));
    const again = gone.when('propose-member', proposal, { by, roster: roster() }).succeeds();
    expect([standingOf(again), ownOf(again)?.keys]).toEqual([false, []]);
    const after = again.and(accepted(WITNESS)).when('register-bidder', { name: 'Ñandú' }, { by }).succeeds();
    expect(standingOf(after)).toBe(false);
  });

  it('is told in its content, to the person, the coordinator and the auditor alone', () => {
    const readers = {
      WITNESS,
      SECOND_WITNESS,
      OTHER_WITNESS,
      COORDINATOR,
      AUDITOR,
      public: { roles: ['public'] as const },
    };
    for (const entry of impeded.file.entries.slice(-2)) {
      const may = Object.entries(readers).filter(([, reader]) =>
        mayReadContent(entry, { reader, head: impeded.head, now: entry.recordedAt, subjects: new Map() }),
      );
      expect(may.map(([name]) => name)).toEqual(['WITNESS', 'COORDINATOR', 'AUDITOR']);
      expect(JSON.stringify(entry.data)).not.toMatch(/colibri|bidder/);
    }
  });

  it('is kept as far as there is room, those that were found first', () => {
    const many = Array.from({ length: 49 }, (_, index) => employer(`Empresa${index} ${'Larga'.repeat(40)}`));
    const full = pact.when('propose-member', proposal, { by, roster: roster(...many, COLIBRI) }).succeeds();
    const { keys = [], matches = [] } = ownOf(full) ?? {};
    expect(new TextEncoder().encode(JSON.stringify(keys)).length).toBeLessThanOrEqual(ENROLLED_KEYS_BYTES_MAX);
    expect(keys.length).toBeGreaterThan(10);
    expect(matches).toEqual([{ party: 'bidder-1', by: 'name', interest: 0, cleared: false }]);
  });

  it('says nothing where the roster holds nobody', () => {
    const { head } = pact.when('propose-member', proposal, { by }).succeeds();
    expect(head.team).toHaveLength(1);
    expect(pact.and(proposed(WITNESS)).file.state.subjects.has(INTERESTS)).toBe(false);
  });
});
