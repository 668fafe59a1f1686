export interface Derived {
  readonly path: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly removed: readonly string[];
  readonly by: string;
}

/** Makes the copy that is shown, without what tells on people. Undefined: there is nothing to take out. */
export const derive = async (
  _file: { readonly path: string },
  _mediaType: string,
  _into: string,
): Promise<Derived | undefined> => {
  throw new Error('Nothing here makes copies.');
};
