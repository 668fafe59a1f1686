import { describe, expect, it } from 'vitest';
import type { DOCUMENT_ACCESS_RESULTS } from '../../events/vocabulary.ts';
import { caseIn, type ToldFact } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { AWARD_CHECKLIST, TENDER_CHECKLIST } from '../instruments/instrument.ts';
import { INSTRUMENT } from '../instruments/instruments.ts';
import { profileOf } from '../profiles/profiles.ts';
import { composeWrit, type WritFacts } from './compose-writ.ts';
import { WRIT_WORDS } from './words.ts';

const WORDS = WRIT_WORDS.en;
const begun = given(...caseIn('integrity-pact', 'award-review'));
const colombia = profileOf({ id: 'co-ley-850', version: 1 });

const facts: WritFacts = {
  kind: 'complaint-to-control-authority',
  language: 'en',
  head: begun.head,
  instrument: INSTRUMENT['integrity-pact'],
  profile: colombia,
  process: { title: 'School meals', buyer: 'Ministry of Education' },
  findings: [],
  controlAuthority: 'contraloria',
};

/** A writ line by line: what each is, and what it says; in brackets what is left open. */
const linesOf = (differing: Partial<WritFacts> = {}): readonly string[] =>
  composeWrit({ ...facts, ...differing }).blocks.map(
    ({ is, parts }) => `${is}: ${parts.map((part) => (typeof part === 'string' ? part : `[${part.open}]`)).join('')}`,
  );

const open = (field: keyof typeof WORDS.open): string => `[${WORDS.open[field]}]`;
const SOURCED = ` (${WORDS.source('co-ley-850', 1)}) [${WORDS.unverified}]`;

/** The lines below a heading, without those of the next. */
const below = (heading: string, lines: readonly string[]): readonly string[] => {
  const rest = lines.slice(lines.indexOf(`heading: ${heading}`) + 1);
  const next = rest.findIndex((line) => line.startsWith('heading: '));
  return next < 0 ? rest : rest.slice(0, next);
};

const SIGNED = [`paragraph: ${open('signature')}`, `paragraph: ${open('name')}`];

describe('a complaint', () => {
  it('says to whom, about which process, on what law, in which term, and leaves open what the case does not know', () => {
    const { title, language } = composeWrit(facts);
    expect([title, language]).toEqual([WORDS.titles['complaint-to-control-authority'], 'en']);
    expect(linesOf()).toEqual([
      `note: ${WORDS.notAdvice}`,
      `paragraph: ${open('placeAndDate')}`,
      `title: ${title}`,
      'paragraph: To: Contraloría',
      `paragraph: From: ${open('name')}, ${open('identity')}, ${open('address')}`,
      `heading: ${WORDS.process}`,
      'paragraph: School meals (ocds-test00-0001), Ministry of Education',
      `heading: ${WORDS.facts}`,
      `paragraph: ${open('facts')}`,
      `heading: ${WORDS.law}`,
      `item: Ley 850 de 2003, artículos 15 y 16${SOURCED}`,
      `heading: ${WORDS.asks['complaint-to-control-authority']}`,
      `paragraph: ${WORDS.asksFor['complaint-to-control-authority']}`,
      `paragraph: ${WORDS.within(6, WORDS.units.month)}${SOURCED}`,
      ...SIGNED,
    ]);
  });

  it('leaves open to whom it goes where the profile does not know that authority', () => {
    for (const controlAuthority of ['supreme-audit', undefined]) {
      const { controlAuthority: _, ...without } = facts;
      const asked = controlAuthority === undefined ? without : { ...without, controlAuthority };
      const { blocks } = composeWrit(asked);
      expect(blocks[3]?.parts).toEqual(['To: ', { open: WORDS.open.recipient }]);
    }
  });

  it('names a process of which nothing else is known by its number alone', () => {
    expect(below(WORDS.process, linesOf({ process: {} }))).toEqual(['paragraph: ocds-test00-0001 (ocds-test00-0001)']);
  });

  it('leaves the law open where the profile names none, and the term where no source states it', () => {
    const generic = linesOf({ profile: profileOf({ id: 'ti-integrity-pact', version: 1 }) });
    expect(below(WORDS.law, generic)).toEqual([`paragraph: ${WORDS.noLaw} ${open('law')}`]);
    expect(generic.slice(-3)).toEqual([`paragraph: ${open('term')}`, ...SIGNED]);
  });

  it('warns of nothing that somebody read in the official text', () => {
    const profile = { ...colombia, complaintBasis: { ...colombia.complaintBasis, verified: true } };
    expect(below(WORDS.law, linesOf({ profile }))).toEqual([
      `item: Ley 850 de 2003, artículos 15 y 16 (${WORDS.source('co-ley-850', 1)})`,
    ]);
  });

  it('quotes each finding by its lines, with what it tells of its place and its law, on the day where it was filed', () => {
    const findings = [
      {
        id: 'observation-1',
        // The evening before, in Bogotá.
        filedAt: '2026-03-03T02:00:00.000Z',
        title: 'Two envelopes were open',
        narrative: 'They lay on the table.\n\nNobody had signed them.',
        categoryText: 'Broken seals',
        place: 'The hall of the ministry',
        legalBasis: 'Article 12',
      },
      { id: 'observation-2', filedAt: '2026-03-03T12:00:00.000Z', title: 'A late bid', narrative: 'It was taken.' },
    ];
    expect(below(WORDS.facts, linesOf({ findings }))).toEqual([
      `item: Two envelopes were open (observation-1, ${WORDS.filedOn} 2026-03-02)`,
      'paragraph: Broken seals',
      'paragraph: They lay on the table.',
      'paragraph: Nobody had signed them.',
      'paragraph: The hall of the ministry',
      'paragraph: Article 12',
      `item: A late bid (observation-2, ${WORDS.filedOn} 2026-03-03)`,
      'paragraph: It was taken.',
    ]);
  });
});

