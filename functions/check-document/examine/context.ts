import type { DocumentKind } from './accepted.ts';
import type { Effort } from './limits.ts';
import type { Source } from './source.ts';

/** What an examiner needs besides the bytes. */
export interface Context {
  readonly effort: Effort;
  /** What this lies inside of, outermost first. */
  readonly within: readonly DocumentKind[];
  /** Examines a file that lies inside this one, by its name, under the same limits. */
  readonly inside: (source: Source, name: string, container: DocumentKind) => Promise<void>;
}

/** Throws a `RefusedError` when the bytes are not what a reader expects of this type, or hold more than that. */
export type Examiner = (source: Source, context: Context) => Promise<void>;
