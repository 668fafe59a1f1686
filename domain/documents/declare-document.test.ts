import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import {
  ANYBODY,
  AUTHORITY,
  after,
  CHAIR,
  COORDINATOR,
  caseIn,
  SECOND_WITNESS,
  SYSTEM,
  WITNESS,
} from '../../test/support/cast.ts';
import { documentOf as document, PHOTO, foundUsable as usable } from '../../test/support/documents/photo.ts';
import { given } from '../../test/support/specification.ts';
import { asked, drafted, filed, notified } from '../../test/support/watch-facts.ts';
import { UPLOADS } from './document-state.ts';
import { UPLOAD_DAYS_MAX } from './limits.ts';
import { EXTENSIONS } from './media-types.ts';

const MS_PER_DAY = 86_400_000;
const seen = (visibility: 'public' | 'after-award' | 'restricted') =>
  given(...caseIn('integrity-pact', 'tender-observation'), filed('observation-1', { visibility }));
const open = seen('public');
const declared = open.when('declare-document', PHOTO, { by: WITNESS }).succeeds();

describe('a file', () => {
  it('is announced with what it is and what it belongs to; its name is content', () => {
    const { name, mediaType, ...told } = PHOTO;
    open.when('declare-document', PHOTO, { by: WITNESS }).records({
      type: 'document.declared.v1',
      data: { document: 'document-1', told: told as never },
      content: { ...told, name, mediaType, by: 'witness-1' },
    });
    expect(document(declared)).toMatchObject({ state: 'awaited', by: 'witness-1', attachedTo: 'observation-1' });
    expect(declared.head.documents).toEqual({ files: 1, bytes: 50_000 });
  });

  it.each(['after-award', 'restricted'] as const)(
    'of what is sealed (%s) is told to nobody by its event',
    (visibility) => {
      const { name, ...told } = PHOTO;
      seen(visibility)
        .when('declare-document', PHOTO, { by: WITNESS })
        .records({
          type: 'document.declared.v1',
          data: { document: 'document-1' },
          content: { ...told, name, by: 'witness-1' },
          withoutName: true,
        });
    },
  );

  it('is announced once: the same bytes again are the same document', () => {
    declared.when('declare-document', PHOTO, { by: WITNESS }).refuses('document-declared', { document: 'document-1' });
  });

  it('that was refused can be announced again', () => {
    const checking = declared
      .when('record-arrival', { document: 'document-1', arrivedAt: declared.file.now }, { by: SYSTEM })
      .succeeds();
    const refused = checking
      .when('refuse-document', { document: 'document-1', reason: 'malformed' }, { by: SYSTEM })
      .records({
        type: 'document.refused.v1',
        data: { document: 'document-1', reason: 'malformed' },
        content: { reason: 'malformed', quarantineDays: 30 },
      });
    expect(refused.head.documents).toEqual({ files: 0, bytes: 0 });
    expect(refused.file.state.subjects.get(UPLOADS)).toMatchObject({ people: { 'witness-1': { files: 0, bytes: 0 } } });
    refused.when('declare-document', PHOTO, { by: WITNESS }).succeeds();
  });

  it.each([
    ['a path', { name: '../etc/passwd.jpg' }, 'name'],
    ['a path of Windows', { name: 'C:\\photo.jpg' }, 'name'],
    ['no name', { name: '' }, 'name'],
    ['more than 255 bytes', { name: `${'ñ'.repeat(126)}.jpg` }, 'name'],
    ['no bytes', { sizeBytes: 0 }, 'sizeBytes'],
    ['more bytes than are taken', { sizeBytes: 500_000_001 }, 'sizeBytes'],
    ['no type', { mediaType: 'photo' }, 'mediaType'],
    ['more than a type', { mediaType: 'image/jpeg; q=1' }, 'mediaType'],
    ['something before its type', { mediaType: 'a image/jpeg' }, 'mediaType'],
    ['no hash', { sha256: 'x' }, 'sha256'],
    ['nothing that it belongs to', { attachedTo: 'act-1' }, 'attachedTo'],
  ])('with %s cannot be announced', (_what, wrong, field) => {
    open.when('declare-document', { ...PHOTO, ...wrong }, { by: WITNESS }).cannotTake(field);
  });

  it.each([
    ['a photo', 'a.jpg', 'image/jpeg', 100_000_000],
    ['a letter', 'a.eml', 'message/rfc822', 100_000_000],
    ['data', 'a.json', 'application/json', 32_000_000],
  ])('of %s is told at once when it is too large to look into', (_what, name, mediaType, bytesMax) => {
    const file = { ...PHOTO, name, mediaType, sizeBytes: bytesMax };
    open.when('declare-document', file, { by: WITNESS }).succeeds();
    open
      .when('declare-document', { ...file, sizeBytes: bytesMax + 1 }, { by: WITNESS })
      .refuses('document-too-large', { extension: name.slice(2), bytesMax });
  });

  it('of a film may be as large as any', () => {
    const film = { ...PHOTO, name: 'visit.mp4', mediaType: 'video/mp4', sizeBytes: 500_000_000 };
    open.when('declare-document', film, { by: WITNESS }).succeeds();
  });

  it('is declared as what it is called, by any name of it', () => {
    open
      .when('declare-document', { ...PHOTO, name: 'photo.png' }, { by: WITNESS })
      .refuses('document-type-differs', { extension: 'png', mediaType: 'image/png' });
    for (const mediaType of ['image/jpg', 'IMAGE/JPEG'])
      open.when('declare-document', { ...PHOTO, mediaType }, { by: WITNESS }).succeeds();
  });

  it.each(['foto nº 3 (río).jpg', '写真.JPG', `${'x'.repeat(251)}.jpg`, '.jpg'])('may be called %s', (name) => {
    open.when('declare-document', { ...PHOTO, name }, { by: WITNESS }).succeeds();
  });

  it.each(['page.html', 'drawing.svg', 'program.exe', 'noextension'])('called %s is not taken', (name) => {
    open
      .when('declare-document', { ...PHOTO, name }, { by: WITNESS })
      .refuses('document-type-unfit', { extensions: EXTENSIONS });
  });
});

