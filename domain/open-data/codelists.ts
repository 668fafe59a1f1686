import type { Language } from '../languages.ts';
import { CATEGORIES } from '../observations/categories.ts';
import { FLAG_TEXTS } from '../red-flags/texts.ts';
import * as followUp from './codes-of-follow-up.ts';
import type { Code } from './codes-of-watch.ts';
import * as watch from './codes-of-watch.ts';
import { wordIn } from './words.ts';

/** Roles that the standard’s open list of party roles does not have. `independentMonitor` means what it means in OC4IDS. */
const partyRole = {
  independentMonitor: [
    ['Independent monitor', 'Monitor independiente', 'Monitor independente'],
    [
      'Somebody independent of authority and bidders who is appointed to watch the process.',
      'Quien, independiente de la entidad y de los licitantes, fue designado para vigilar el proceso.',
      'Quem, independente da entidade e dos licitantes, foi designado para fiscalizar o processo.',
    ],
  ],
  socialWitness: [
    ['Social witness', 'Testigo social', 'Testemunha social'],
    [
      'An accredited person or organisation appointed to watch under an integrity pact.',
      'Persona u organización acreditada y designada para vigilar bajo un pacto de integridad.',
      'Pessoa ou organização acreditada e designada para fiscalizar sob um pacto de integridade.',
    ],
  ],
  oversightCommitteeMember: [
    [
      'Member of an oversight committee',
      'Integrante de comisión de veeduría',
      'Membro de comissão de fiscalização cidadã',
    ],
    [
      'A citizen who belongs to the committee that watches the purchase.',
      'Persona que integra la comisión que vigila la compra.',
      'Pessoa que integra a comissão que fiscaliza a compra.',
    ],
  ],
  controlAuthority: [
    ['Control authority', 'Autoridad de control', 'Autoridade de controle'],
    [
      'A body to which findings were escalated: internal control, audit office, prosecutor, parliament.',
      'Órgano al que se escalaron hallazgos: control interno, auditoría, fiscalía, congreso.',
      'Órgão ao qual foram escalados achados: controle interno, auditoria, ministério público, parlamento.',
    ],
  ],
} as const satisfies Record<string, Code>;

const documentType = {
  oversightReport: [['Oversight report', 'Informe de veeduría', 'Relatório de fiscalização']],
  oversightTestimony: [
    ['Testimony', 'Testimonio', 'Testemunho'],
    [
      'The final report of the social witnesses of an integrity pact.',
      'El informe final de los testigos sociales de un pacto de integridad.',
      'O relatório final das testemunhas sociais de um pacto de integridade.',
    ],
  ],
  oversightReportAnnex: [['Annex of an oversight report', 'Anexo de un informe', 'Anexo de um relatório']],
  oversightEvidence: [['Evidence of an observation', 'Evidencia de una observación', 'Evidência de uma observação']],
  oversightReply: [['Attachment of a reply', 'Anexo de una respuesta', 'Anexo de uma resposta']],
  oversightAccessCopy: [
    ['Copy of a document that the team obtained', 'Copia de un documento obtenido', 'Cópia de um documento obtido'],
  ],
  integrityPact: [['Integrity pact', 'Pacto de integridad', 'Pacto de integridade']],
  committeeConstitution: [['Act of constitution', 'Acta de constitución', 'Ata de constituição']],
} as const satisfies Record<string, Code>;

/** The codes that Mexico publishes surveillance under. */
const surveillanceMechanisms = {
  socialWitness: [
    ['Social witness', 'Testigo social', 'Testemunha social'],
    [
      'Accredited citizens watch the process from its call to its report.',
      'Ciudadanos acreditados vigilan el proceso desde su convocatoria hasta su informe.',
      'Cidadãos acreditados fiscalizam o processo desde a convocação até o relatório.',
    ],
  ],
  citizenComptroller: [
    ['Citizen comptroller', 'Contraloría social', 'Controladoria social'],
    [
      'Citizens organised as a committee watch purchases and works.',
      'Ciudadanos organizados en comisión vigilan compras y obras.',
      'Cidadãos organizados em comissão fiscalizam compras e obras.',
    ],
  ],
} as const satisfies Record<string, Code>;

const findingCategory: Readonly<Record<string, Code>> = Object.fromEntries(
  Object.entries(CATEGORIES).map(([code, { en, es, pt }]) => [code, [[en, es, pt]]]),
);

const redFlag: Readonly<Record<string, Code>> = Object.fromEntries(
  Object.entries(FLAG_TEXTS).map(([code, { en, es, pt }]) => [
    code,
    [
      [en.title, es.title, pt.title],
      [en.explanation, es.explanation, pt.explanation],
    ],
  ]),
);

/** Lists that the standard has and this extension adds codes to. */
export const ADDED_CODES = { partyRole, documentType } as const;

/** Lists of the extension itself. */
export const OWN_CODELISTS = {
  surveillanceMechanisms,
  instrument: watch.instrument,
  oversightStage: watch.stage,
  condition: watch.condition,
  processEnding: watch.ending,
  standing: watch.standing,
  office: watch.office,
  accreditationLoss: watch.accreditationLoss,
  departureCause: watch.departureCause,
  dissolutionCause: watch.dissolutionCause,
  pactSignature: watch.signature,
  actType: watch.actType,
  attendance: watch.attendance,
  visitOutcome: watch.visitOutcome,
  checklistDocument: watch.checklistDocument,
  documentAccessResult: watch.documentAccessResult,
  observationType: watch.observationType,
  severity: watch.severity,
  seal: watch.seal,
  findingCategory,
  questioned: followUp.questioned,
  escalationState: followUp.escalationState,
  escalationStep: followUp.escalationStep,
  outcome: followUp.outcome,
  remedy: followUp.remedy,
  proceedingType: followUp.proceedingType,
  proceedingState: followUp.proceedingState,
  breachConsequence: followUp.breachConsequence,
  pactSignatory: followUp.pactSignatory,
  redFlag,
  redFlagAnswer: followUp.redFlagAnswer,
  reportState: followUp.reportState,
  takeUp: followUp.takeUp,
  tipAnswer: followUp.tipAnswer,
  dimension: followUp.dimension,
  achievement: followUp.achievement,
  codingSource: followUp.codingSource,
  verdict: followUp.verdict,
} as const satisfies Record<string, Readonly<Record<string, Code>>>;
export type OwnCodelist = keyof typeof OWN_CODELISTS;

const CODELISTS: Readonly<Record<string, Readonly<Record<string, Code>>>> = { ...OWN_CODELISTS, ...ADDED_CODES };

/** What a code is called; the code itself where the list does not have it. */
export const titleIn = (list: OwnCodelist | keyof typeof ADDED_CODES, code: string, language: Language): string => {
  const found = CODELISTS[list]?.[code];
  return found === undefined ? code : wordIn(found[0], language);
};

/** A list as the CSV of the standard’s extensions (RFC 4180): the code, what it is called, and what it means. */
export const csvOf = (codes: Readonly<Record<string, Code>>, language: Language): string =>
  [
    'Code,Title,Description',
    ...Object.entries(codes).map(([code, [title, meaning]]) =>
      [code, wordIn(title, language), meaning === undefined ? `${wordIn(title, language)}.` : wordIn(meaning, language)]
        .map(cell)
        .join(','),
    ),
  ]
    .map((row) => `${row}\n`)
    .join('');

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
