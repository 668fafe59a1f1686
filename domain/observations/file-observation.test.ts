import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  CHAIR,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  declared,
  left,
  OPENED_AT,
  SUSPENDED,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { awarded, filed, flagRaised, scheduled } from '../../test/support/watch-facts.ts';
import { CLOCK_SKEW_MAX_MS, thingsSeen } from './what-was-seen.ts';

const pact = given(...caseIn('integrity-pact', 'tender-observation'), scheduled('act-1'));
const NOW = day(10);

const words = { title: 'An open envelope', narrative: 'It lay open on the table.', language: 'en' };
const seen = { type: 'good-practice', stage: 'tender-observation', observedAt: NOW, visibility: 'public', ...words };
const finding = {
  ...seen,
  type: 'finding',
  category: 'corruptionUntimely',
  severity: 'grave',
  legalBasis: 'Ley de Adquisiciones, article 26.',
};

const file = (input: unknown, by = WITNESS, at = NOW) => pact.when('file-observation', input, { by, at });

describe('an observation', () => {
  it('tells the public its stage and its seal; everything else is content', () => {
    const after1 = file({ ...seen, visibility: 'after-award', place: 'Room 4', act: 'act-1' }).records({
      type: 'observation.filed.v1',
      withoutName: true,
      data: { observation: 'observation-1', stage: 'tender-observation', late: false, visibility: 'after-award' },
      content: { type: 'good-practice', act: 'act-1', ...words, place: 'Room 4', observedAt: NOW, by: 'witness-1' },
    });
    expect(after1.file.state.subjects.get('observation-1')).toEqual({
      kind: 'observation',
      id: 'observation-1',
      recordedIn: after1.file.entries.length,
      type: 'good-practice',
      act: 'act-1',
      stage: 'tender-observation',
      by: 'witness-1',
      filedAt: NOW,
      late: false,
      visibility: 'after-award',
      escalations: [],
      escalationAccounted: false,
    });
  });

  it('that would wait for an award that is made already names who filed it', () => {
    const { file: after1 } = pact
      .and(awarded())
      .when('file-observation', { ...seen, visibility: 'after-award' }, { by: WITNESS, at: NOW })
      .records({
        type: 'observation.filed.v1',
        data: { observation: 'observation-1', stage: 'tender-observation', late: false, visibility: 'after-award' },
        content: { type: 'good-practice', ...words, observedAt: NOW, by: 'witness-1' },
      });
    expect(after1.entries.at(-1)?.actor).toEqual({ person: 'witness-1', role: 'witness' });
  });

  it('that protects somebody names the role alone, and no time', () => {
    const { file: after1 } = file({ ...seen, visibility: 'restricted' }).records({
      type: 'observation.filed.v1',
      withoutName: true,
      data: { observation: 'observation-1', stage: 'tender-observation', late: false, visibility: 'restricted' },
      content: { type: 'good-practice', ...words, observedAt: NOW, by: 'witness-1' },
    });
    expect(after1.state.subjects.get('observation-1')).toMatchObject({ visibility: 'restricted', by: 'witness-1' });
  });

  it('looks at its act and at each of its flags once', () => {
    expect(thingsSeen({ act: undefined, redFlags: undefined })).toEqual([]);
    expect(thingsSeen({ act: 'act-1', redFlags: ['flag-2', 'flag-1', 'flag-2'] })).toEqual([
      'act-1',
      'flag-2',
      'flag-1',
    ]);
  });

  it('keeps where, which documents and which official data it concerns', () => {
    const details = {
      coordinates: { latitude: -17.4, longitude: -66.2, accuracyMetres: 8 },
      pointers: ['/tender/tenderPeriod/endDate', ''],
      documentHashes: [DIGEST],
    };
    file({ ...seen, ...details }).records({
      type: 'observation.filed.v1',
      observedAt: NOW,
      data: { observation: 'observation-1', stage: 'tender-observation', late: false, visibility: 'public' },
      content: { type: 'good-practice', ...words, ...details, observedAt: NOW, by: 'witness-1' },
    });
    file({ ...seen, pointers: ['tender'] }).cannotTake('pointers/0');
  });

  it('of an earlier stage is late, and of a later one impossible', () => {
    file({ ...seen, stage: 'appointment' }).records({
      type: 'observation.filed.v1',
      observedAt: NOW,
      data: { observation: 'observation-1', stage: 'appointment', late: true, visibility: 'public' },
      content: { type: 'good-practice', ...words, observedAt: NOW, by: 'witness-1' },
    });
    file({ ...seen, stage: 'award-review' }).refuses('stage-not-reached', {
      stage: 'award-review',
      caseStage: 'tender-observation',
    });
  });

  it('is not of the future, but for the clock of a phone', () => {
    const observedAt = after(NOW, CLOCK_SKEW_MAX_MS);
    file({ ...seen, observedAt }).succeeds();
    file({ ...seen, observedAt: after(observedAt, 1) }).refuses('observed-in-the-future', {
      observedAt: after(observedAt, 1),
      now: NOW,
    });
  });

  it('is not older than the case', () => {
    file({ ...seen, observedAt: OPENED_AT }).succeeds();
    file({ ...seen, observedAt: after(OPENED_AT, -1) }).refuses('observed-before-the-case', {
      observedAt: after(OPENED_AT, -1),
      openedAt: OPENED_AT,
    });
  });

  it('keeps the zone of the clock that its time was read from', () => {
    const observedAt = '2026-03-12T08:30:00-06:00';
    file({ ...seen, observedAt }).records({
      type: 'observation.filed.v1',
      observedAt: '2026-03-12T14:30:00.000Z',
      data: { observation: 'observation-1', stage: 'tender-observation', late: false, visibility: 'public' },
      content: { type: 'good-practice', ...words, observedAt, by: 'witness-1' },
    });
  });

  it('cites provisions and red flags of the case, and points into the official data', () => {
    const { legalBasis: _, ...baseless } = finding;
    const provisions = [{ law: 'Ley de Adquisiciones', provision: 'art. 26' }];
    file({ ...baseless, provisions }).succeeds();
    file({ ...baseless, provisions: [] }).cannotTake('provisions');
    file({ ...baseless, provisions: [{ law: 'Ley de Adquisiciones' }] }).cannotTake('provisions/0/provision');
    file({ ...seen, redFlags: ['flag-1'] }).refuses('flag-unknown', { flag: 'flag-1' });
    pact
      .and(flagRaised('flag-1'))
      .when('file-observation', { ...seen, redFlags: ['flag-1'] }, { by: WITNESS, at: NOW })
      .succeeds();
    for (const pointer of ['tender', '/tender/~2', '/~', '#/tender']) {
      file({ ...seen, pointers: ['/tender', pointer] }).cannotTake('pointers/1');
    }
    file({ ...seen, pointers: ['', '/', '/a~1b/m~0n/0', '/tender/items/-'] }).succeeds();
  });

  it('is of an act that there is', () => {
    file({ ...seen, act: 'act-2' }).refuses('act-unknown', { act: 'act-2' });
  });

  it('is numbered in its case', () => {
    const next = pact.and(filed('observation-1')).when('file-observation', seen, { by: WITNESS, at: NOW }).succeeds();
    expect([...next.file.state.subjects.keys()].filter((id) => id.startsWith('observation'))).toEqual([
      'observation-1',
      'observation-2',
    ]);
  });
});