describe('the text of the pact', () => {
  const text = { ...PHOTO, purpose: 'pact-text', attachedTo: 'pact' };

  it('is the one that was deposited, once one was', () => {
    open.when('declare-document', text, { by: COORDINATOR }).succeeds();
    const deposited = open
      .when(
        'deposit-pact-text',
        { documentHash: PHOTO.sha256, title: 'Pacto', language: 'es', version: '1' },
        { by: COORDINATOR },
      )
      .succeeds();
    const other = { ...text, sha256: sha256('another text') };
    deposited
      .when('declare-document', other, { by: AUTHORITY })
      .refuses('pact-text-differs', { documentHash: PHOTO.sha256, edition: 1 });
    deposited.when('declare-document', text, { by: AUTHORITY }).succeeds();
  });
});

describe('evidence', () => {
  it('is handed in by the author of the observation, while it stands', () => {
    const observation = 'observation-1';
    open.when('declare-document', PHOTO, { by: SECOND_WITNESS }).refuses('not-the-author', { observation });
    open
      .when('declare-document', { ...PHOTO, attachedTo: 'observation-9' }, { by: WITNESS })
      .refuses('observation-unknown', { observation: 'observation-9' });
    open
      .when('withdraw-observation', { observation: 'observation-1', reason: 'Mistaken.' }, { by: WITNESS })
      .succeeds()
      .when('declare-document', PHOTO, { by: WITNESS })
      .refuses('observation-withdrawn', { observation });
    open.when('declare-document', PHOTO, { by: COORDINATOR }).refuses('purpose-unfit', {
      purpose: 'observation-evidence',
      attachedTo: ['observation'],
      roles: ['witness', 'member'],
    });
    open.when('declare-document', { ...PHOTO, attachedTo: 'pact' }, { by: WITNESS }).refuses('purpose-unfit');
  });

  it('of a finding that was not put to the authority looks absent to it', () => {
    const reply = { ...PHOTO, purpose: 'reply-attachment' };
    const hidden = open.when('declare-document', reply, { by: AUTHORITY }).refused();
    const absent = open
      .when('declare-document', { ...reply, attachedTo: 'observation-9' }, { by: AUTHORITY })
      .refused();
    expect([hidden, absent]).toEqual(
      ['observation-1', 'observation-9'].map((observation) => ({
        word: 'observation-unknown',
        facts: { observation },
      })),
    );
    const finding = given(
      ...caseIn('integrity-pact', 'tender-observation'),
      filed('observation-1', { severity: 'grave' }),
    );
    finding.when('declare-document', reply, { by: AUTHORITY }).refuses('observation-unknown');
    const put = finding.and(notified('observation-1'));
    put.when('declare-document', reply, { by: AUTHORITY }).succeeds();
    // The same photo proves something else in another hand.
    put
      .when('declare-document', PHOTO, { by: WITNESS })
      .succeeds()
      .when('declare-document', reply, { by: AUTHORITY })
      .succeeds();
  });
});

