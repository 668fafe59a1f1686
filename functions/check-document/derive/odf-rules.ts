import type { Rules } from './office.ts';

const XML = /\.xml$/i;
const NS = 'urn:oasis:names:tc:opendocument:xmlns';
const META = `<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="${NS}:office:1.0" office:version="1.3"><office:meta/></office:document-meta>`;

/** LibreOffice: the description, names and times of notes and changes, the printer, the picture of the first page. */
export const ODF_RULES: Rules = {
  dropped: [
    { part: /^thumbnails\//i, removed: 'thumbnail' },
    { part: /^meta-inf\/(?!manifest\.xml$)/i, removed: 'signatures' },
    { part: /^(layout-cache|versionlist\.xml|versions\/.*)$/i, removed: 'earlier-revisions' },
  ],
  emptied: [{ part: /(^|\/)meta\.xml$/i, body: META, removed: 'properties' }],
  replaced: [
    {
      part: /^meta-inf\/manifest\.xml$/i,
      place:
        /<(?:\w+:)?file-entry\s[^>]*full-path\s*=\s*["'](?:Thumbnails\/|layout-cache|VersionList|Versions\/)[^>]*?\/>/gi,
      by: '',
      removed: undefined,
    },
    {
      part: XML,
      place:
        /<((?:[\w.-]+:)?(?:creator|creator-initials|sender-[\w-]+|author-[\w-]+|initial-creator))((?:\s[^>]*)?)>[^<]*<\/\1>/g,
      by: '<$1$2></$1>',
      removed: 'authors',
    },
    {
      part: XML,
      place:
        /(<office:(?:annotation|change-info)\b[^>]*>(?:(?!<\/office:(?:annotation|change-info)>)[\s\S])*?)<dc:date>[^<]*<\/dc:date>/g,
      by: '$1',
      removed: 'times',
    },
    {
      part: XML,
      place: /\s(?:officeooo|loext):(?:paragraph-)?rsid\s*=\s*(?:"[^"]*"|'[^']*')/g,
      by: '',
      removed: 'revision-marks',
    },
    {
      part: /(^|\/)settings\.xml$/i,
      place:
        /(<config:config-item\s[^>]*config:name="(?:Printer\w*|Rsid\w*|CurrentDatabase\w*)"[^>]*>)[^<]*(<\/config:config-item>)/g,
      by: '$1$2',
      removed: 'printer-settings',
    },
  ],
  zeroed: /printersettings\/[^/]+\.bin$/i,
};
