import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  CHAIR,
  COORDINATOR,
  caseIn,
  elected,
  joined,
  liaisons,
  MEMBER,
  opened,
  SECRETARY,
  SYSTEM,
} from '../../test/support/cast.ts';
import { documentOf, foundUsable } from '../../test/support/documents/photo.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { actNaming } from './file-of-act.ts';

const [ONE, OTHER] = ['1'.repeat(64), '2'.repeat(64)];
const file = (sha256: string, over: object = {}) => ({
  name: 'acta.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 10,
  sha256,
  purpose: 'signed-act',
  attachedTo: 'constitution',
  ...over,
});
const act = { object: 'To watch the purchase.', durationMonths: 12, registered: true, documentHash: ONE };
const committee = given(
  ...opened('oversight-committee'),
  ...joined(CHAIR),
  ...joined(SECRETARY),
  ...joined(MEMBER),
  elected(CHAIR, 'chair'),
  elected(SECRETARY, 'secretary'),
);
const handedIn = committee.when('declare-document', file(ONE), { by: MEMBER }).succeeds();
const refused = (before: Given, reason: string): Given =>
  before
    .when('record-arrival', { document: 'document-1', arrivedAt: before.file.now }, { by: SYSTEM })
    .succeeds()
    .when('refuse-document', { document: 'document-1', reason }, { by: SYSTEM })
    .succeeds();
const constitutes = (before: Given, documentHash: string) =>
  before.when('constitute-committee', { ...act, documentHash }, { by: MEMBER });

describe('the act of constitution and its file', () => {
  it('agree: the file with the hash of the act is shown as the one that proves it', () => {
    const constituted = constitutes(foundUsable(handedIn), ONE).succeeds();
    const { head, file: after } = constituted;
    expect(documentOf(constituted)).toMatchObject({ attachedTo: 'constitution', sha256: ONE, state: 'usable' });
    expect(actNaming(head, { attachedTo: 'constitution', sha256: ONE })).toEqual({
      act: 'constitution',
      recordedIn: after.entries.length,
    });
    expect(actNaming(head, { attachedTo: 'constitution', sha256: OTHER })).toBeUndefined();
  });

  it('may both be a paper that nobody handed in', () => {
    constitutes(committee, OTHER).succeeds();
  });

  it('are not taken for each other while files are there and none has the hash of the act', () => {
    const differs = { documentHash: OTHER, handedIn: [ONE] };
    constitutes(handedIn, OTHER).refuses('act-file-differs', differs);
    constitutes(foundUsable(handedIn), OTHER).refuses('act-file-differs', differs);
    constitutes(refused(handedIn, 'malformed'), OTHER).succeeds();
  });

  it('wait for each other: a file that is on its way, or was refused, proves nothing', () => {
    constitutes(handedIn, ONE).refuses('act-file-unusable', { document: 'document-1', state: 'awaited' });
    const facts = { document: 'document-1', state: 'refused', reason: 'malformed' };
    constitutes(refused(handedIn, 'malformed'), ONE).refuses('act-file-unusable', facts);
  });

  it('of a later act are held against each other as well, where that file is there', () => {
    const constituted = constitutes(foundUsable(handedIn), ONE).succeeds();
    const extension = { months: 2, reason: 'The works take longer.', documentHash: OTHER };
    constituted.when('extend-committee', extension, { by: MEMBER }).succeeds();
    const minutes = constituted.when('declare-document', file(OTHER), { by: MEMBER }).succeeds();
    const awaited = { document: 'document-2', state: 'awaited' };
    minutes.when('extend-committee', extension, { by: MEMBER }).refuses('act-file-unusable', awaited);
    const vote = { for: 3, against: 0, abstain: 0 };
    const end = { cause: 'object-fulfilled', explanation: 'All is watched.', vote, documentHash: OTHER };
    const watching = given(...caseIn('oversight-committee', 'tender-observation'));
    const before = watching.when('declare-document', file(OTHER), { by: MEMBER }).succeeds();
    before
      .when('dissolve-committee', end, { by: MEMBER })
      .refuses('act-file-unusable', { ...awaited, document: 'document-1' });
  });
});

describe('the text of the pact and its file', () => {
  const pact = given(...opened('integrity-pact'), ...liaisons('integrity-pact'));
  const text = { purpose: 'pact-text', attachedTo: 'pact' };
  const declared = pact.when('declare-document', file(ONE, text), { by: COORDINATOR }).succeeds();
  const awaited = { document: 'document-1', state: 'awaited' };

  it('agree before the text is deposited', () => {
    const deposits = (before: Given, documentHash: string) =>
      before.when('deposit-pact-text', { documentHash }, { by: COORDINATOR });
    deposits(declared, ONE).refuses('act-file-unusable', awaited);
    deposits(foundUsable(declared), OTHER).refuses('act-file-differs', { documentHash: OTHER, handedIn: [ONE] });
    const { head } = deposits(foundUsable(declared), ONE).succeeds();
    expect(actNaming(head, { attachedTo: 'pact', sha256: ONE })).toMatchObject({ act: 'pact-text' });
  });

  it('agree before the authority signs', () => {
    const signs = (before: Given) => before.when('sign-pact-for-authority', { documentHash: ONE }, { by: AUTHORITY });
    signs(declared).refuses('act-file-unusable', awaited);
    signs(foundUsable(declared)).succeeds();
  });
});
