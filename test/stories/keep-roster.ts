import { BRIDGE } from './official-data.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const ACCREDITATION = {
  number: 'TS-001',
  issuer: 'National Register of Social Witnesses',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  specialities: ['works'],
};

const enrol = async ({ say, sends, reads, heading }: Teller): Promise<void> => {
  heading('Put somebody into the roster');
  const entry = {
    person: 'witness-1',
    kind: 'person',
    name: 'Ana Ejemplo',
    email: 'ana@veedor.example',
    accreditation: ACCREDITATION,
  };
  say('Who chooses teams does not make people eligible: a coordinator reads the roster, an administrator keeps it.');
  await sends('coordinator-1', '/roster', entry, refusedWith(403, 'not-permitted'));
  await sends('administrator-1', '/roster', entry, { status: 201 });
  await sends('administrator-1', '/roster', entry, refusedWith(409, 'roster-entry-exists'));
  say('The public sees that an accreditation exists. Names, contacts and numbers of documents stay apart:');
  await reads('', '/roster/witness-1', { status: 200, body: { person: 'witness-1' } });
};

const importTable = async ({ say, reads, wires, heading }: Teller): Promise<void> => {
  heading('Import a table');
  say(
    'Registers arrive as tables. Each row has a result of its own: an accreditation that ends before it begins and a day that does not exist are refused with their place, and the rows around them are kept.',
  );
  const body = [
    'person,kind,name,number,issuer,validFrom,validTo',
    'witness-2,person,Berta Ejemplo,TS-002,National Register,2026-01-01,2027-12-31',
    'witness-7,person,Carla Ejemplo,TS-007,National Register,2026-01-01,2025-12-31',
    'witness-8,person,Diana Ejemplo,TS-008,National Register,2026-02-30,2027-12-31',
    'witness-9,organisation,Puentes y Pueblos A.C.,TS-009,National Register,2026-01-01,2027-12-31',
  ].join('\n');
  const table = (key: string) =>
    ({
      method: 'POST',
      path: '/roster/imports',
      person: 'administrator-1',
      headers: { 'content-type': 'text/csv', 'idempotency-key': key },
      body,
    }) as const;
  const key = 'c1d1a4f2-5b8e-4c07-9a43-0f6d2e7b8a11';
  const imported = await wires(table(key), { status: 200, body: { rows: 4, created: 2, refused: 2, finished: true } });
  say('Sent again under the same key, as after a broken connection, it answers the same and does nothing twice.');
  await wires(table(key), { status: 200, body: { created: 2, refused: 2 }, showing: ['created', 'refused'] });
  say('What became of every row stays there to be read:');
  const { import: id } = imported.body as { import: string };
  await reads('administrator-1', `/roster/imports/${id}`, { status: 200 });
};

const appoint = async ({ say, sends, reads, before, heading, told, later }: Teller): Promise<void> => {
  heading('Propose only who is accredited');
  say(
    'The law of this case asks for accredited witnesses, accredited for as long as the case is expected to last. Who is not in the roster cannot be proposed:',
  );
  const opened = await before('coordinator-1', '/cases', {
    instrument: 'integrity-pact',
    profile: 'mx-federal-2025',
    ocds: BRIDGE,
  });
  const at = `/cases/${(opened.body as { case: string }).case}`;
  const team = `${at}/team`;
  await sends(
    'coordinator-1',
    team,
    { person: 'witness-3', reason: 'Knows bridges.' },
    refusedWith(409, 'not-accredited'),
  );
  say('An accreditation is granted for days that follow each other:');
  await before('administrator-1', '/roster', {
    person: 'witness-3',
    kind: 'person',
    name: 'Eva Ejemplo',
    interests: [{ kind: 'employer', name: 'PUENTES DEL COLIBRI, S.A. DE C.V.' }],
  });
  const grants = '/roster/witness-3/accreditations';
  await sends(
    'administrator-1',
    grants,
    { ...ACCREDITATION, number: 'TS-003', validTo: '2025-12-31' },
    refusedWith(422, 'accreditation-ends-before'),
  );
  await sends('administrator-1', grants, { ...ACCREDITATION, number: 'TS-003' }, { status: 201 });
  say(
    'The roster says that this person works for a company that bids here. The proposal is made, and with it the impediment is on record: two names can be alike by chance, so a coordinator rules on it, or proposes another.',
  );
  await sends(
    'coordinator-1',
    team,
    { person: 'witness-3', reason: 'Knows bridges.' },
    {
      status: 200,
      body: {
        recorded: [{ type: 'member.proposed.v1' }, { type: 'interests.enrolled.v1' }, { type: 'impediment.found.v1' }],
      },
    },
  );
  await reads('coordinator-1', `${at}/impediments`, {
    status: 200,
    body: { items: [{ person: 'witness-3', impeded: true, matches: [{ from: 'roster', by: 'name' }] }] },
  });
  await sends(
    'coordinator-1',
    `${team}/witness-3/ruling`,
    { stands: false, reason: 'Another company of the same name.' },
    { status: 200 },
  );
  await before('coordinator-1', team, { person: 'witness-1', reason: 'Of the region.' });
  await before('witness-1', `${team}/acceptance`);
  heading('Suspend an accreditation');
  say(
    'Whoever sees a danger can stop it: a suspension is a coordinator’s too, with a reason. Every case in which the person sits learns of it by itself.',
  );
  const accreditation = '/roster/witness-1/accreditations/accreditation-1';
  await sends(
    'coordinator-1',
    `${accreditation}/suspension`,
    { reason: 'The register looks into a complaint.' },
    { status: 200 },
  );
  await told();
  await reads('', at, {
    status: 200,
    body: { team: [{ person: 'witness-3' }, { person: 'witness-1', accreditation: 'suspended' }] },
    showing: ['case', 'team'],
  });
  say('A suspended witness stays in the team and does nothing there. Only the register lets it hold again:');
  await sends(
    'coordinator-1',
    `${accreditation}/reinstatement`,
    { reason: 'It came to nothing.' },
    refusedWith(403, 'not-permitted'),
  );
  await later(1);
  await sends('administrator-1', `${accreditation}/reinstatement`, { reason: 'It came to nothing.' }, { status: 200 });
};

export const keepRoster: Story = {
  title: 'Keeping the roster',
  learns:
    'how people are accredited one by one and by table, that errors in the middle lose nothing, and what a suspension does in a case',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    await enrol(teller);
    await importTable(teller);
    await appoint(teller);
  },
};
