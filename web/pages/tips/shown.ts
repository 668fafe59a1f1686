/** The case that a tip is about. */
export interface CaseOfTip {
  readonly case: string;
  readonly title: string;
  /** In which its days are counted. */
  readonly zone: string;
  /** Whether new tips are taken. */
  readonly takesTips: boolean;
}

export type TipField = 'text' | 'name' | 'contact' | 'files' | 'code';

/** What is wrong with one field. */
export interface Flaw {
  readonly field: TipField;
  readonly flaw:
    | 'missing'
    | 'tooLong'
    | 'signs'
    | 'codeMissing'
    | 'codeMistyped'
    | 'codeUnknown'
    | 'filesTooMany'
    | 'filesTooLarge'
    | 'fileType'
    | 'fileName'
    | 'fileEmpty';
  /** The file that it is about. */
  readonly file?: string;
}

/** Why a form was not taken although nothing in it is wrong, or what has become of it. */
export interface Told {
  readonly what: 'busy' | 'sentBefore' | 'failed' | 'unreadable' | 'tooLarge' | 'closed' | 'full' | 'added';
  /** When to try again. */
  readonly retryAt?: string;
}

/** What became of a file: on its way to be looked into, there before, or why it did not come. */
export interface HandedIn {
  readonly name: string;
  readonly fate: 'coming' | 'here' | 'full' | 'later' | 'failed';
  readonly retryAt?: string;
}
