import * as z from 'zod/mini';
import { MILESTONE_CHANGED, MILESTONES_SOURCE, milestoneChangedData } from './announcements.ts';
import { everyEvent } from './catalogue.ts';
import { EVENT_SOURCE, PEOPLE_SOURCE, ROSTER_SOURCE } from './cloud-event.ts';
import { peopleEvents } from './people.ts';
import { rosterEvents } from './roster.ts';
import { ROLES } from './vocabulary.ts';

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.core.$ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return rest;
};

/** The CloudEvent around a fact: its data is the whole entry of the record, so that whoever receives it can verify the chain. */
const sourceOf = (type: string): string => {
  if (Object.hasOwn(peopleEvents, type)) return PEOPLE_SOURCE;
  return Object.hasOwn(rosterEvents, type) ? ROSTER_SOURCE : EVENT_SOURCE;
};

const cloudEventOf = (type: string, data: Json): Json => ({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: '`<case>@<version>`: receiving it twice is receiving it once.' },
    source: { const: sourceOf(type) },
    type: { const: type },
    subject: {
      type: 'string',
      description:
        'The case, or `roster:` and the id of who stands in the roster, or `person:` and the id of who may sign in.',
    },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    data: {
      type: 'object',
      required: [
        'id',
        'type',
        'stream',
        'version',
        'recordedAt',
        'observedAt',
        'actor',
        'command',
        'receiptHash',
        'data',
        'previousHash',
        'hash',
      ],
      properties: {
        id: { type: 'string' },
        type: { const: type },
        stream: { type: 'string' },
        version: { type: 'integer', minimum: 1 },
        recordedAt: { type: 'string', format: 'date-time' },
        observedAt: { type: 'string', format: 'date-time' },
        actor: {
          type: 'object',
          properties: { person: { type: 'string' }, role: { enum: ROLES } },
          required: ['person', 'role'],
        },
        command: { type: 'string' },
        receiptHash: { type: 'string' },
        contentHash: { type: 'string' },
        previousHash: { type: 'string' },
        hash: { type: 'string' },
        data,
      },
    },
  },
});

/** What the milestones announce: no entry of the record, so it carries no hash. Whoever has the record computes it anew. */
const announcement = (): Json => ({
  name: MILESTONE_CHANGED,
  summary:
    'An event of a case changed what its milestones say: each that changed, from what to what, and what that makes of the two dimensions. The first event of a case tells all of them. `because` and `waitsFor` are codes; `GET /cases/{case}/milestones` says them in words.',
  contentType: 'application/cloudevents+json',
  payload: {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'data'],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', description: '`<case>@<version>-milestones`: receiving it twice is receiving it once.' },
      source: { const: MILESTONES_SOURCE },
      type: { const: MILESTONE_CHANGED },
      subject: { type: 'string', description: 'The case.' },
      time: { type: 'string', format: 'date-time' },
      datacontenttype: { const: 'application/json' },
      data: {
        type: 'object',
        required: ['id', 'type', 'stream', 'version', 'recordedAt', 'data'],
        properties: {
          id: { type: 'string' },
          type: { const: MILESTONE_CHANGED },
          stream: { type: 'string' },
          version: { type: 'integer', minimum: 1, description: 'The event that changed them: a newer one holds.' },
          recordedAt: { type: 'string', format: 'date-time' },
          data: schemaOf(milestoneChangedData()),
        },
      },
    },
  },
});

/** The AsyncAPI 3 description of every event that leaves the house, made from the schemas that the record is checked by. */
export const asyncapiDocument = (): Json => {
  const types = Object.entries(everyEvent).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Veedor events',
      version: '1.0.0',
      description:
        'The facts of every case, of the roster and of who may sign in, and what follows from them for the milestones, as CloudEvents 1.0 on the bus: at least once, in any order. They hold no free text and no personal data.',
    },
    channels: {
      facts: {
        address: EVENT_SOURCE,
        messages: Object.fromEntries(types.map(([type]) => [type, { $ref: `#/components/messages/${type}` }])),
      },
      milestones: {
        address: MILESTONES_SOURCE,
        messages: { [MILESTONE_CHANGED]: { $ref: `#/components/messages/${MILESTONE_CHANGED}` } },
      },
    },
    operations: {
      publishFacts: { action: 'send', channel: { $ref: '#/channels/facts' } },
      publishMilestones: { action: 'send', channel: { $ref: '#/channels/milestones' } },
    },
    components: {
      messages: {
        [MILESTONE_CHANGED]: announcement(),
        ...Object.fromEntries(
          types.map(([type, { meaning, schema }]) => {
            const data = schemaOf(schema());
            return [
              type,
              {
                name: type,
                summary: meaning,
                contentType: 'application/cloudevents+json',
                payload: cloudEventOf(type, data),
              },
            ];
          }),
        ),
      },
    },
  };
};
