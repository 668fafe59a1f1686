import { checkDocument } from '../../functions/check-document/check-document.ts';
import {
  announcing,
  checkPortsOf,
  HOSTILE_BYTES,
  hashOf,
  noticeOf,
  OTHER_BYTES,
  PHOTO_BYTES,
} from '../support/handed-in.ts';
import { pactInTender } from './given.ts';
import { refusedWith, type Story, type Teller } from './story.ts';

const FIRST = announcing(PHOTO_BYTES, { name: 'the open envelope.jpg' });
const SECOND = announcing(OTHER_BYTES, { name: 'the table.jpg' });
const PROGRAM = announcing(HOSTILE_BYTES, { name: 'minutes.pdf', mediaType: 'application/pdf' });

/** What an observation says of a file that will follow. */
const file = ({ name, mediaType, sizeBytes, sha256 }: typeof FIRST) => ({ name, mediaType, sizeBytes, sha256 });

/** What the telephone does with the form that it was given, and what the house does with what came. */
const uploads = async ({ house }: Teller, at: string, { document, bytes }: { document: string; bytes: Buffer }) => {
  const key = `incoming${at.replace('/cases', '')}/${document}`;
  house.documents.upload(key, bytes);
  await checkDocument(checkPortsOf(house))(noticeOf(key));
};

const files = async ({ say, sends, reads, heading }: Teller, at: string): Promise<void> => {
  heading('A witness files, and says which photos will follow');
  say(
    'At the opening there is hardly any signal. The observation goes first: it is small, and it names its files by their SHA-256, so nobody can exchange them later.',
  );
  await sends(
    'witness-1',
    `${at}/observations`,
    {
      type: 'good-practice',
      stage: 'tender-observation',
      observedAt: '2026-03-02T15:00:00Z',
      title: 'Envelopes on the table',
      narrative: 'All envelopes lay on the table, in sight of everybody.',
      language: 'en',
      visibility: 'public',
      files: [file(FIRST), file(SECOND)],
    },
    { status: 201, body: { created: 'observation-1' } },
  );
  say('Until its files are there and usable, it says of itself that it is incomplete:');
  await reads('', `${at}/observations/observation-1`, {
    status: 200,
    body: { incomplete: true, manifest: [{ state: 'awaited' }, { state: 'awaited' }] },
    showing: ['observation', 'incomplete', 'manifest'],
  });
};

const oneArrives = async (teller: Teller, at: string): Promise<void> => {
  const { say, sends, reads, heading } = teller;
  heading('One photo arrives');
  say('A file is announced first. The answer is a form that the store takes with exactly these bytes and no others.');
  await sends('witness-1', `${at}/documents`, FIRST, {
    status: 201,
    body: { document: 'document-1', state: 'awaited', upload: { kind: 'form' } },
  });
  say('The answer got lost on the way. The telephone announces it again, and gets a form for the same document:');
  await sends('witness-1', `${at}/documents`, FIRST, {
    status: 200,
    body: { document: 'document-1', state: 'awaited' },
    showing: ['document', 'state'],
  });
  await uploads(teller, at, { document: 'document-1', bytes: PHOTO_BYTES });
  say(
    'The telephone posts the form to the store. What came is looked into at once: its hash, its size, what it is. Then the original is locked for the years that the profile says, and a copy is made that no longer tells where and with what it was taken.',
  );
  await reads('witness-1', `${at}/documents/document-1`, {
    status: 200,
    body: { state: 'usable', is: 'photo', shared: { removed: ['gps'] } },
    showing: ['document', 'state', 'name', 'sha256', 'lockedUntil', 'shared', 'custody'],
  });
  say('Everybody gets a link to the copy, good for a minute. The original is for those who see the case whole:');
  await reads('', `${at}/documents/document-1/content`, { status: 200 });
  await reads('', `${at}/documents/document-1/content?copy=original`, refusedWith(404, 'not-found'));
};

const oneIsMissing = async ({ say, reads, sends, heading }: Teller, at: string): Promise<void> => {
  heading('One is missing');
  say('The battery died before the second photo was sent. What is still missing stands in the manifest:');
  await reads('witness-1', `${at}/observations/observation-1`, {
    status: 200,
    body: { incomplete: true, manifest: [{ state: 'usable' }, { state: 'awaited' }] },
    showing: ['incomplete', 'manifest'],
  });
  say('It is announced in the evening, and waited for. Nobody but its author adds to an observation:');
  await sends('witness-2', `${at}/documents`, SECOND, refusedWith(409, 'not-the-author'));
  await sends('witness-1', `${at}/documents`, SECOND, {
    status: 201,
    body: { document: 'document-2', state: 'awaited' },
    showing: ['document', 'state'],
  });
};

const oneIsRefused = async (teller: Teller, at: string): Promise<void> => {
  const { say, sends, reads, heading } = teller;
  heading('One is refused');
  say('Somebody gave the witness a PDF that runs a program when it is opened. It is announced like any other:');
  await sends('witness-1', `${at}/documents`, PROGRAM, {
    status: 201,
    body: { document: 'document-3' },
    showing: ['document', 'state'],
  });
  await uploads(teller, at, { document: 'document-3', bytes: HOSTILE_BYTES });
  say('It is refused with a reason, kept apart for the days of the profile, and nothing of it is served to anybody:');
  await reads('witness-1', `${at}/documents/document-3`, {
    status: 200,
    body: { state: 'refused', reason: 'active-content' },
    showing: ['document', 'state', 'name', 'reason'],
  });
  await reads('witness-1', `${at}/documents/document-3/content`, refusedWith(404, 'not-found'));
  say('What cannot be taken anyway is told before it is sent:');
  const page = { ...PROGRAM, name: 'minutes.html', mediaType: 'text/html', sha256: hashOf('page') };
  await sends('witness-1', `${at}/documents`, page, refusedWith(409, 'document-type-unfit'));
};

export const handInEvidence: Story = {
  title: 'Photos from the telephone to the sealed original',
  learns: 'how files are announced, uploaded, checked and lent, and what is said of those that are missing or refused',
  begins: '2026-03-02T15:00:00.000Z',
  tell: async (teller) => {
    const at = `/cases/${await pactInTender(teller)}`;
    await files(teller, at);
    await oneArrives(teller, at);
    await oneIsMissing(teller, at);
    await oneIsRefused(teller, at);
  },
};
