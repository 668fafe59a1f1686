import type { Language } from '../../domain/languages.ts';

/** What the page of a report says beside the words that it shares with the PDF. */
export type ReportPageWords = Readonly<
  Record<
    | 'reports'
    | 'code'
    | 'official'
    | 'annexes'
    | 'annexesHow'
    | 'all'
    | 'more'
    | 'file'
    | 'of'
    | 'thisReport'
    | 'size'
    | 'hash',
    string
  >
>;

export const REPORT_PAGE_WORDS: Readonly<Record<Language, ReportPageWords>> = {
  es: {
    reports: 'Informes',
    code: 'Código de verificación',
    official: 'PDF oficial y comprobación de su copia',
    annexes: 'Anexos',
    annexesHow:
      'Documentos del informe y de lo que cita, como los podía leer cualquier persona al publicarse. La huella es la de la copia que se entrega: quien la descarga la recalcula y compara.',
    all: 'Descargar todos los anexos en un ZIP',
    more: 'Y {count} más, en el ZIP y en la lista de documentos del caso.',
    file: 'Archivo',
    of: 'Pertenece a',
    thisReport: 'Este informe',
    size: 'Tamaño',
    hash: 'Huella (SHA-256)',
  },
  pt: {
    reports: 'Relatórios',
    code: 'Código de verificação',
    official: 'PDF oficial e conferência da sua cópia',
    annexes: 'Anexos',
    annexesHow:
      'Documentos do relatório e do que ele cita, como qualquer pessoa podia lê-los na publicação. O resumo (hash) é o da cópia entregue: quem a baixa pode recalculá-lo e comparar.',
    all: 'Baixar todos os anexos em um ZIP',
    more: 'E mais {count}, no ZIP e na lista de documentos do caso.',
    file: 'Arquivo',
    of: 'Pertence a',
    thisReport: 'Este relatório',
    size: 'Tamanho',
    hash: 'Resumo (SHA-256)',
  },
  en: {
    reports: 'Reports',
    code: 'Verification code',
    official: 'Official PDF, and how to check your copy',
    annexes: 'Annexes',
    annexesHow:
      'Documents of the report and of what it cites, as anybody could read them when it was published. The hash is that of the copy that is handed out: whoever downloads it can compute it again and compare.',
    all: 'Download all annexes as one ZIP',
    more: 'And {count} more, in the ZIP and in the list of documents of the case.',
    file: 'File',
    of: 'Belongs to',
    thisReport: 'This report',
    size: 'Size',
    hash: 'Hash (SHA-256)',
  },
};
