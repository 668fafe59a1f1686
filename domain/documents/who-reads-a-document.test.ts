import { describe, expect, it } from 'vitest';
import type { DocumentPurpose } from '../../events/vocabulary.ts';
import {
  AUDITOR,
  AUTHORITY,
  accredited,
  BIDDER,
  CHAIR,
  CONTROL,
  COORDINATOR,
  caseIn,
  DIGEST,
  joined,
  left,
  MEMBER,
  SECOND_WITNESS,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  adopted,
  asked,
  awarded,
  drafted,
  escalated,
  filed,
  notified,
  published,
  sentForReply,
} from '../../test/support/watch-facts.ts';
import type { Reader } from '../observations/seal.ts';
import { subjectOf } from '../state.ts';
import { behindDocument, isEverybodys, mayReadAttached, mayReadDocument } from './may-read-document.ts';

/** Was in the team, handed something in, and left. */
const GONE = { person: 'witness-7', roles: ['witness'] } as const;
const READERS: Readonly<Record<string, Reader>> = {
  public: { roles: ['public'] },
  gone: GONE,
  authority: AUTHORITY,
  bidder: BIDDER,
  control: CONTROL,
  otherControl: { person: 'control-2', roles: ['control-authority'] },
  second: SECOND_WITNESS,
  witness: WITNESS,
  coordinator: COORDINATOR,
  auditor: AUDITOR,
};
const EVERYBODY = Object.keys(READERS);
const SEE_ALL = ['second', 'witness', 'coordinator', 'auditor'];

const watched = given(
  ...caseIn('integrity-pact', 'award-review'),
  ...joined(GONE),
  accredited({ person: 'control-2', roles: [] }, { kind: 'control-authority', controlAuthority: 'supreme-audit' }),
);

type Hanging = { readonly by?: string; readonly redacts?: string; readonly document?: string };

/** A file that hangs on a thing, as somebody announced it. */
const announced = (
  purpose: DocumentPurpose,
  attachedTo: string,
  { by = WITNESS.person, document = 'document-1', ...over }: Hanging = {},
): ToldFact => ({
  type: 'document.declared.v1',
  data: { document },
  content: { purpose, attachedTo, by, sha256: DIGEST, sizeBytes: 1, mediaType: 'image/jpeg', name: 'a.jpg', ...over },
});
const usable = (document = 'document-1'): ToldFact => ({
  type: 'document.usable.v1',
  data: { document, lockedUntil: '2036-03-02T00:00:00.000Z' },
  content: { is: 'photo', mediaType: 'image/jpeg' },
});
const handedIn = (...told: Parameters<typeof announced>): readonly ToldFact[] => [
  announced(...told),
  usable(told[2]?.document),
];

const look = ({ file, head }: Given, id: string) => {
  const document = subjectOf(file.state.subjects, 'document', id);
  if (document === undefined) throw new Error('There is no such document.');
  const behind = behindDocument(document);
  // No more at hand than what the rule asks for.
  const subjects = new Map([...file.state.subjects].filter(([each]) => behind.includes(each)));
  return { document, reading: { head, subjects, now: file.now } };
};

const readersOf = (of: Given, may: typeof mayReadDocument, id = 'document-1'): readonly string[] => {
  const { document, reading } = look(of, id);
  const among = (subjects: typeof reading.subjects) =>
    EVERYBODY.filter((name) => may({ ...reading, subjects, reader: READERS[name] ?? { roles: [] } }, document));
  const readers = among(reading.subjects);
  // With nothing at hand nobody reads more.
  expect(among(new Map()).filter((name) => !readers.includes(name))).toEqual([]);
  const everybodys = isEverybodys(reading, document);
  if (may === mayReadAttached) expect(everybodys).toBe(readers.includes('public'));
  return readers;
};
const whoReads = (...facts: readonly (ToldFact | readonly ToldFact[])[]) =>
  readersOf(watched.and(facts.flat()), mayReadAttached);
const whoKnows = (of: Given, id?: string) => readersOf(of, mayReadDocument, id);

describe('evidence of an observation', () => {
  const evidence = handedIn('observation-evidence', 'observation-1', { by: GONE.person });
  const seen = (visibility: 'public' | 'after-award' | 'restricted') =>
    filed('observation-1', { by: GONE, severity: 'grave', visibility });

  it('is read by whoever reads the observation', () => {
    expect(whoReads(seen('public'), evidence)).toEqual(EVERYBODY);
    expect(whoReads(seen('after-award'), evidence, left(GONE))).toEqual(['gone', ...SEE_ALL]);
    expect(whoReads(seen('after-award'), evidence, awarded())).toEqual(EVERYBODY);
    expect(whoReads(seen('restricted'), evidence, left(GONE))).toEqual(['gone', ...SEE_ALL]);
  });

  it('and of one that was put to the authority or escalated by them too', () => {
    const put = [notified('observation-1'), escalated('escalation-1', ['observation-1'])];
    expect(whoReads(seen('restricted'), evidence, put, left(GONE))).toEqual([
      'gone',
      'authority',
      'control',
      ...SEE_ALL,
    ]);
    const reply = handedIn('reply-attachment', 'observation-1', { by: AUTHORITY.person });
    expect(whoReads(seen('restricted'), put, reply, left(GONE))).toEqual(['gone', 'authority', 'control', ...SEE_ALL]);
  });

  it('of which something was left out is read so by people outside, and whole by the team and by whoever handed it in', () => {
    const redaction = announced('observation-evidence', 'observation-1', {
      by: COORDINATOR.person,
      document: 'document-2',
      redacts: 'document-1',
    });
    const told = watched.and(seen('public'), evidence, left(GONE), redaction);
    expect(whoKnows(told)).toEqual(EVERYBODY);
    const shown = told.and(usable('document-2'));
    expect(readersOf(shown, mayReadAttached)).toEqual(['gone', ...SEE_ALL]);
    expect(readersOf(shown, mayReadAttached, 'document-2')).toEqual(EVERYBODY);
  });
});

