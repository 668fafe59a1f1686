import { describe, expect, it } from 'vitest';
import { DIGEST, OPENED_AT, opened } from '../../test/support/cast.ts';
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

/** No case stands there yet. */
const AFRESH = { head: undefined, now: OPENED_AT };

describe('opening a case', () => {
  it('records the instrument, the newest version of its default profile, and what was read of the process', () => {
    const imported = importing();
    expect(openCase({ instrument: 'integrity-pact' }, imported, AFRESH)).toStrictEqual({
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
          data: { sourceHash: DIGEST, bidders: 0, problems: 3, parties: 0 },
          content: { process: imported.process, problems: imported.problems },
        },
      ],
    });
  });

  it('says of an example that it is one, and of nothing else', () => {
    const decision = openCase({ instrument: 'integrity-pact', example: true }, importing(), AFRESH);
    expect('facts' in decision && decision.facts[0]?.data).toMatchObject({ example: true });
    const other = openCase({ instrument: 'integrity-pact' }, importing(), AFRESH);
    expect('facts' in other && other.facts[0]?.data).not.toHaveProperty('example');
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
    const decision = openCase({ instrument: 'integrity-pact' }, importing({ tender, contracts }), AFRESH);
    expect('facts' in decision && decision.facts[1]?.data).toStrictEqual({
      sourceHash: DIGEST,
      bidders: 0,
      problems: 3,
      parties: 0,
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
      AFRESH,
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
    const decision = openCase(input, importing(), AFRESH);
    expect('facts' in decision && decision.facts[0]?.data).toMatchObject({ implementationMonitoring });
  });

  it('takes no more bidders than a case can hold', () => {
    const { process, ...rest } = importing();
    const bidders = Array.from({ length: BIDDERS_MAX + 5 }, (_, index) => ({ name: `Bidder ${index}` }));
    const decision = openCase({ instrument: 'integrity-pact' }, { ...rest, process: { ...process, bidders } }, AFRESH);
    expect('facts' in decision && decision.facts[1]?.data).toMatchObject({ bidders: BIDDERS_MAX });
  });

  it('is done once for an instrument and a process', () => {
    const { head } = given(...opened('integrity-pact'));
    expect(openCase({ instrument: 'integrity-pact' }, importing(), { head, now: OPENED_AT })).toStrictEqual({
      refusal: { word: 'case-exists', facts: { case: head.case } },
    });
  });

  it('needs a profile that there is', () => {
    expect(openCase({ instrument: 'integrity-pact', profile: 'mx-unheard-of' }, importing(), AFRESH)).toStrictEqual({
      refusal: {
        word: 'profile-unknown',
        facts: {
          profiles: [
            'ti-integrity-pact',
            'do-183-15',
            'mx-federal-2000',
            'mx-federal-2025',
            'mx-coahuila',
            'co-ley-850',
          ],
        },
      },
    });
  });

  it('needs a profile that rules the instrument', () => {
    expect(openCase({ instrument: 'integrity-pact', profile: 'do-183-15' }, importing(), AFRESH)).toStrictEqual({
      refusal: {
        word: 'profile-not-for-instrument',
        facts: { profile: 'do-183-15', instrument: 'oversight-committee' },
      },
    });
  });
});

describe('a profile that does not rule', () => {
  const opens = (profile: string, now: string, fields: Readonly<Record<string, unknown>> = {}) => {
    const decision = openCase({ instrument: 'integrity-pact', profile }, importing(fields), { head: undefined, now });
    return 'refusal' in decision ? decision.refusal : 'opens';
  };
  const tenderFrom = (startDate: string) => ({ tender: { id: 'T-1', tenderPeriod: { startDate } } });

  it('is refused with the days between which it does', () => {
    expect(opens('mx-federal-2000', OPENED_AT)).toStrictEqual({
      word: 'profile-not-valid',
      facts: {
        profile: 'mx-federal-2000',
        judgedBy: 'opening',
        judgedAt: OPENED_AT,
        zone: 'America/Mexico_City',
        validTo: '2025-04-16',
      },
    });
  });

  it.each([
    ['mx-federal-2000', '2025-04-17T05:59:59.999Z', true],
    ['mx-federal-2000', '2025-04-17T06:00:00.000Z', false],
    ['mx-federal-2025', '2025-04-17T05:59:59.999Z', false],
    ['mx-federal-2025', '2025-04-17T06:00:00.000Z', true],
    ['mx-coahuila', '2010-01-01T00:00:00.000Z', true],
    ['ti-integrity-pact', '1995-01-01T00:00:00.000Z', true],
    ['ti-integrity-pact', '2090-01-01T00:00:00.000Z', true],
  ])('is judged in its own zone: %s at %s', (profile, now, ruled) => {
    expect(opens(profile, now) === 'opens').toBe(ruled);
  });

  it('is judged on the day on which the tender starts, where the official data say so', () => {
    const old = tenderFrom('2025-04-16T12:00:00-06:00');
    const recent = tenderFrom('2025-04-17T12:00:00-06:00');
    expect(opens('mx-federal-2000', OPENED_AT, old)).toBe('opens');
    expect(opens('mx-federal-2025', '2025-03-01T15:00:00.000Z', recent)).toBe('opens');
    expect(opens('mx-federal-2000', '2025-03-01T15:00:00.000Z', recent)).toMatchObject({ word: 'profile-not-valid' });
    expect(opens('mx-federal-2025', OPENED_AT, old)).toStrictEqual({
      word: 'profile-not-valid',
      facts: {
        profile: 'mx-federal-2025',
        judgedBy: 'tender-start',
        judgedAt: '2025-04-16T18:00:00.000Z',
        zone: 'America/Mexico_City',
        validFrom: '2025-04-17',
      },
    });
  });
});
