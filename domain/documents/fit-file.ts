import type { Decision } from '../command.ts';
import { refuse } from '../refusals.ts';
import { DOCUMENT_BYTES_MAX } from './limits.ts';
import { byExtension, EXTENSIONS, extensionIn, isCalled } from './media-types.ts';

/** What somebody says of a file before it is there. */
interface Announced {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Why a file could never be found usable, whatever is in it: nobody should send hundreds of megabytes to learn it. */
export const fileRefusal = ({ name, mediaType, sizeBytes }: Announced): Decision | undefined => {
  const extension = extensionIn(name);
  const type = byExtension(extension);
  if (type === undefined) return refuse('document-type-unfit', { extensions: EXTENSIONS });
  if (!isCalled(type, mediaType)) return refuse('document-type-differs', { extension, mediaType: type.mediaType });
  const { bytesMax = DOCUMENT_BYTES_MAX } = type;
  return sizeBytes > bytesMax ? refuse('document-too-large', { extension, bytesMax }) : undefined;
};
