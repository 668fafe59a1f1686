import type { JsonObject } from '../../../events/shapes.ts';
import type { Language } from '../../languages.ts';
import { type Words, wordIn } from '../words.ts';
import { CASE_DEFINITIONS, type Definition } from './case-fields.ts';
import { may, schemaOfField, schemaOfFields } from './field.ts';
import { FOLLOW_UP_DEFINITIONS } from './follow-up-fields.ts';
import { WATCH_DEFINITIONS } from './watch-fields.ts';

export const DEFINITIONS: Readonly<Record<string, Definition>> = {
  ...CASE_DEFINITIONS,
  ...WATCH_DEFINITIONS,
  ...FOLLOW_UP_DEFINITIONS,
};

const OVERSIGHT: Words = [
  'Oversight cases of this contracting process',
  'Casos de veeduría de este proceso de contratación',
  'Casos de fiscalização deste processo de contratação',
];

/** The same name and codes as where Mexico publishes it, for the tender too: a process is watched before there is a contract. */
const mechanisms = may(
  { codes: 'surveillanceMechanisms', open: true },
  'Surveillance mechanisms of this process',
  'Mecanismos de veeduría de este proceso',
  'Mecanismos de fiscalização deste processo',
);

/** The JSON Merge Patch (RFC 7396) of the release schema: what the extension adds to the standard. */
export const releaseSchemaPatch = (language: Language): JsonObject => ({
  properties: {
    oversight: {
      title: wordIn(OVERSIGHT, language),
      description: `${wordIn(OVERSIGHT, language)}.`,
      type: 'array',
      items: { $ref: '#/definitions/OversightCase' },
      uniqueItems: true,
    },
  },
  definitions: {
    Tender: { properties: { surveillanceMechanisms: schemaOfField(mechanisms, language) } },
    Contract: { properties: { surveillanceMechanisms: schemaOfField(mechanisms, language) } },
    ...Object.fromEntries(
      Object.entries(DEFINITIONS).map(([name, { title, fields }]) => [name, schemaOfFields(title, fields, language)]),
    ),
  },
});