describe('other purposes', () => {
  it.each([
    ['pact-text', 'pact', COORDINATOR],
    ['pact-text', 'pact', AUTHORITY],
    ['access-copy', 'access:bidding-documents', WITNESS],
  ])('%s is attached to %s', (purpose, attachedTo, by) => {
    open.when('declare-document', { ...PHOTO, purpose, attachedTo }, { by }).succeeds();
  });

  it('belong to their instrument', () => {
    const act = { ...PHOTO, purpose: 'signed-act', attachedTo: 'constitution' };
    open
      .when('declare-document', act, { by: COORDINATOR })
      .refuses('not-for-this-instrument', { purpose: 'signed-act' });
    const committee = given(...caseIn('oversight-committee', 'tender-observation'));
    committee.when('declare-document', act, { by: CHAIR }).succeeds();
    committee
      .when('declare-document', { ...PHOTO, purpose: 'pact-text', attachedTo: 'pact' }, { by: COORDINATOR })
      .refuses('not-for-this-instrument', { purpose: 'pact-text' });
  });

  it('need what they belong to', () => {
    const annex = { ...PHOTO, purpose: 'report-annex', attachedTo: 'report-1' };
    open.when('declare-document', annex, { by: WITNESS }).refuses('report-unknown', { report: 'report-1' });
    open.and(drafted('report-1', 'tender-observation')).when('declare-document', annex, { by: WITNESS }).succeeds();
    const reply = { ...PHOTO, purpose: 'reply-attachment', attachedTo: 'question-1' };
    const unknown = ['question-unknown', { question: 'question-1' }] as const;
    open.when('declare-document', reply, { by: AUTHORITY }).refuses(...unknown);
    open.and(asked('question-1')).when('declare-document', reply, { by: AUTHORITY }).succeeds();
    // What the authority asked the team is answered by the team.
    open
      .and(asked('question-1', { to: 'team' }))
      .when('declare-document', reply, { by: AUTHORITY })
      .refuses(...unknown);
  });

  it('of a tip are for whoever holds its code', () => {
    const receipt = '0123456789abcdef0123456789abcdef';
    const told = open.when('send-tip', { receipt, text: 'Look.', language: 'es' }, { by: ANYBODY }).succeeds();
    const file = { ...PHOTO, purpose: 'tip-file', attachedTo: 'tip-1', receipt };
    const { receipt: _, ...content } = file;
    const taken = told.when('declare-document', file, { by: ANYBODY }).records({
      type: 'document.declared.v1',
      withoutName: true,
      data: { document: 'document-1' },
      content: { ...content, by: 'unnamed' },
    });
    expect(JSON.stringify(taken.file.entries.at(-1))).not.toContain(receipt);
    told
      .when('declare-document', { ...file, receipt: 'fedcba9876543210fedcba9876543210' }, { by: ANYBODY })
      .refuses('tip-unknown', {});
    told.when('declare-document', { ...file, attachedTo: 'tip-2' }, { by: ANYBODY }).refuses('tip-unknown', {});
    told.when('declare-document', { ...file, purpose: 'pact-text' }, { by: ANYBODY }).refuses('purpose-unfit');
    told.when('declare-document', content, { by: ANYBODY }).refuses('purpose-unfit');
    open.when('declare-document', { ...PHOTO, receipt }, { by: WITNESS }).refuses('purpose-unfit');
  });
});

