import type { DocumentKind as Kind } from '../../../events/vocabulary.ts';

export type { Accepted, MediaType } from '../../../domain/documents/media-types.ts';
export { accepted, byExtension, isCalled, isKnownType } from '../../../domain/documents/media-types.ts';
export type DocumentKind = Kind;

/** Extensions of packed files: an archive that holds one is an archive of archives. */
export const PACKED_EXTENSIONS: readonly string[] = [
  'zip',
  'rar',
  '7z',
  'gz',
  'tgz',
  'tar',
  'bz2',
  'xz',
  'zst',
  'lz',
  'lzma',
  'cab',
  'arj',
  'iso',
  'jar',
  'apk',
  'z',
];
