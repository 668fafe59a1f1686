import type { JsonObject } from '../../events/shapes.ts';
import type { DocumentPurpose } from '../../events/vocabulary.ts';
import { isEverybodys } from '../documents/may-read-document.ts';
import type { Language } from '../languages.ts';
import { titleIn } from './codelists.ts';
import { documentTypeOf } from './ocds-milestones.ts';
import { type PublicSight, present, thingsOf } from './section.ts';

/** What everybody may open: published reports, and usable files that hang on what is public. Names of files are not told: somebody chose them. */
export const composeDocuments = (sight: PublicSight, language: Language): readonly JsonObject[] => [
  ...thingsOf(sight, 'report').flatMap((report) =>
    report.state === 'published'
      ? [
          present({
            id: `${sight.head.case}-${report.id}`,
            documentType: documentTypeOf(report.stage, sight.head.instrument),
            title: `${titleIn('documentType', documentTypeOf(report.stage, sight.head.instrument), language)}: ${titleIn('oversightStage', report.stage, language)}`,
            url: sight.url(`/reports/${report.id}/page`),
            datePublished: report.publishedAt,
            format: 'text/html',
            language,
          }),
        ]
      : [],
  ),
  ...thingsOf(sight, 'document').flatMap((document) =>
    document.state === 'usable' && isEverybodys(sight, document)
      ? [
          present({
            id: `${sight.head.case}-${document.id}`,
            documentType: TYPE_OF_PURPOSE[document.purpose],
            title: titleIn('documentType', TYPE_OF_PURPOSE[document.purpose], language),
            description: document.attachedTo,
            url: sight.url(`/documents/${document.id}`),
            datePublished: document.checkedAt,
            format: document.shared?.mediaType ?? document.mediaType,
          }),
        ]
      : [],
  ),
];

const TYPE_OF_PURPOSE: Readonly<Record<DocumentPurpose, string>> = {
  'observation-evidence': 'oversightEvidence',
  'reply-attachment': 'oversightReply',
  'pact-text': 'integrityPact',
  'signed-act': 'committeeConstitution',
  'report-annex': 'oversightReportAnnex',
  'access-copy': 'oversightAccessCopy',
  // Never public.
  'tip-file': 'oversightEvidence',
};
