import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { ADDED_CODES, OWN_CODELISTS } from '../../domain/open-data/codelists.ts';
import { composeRelease } from '../../domain/open-data/compose-release.ts';
import { extensionFiles } from '../../domain/open-data/extension/files.ts';
import type { RecordedCase } from '../../domain/open-data/fold-case.ts';
import { recordPackageOf, releasePackageOf } from '../../domain/open-data/packages.ts';
import { PROCESS } from '../../domain/process/process-state.ts';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { subjectOf } from '../../domain/state.ts';
import { type JsonObject, once } from '../../events/shapes.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { publishOpenData } from '../../functions/publish-open-data/publish-open-data.ts';
import { arrived } from '../support/journey.ts';
import { extensionFlaws, isOfficialThere, officialCodes, officialFlaws } from '../support/ocds-schema.ts';
import { recordedCases } from '../support/recorded-case.ts';

const ORIGIN = 'https://veedor.example';
const PACKAGED = { origin: ORIGIN, uri: `${ORIGIN}/cases/case/ocds/release`, publisher: 'Veedor' };

/** The journeys are walked once: what is composed from them is what is tried here. */
const walked = new Map(
  INSTRUMENTS.map((instrument) => [
    instrument,
    once(async () => {
      const { house, caseId } = await arrived(instrument);
      return { house, read: () => recordedCases(house.cases, caseId) };
    }),
  ]),
);

const recordOf = async (instrument: InstrumentId) => {
  const { read } = await walkOf(instrument);
  return read();
};

const walkOf = async (instrument: InstrumentId) => {
  const walk = await walked.get(instrument)?.();
  if (walk === undefined) throw new Error(`${instrument} has a journey.`);
  return walk;
};

/** The static files, as they are written for whoever finds the case in the directory. */
const filesOf = async (instrument: InstrumentId) => {
  const { house } = await walkOf(instrument);
  await publishOpenData(house)();
  return house;
};

interface Moment {
  readonly recorded: RecordedCase;
  readonly release: JsonObject;
}

/** What somebody finds by walking down, wherever it stands. */
const allOf = (value: unknown, field: string): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each) => allOf(each, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [
    ...(name === field ? [inside].flat() : []),
    ...allOf(inside, field),
  ]);
};

describe.each(INSTRUMENTS)('the open data of a case of %s, after each of its events,', (instrument) => {
  let moments: readonly Moment[];
  let again: readonly string[];
  beforeAll(async () => {
    const read = async () => {
      const { moments: recorded, contentOf } = await recordOf(instrument);
      return recorded.map((each) => ({
        recorded: each,
        release: composeRelease(each, { origin: ORIGIN, contentOf }),
      }));
    };
    moments = await read();
    again = (await read()).map(({ release }) => JSON.stringify(release));
  });

  it('says the same in the same bytes', () => {
    expect(moments.length).toBeGreaterThan(30);
    expect(moments.map(({ release }) => JSON.stringify(release))).toEqual(again);
    expect(new Set(moments.map(({ release }) => release['id'])).size).toBe(moments.length);
  });

  it('is valid by the schema of the extension', () => {
    const flawsIn = extensionFlaws();
    expect(moments.flatMap(({ release }) => flawsIn(release))).toEqual([]);
  });

  describe.skipIf(!isOfficialThere)(`and OCDS 1.1.5${isOfficialThere ? '' : ' (which is not there)'}`, () => {
    it('agree: every release and record package is valid, and no field is unknown', () => {
      const flawsIn = officialFlaws();
      expect(moments.flatMap(({ release }) => flawsIn(releasePackageOf(release, PACKAGED)))).toEqual([]);
      expect(moments.slice(-1).flatMap(({ release }) => flawsIn(recordPackageOf(release, PACKAGED)))).toEqual([]);
    });

    it('agree on the static file of the case, and on each line of its part', async () => {
      const { openData } = await filesOf(instrument);
      const texts = [...openData.files].filter(([path]) => path.startsWith('cases/')).map(([, { text }]) => text);
      const lines = [...openData.files]
        .filter(([path]) => path.startsWith('records/'))
        .flatMap(([, { text }]) => text.split('\n').slice(0, -1));
      expect([texts.length, lines.length]).toEqual([1, 1]);
      const flawsIn = officialFlaws();
      const around = JSON.parse(texts[0] ?? '{}');
      expect(flawsIn(around)).toEqual([]);
      expect(lines.flatMap((line) => flawsIn({ ...around, records: [JSON.parse(line)] }))).toEqual([]);
    });

    it('agree on the codes of open lists, with those that the extension adds', () => {
      for (const { release } of moments) {
        const { tender, contracts } = release;
        const known = (list: 'partyRole' | 'documentType') =>
          new Set([...officialCodes(list), ...Object.keys(ADDED_CODES[list])]);
        const unknown = [
          ...allOf(release['parties'], 'roles').filter((role) => !known('partyRole').has(String(role))),
          ...allOf(release, 'documentType').filter((type) => !known('documentType').has(String(type))),
          ...allOf([allOf(tender, 'milestones'), allOf(contracts, 'milestones')], 'type').filter(
            (type) => !officialCodes('milestoneType').has(String(type)),
          ),
        ];
        expect(unknown).toEqual([]);
      }
    });
  });

  it('refers to parties that it lists', () => {
    for (const { release } of moments) {
      const listed = new Set(allOf(release['parties'], 'id'));
      const references = ['tenderers', 'suppliers', 'buyer', 'procuringEntity'].flatMap((field) =>
        allOf(release, field).flatMap((party) => allOf(party, 'id').slice(0, 1)),
      );
      expect(references.filter((id) => !listed.has(id))).toEqual([]);
    }
  });

  it('is read by our own reader as the process that it was composed from', () => {
    for (const { recorded, release } of moments) {
      const process = subjectOf(recorded.subjects, 'process', PROCESS)?.process;
      if (process === undefined) continue;
      const { processes } = readOcds(recordPackageOf(release, PACKAGED));
      const { parties, documents, contracts, awards, publishedAt: _, ...read } = processes[0] ?? {};
      const { parties: ours, documents: __, contracts: signed, awards: ruled, publishedAt: ___, ...told } = process;
      expect(read).toMatchObject({ ...told, bidders: expect.arrayContaining(told.bidders) });
      expect(parties).toEqual(expect.arrayContaining(ours.map(({ name }) => expect.objectContaining({ name }))));
      expect(awards?.slice(0, ruled.length)).toEqual(ruled);
      expect(contracts?.slice(0, signed.length)).toEqual(signed);
      expect(documents).toBeDefined();
    }
  });
});