describe('what hangs on a question', () => {
  const reply = handedIn('reply-attachment', 'question-1', { by: AUTHORITY.person });

  it('is read by whoever reads the question', () => {
    expect(whoReads(asked('question-1'), reply)).toEqual(EVERYBODY);
    expect(whoReads(asked('question-1', { visibility: 'after-award' }), reply, left(GONE))).toEqual([
      'authority',
      ...SEE_ALL,
    ]);
  });
});

describe('an annex', () => {
  it('is read by whoever reads its report', () => {
    const annex = handedIn('report-annex', 'report-1');
    const draft = [drafted('report-1', 'tender-observation'), ...annex, left(GONE)];
    expect(whoReads(draft)).toEqual(SEE_ALL);
    expect(whoReads(draft, sentForReply('report-1'))).toEqual(['authority', ...SEE_ALL]);
    const out = [adopted('report-1', 'tender-observation'), published('report-1', 'tender-observation')];
    expect(whoReads(draft, out)).toEqual(EVERYBODY);
  });
});

describe('a file of a tip', () => {
  const TIP: ToldFact = {
    type: 'tip.received.v1',
    data: { tip: 'tip-1', files: 1, answerDueAt: '2026-04-02T00:00:00.000Z' },
    content: { text: 'Gravel.', language: 'es', files: [], receiptHash: DIGEST },
  };
  const file = handedIn('tip-file', 'tip-1', { by: 'unnamed' });

  it('is read by the coordinator and the auditor, and by the team once it is a lead', () => {
    expect(whoReads(TIP, file, left(GONE))).toEqual(['coordinator', 'auditor']);
    const lead: ToldFact = { type: 'tip.made-lead.v1', data: { tip: 'tip-1' } };
    expect(whoReads(TIP, lead, file, left(GONE))).toEqual(SEE_ALL);
  });

  it('is known to nobody for having sent it: who comes without a name cannot be told from others', () => {
    const sent = watched.and(TIP, handedIn('tip-file', 'tip-1', { by: BIDDER.person }));
    expect(whoKnows(sent)).toEqual(['coordinator', 'auditor']);
  });
});

describe('other documents', () => {
  it('are everybody’s where they are the pact', () => {
    expect(whoReads(handedIn('pact-text', 'pact'))).toEqual(EVERYBODY);
  });

  it('that the team obtained are not the team’s to publish, unless something was left out of them', () => {
    const copy = handedIn('access-copy', 'access:bids-received');
    const redaction = handedIn('access-copy', 'access:bids-received', {
      by: COORDINATOR.person,
      document: 'document-2',
      redacts: 'document-1',
    });
    expect(whoReads(copy, left(GONE))).toEqual(SEE_ALL);
    const told = watched.and(copy, left(GONE), redaction);
    expect(readersOf(told, mayReadAttached)).toEqual(SEE_ALL);
    expect(readersOf(told, mayReadAttached, 'document-2')).toEqual(EVERYBODY);
  });

  it('that bear the names of a committee are its own and the authority’s, unless something was left out of them', () => {
    const committee = given(...caseIn('oversight-committee', 'tender-observation'));
    const act = handedIn('signed-act', 'constitution', { by: CHAIR.person });
    const redaction = handedIn('signed-act', 'constitution', {
      by: COORDINATOR.person,
      document: 'document-2',
      redacts: 'document-1',
    });
    const readers = { ...READERS, witness: CHAIR, second: MEMBER };
    const reads = (told: Given, id: string): readonly string[] => {
      const { document, reading } = look(told, id);
      return Object.entries(readers).flatMap(([name, reader]) =>
        mayReadAttached({ ...reading, reader }, document) ? [name] : [],
      );
    };
    expect(reads(committee.and(act), 'document-1')).toEqual(['authority', ...SEE_ALL]);
    expect(reads(committee.and(act, redaction), 'document-2')).toEqual(EVERYBODY);
  });
});

describe('a document that nobody examined yet, or that was refused', () => {
  const seen = filed('observation-1', { by: GONE });
  const told = watched.and(seen, announced('observation-evidence', 'observation-1', { by: GONE.person }), left(GONE));

  it('is known to whoever handed it in and to those who see all: until then it is a name that somebody sent', () => {
    expect(whoKnows(told)).toEqual(['gone', ...SEE_ALL]);
    expect(whoKnows(told.and(usable()))).toEqual(EVERYBODY);
    const refused: ToldFact = {
      type: 'document.refused.v1',
      data: { document: 'document-1' },
      content: { reason: 'malformed', quarantineDays: 30 },
    };
    expect(whoKnows(told.and(refused))).toEqual(['gone', ...SEE_ALL]);
  });
});
