/** Percent-encoding as SigV4 defines it: all but letters, digits and `-._~`. */
export const uriEncode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);

/** The same with slashes left standing, as in a path. */
export const uriEncodePath = (path: string): string => path.split('/').map(uriEncode).join('/');

/** Decodes percent-encoded UTF-8; undefined where it is none. */
export const uriDecode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};

/** Bytes of strict, padded base64; undefined for anything else. */
export const base64Bytes = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};
