import { schemaCompiler } from './conformity.ts';

type Json = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The fields that OpenAPI 3.1.0 gives each of its objects, as far as the document uses them. Extensions begin with `x-`. */
const FIELDS = {
  document: [
    'openapi',
    'info',
    'jsonSchemaDialect',
    'servers',
    'paths',
    'webhooks',
    'components',
    'security',
    'tags',
    'externalDocs',
  ],
  info: ['title', 'summary', 'description', 'termsOfService', 'contact', 'license', 'version'],
  operation: [
    'tags',
    'summary',
    'description',
    'externalDocs',
    'operationId',
    'parameters',
    'requestBody',
    'responses',
    'callbacks',
    'deprecated',
    'security',
    'servers',
  ],
  parameter: [
    'name',
    'in',
    'description',
    'required',
    'deprecated',
    'style',
    'explode',
    'schema',
    'example',
    'examples',
    'content',
  ],
  requestBody: ['description', 'content', 'required'],
  response: ['description', 'headers', 'content', 'links'],
  header: ['description', 'required', 'deprecated', 'style', 'explode', 'schema', 'example', 'examples', 'content'],
  mediaType: ['schema', 'example', 'examples', 'encoding'],
  components: [
    'schemas',
    'responses',
    'parameters',
    'examples',
    'requestBodies',
    'headers',
    'securitySchemes',
    'links',
    'callbacks',
    'pathItems',
  ],
} as const;

const objectIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const listIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(objectIn) : []);

const unknownFields = (kind: keyof typeof FIELDS, value: unknown, at: string): readonly string[] => {
  const known: readonly string[] = FIELDS[kind];
  return Object.keys(objectIn(value))
    .filter((name) => !known.includes(name) && !name.startsWith('x-'))
    .map((name) => `${at}: ${kind} has no field ${name}`);
};

const requiring = (value: unknown, names: readonly string[], at: string): readonly string[] =>
  names.filter((name) => objectIn(value)[name] === undefined).map((name) => `${at}: ${name} is missing`);

/** Everything that is not as OpenAPI 3.1 asks for, in words; `schemaFlaws` looks into the schemas. */
export const structureFlaws = (document: Json): readonly string[] => [
  ...unknownFields('document', document, 'document'),
  ...requiring(document, ['openapi', 'info', 'paths'], 'document'),
  ...(/^3\.1\.\d+$/.test(String(document['openapi'])) ? [] : ['document: openapi is not 3.1']),
  ...unknownFields('info', document['info'], 'info'),
  ...requiring(document['info'], ['title', 'version'], 'info'),
  ...unknownFields('components', document['components'], 'components'),
  ...pathFlaws(document),
  ...referenceFlaws(document),
];

interface Described {
  readonly at: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
}

const operationsIn = (document: Json): readonly Described[] =>
  Object.entries(objectIn(document['paths'])).flatMap(([path, item]) =>
    Object.entries(objectIn(item)).map(([method, operation]) => ({
      at: `${method} ${path}`,
      path,
      method,
      operation: objectIn(operation),
    })),
  );

