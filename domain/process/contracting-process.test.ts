import { describe, expect, it } from 'vitest';
import { OCID, problemsOf, release } from '../../test/support/ocds.ts';
import {
  AWARDS_MAX,
  BIDDERS_MAX,
  BIDS_MAX,
  bytesOf,
  CONTRACTS_MAX,
  contractingProcess,
  PARTIES_MAX,
  PROCESS_BYTES_MAX,
  SUPPLIERS_MAX,
  TENDERERS_OF_BID_MAX,
} from './contracting-process.ts';
import { readOcds } from './read-ocds.ts';

/** A content item of the table holds a process with its problems and a salt, and no item of DynamoDB is larger than 400 KB. */
const CONTENT_BYTES_MAX = 380_000;

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_none, index) => make(index));

/** Everything that a release can be full of, each entry and text larger than is kept. `letter` decides how many bytes each takes. */
const crowded = (letter: string, count: number) => {
  const long = (index: number) => `${index}${letter.repeat(4_000)}`;
  const party = (index: number) => ({
    id: `P-${index}`,
    name: long(index),
    identifier: { scheme: long(index), id: long(index) },
    roles: ['tenderer', 'supplier', 'buyer', 'procuringEntity'],
  });
  const value = { amount: 123_456_789_012.34, currency: 'MXN' };
  const period = { startDate: '2026-03-01T00:00:00Z', endDate: '2026-03-02T00:00:00Z' };
  return release({
    parties: many(count, party),
    tender: {
      title: long(1),
      description: long(1),
      value,
      tenderPeriod: period,
      enquiryPeriod: period,
      awardPeriod: period,
      tenderers: many(count, (index) => ({ id: `P-${index}` })),
    },
    awards: many(count, (index) => ({
      id: long(index),
      date: '2026-03-02T00:00:00Z',
      value,
      suppliers: many(5, (supplier) => ({ id: `P-${(index + supplier) % count}` })),
      items: many(5, (item) => ({ classification: { scheme: long(item), id: `${10 + item}000000` } })),
    })),
    bids: {
      details: many(count, (index) => ({
        id: long(index),
        date: '2026-03-02T00:00:00Z',
        value,
        tenderers: many(5, (tenderer) => ({ id: `P-${(index + tenderer) % count}` })),
      })),
    },
    contracts: many(count, (index) => ({ id: long(index), awardID: long(index), period, value })),
  });
};

describe('a process', () => {
  it.each([
    ['ASCII', 'x'],
    ['accents', 'á'],
    ['three bytes', '語'],
    ['four bytes', '🌉'],
    ['escapes', '"'],
  ])('stays within its bytes however crowded its release is, in %s', (_what, letter) => {
    const reading = readOcds(crowded(letter, 300));
    const [process] = reading.processes;
    expect(contractingProcess.parse(process)).toEqual(process);
    expect(bytesOf(process)).toBeLessThan(PROCESS_BYTES_MAX);
    expect(bytesOf(process)).toBeGreaterThan(PROCESS_BYTES_MAX / 2);
    expect(bytesOf({ process, problems: reading.problems })).toBeLessThan(CONTENT_BYTES_MAX);
  });

  it('keeps so many of each list, and lists the first that it does not', () => {
    const entries = many(BIDDERS_MAX + 1, (index) => ({ id: `P-${index}`, name: `P ${index}`, roles: [] }));
    const small = many(BIDDERS_MAX + 1, (index) => ({ id: `A-${index}` }));
    const reading = readOcds(
      release({
        parties: entries,
        tender: { tenderers: entries },
        awards: [{ id: 'A-full', suppliers: entries }, ...small],
        contracts: small,
        bids: { details: [{ id: 'B-full', tenderers: entries }, ...small] },
      }),
    );
    const [process] = reading.processes;
    expect(process?.bidders).toHaveLength(BIDDERS_MAX);
    expect(process?.parties).toHaveLength(PARTIES_MAX);
    expect(process?.awards).toHaveLength(AWARDS_MAX);
    expect(process?.awards[0]?.suppliers).toHaveLength(SUPPLIERS_MAX);
    expect(process?.contracts).toHaveLength(CONTRACTS_MAX);
    expect(process?.bids).toHaveLength(BIDS_MAX);
    expect(process?.bids?.[0]?.tenderers).toHaveLength(TENDERERS_OF_BID_MAX);
    expect(process?.bidsLeftOut).toBe(2);
    expect(problemsOf(reading).toSorted()).toEqual([
      `too-many /awards/0/suppliers/${SUPPLIERS_MAX}`,
      `too-many /awards/${AWARDS_MAX}`,
      `too-many /bids/details/0/tenderers/${TENDERERS_OF_BID_MAX}`,
      `too-many /bids/details/${BIDS_MAX}`,
      `too-many /contracts/${CONTRACTS_MAX}`,
      `too-many /parties/${PARTIES_MAX}`,
      `too-many /tender/tenderers/${BIDDERS_MAX}`,
    ]);
  });
});

describe('the schema of a process', () => {
  const documents = { planning: 0, tender: 0, awards: 0, contracts: 0, implementation: 0 };
  const least = { ocid: OCID, title: 'A', bidders: [], awards: [], contracts: [], parties: [], documents };

  it('takes the least that a process can be', () => {
    expect(contractingProcess.parse(least)).toEqual(least);
    expect(readOcds({ ocid: OCID, tender: { title: 'A' } }).processes).toEqual([least]);
  });

  it.each([
    ['a field of nobody', { ...least, secret: 1 }],
    ['a field that is undefined', { ...least, description: undefined }],
    ['an ocid with a space', { ...least, ocid: 'a b' }],
    ['a text that changes direction', { ...least, title: 'a\u202eb' }],
    ['an instant that is not UTC', { ...least, publishedAt: '2026-01-01T00:00:00-06:00' }],
    ['a status of nobody', { ...least, tenderStatus: 'Pending' }],
    ['an amount below nothing', { ...least, value: { amount: -1, currency: 'MXN' } }],
    ['more bidders than are kept', { ...least, bidders: many(BIDDERS_MAX + 1, () => ({ name: 'A' })) }],
    [
      'more bytes than are kept',
      {
        ...least,
        awards: many(AWARDS_MAX, () => ({ id: 'A', suppliers: many(9, () => ({ name: 'x'.repeat(300) })) })),
      },
    ],
  ])('refuses %s', (_what, process) => {
    expect(contractingProcess.safeParse(process).success).toBe(false);
  });
});
