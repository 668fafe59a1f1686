import { describe, expect, it } from 'vitest';
import type { Ask } from './act.ts';
import { bodyOf } from './body-of.ts';
import { writtenOf } from './written-of.ts';

const where = { zone: 'America/Bogota' };

describe('what a form says of what was written before', () => {
  it('is sent as it was: texts, lists, groups, rows, ticks, files, and instants to the millisecond', () => {
    const asks: readonly Ask[] = [
      { name: 'title', kind: 'line' },
      { name: 'observedAt', kind: 'instant' },
      { name: 'cites', kind: 'some-of', from: 'observations' },
      { name: 'coordinates', kind: 'group', optional: true, asks: [{ name: 'latitude', kind: 'number' }] },
      { name: 'provisions', kind: 'rows', asks: [{ name: 'law', kind: 'line' }] },
      { name: 'sanitised', kind: 'tick' },
      { name: 'files', kind: 'announced', purpose: 'observation-evidence' },
    ];
    const before = {
      title: 'The bids were opened late',
      observedAt: '2026-11-30T15:04:05.678Z',
      cites: ['observation-1', 'observation-2'],
      coordinates: { latitude: -12.04 },
      provisions: [{ law: 'Law 1' }, { law: 'Law 2' }],
      sanitised: true,
      files: [{ name: 'a, "b".jpg', mediaType: 'image/jpeg', sizeBytes: 3, sha256: 'ab' }],
    };
    expect(bodyOf(asks, writtenOf(asks, before, where), where)).toEqual(before);
  });

  it('leaves out what the form does not ask for', () => {
    expect(writtenOf([{ name: 'title', kind: 'line' }], { title: 'A', by: 'witness-1' }, where)).toEqual({
      title: 'A',
    });
  });
});

describe('a field that depends on another', () => {
  const asks: readonly Ask[] = [
    { name: 'outcome', kind: 'choice', of: ['corrected', 'planned'], words: 'outcomes' },
    { name: 'on', kind: 'day', when: { field: 'outcome', is: ['planned'] } },
    {
      name: 'remedies',
      kind: 'rows',
      counts: 'remedy',
      when: { field: 'outcome', is: ['corrected'] },
      asks: [
        { name: 'observation', kind: 'line' },
        { name: 'remedy', kind: 'line' },
      ],
    },
  ];
  const written = {
    on: '2026-11-30',
    'remedies#': '2',
    'remedies/0/observation': 'observation-1',
    'remedies/0/remedy': 'eliminated',
    'remedies/1/observation': 'observation-2',
  };

  it('is left out while the other says something else; a list that must be there is empty', () => {
    expect(bodyOf(asks, { ...written, outcome: 'planned' }, where)).toEqual({
      outcome: 'planned',
      on: '2026-11-30',
      remedies: [],
    });
  });

  it('is sent while the other says so, and of rows those that say what counts', () => {
    expect(bodyOf(asks, { ...written, outcome: 'corrected' }, where)).toEqual({
      outcome: 'corrected',
      remedies: [{ observation: 'observation-1', remedy: 'eliminated' }],
    });
  });
});
