import { describe, expect, it } from 'vitest';
import { OCID, readOne, release } from '../../test/support/ocds.ts';
import { DESCRIPTION_LENGTH_MAX, PROCESS_TITLE_LENGTH_MAX } from './contracting-process.ts';

const titled = (title: unknown) => readOne(release({ tender: { title } }));
const described = (description: unknown) => readOne(release({ tender: { description } }));

describe('a text', () => {
  it.each([
    ['a control character', 'Puente\u0000 nuevo'],
    ['a change of direction', 'Puente\u202e nuevo'],
    ['an invisible character', 'Puen\u200bte nuevo'],
    ['a tag character', 'Puente\u{e0041} nuevo'],
  ])('with %s is used without it, and listed', (_what, title) => {
    const { process, problems } = titled(title);
    expect(process.title).toBe('Puente nuevo');
    expect(problems).toEqual(['text-cleaned /tender/title']);
  });

  it('with half a character is used with the sign for it, and listed', () => {
    const { process, problems } = titled('Puente \ud83c nuevo');
    expect(process.title).toBe('Puente \ufffd nuevo');
    expect(problems).toEqual(['text-cleaned /tender/title']);
  });

  it('keeps whole characters beyond the basic plane', () => {
    expect(titled('Puente 🌉')).toMatchObject({ process: { title: 'Puente 🌉' }, problems: [] });
  });

  it('of one line has single spaces', () => {
    expect(titled('  Puente \n\t nuevo\u00a0 ')).toMatchObject({ process: { title: 'Puente nuevo' }, problems: [] });
  });

  it('of several lines keeps them', () => {
    expect(described(' Uno.\r\nDos.\rTres. ')).toMatchObject({
      process: { description: 'Uno.\nDos.\nTres.' },
      problems: [],
    });
  });

  it('longer than is kept is cut, and listed', () => {
    const { process, problems } = titled('á'.repeat(PROCESS_TITLE_LENGTH_MAX + 1));
    expect(process.title).toBe('á'.repeat(PROCESS_TITLE_LENGTH_MAX));
    expect(problems).toEqual(['text-cut /tender/title']);
  });

  it('is never cut inside a character', () => {
    const { process } = described(`x${'🌉'.repeat(DESCRIPTION_LENGTH_MAX)}`);
    expect(process.description).toBe(`x${'🌉'.repeat(DESCRIPTION_LENGTH_MAX / 2 - 1)}`);
  });

  it.each([null, '', ' \n ', '\u0301'])('with nothing to read is none: %j', (title) => {
    expect(titled(title).process.title).toBe(OCID);
  });

  it.each([[5], [true], [['Puente']], [{ es: 'Puente' }]])('that is no text is not used: %j', (title) => {
    const { process, problems } = titled(title);
    expect(process.title).toBe(OCID);
    expect(problems).toEqual(['wrong-type /tender/title']);
  });
});

describe('the title of a process', () => {
  it('is that of its tender', () => {
    const { process } = readOne(release({ tender: { title: 'Tender' }, awards: [{ id: '1', title: 'Award' }] }));
    expect(process.title).toBe('Tender');
  });

  it('is that of the first award or contract that has one, when the tender has none', () => {
    const awards = [{ id: '1' }, { id: '2', title: 'Award' }];
    const contracts = [{ id: '3', title: 'Contract' }];
    expect(readOne(release({ awards, contracts })).process.title).toBe('Award');
    expect(readOne(release({ contracts })).process.title).toBe('Contract');
  });
});

describe('a code', () => {
  it.each(['planning', 'planned', 'active', 'cancelled', 'unsuccessful', 'complete', 'withdrawn'])(
    'of the code list is used: %s',
    (status) => {
      expect(readOne(release({ tender: { status } }))).toMatchObject({
        process: { tenderStatus: status },
        problems: [],
      });
    },
  );

  it('in another case is used, and listed', () => {
    const { process, problems } = readOne(release({ awards: [{ id: '1', status: 'Pending' }] }));
    expect(process.awards[0]?.status).toBe('pending');
    expect(problems).toEqual(['code-irregular /awards/0/status']);
  });

  it('that hits one of mixed case becomes that', () => {
    const { process } = readOne(release({ parties: [{ id: '1', name: 'A', roles: ['PROCURINGENTITY'] }] }));
    expect(process.parties[0]?.roles).toEqual(['procuringEntity']);
  });

  it.each(['Adjudicada', 'constructor', '__proto__'])('of no code list is not used, and listed: %s', (status) => {
    const { process, problems } = readOne(release({ tender: { status } }));
    expect(process).not.toHaveProperty('tenderStatus');
    expect(problems).toEqual(['code-unknown /tender/status']);
  });

  it('of the method and of the category stands for itself', () => {
    const tender = { procurementMethod: 'selective', mainProcurementCategory: 'Works' };
    expect(readOne(release({ tender }))).toMatchObject({
      process: { procurementMethod: 'selective', category: 'works' },
      problems: ['code-irregular /tender/mainProcurementCategory'],
    });
  });
});

describe('the language', () => {
  it.each([
    ['es', 'es'],
    ['ES', 'es'],
    ['pt-BR', 'pt-BR'],
  ])('is a tag: %s', (language, read) => {
    expect(readOne(release({ language }))).toMatchObject({ process: { language: read }, problems: [] });
  });

  it('that is no tag is not used', () => {
    const { process, problems } = readOne(release({ language: 'español' }));
    expect(process).not.toHaveProperty('language');
    expect(problems).toEqual(['language-unreadable /language']);
  });
});