const twice = (names: readonly string[], what: string): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${what} ${name} stands twice`);

const pathFlaws = (document: Json): readonly string[] => {
  const operations = operationsIn(document);
  const paths = Object.keys(objectIn(document['paths']));
  return [
    ...paths.filter((path) => !path.startsWith('/')).map((path) => `path ${path} does not begin with a slash`),
    ...twice(
      paths.map((path) => path.replaceAll(/\{[^}]*\}/g, '{}')),
      'path',
    ),
    ...operations.filter(({ method }) => !METHODS.includes(method)).map(({ at }) => `${at}: no such method`),
    ...twice(
      operations.map(({ operation }) => String(operation['operationId'])),
      'operationId',
    ),
    ...operations.flatMap((described) => operationFlaws(described, document)),
  ];
};

const operationFlaws = ({ at, path, method, operation }: Described, document: Json): readonly string[] => {
  const parameters = listIn(operation['parameters']);
  const body = operation['requestBody'];
  const schemes = objectIn(objectIn(document['components'])['securitySchemes']);
  return [
    ...unknownFields('operation', operation, at),
    ...requiring(operation, ['operationId', 'summary', 'responses', 'security', 'x-veedor-function'], at),
    ...parameters.flatMap((parameter) => parameterFlaws(parameter, at)),
    ...twice(
      parameters.map(({ name, in: place }) => `${at} ${place} ${name}`),
      'parameter',
    ),
    ...templateFlaws(at, path, parameters),
    ...(method === 'get' && body !== undefined ? [`${at}: a reading has a body`] : []),
    ...(body === undefined
      ? []
      : [...unknownFields('requestBody', body, at), ...contentFlaws(objectIn(body)['content'], at)]),
    ...responseFlaws(objectIn(operation['responses']), at),
    ...listIn(operation['security'])
      .flatMap((requirement) => Object.keys(requirement))
      .filter((name) => schemes[name] === undefined)
      .map((name) => `${at}: there is no security scheme ${name}`),
  ];
};

const parameterFlaws = (parameter: Json, at: string): readonly string[] => [
  ...unknownFields('parameter', parameter, at),
  ...requiring(parameter, ['name', 'in', 'schema'], at),
  ...(['path', 'query', 'header', 'cookie'].includes(String(parameter['in']))
    ? []
    : [`${at}: ${parameter['name']} is nowhere`]),
  ...(parameter['in'] === 'path' && parameter['required'] !== true
    ? [`${at}: ${parameter['name']} is not required`]
    : []),
  ...(parameter['in'] === 'header' && /^(accept|content-type|authorization)$/i.test(String(parameter['name']))
    ? [`${at}: ${parameter['name']} would be ignored`]
    : []),
];

const templateFlaws = (at: string, path: string, parameters: readonly Json[]): readonly string[] => {
  const inPath = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const declared = parameters.filter((parameter) => parameter['in'] === 'path').map(({ name }) => name);
  return [
    ...inPath.filter((name) => !declared.includes(name)).map((name) => `${at}: {${name}} is not declared`),
    ...declared.filter((name) => !inPath.includes(String(name))).map((name) => `${at}: ${name} is not in the path`),
  ];
};

const contentFlaws = (content: unknown, at: string): readonly string[] => [
  ...(Object.keys(objectIn(content)).length === 0 ? [`${at}: there is no content`] : []),
  ...Object.entries(objectIn(content)).flatMap(([type, media]) => [
    ...(/^[a-z]+\/[a-z+.-]+$/.test(type) ? [] : [`${at}: ${type} is no media type`]),
    ...unknownFields('mediaType', media, at),
    ...requiring(media, ['schema'], at),
  ]),
];

const responseFlaws = (responses: Json, at: string): readonly string[] => [
  ...(Object.keys(responses).length === 0 ? [`${at}: there is no response`] : []),
  ...Object.entries(responses).flatMap(([status, response]) => [
    ...(/^([1-5](\d\d|XX)|default)$/.test(status) ? [] : [`${at}: ${status} is no status`]),
    ...unknownFields('response', response, at),
    ...requiring(response, ['description'], at),
    // That nothing has changed is said without a word more.
    ...(status === '304' ? [] : contentFlaws(objectIn(response)['content'], at)),
    ...Object.entries(objectIn(objectIn(response)['headers'])).flatMap(([, header]) => [
      ...unknownFields('header', header, at),
      ...requiring(header, ['schema'], at),
    ]),
  ]),
];

const everyObject = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  const object = objectIn(value);
  return [
    object,
    ...Object.values(object)
      .filter((inner) => typeof inner === 'object' && inner !== null)
      .flatMap(everyObject),
  ];
};

const referenceFlaws = (document: Json): readonly string[] => {
  const references = everyObject(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
  const schemas = Object.keys(objectIn(objectIn(document['components'])['schemas'])).map(
    (name) => `#/components/schemas/${name}`,
  );
  return [
    ...references
      .filter((reference) => pointedAt(document, reference) === undefined)
      .map((reference) => `${reference} leads nowhere`),
    ...schemas.filter((schema) => !references.includes(schema)).map((schema) => `${schema} is used by nobody`),
  ];
};

const pointedAt = (document: Json, reference: string): unknown =>
  reference
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => objectIn(value)[part], reference.startsWith('#/') ? document : undefined);

/** The schemas that do not compile under JSON Schema 2020-12, in the strict mode that refuses unknown keywords and formats. */
export const schemaFlaws = (document: Json): readonly string[] => {
  const schemas = objectIn(objectIn(document['components'])['schemas']) as Readonly<Record<string, Json>>;
  const compile = schemaCompiler({ components: { schemas } });
  return [
    ...Object.values(schemas),
    ...everyObject(document['paths']).flatMap(({ schema }) => (schema === undefined ? [] : [objectIn(schema)])),
  ].flatMap((schema) => {
    try {
      compile(schema);
      return [];
    } catch (error) {
      return [`a schema does not compile: ${String(error)}`];
    }
  });
};