describe('a petition for documents', () => {
  const petition = (differing: Partial<WritFacts> = {}) => linesOf({ kind: 'petition-for-documents', ...differing });
  const asked = (...told: readonly ToldFact[]): readonly string[] =>
    below(WORDS.asks['petition-for-documents'], petition({ head: begun.and(told).head })).filter((line) =>
      line.startsWith('item: '),
    );
  const checked = (
    document: keyof typeof WORDS.documents,
    result: (typeof DOCUMENT_ACCESS_RESULTS)[number],
  ): ToldFact => ({
    type: 'document-access.checked.v1',
    data: { stage: TENDER_CHECKLIST.includes(document) ? 'tender-observation' : 'award-review', document, result },
  });
  const item = (document: keyof typeof WORDS.documents, why: keyof typeof WORDS.results): string =>
    `item: ${WORDS.documents[document]} (${WORDS.results[why]})`;

  it('goes to whoever buys, on its own law and in its own term', () => {
    const lines = petition();
    expect(lines).toContain(`title: ${WORDS.titles['petition-for-documents']}`);
    expect(lines).toContain('paragraph: To: Ministry of Education');
    expect(petition({ process: { title: 'School meals' } })).toContain(`paragraph: To: ${open('recipient')}`);
    expect(below(WORDS.law, lines)).toEqual([
      `item: Ley 850 de 2003, artículo 17, literal c${SOURCED}`,
      `item: Ley 850 de 2003, artículos 15 y 16${SOURCED}`,
    ]);
    expect(lines.slice(-3)).toEqual([
      `paragraph: ${WORDS.within(10, WORDS.units['working-day'])}${SOURCED}`,
      ...SIGNED,
    ]);
  });

  it('cites what is only remembered without a source, to be checked before it is signed', () => {
    const profile = profileOf({ id: 'mx-federal-2025', version: 1 });
    const law = 'Constitución Política de los Estados Unidos Mexicanos';
    expect(below(WORDS.law, petition({ profile }))).toEqual([
      `item: ${law}, artículo 8 [${WORDS.unverified}]`,
      `item: ${law}, artículo 6, apartado A [${WORDS.unverified}]`,
    ]);
  });

  it('asks for what the team did not get whole and in time, in the stages that the case came to, and says why', () => {
    expect(
      asked(
        checked('tender-notice', 'obtained'),
        checked('bidding-documents', 'refused'),
        checked('clarifications', 'not-applicable'),
        checked('bid-opening-record', 'late'),
        checked('bids-received', 'incomplete'),
      ),
    ).toEqual([
      item('bidding-documents', 'refused'),
      item('bid-opening-record', 'late'),
      item('bids-received', 'incomplete'),
      item('evaluation-report', 'missing'),
      item('award-ruling', 'missing'),
    ]);
  });

  it('asks for nothing of a stage to come', () => {
    const { head } = given(...caseIn('integrity-pact', 'tender-observation'));
    expect(below(WORDS.asks['petition-for-documents'], petition({ head })).slice(1, -3)).toEqual(
      TENDER_CHECKLIST.map((document) => item(document, 'missing')),
    );
  });

  it('leaves open what is asked for where the team has everything', () => {
    const all = [...TENDER_CHECKLIST, ...AWARD_CHECKLIST].map((document) => checked(document, 'obtained'));
    expect(asked(...all)).toEqual([`item: ${open('documents')}`]);
  });
});
