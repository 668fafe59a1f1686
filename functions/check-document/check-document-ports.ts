import type { DocumentKind, DocumentRefusal } from '../../events/vocabulary.ts';
import type { DocumentStore } from '../_ports/document-ports.ts';
import type { CaseStore, Clock, Entropy, Log, RosterStore } from '../_ports/ports.ts';

interface FileAt {
  readonly path: string;
}

/** A copy that was made of a file. */
export interface MadeCopy {
  readonly path: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly removed: readonly string[];
  readonly by: string;
}

/** What looks into files and makes copies of them. `into` is a folder of its own. */
export interface Inspection {
  readonly examine: (
    file: FileAt & { readonly size: number },
    declared: { readonly name: string; readonly mediaType: string },
  ) => Promise<
    | { readonly usable: true; readonly mediaType: string; readonly kind: DocumentKind }
    | { readonly usable: false; readonly reason: DocumentRefusal }
  >;
  readonly derive: (file: FileAt, mediaType: string, into: string) => Promise<MadeCopy | undefined>;
  readonly preview: (file: FileAt, mediaType: string, into: string) => Promise<MadeCopy | undefined>;
}

export interface CheckPorts {
  readonly cases: CaseStore;
  readonly roster: Pick<RosterStore, 'heads'>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly documents: DocumentStore;
  readonly inspection: Inspection;
  /** A folder that is there for one file, and gone afterwards. */
  readonly workspace: <T>(work: (folder: string) => Promise<T>) => Promise<T>;
}