describe('a new version', () => {
  const other = { ...PHOTO, sha256: sha256('better photo'), supersedes: 'document-1' };

  it('keeps the old one, and follows the newest of the same hand', () => {
    const next = declared.when('declare-document', other, { by: WITNESS }).succeeds();
    expect(document(next)).toMatchObject({ supersededBy: 'document-2' });
    expect(document(next, 'document-2')).toMatchObject({ supersedes: 'document-1' });
    next
      .when('declare-document', { ...other, sha256: sha256('third') }, { by: WITNESS })
      .refuses('document-superseded', { supersededBy: 'document-2' });
    declared
      .when('declare-document', { ...other, supersedes: 'document-7' }, { by: WITNESS })
      .refuses('document-unknown', { document: 'document-7' });
  });

  it('is of the same hand, for the same purpose, and belongs to the same thing', () => {
    const copy = { ...PHOTO, purpose: 'access-copy', attachedTo: 'access:contract' };
    const told = declared.when('declare-document', copy, { by: WITNESS }).succeeds();
    const follows = (supersedes: string, over: object, by = WITNESS) =>
      told.when('declare-document', { ...copy, sha256: sha256('next'), supersedes, ...over }, { by });
    const unknown = ['document-unknown', { document: 'document-2' }] as const;
    follows('document-2', {}).succeeds();
    follows('document-2', {}, SECOND_WITNESS).refuses(...unknown);
    follows('document-2', { attachedTo: 'access:award-ruling' }).refuses(...unknown);
    follows('document-2', { purpose: 'observation-evidence', attachedTo: 'observation-1' }).refuses(...unknown);
    follows('document-1', {}).refuses('document-unknown', { document: 'document-1' });
  });

  it('that is refused takes no place', () => {
    const lapsed = declared
      .when('declare-document', other, { by: WITNESS })
      .succeeds()
      .when(
        'lapse-upload',
        { document: 'document-2' },
        { by: SYSTEM, at: after(declared.file.now, UPLOAD_DAYS_MAX * MS_PER_DAY) },
      )
      .succeeds();
    expect(document(lapsed)).not.toHaveProperty('supersededBy');
  });
});

describe('a version with something left out', () => {
  const redaction = {
    ...PHOTO,
    sha256: sha256('without the face'),
    redacts: 'document-1',
    reason: 'A face was left out.',
  };

  it('is published by a coordinator, of a usable original, with the reason', () => {
    declared.when('declare-document', redaction, { by: COORDINATOR }).refuses('document-state', { state: 'awaited' });
    const ready = usable(declared);
    ready.when('declare-document', redaction, { by: WITNESS }).refuses('purpose-unfit');
    ready.when('declare-document', { ...redaction, reason: undefined }, { by: COORDINATOR }).refuses('reason-missing');
    ready
      .when('declare-document', { ...redaction, redacts: 'document-9' }, { by: COORDINATOR })
      .refuses('document-unknown', { document: 'document-9' });
    ready
      .when('declare-document', { ...redaction, purpose: 'reply-attachment' }, { by: COORDINATOR })
      .refuses('document-unknown', { document: 'document-1' });
    const announced = ready.when('declare-document', redaction, { by: COORDINATOR }).succeeds();
    expect(document(announced)).not.toHaveProperty('redactedBy');
    const redacted = usable(announced, 'document-2');
    expect(document(redacted)).toMatchObject({ redactedBy: 'document-2' });
    const again = { ...redaction, sha256: sha256('without the hands'), redacts: 'document-2' };
    redacted
      .when('declare-document', again, { by: COORDINATOR })
      .refuses('document-unknown', { document: 'document-2' });
  });

  it('is never one of a tip: the coordinator tells the team what it says', () => {
    const receipt = '0123456789abcdef0123456789abcdef';
    const told = open.when('send-tip', { receipt, text: 'Look.', language: 'es' }, { by: ANYBODY }).succeeds();
    const file = { ...PHOTO, purpose: 'tip-file', attachedTo: 'tip-1', receipt };
    usable(told.when('declare-document', file, { by: ANYBODY }).succeeds())
      .when('declare-document', { ...redaction, ...file, sha256: redaction.sha256 }, { by: COORDINATOR })
      .refuses('purpose-unfit');
  });
});
