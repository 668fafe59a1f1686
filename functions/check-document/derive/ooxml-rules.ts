import type { Rules } from './office.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const MORE = 'http://schemas.openxmlformats.org/officeDocument/2006';

const XML = /\.xml$/i;
const RELATIONS = /\.rels$/i;
const attribute = (names: string): RegExp =>
  new RegExp(`(\\s(?:[\\w.-]+:)?(?:${names})\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'g');
const relation = (target: string): RegExp =>
  new RegExp(
    `<(?:\\w+:)?Relationship\\s[^>]*?Target\\s*=\\s*["'][^"']*${target}[^"']*["'][^>]*?(?:/>|>\\s*</(?:\\w+:)?Relationship>)`,
    'gi',
  );
const element = (name: string): RegExp =>
  new RegExp(`<((?:[\\w.-]+:)?(?:${name}))(?:\\s(?:"[^"]*"|'[^']*'|[^>"'])*?)?(?:/>|>[\\s\\S]*?</\\1>)`, 'g');

/** Word and Excel: properties, names of authors, marks that tie paragraphs to sittings, paths of the machine it was written on. */
export const OOXML_RULES: Rules = {
  dropped: [
    { part: /^docprops\/thumbnail\./i, removed: 'thumbnail' },
    { part: /^customxml\//i, removed: 'custom-data' },
    { part: /^_xmlsignatures\//i, removed: 'signatures' },
    { part: /^docmetadata\//i, removed: 'properties' },
    { part: /^docprops\/(?!(core|app|custom)\.xml$)/i, removed: 'properties' },
  ],
  emptied: [
    { part: /^docprops\/core\.xml$/i, body: `${HEAD}<cp:coreProperties xmlns:cp="${CORE}"/>`, removed: 'properties' },
    {
      part: /^docprops\/app\.xml$/i,
      body: `${HEAD}<Properties xmlns="${MORE}/extended-properties"/>`,
      removed: 'properties',
    },
    {
      part: /^docprops\/custom\.xml$/i,
      body: `${HEAD}<Properties xmlns="${MORE}/custom-properties"/>`,
      removed: 'properties',
    },
  ],
  replaced: [
    { part: RELATIONS, place: relation('customXml/'), by: '', removed: 'custom-data' },
    { part: RELATIONS, place: relation('thumbnail\\.'), by: '', removed: 'thumbnail' },
    { part: RELATIONS, place: relation('_xmlsignatures/'), by: '', removed: 'signatures' },
    { part: RELATIONS, place: relation('docMetadata/'), by: '', removed: 'properties' },
    {
      part: RELATIONS,
      place: relation('docProps/(?!core\\.xml|app\\.xml|custom\\.xml)'),
      by: '',
      removed: 'properties',
    },
    { part: RELATIONS, place: relation('file:///[a-z]:[^"\']*\\.dot'), by: '', removed: 'properties' },
    {
      part: /^\[content_types\]\.xml$/i,
      place:
        /<Override\s[^>]*PartName\s*=\s*["']\/(?:customXml|_xmlsignatures|docMetadata|docProps\/(?!core\.xml|app\.xml|custom\.xml))[^>]*?\/>/gi,
      by: '',
      removed: undefined,
    },
    { part: XML, place: attribute('author|userName|lastModifiedBy'), by: '$1"Author"', removed: 'authors' },
    { part: XML, place: attribute('initials'), by: '$1"A"', removed: 'authors' },
    {
      part: /^xl\/.*comments?\d*\.xml$/i,
      place: /<((?:\w+:)?author)>[^<]*<\/\1>/g,
      by: '<$1>Author</$1>',
      removed: 'authors',
    },
    { part: /^xl\/persons\//i, place: attribute('displayName|userId'), by: '$1"Author"', removed: 'authors' },
    { part: XML, place: element('presenceInfo|fileSharing|userInfo'), by: '', removed: 'authors' },
    { part: /^word\/.*\.xml$/i, place: /\s\w+:(?:date|dateUtc)\s*=\s*(?:"[^"]*"|'[^']*')/g, by: '', removed: 'times' },
    { part: /^xl\/threadedcomments\//i, place: /\sdT\s*=\s*(?:"[^"]*"|'[^']*')/g, by: '', removed: 'times' },
    { part: XML, place: /\s\w+:rsid\w*\s*=\s*(?:"[^"]*"|'[^']*')/g, by: '', removed: 'revision-marks' },
    {
      part: /^word\/settings\.xml$/i,
      place: element('rsids|docId|docVars|attachedTemplate|mailMerge'),
      by: '',
      removed: 'revision-marks',
    },
    { part: /^xl\/workbook\.xml$/i, place: element('absPath|revisionPtr'), by: '', removed: 'properties' },
  ],
  zeroed: /printersettings\/[^/]+\.bin$/i,
};
