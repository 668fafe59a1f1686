import type { Language } from '../../domain/languages.ts';
import type { Summary } from './tell.ts';

interface FlagWords {
  readonly none: string;
  readonly untold: string;
  readonly counted: (summary: Summary) => string;
  /** Where there was no process: what to give instead. */
  readonly nothing: string;
  /** Raised, not raised, no case, untold: each shorter than its column. */
  readonly columns: readonly [string, string, string, string];
  readonly verdict: string;
}

const some = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;

/** What is said around the flags, whose own words stand in the domain. */
export const FLAG_WORDS: Readonly<Record<Language, FlagWords>> = {
  en: {
    none: 'no flag was raised',
    untold: 'cannot be computed',
    counted: ({ processes, documents, withoutProcess, unreadable }) =>
      `${some(processes, 'process', 'processes')} in ${some(documents, 'document', 'documents')}; ${withoutProcess} held no process, ${unreadable} could not be read.`,
    nothing:
      'There is no contracting process here: nothing was looked at. Give a file or a folder of OCDS releases, records or packages.',
    columns: ['raised', 'no', 'no case', 'untold'],
    verdict:
      'A flag is a place to look, never a verdict. What could not be computed (untold: the data to tell it are missing) is not clean.',
  },
  es: {
    none: 'no se levantó ninguna bandera roja',
    untold: 'no se puede calcular',
    counted: ({ processes, documents, withoutProcess, unreadable }) =>
      `${some(processes, 'proceso', 'procesos')} en ${some(documents, 'documento', 'documentos')}; ${withoutProcess} sin proceso, ${unreadable} sin poder leerse.`,
    nothing:
      'Aquí no hay ningún proceso de contratación: no se revisó nada. Indique un archivo o una carpeta de entregas, registros o paquetes OCDS.',
    columns: ['banderas', 'no', 'sin caso', 'sin datos'],
    verdict:
      'Una bandera roja es un lugar donde mirar, nunca un veredicto. Lo que no se pudo calcular (sin datos) no está limpio.',
  },
  pt: {
    none: 'nenhuma bandeira vermelha foi levantada',
    untold: 'não se pode calcular',
    counted: ({ processes, documents, withoutProcess, unreadable }) =>
      `${some(processes, 'processo', 'processos')} em ${some(documents, 'documento', 'documentos')}; ${withoutProcess} sem processo, ${unreadable} sem poder ser lidos.`,
    nothing:
      'Não há aqui nenhum processo de contratação: nada foi verificado. Indique um arquivo ou uma pasta de publicações, registros ou pacotes OCDS.',
    columns: ['bandeiras', 'não', 'sem caso', 'sem dados'],
    verdict:
      'Uma bandeira vermelha é um lugar onde olhar, nunca um veredito. O que não se pôde calcular (sem dados) não está limpo.',
  },
};
