import type { Language } from '../../domain/languages.ts';

/** What the manifest of a report's annexes says beside what that of every bundle says. */
export interface AnnexWords {
  readonly sealed: string;
  readonly withdrawn: string;
  readonly verify: readonly string[];
}

export const ANNEX_WORDS: Readonly<Record<Language, AnnexWords>> = {
  en: {
    sealed: 'Documents of observations that are sealed: they come in here by themselves when the seal ends.',
    withdrawn: 'Documents of observations that their authors withdrew.',
    verify: [
      'Unpack the ZIP and run `sha256sum -c SHA256SUMS` in its folder: every file must be OK.',
      'The hash and the origin of each document stand in the case: GET {documents}.',
      'The report itself: GET {report}.',
    ],
  },
  es: {
    sealed: 'Documentos de observaciones selladas: entran aquí por sí solos cuando termina el sello.',
    withdrawn: 'Documentos de observaciones que sus autores retiraron.',
    verify: [
      'Descomprima el ZIP y ejecute `sha256sum -c SHA256SUMS` en su carpeta: cada archivo debe salir OK.',
      'El hash y el origen de cada documento constan en el caso: GET {documents}.',
      'El informe mismo: GET {report}.',
    ],
  },
  pt: {
    sealed: 'Documentos de observações seladas: entram aqui por si mesmos quando o selo termina.',
    withdrawn: 'Documentos de observações que seus autores retiraram.',
    verify: [
      'Descompacte o ZIP e execute `sha256sum -c SHA256SUMS` na pasta: cada arquivo deve sair OK.',
      'O hash e a origem de cada documento constam do caso: GET {documents}.',
      'O próprio relatório: GET {report}.',
    ],
  },
};