describe('the open data of a pact', () => {
  const observation = (release: JsonObject, id: string) =>
    allOf(release['oversight'], 'observations').find((each) => (each as JsonObject)['id'] === id) as
      | JsonObject
      | undefined;

  it('tells an observation that waits for the award by its hash until the embargo is over, and a restricted one never', async () => {
    const { moments, contentOf } = await recordOf('integrity-pact');
    const releases = moments.map((each) => composeRelease(each, { origin: ORIGIN, contentOf }));
    const told = releases.flatMap((release, index) => {
      const found = observation(release, 'observation-2');
      return found === undefined ? [] : [{ found, isAwarded: moments[index]?.head.award !== undefined }];
    });
    const kept = told.filter(({ found }) => found['seal'] !== 'open').map(({ found }) => found);
    expect(new Set(kept.map((each) => each['seal']))).toEqual(new Set(['until-award', 'embargo-extended']));
    expect(kept.every((each) => typeof each['contentHash'] === 'string')).toBe(true);
    expect(kept.filter((each) => 'title' in each || 'category' in each || 'observer' in each)).toEqual([]);
    const open = told.filter(({ found }) => found['seal'] === 'open');
    expect(open.every(({ isAwarded }) => isAwarded)).toBe(true);
    expect(open.at(-1)?.found).toMatchObject({ title: 'The second envelope lay open', remedy: 'eliminated' });
    expect(JSON.stringify(releases)).not.toContain('threatened');
    // It was opened by two people, and then its author took it back.
    expect(releases.filter((release) => JSON.stringify(release).includes('A worker told')).length).toBeGreaterThan(0);
    const last = releases.at(-1) ?? {};
    expect(JSON.stringify(last)).not.toContain('A worker told');
    expect(observation(last, 'observation-5')).toMatchObject({ withdrawalReason: 'The worker was mistaken.' });
  });

  it('leaves out texts first and then older things where not all of it fits, and says so', async () => {
    const { moments, contentOf } = await recordOf('integrity-pact');
    const last = moments.at(-1);
    if (last === undefined) throw new Error('The journey has events.');
    const whole = composeRelease(last, { origin: ORIGIN, contentOf });
    const bytes = JSON.stringify(whole).length;
    expect(composeRelease(last, { origin: ORIGIN, contentOf, bytesMax: bytes * 2 })).toEqual(whole);
    const small = composeRelease(last, { origin: ORIGIN, contentOf, bytesMax: bytes - 600 });
    expect(allOf(small, 'leftOut')).toEqual([expect.objectContaining({ textsLongerThan: 0 })]);
    expect(observation(small, 'observation-2')).toMatchObject({ title: 'The second envelope lay open' });
    expect(observation(small, 'observation-2')).not.toHaveProperty('description');
    expect(extensionFlaws()(small)).toEqual([]);
  });
});

describe('the extension', () => {
  it.each(LANGUAGES)('has every file that it names, in %s', (language) => {
    const files = extensionFiles(ORIGIN, language);
    const [extension] = files.filter(({ path }) => path === 'extension.json').map(({ text }) => JSON.parse(text()));
    expect(extension.schemas).toEqual(['release-schema.json']);
    expect(extension.codelists.map((name: string) => `codelists/${name}`)).toEqual(
      files.map(({ path }) => path).filter((path) => path.endsWith('.csv')),
    );
    expect(Object.keys(extension.documentationUrl).toSorted()).toEqual(LANGUAGES.toSorted());
  });

  it('lists each code once with a title and a meaning, and every list that its schema names', () => {
    const files = extensionFiles(ORIGIN, 'en');
    for (const { path, text } of files.filter((file) => file.path.endsWith('.csv'))) {
      const rows: Record<string, string>[] = parse(text(), { columns: true });
      expect([path, new Set(rows.map(({ Code }) => Code)).size]).toEqual([path, rows.length]);
      expect(rows.filter(({ Code, Title, Description }) => !(Code && Title && Description))).toEqual([]);
    }
    const schema = files.find(({ path }) => path === 'release-schema.json')?.text() ?? '';
    const named = new Set(allOf(JSON.parse(schema), 'codelist').map((name) => String(name).replace('.csv', '')));
    expect([...named].toSorted()).toEqual(Object.keys(OWN_CODELISTS).toSorted());
  });

  it('says the same things in every language, in words of its own', () => {
    const [es, pt, en] = LANGUAGES.map((language) => extensionFiles(ORIGIN, language));
    expect(es?.map(({ path }) => path)).toEqual(en?.map(({ path }) => path));
    const readmes = [en, es, pt].map((files) => files?.find(({ path }) => path === 'README.md')?.text());
    expect(new Set(readmes).size).toBe(3);
    for (const files of [es, pt]) {
      const same = files?.filter(({ text }, index) => text() === en?.[index]?.text()).map(({ path }) => path);
      expect(same).toEqual(['extension.json']);
    }
  });
});
