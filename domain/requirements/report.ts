import { DIMENSIONS } from '../../events/vocabulary.ts';
import { termInShort } from '../clocks/term-in-short.ts';
import { NOTHING_OPEN } from '../tally.ts';
import { lacking, type Missing, type Requirement, type Standing } from './requirement.ts';
import { openOf } from './watch.ts';

const adoptionLacks = ({ head }: Standing): readonly Missing[] => {
  const report = head.reports['final-report'];
  if (report === undefined) return [lacking('The final report is not drafted.')];
  return report.state === 'adopted' || report.state === 'published'
    ? []
    : [
        lacking(`The final report is not adopted: it is ${report.state}.`, {
          report: report.report,
          state: report.state,
        }),
      ];
};

const replyLacks = (standing: Standing): readonly Missing[] => {
  const report = standing.head.reports['final-report'];
  if (report?.sentForReplyAt === undefined) return [lacking('The draft was not put to the contracting authority.')];
  const term = termInShort(standing, 'report-reply', report.sentForReplyAt);
  return report.commented || standing.now >= term.dueAt
    ? []
    : [lacking('The contracting authority may still comment on the draft.', { report: report.report }, term)];
};

const publicationLacks = (standing: Standing): readonly Missing[] =>
  standing.head.reports['final-report']?.state === 'published'
    ? []
    : [lacking('The final report is not published.', {}, publicationTerm(standing))];

const publicationTerm = (standing: Standing) =>
  termInShort(standing, 'publication', standing.head.participationEndedAt ?? standing.now);

export const reportRequirements = {
  'pact-breaches-ruled': {
    asks: 'The coordinator ruled on every breach of the pact that was reported, with its consequence.',
    why: 'A pact whose breaches have no consequence binds nobody; who is accused is heard first.',
    source: 'Transparency International, integrity pacts: sanctions and their settlement',
    who: ['coordinator', 'contracting-authority', 'bidder-representative'],
    operations: ['answer-pact-breach', 'rule-on-pact-breach'],
    missing: ({ head }) => openOf(head.breachesUnruled ?? NOTHING_OPEN, 'Breaches of the pact without a ruling'),
  },
  'report-adopted': {
    asks: 'The final report is complete and adopted.',
    why: 'It is what the public gets of the case: brief and general testimonies are the field’s known failure.',
    source: 'Rulebook, section 7',
    who: ['witness', 'member'],
    operations: ['draft-report', 'redraft-report', 'sign-report', 'vote-on-report'],
    missing: adoptionLacks,
  },
  'reply-window-over': {
    asks: 'The contracting authority commented on the draft, or its term to do so is over.',
    why: 'Who is written about is heard before it is public.',
    source: 'Rulebook, section 7; parameter reportReplyTerm of the profile',
    who: ['witness', 'member', 'contracting-authority'],
    operations: ['send-report-for-reply', 'comment-on-report'],
    missing: replyLacks,
  },
  'report-published': {
    asks: 'The final report is published.',
    why: 'Oversight that nobody can read is no oversight. Late is recorded as late, never refused.',
    source: 'Rulebook, section 2; parameter publicationTerm of the profile',
    who: ['witness', 'member', 'coordinator'],
    operations: ['publish-report'],
    missing: publicationLacks,
  },
  'dimensions-coded': {
    asks: 'Effectiveness and openness carry a coding; that information is missing is a coding.',
    why: 'The case must answer whether the oversight worked and whether it was open.',
    source: 'Cruz-Rubio 2020, Tables 4 and 7',
    who: ['assessor'],
    operations: ['code-dimension'],
    missing: ({ head }) =>
      DIMENSIONS.filter((dimension) => head.codings[dimension] === undefined).map((dimension) =>
        lacking(`${dimension} carries no coding.`, { dimension }),
      ),
  },
} as const satisfies Record<string, Requirement>;
