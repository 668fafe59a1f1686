const NAME_BYTES_MAX = 255;

/** Names of devices on Windows, whatever stands after the dot: a file so named cannot be unpacked there. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Control characters, and signs that turn the direction of writing: `exe.fdp` would read as `pdf.exe`. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u034f/u;
const SEPARATORS = /[/\\:]/;
/** Other ways to write a slash or a backslash. */
const LIKE_SEPARATORS = /[\u2044\u2215\u2216\u29f5\u29f8\ufe68\uff0f\uff1a\uff3c]/;

/**
 * Whether a name can be kept, shown and unpacked on any system: 1 to 255 bytes of UTF-8 once composed (NFC), no separator, nothing
 * that cannot be seen, no device, no dot or blank at the end, and something before its extension.
 */
export const fitName = (name: string): boolean => {
  const composed = name.normalize('NFC');
  return (
    composed.isWellFormed() &&
    composed.trim().length > 0 &&
    Buffer.byteLength(composed) <= NAME_BYTES_MAX &&
    !UNSEEN.test(composed) &&
    !SEPARATORS.test(composed) &&
    !LIKE_SEPARATORS.test(composed) &&
    !RESERVED.test(composed.trimStart()) &&
    !/^\s|[.\s]$/u.test(composed) &&
    !/^\.[^.]*$/.test(composed)
  );
};

/** Small letters after the last dot; nothing where there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
