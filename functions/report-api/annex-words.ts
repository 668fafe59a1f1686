import type { Said } from '../../domain/languages.ts';

/** What a report's page says of its annexes. */
export const ANNEX_WORDS = {
  title: { es: 'Anexos', pt: 'Anexos', en: 'Annexes' },
  how: {
    es: 'Documentos del informe y de lo que cita, como los podía leer cualquier persona al publicarse. La huella es la de la copia que se entrega: quien la descarga la recalcula y compara.',
    pt: 'Documentos do relatório e do que ele cita, como qualquer pessoa podia lê-los na publicação. O resumo (hash) é o da cópia entregue: quem a baixa pode recalculá-lo e comparar.',
    en: 'Documents of the report and of what it cites, as anybody could read them when it was published. The hash is that of the copy that is handed out: whoever downloads it can compute it again and compare.',
  },
  all: {
    es: 'Descargar todos los anexos en un ZIP',
    pt: 'Baixar todos os anexos em um ZIP',
    en: 'Download all annexes as one ZIP',
  },
  more: {
    es: 'Y {count} más, en el ZIP y en la lista de documentos del caso.',
    pt: 'E mais {count}, no ZIP e na lista de documentos do caso.',
    en: 'And {count} more, in the ZIP and in the list of documents of the case.',
  },
  file: { es: 'Archivo', pt: 'Arquivo', en: 'File' },
  of: { es: 'Pertenece a', pt: 'Pertence a', en: 'Belongs to' },
  report: { es: 'Este informe', pt: 'Este relatório', en: 'This report' },
  size: { es: 'Tamaño', pt: 'Tamanho', en: 'Size' },
  hash: { es: 'Huella (SHA-256)', pt: 'Resumo (SHA-256)', en: 'Hash (SHA-256)' },
} as const satisfies Record<string, Said>;
