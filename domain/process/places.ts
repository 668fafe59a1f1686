/** Where a value stands in a document: the chain of keys that leads to it from the root. */
export interface Place {
  readonly parent?: Place;
  readonly key: string;
  /** Keys between the root and here. */
  readonly depth: number;
}

export const ROOT: Place = { key: '', depth: 0 };

export const below = (parent: Place, key: string | number): Place => ({
  parent,
  key: String(key),
  depth: parent.depth + 1,
});

/** A longer pointer is no help to a reader, and its length would be the sender's choice. */
export const POINTER_LENGTH_MAX = 200;

// Keys are the sender's words, while every key of OCDS is plain ASCII: what is not is not repeated.
const SHOWABLE = /^[ -~]*$/;

/**
 * RFC 6901 pointer of a place. Where a key on the way is not printable ASCII, or the pointer would exceed
 * `POINTER_LENGTH_MAX`, it stops at the last ancestor before, so that it always resolves.
 */
export const pointerOf = (place: Place): string => {
  let pointer = '';
  for (const { key } of pathTo(place)) {
    const longer = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!SHOWABLE.test(key) || longer.length > POINTER_LENGTH_MAX) break;
    pointer = longer;
  }
  return pointer;
};

const pathTo = (place: Place): readonly Place[] => {
  const path: Place[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) path.push(at);
  return path.toReversed();
};
