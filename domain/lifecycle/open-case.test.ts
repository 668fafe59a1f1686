import { describe, expect, it } from 'vitest';
import { DIGEST, opened } from '../../test/support/cast.ts';
import { OCID, readOne, release } from '../../test/support/ocds.ts';
import { given } from '../../test/support/specification.ts';
import { BIDDERS_MAX } from '../state.ts';
import { type ImportedProcess, openCase } from './open-case.ts';

const importing = (fields: Readonly<Record<string, unknown>> = {}): ImportedProcess => ({
  process: readOne(release(fields)).process,
  sourceHash: DIGEST,
  problems: [{ pointer: '/tender', problem: 'is missing', code: 'missing' }],
  problemCount: 3,
});

describe('opening a case', () => {
  it('records the instrument, the newest version of its default profile, and what was read of the process', () => {
    const imported = importing();
    expect(openCase({ instrument: 'integrity-pact' }, imported, undefined)).toStrictEqual({
      facts: [
        {
          type: 'case.opened.v1',
          data: {
            ocid: OCID,
            instrument: 'integrity-pact',
            profile: { id: 'ti-integrity-pact', version: 1 },
            implementationMonitoring: true,
          },
        },
        {
          type: 'process.imported.v1',
          data: { sourceHash: DIGEST, bidders: 0, problems: 3 },
          content: { process: imported.process, problems: imported.problems },
        },
      ],
    });
  });

  it('keeps the dates that the official data state', () => {
    const tender = {
      id: 'T-1',
      tenderPeriod: { startDate: '2026-01-05T12:00:00Z', endDate: '2026-02-05T12:00:00Z' },
      awardPeriod: { endDate: '2026-03-05T12:00:00Z' },
    };
    const contracts = [
      {
        id: 'C-1',
        awardID: 'A-1',
        dateSigned: '2026-03-09T12:00:00Z',
        period: { startDate: '2026-03-10T12:00:00Z', endDate: '2026-06-10T12:00:00Z' },
      },
    ];
    const decision = openCase({ instrument: 'integrity-pact' }, importing({ tender, contracts }), undefined);
    expect('facts' in decision && decision.facts[1]?.data).toStrictEqual({
      sourceHash: DIGEST,
      bidders: 0,
      problems: 3,
      tenderStartAt: '2026-01-05T12:00:00.000Z',
      tenderEndAt: '2026-02-05T12:00:00.000Z',
      awardDueAt: '2026-03-05T12:00:00.000Z',
      contractSignedAt: '2026-03-09T12:00:00.000Z',
      contractEndAt: '2026-06-10T12:00:00.000Z',
    });
  });

  it('raises the red flags of the official data with it', () => {
    const tender = { id: 'T-1', procurementMethod: 'open', numberOfTenderers: 1 };
    const decision = openCase(
      { instrument: 'oversight-committee' },
      importing({ tender, awards: [{ id: 'A-1', status: 'active' }] }),
      undefined,
    );
    expect('facts' in decision && decision.facts.slice(2)).toStrictEqual([
      { type: 'flag.raised.v1', data: { flag: 'flag-1', code: 'R018', values: { tenderers: 1 } } },
    ]);
  });

  it.each([
    ['what is asked for', { instrument: 'integrity-pact', implementationMonitoring: false } as const, false],
    ['the default of a pact', { instrument: 'integrity-pact' } as const, true],
    ['the default of a committee', { instrument: 'oversight-committee' } as const, false],
  ])('watches the implementation by %s', (_, input, implementationMonitoring) => {
    const decision = openCase(input, importing(), undefined);
    expect('facts' in decision && decision.facts[0]?.data).toMatchObject({ implementationMonitoring });
  });

  it('takes no more bidders than a case can hold', () => {
    const { process, ...rest } = importing();
    const bidders = Array.from({ length: BIDDERS_MAX + 5 }, (_, index) => ({ name: `Bidder ${index}` }));
    const decision = openCase(
      { instrument: 'integrity-pact' },
      { ...rest, process: { ...process, bidders } },
      undefined,
    );
    expect('facts' in decision && decision.facts[1]?.data).toMatchObject({ bidders: BIDDERS_MAX });
  });

  it('is done once for an instrument and a process', () => {
    const { head } = given(...opened('integrity-pact'));
    expect(openCase({ instrument: 'integrity-pact' }, importing(), head)).toStrictEqual({
      refusal: { word: 'case-exists', facts: { case: head.case } },
    });
  });

  it('needs a profile that there is', () => {
    expect(openCase({ instrument: 'integrity-pact', profile: 'mx-unheard-of' }, importing(), undefined)).toStrictEqual({
      refusal: { word: 'profile-unknown', facts: { profiles: ['ti-integrity-pact', 'do-183-15'] } },
    });
  });

  it('needs a profile that rules the instrument', () => {
    expect(openCase({ instrument: 'integrity-pact', profile: 'do-183-15' }, importing(), undefined)).toStrictEqual({
      refusal: {
        word: 'profile-not-for-instrument',
        facts: { profile: 'do-183-15', instrument: 'oversight-committee' },
      },
    });
  });
});
