/** How the names of the files end that are taken. What a file really is, its examination says. */
export const EXTENSIONS: readonly string[] =
  'pdf jpg jpeg jpe png webp heic heif tif tiff mp4 m4v m4a mp3 ogg oga opus docx xlsx odt ods csv txt json xml eml p7m zip'.split(
    ' ',
  );

/** What stands after the last dot, in lower case. */
export const extensionIn = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
