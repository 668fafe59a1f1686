import type { Derived } from './derive.ts';

/** Makes the light picture that lists show. Undefined: there is none of such a file. */
export const preview = async (
  _file: { readonly path: string },
  _mediaType: string,
  _into: string,
): Promise<Derived | undefined> => {
  throw new Error('Nothing here makes pictures.');
};