describe('the files of an observation', () => {
  it('are none that could never be handed in: nothing waits for them', () => {
    const photo = { name: 'a.jpg', mediaType: 'image/jpeg', sizeBytes: 100_000_000, sha256: DIGEST };
    file({ ...seen, files: [photo] }).succeeds();
    file({ ...seen, files: [photo, { ...photo, sizeBytes: 100_000_001 }] }).refuses('document-too-large');
    file({ ...seen, files: [{ ...photo, name: 'a.exe' }] }).refuses('document-type-unfit');
    file({ ...seen, files: [{ ...photo, name: 'a.pdf' }] }).refuses('document-type-differs');
  });
});

describe('who files an observation', () => {
  it('is a member of the team in office', () => {
    for (const by of [COORDINATOR, AUTHORITY, CHAIR, { person: 'witness-1', roles: ['member' as const] }]) {
      file(seen, by).refuses('not-permitted', { operation: 'file-observation' });
    }
    pact.and(left(WITNESS)).when('file-observation', seen, { by: WITNESS, at: NOW }).refuses('not-permitted');
  });

  it('has no impediment', () => {
    pact
      .and(declared(WITNESS, 'kinship'))
      .when('file-observation', seen, { by: WITNESS, at: NOW })
      .refuses('impediment-standing', {});
  });

  it('waits while the case is suspended', () => {
    pact.and(SUSPENDED).when('file-observation', seen, { by: WITNESS, at: NOW }).refuses('case-suspended');
  });

  it('comes when the team is appointed, and before the case is closed', () => {
    for (const stage of ['appointment', 'closed'] as const) {
      given(...caseIn('integrity-pact', stage))
        .when('file-observation', { ...seen, stage: 'appointment' }, { by: WITNESS, at: NOW })
        .refuses('wrong-stage');
    }
    given(...caseIn('integrity-pact', 'final-report'))
      .when('file-observation', seen, { by: WITNESS, at: NOW })
      .succeeds();
  });
});

describe('a finding', () => {
  it.each([
    ['minor', 0, 0],
    ['serious', 1, 0],
    ['grave', 1, 1],
  ] as const)(
    'of severity %s asks to be put to somebody, and the gravest to be escalated',
    (severity, unput, unescalated) => {
      const { head } = file({ ...finding, severity }).succeeds();
      expect([head.findingsUnput.open, head.graveUnescalated.open]).toEqual([unput, unescalated]);
    },
  );

  it('says what kind it is, how grave, and on what law it rests', () => {
    file({ ...seen, type: 'finding' }).refuses('finding-incomplete', {
      missing: ['category', 'severity', 'legalBasis'],
    });
    const { legalBasis: _, ...baseless } = finding;
    file(baseless).refuses('finding-incomplete', { missing: ['legalBasis'] });
    file({ ...baseless, noLegalBasisReason: 'Being looked up.' }).succeeds();
  });

  it('of another kind says which', () => {
    file({ ...finding, category: 'other' }).refuses('finding-incomplete', { missing: ['categoryText'] });
    file({ ...finding, category: 'other', categoryText: 'A bid in pencil.' }).succeeds();
  });

  it('is what only a finding may look like', () => {
    file({ ...seen, severity: 'minor' }).refuses('not-a-finding', { type: 'good-practice' });
    file({ ...seen, type: 'site-visit', category: 'other' }).refuses('not-a-finding', { type: 'site-visit' });
  });

  it('tells nothing of its kind in the event', () => {
    const { file: after1 } = file(finding).succeeds();
    expect(after1.entries.at(-1)?.data).toEqual({
      observation: 'observation-1',
      stage: 'tender-observation',
      late: false,
      visibility: 'public',
    });
  });
});
