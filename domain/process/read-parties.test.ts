import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';

const COLIBRI = { id: 'P-1', name: 'Obras Colibrí', identifier: { scheme: 'X-REG', id: '1' }, roles: ['tenderer'] };
const MAGUEY = { id: 'P-2', name: 'Obras Maguey', identifier: { scheme: 'X-REG', id: '2' }, roles: ['tenderer'] };
const AUTHORITY = { id: 'B-1', name: 'Secretaría', identifier: { scheme: 'X-GOB', id: '9' }, roles: ['buyer'] };

describe('a party', () => {
  it('carries its official identifier and its roles', () => {
    const { process, problems } = readOne(release({ parties: [AUTHORITY] }));
    expect(process.parties).toEqual([
      { name: 'Secretaría', identifier: { scheme: 'X-GOB', id: '9' }, roles: ['buyer'] },
    ]);
    expect(problems).toEqual([]);
  });

  it('without an official identifier carries the id of the publisher, without a scheme', () => {
    const parties = [{ id: 'B-1', name: 'Secretaría', identifier: { scheme: 'X-GOB' }, roles: ['buyer'] }];
    expect(readOne(release({ parties })).process.parties).toEqual([
      { name: 'Secretaría', identifier: { id: 'B-1' }, roles: ['buyer'] },
    ]);
  });

  it('may have a number for an id', () => {
    const parties = [{ name: 'A', identifier: { scheme: 'X', id: 7 }, roles: [] }];
    expect(readOne(release({ parties })).process.parties[0]?.identifier).toEqual({ scheme: 'X', id: '7' });
  });

  it('without a name is called by its legal name, or by its id', () => {
    const parties = [{ id: '1', identifier: { legalName: 'Legal' } }, { id: '2' }];
    const { process, problems } = readOne(release({ parties }));
    expect(process.parties.map(({ name }) => name)).toEqual(['Legal', '2']);
    expect(problems).toEqual(['name-missing /parties/0', 'name-missing /parties/1']);
  });

  it('that nobody can tell from others is not used', () => {
    const { process, problems } = readOne(release({ parties: [{ roles: ['buyer'] }, 'Obras'] }));
    expect(process.parties).toEqual([]);
    expect(problems).toEqual(['wrong-type /parties/1', 'party-empty /parties/0']);
  });

  it('that stands twice is one, with the roles of both', () => {
    const parties = [AUTHORITY, { ...AUTHORITY, roles: ['procuringEntity', 'buyer'] }];
    const { process, problems } = readOne(release({ parties }));
    expect(process.parties.map(({ roles }) => roles)).toEqual([['buyer', 'procuringEntity']]);
    expect(problems).toEqual(['duplicate-id /parties/1']);
  });

  it('may hold a lone role for a list of one; roles that OCDS does not know are listed', () => {
    const parties = [
      { id: '1', name: 'A', roles: 'buyer' },
      { id: '2', name: 'B', roles: ['witch', 5, 'payer'] },
    ];
    const { process, problems } = readOne(release({ parties }));
    expect(process.parties.map(({ roles }) => roles)).toEqual([['buyer'], ['payer']]);
    expect(problems).toEqual([
      'not-a-list /parties/0/roles',
      'code-unknown /parties/1/roles/0',
      'wrong-type /parties/1/roles/1',
    ]);
  });
});

