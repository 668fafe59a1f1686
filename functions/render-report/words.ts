import type { Language } from '../../domain/languages.ts';

/** The words of the document on paper that the page has no need of. `{x}` is filled in; page numbers by whoever lays out the pages. */
export interface PaperWords {
  readonly contents: string;
  readonly page: string;
  readonly code: string;
  readonly scan: string;
  readonly qr: string;
  readonly case: string;
  readonly authority: string;
  readonly team: string;
  readonly findings: string;
  readonly what: string;
  readonly annexes: string;
  readonly annexesSay: string;
  readonly verifyAt: string;
  readonly verifyPdf: string;
  readonly spelled: string;
  readonly description: string;
}

export const PAPER_WORDS: Readonly<Record<Language, PaperWords>> = {
  es: {
    contents: 'Contenido',
    page: 'Página {page} de {pages}',
    code: 'Código de verificación',
    scan: 'Escanee para verificar este documento',
    qr: 'Código QR que lleva a {url}',
    case: 'Caso',
    authority: 'Entidad contratante',
    team: 'Equipo',
    findings: 'Cuadro de observaciones',
    what: 'Qué se observó',
    annexes: 'Anexos',
    annexesSay:
      'Documentos que citan las observaciones de este informe, cada uno con la huella SHA-256 que lo identifica. Un solo byte distinto da otra huella.',
    verifyAt: 'Dónde se verifica',
    verifyPdf:
      'En esa página se comprueba que este archivo es el publicado: su huella SHA-256 debe ser una de las que allí constan.',
    spelled:
      'Algunos caracteres no existen en las letras de este documento y aparecen con su número Unicode, por ejemplo [U+1F600]; la página y los datos del informe los muestran tal como se escribieron.',
    description: 'Documento oficial compuesto del registro público del caso {case}. Código de verificación {code}.',
  },
  pt: {
    contents: 'Conteúdo',
    page: 'Página {page} de {pages}',
    code: 'Código de verificação',
    scan: 'Escaneie para verificar este documento',
    qr: 'Código QR que leva a {url}',
    case: 'Processo acompanhado',
    authority: 'Órgão contratante',
    team: 'Equipe',
    findings: 'Quadro de observações',
    what: 'O que se observou',
    annexes: 'Anexos',
    annexesSay:
      'Documentos citados pelas observações deste relatório, cada um com o resumo SHA-256 que o identifica. Um único byte diferente dá outro resumo.',
    verifyAt: 'Onde se verifica',
    verifyPdf:
      'Nessa página comprova-se que este arquivo é o publicado: seu resumo SHA-256 deve ser um dos que ali constam.',
    spelled:
      'Alguns caracteres não existem nas letras deste documento e aparecem com seu número Unicode, por exemplo [U+1F600]; a página e os dados do relatório os mostram como foram escritos.',
    description: 'Documento oficial composto do registro público do caso {case}. Código de verificação {code}.',
  },
  en: {
    contents: 'Contents',
    page: 'Page {page} of {pages}',
    code: 'Verification code',
    scan: 'Scan to verify this document',
    qr: 'QR code that leads to {url}',
    case: 'Case',
    authority: 'Contracting authority',
    team: 'Team',
    findings: 'Table of observations',
    what: 'What was observed',
    annexes: 'Annexes',
    annexesSay:
      'Documents that the observations of this report cite, each with the SHA-256 hash that identifies it. A single byte changed gives another hash.',
    verifyAt: 'Where it is verified',
    verifyPdf:
      'That page tells whether this file is the one that was published: its SHA-256 must be one of those that stand there.',
    spelled:
      'Some characters do not exist in the letters of this document and stand as their Unicode number, such as [U+1F600]; the page and the data of the report show them as they were written.',
    description: 'Official document composed from the public record of case {case}. Verification code {code}.',
  },
};