describe('a reference to a party', () => {
  const buyer = (reference: unknown, parties: readonly unknown[] = [AUTHORITY, COLIBRI]) =>
    readOne(release({ parties, buyer: reference }));

  it('is the party of that id', () => {
    const { process, problems } = buyer({ id: 'B-1', name: 'SECRETARIA' });
    expect(process.buyer).toEqual({ name: 'Secretaría', identifier: { scheme: 'X-GOB', id: '9' } });
    expect(problems).toEqual([]);
  });

  it('is found by its official identifier, or by its name, and listed', () => {
    for (const reference of [{ id: '9' }, { id: 'wrong', name: 'Secretaria' }, { name: 'secretaría' }]) {
      const { process, problems } = buyer(reference);
      expect(process.buyer?.identifier).toEqual({ scheme: 'X-GOB', id: '9' });
      expect(problems).toEqual(['party-id-differs /buyer']);
    }
  });

  it('that several parties could mean is the first of them', () => {
    const twin = { ...AUTHORITY, id: 'B-2', identifier: { scheme: 'X-GOB', id: '10' } };
    expect(buyer({ name: 'Secretaría' }, [AUTHORITY, twin]).process.buyer?.identifier?.id).toBe('9');
  });

  it('has the name that stands under parties', () => {
    const { process, problems } = buyer({ id: 'B-1', name: 'Somebody else' });
    expect(process.buyer?.name).toBe('Secretaría');
    expect(problems).toEqual(['party-name-differs /buyer/name']);
  });

  it('to nobody under parties is used as it stands', () => {
    const { process, problems } = buyer({ id: 'B-7', name: 'Alcaldía' });
    expect(process.buyer).toEqual({ name: 'Alcaldía', identifier: { id: 'B-7' } });
    expect(problems).toEqual(['party-unlisted /buyer']);
  });

  it('in a release without parties is listed once for all of them', () => {
    const { problems } = readOne(
      release({ buyer: { id: '1', name: 'A' }, tender: { procuringEntity: { id: '2', name: 'B' } } }),
    );
    expect(problems).toEqual(['parties-missing ']);
  });

  it('that does not stand there is replaced by whoever holds the role', () => {
    expect(buyer(undefined).process.buyer?.name).toBe('Secretaría');
    expect(buyer(undefined).process).not.toHaveProperty('procuringEntity');
  });
});

describe('the bidders', () => {
  it('are the tenderers of the tender', () => {
    const tender = { numberOfTenderers: 2, tenderers: [{ id: 'P-1', name: 'Obras Colibrí' }, { id: 'P-2' }] };
    const { process, problems } = readOne(release({ parties: [COLIBRI, MAGUEY], tender }));
    expect(process.bidders.map(({ name }) => name)).toEqual(['Obras Colibrí', 'Obras Maguey']);
    expect(problems).toEqual([]);
  });

  it('hold whoever is a tenderer under parties, but no supplier, when the tender lists tenderers', () => {
    const supplier = { id: 'P-3', name: 'Member of a consortium', roles: ['supplier'] };
    const { process, problems } = readOne(
      release({
        parties: [COLIBRI, MAGUEY, supplier],
        tender: { tenderers: [{ id: 'P-1' }] },
        awards: [{ id: '1', suppliers: [{ id: 'P-3' }] }],
      }),
    );
    expect(process.bidders.map(({ name }) => name)).toEqual(['Obras Colibrí', 'Obras Maguey']);
    expect(problems).toEqual(['supplier-not-tenderer /awards/0/suppliers/0']);
  });

  it('hold the suppliers when no list of tenderers says who bid', () => {
    const supplier = { ...MAGUEY, roles: ['supplier'] };
    const { process, problems } = readOne(
      release({ parties: [COLIBRI, supplier], awards: [{ id: '1', suppliers: [{ id: 'P-2' }] }] }),
    );
    expect(process.bidders.map(({ name }) => name)).toEqual(['Obras Colibrí', 'Obras Maguey']);
    expect(problems).toEqual([]);
  });

  it('are one by identifier, whatever their names', () => {
    const parties = [COLIBRI, { ...COLIBRI, id: 'P-9', name: 'Colibrí Obras' }];
    expect(readOne(release({ parties })).process.bidders).toHaveLength(1);
  });

  it('are one by name, when identifiers do not tell them apart', () => {
    const parties = [COLIBRI, { id: 'P-9', name: 'OBRAS  COLIBRI', roles: ['tenderer'] }];
    expect(readOne(release({ parties })).process.bidders).toHaveLength(1);
  });

  it('are two of one name, when identifiers of one scheme say so', () => {
    const parties = [COLIBRI, { ...COLIBRI, id: 'P-9', identifier: { scheme: 'X-REG', id: '77' } }];
    expect(readOne(release({ parties })).process.bidders).toHaveLength(2);
  });

  it('are two of one number, when their schemes differ', () => {
    const parties = [COLIBRI, { ...MAGUEY, identifier: { scheme: 'Y-REG', id: '1' } }];
    expect(readOne(release({ parties })).process.bidders).toHaveLength(2);
  });

  it('are listed as miscounted when more are named than the tender counts', () => {
    const { process, problems } = readOne(release({ parties: [COLIBRI, MAGUEY], tender: { numberOfTenderers: 1 } }));
    expect(process).toMatchObject({ numberOfTenderers: 1, bidders: [{}, {}] });
    expect(problems).toEqual(['tenderers-miscounted /tender/numberOfTenderers']);
  });
});
