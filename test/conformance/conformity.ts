import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Exchange } from '../support/exchanges.ts';

type Json = Readonly<Record<string, unknown>>;

/** The parts of an OpenAPI document that an exchange is held against. */
export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenapiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

export interface OpenapiOperation {
  readonly operationId: string;
  readonly 'x-veedor-function': string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Json }>>;
  };
  readonly responses: Readonly<Record<string, OpenapiResponse>>;
  readonly security: readonly Json[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Json;
}

interface OpenapiResponse {
  readonly content: Readonly<Record<string, { readonly schema: Json }>>;
  readonly headers?: Readonly<Record<string, { readonly schema: Json }>>;
}

const DOCUMENT = 'openapi';

/** Compiles schemas of a document as OpenAPI 3.1 means them: JSON Schema 2020-12, with references into the document. */
export const schemaCompiler = ({
  components,
}: Pick<OpenapiDocument, 'components'>): ((schema: Json) => ValidateFunction) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  ajv.addKeyword('components');
  ajv.addSchema({ $id: DOCUMENT, components });
  // The same schema stands in many places of a document.
  const compiled = new Map<Json | string, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const located = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${DOCUMENT}#/`);
    const validate = compiled.get(located) ?? ajv.compile(JSON.parse(located));
    compiled.set(schema, validate).set(located, validate);
    return validate;
  };
};

/** Headers that say nothing of ours: HTTP's own, with the same meaning on every answer. */
const PLAIN_HEADERS = ['content-type', 'cache-control', 'vary'];

/** Holds exchanges against a document, and names every difference. */
export const conformityWith = (document: OpenapiDocument) => {
  const compile = schemaCompiler(document);
  const operationAt = operationsOf(document);
  const errorsIn = (schema: Json, value: unknown): readonly string[] => {
    const validate = compile(schema);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  const requestFlaws = (operation: OpenapiOperation, { request }: Exchange, inPath: Json): readonly string[] => {
    const query = new URLSearchParams(request.path.split('?')[1]);
    const headers = new Headers(request.headers);
    const sent = {
      path: (name: string) => inPath[name],
      query: (name: string) => query.get(name),
      header: (name: string) => headers.get(name),
    };
    const declared = new Set(
      operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    );
    return [
      ...operation.parameters.flatMap((parameter) => {
        const value = sent[parameter.in](parameter.name) ?? undefined;
        if (value === undefined) return parameter.required ? [`${parameter.in} ${parameter.name} is missing`] : [];
        return errorsIn(parameter.schema, typed(parameter.schema, value)).map(
          (flaw) => `${parameter.in} ${parameter.name}: ${flaw}`,
        );
      }),
      ...[...query.keys()].filter((name) => !declared.has(name)).map((name) => `query ${name} is not declared`),
      ...bodyFlaws(operation, request.body),
    ];
  };

  const bodyFlaws = ({ requestBody }: OpenapiOperation, body: string | undefined): readonly string[] => {
    if (requestBody === undefined) return body === undefined ? [] : ['a body is not declared'];
    if (body === undefined) return requestBody.required === true ? ['the body is missing'] : [];
    const schema = requestBody.content['application/json']?.schema ?? {};
    return errorsIn(schema, JSON.parse(body)).map((flaw) => `body ${flaw}`);
  };

  const answerFlaws = ({ responses }: OpenapiOperation, { answer }: Exchange): readonly string[] => {
    const response = responses[answer.status] ?? (answer.status >= 400 ? responses['default'] : undefined);
    if (response === undefined) return [`status ${answer.status} is not declared`];
    const [mediaType = ''] = String(answer.headers['content-type']).split(';');
    const content = response.content[mediaType];
    if (content === undefined) return [`content type ${answer.headers['content-type']} is not declared`];
    const headers = new Map(
      Object.entries(response.headers ?? {}).map(([name, header]) => [name.toLowerCase(), header]),
    );
    return [
      ...errorsIn(content.schema, mediaType.endsWith('json') ? answer.body : answer.text).map(
        (flaw) => `answer ${flaw}`,
      ),
      ...Object.entries(answer.headers).flatMap(([name, value]) => {
        if (PLAIN_HEADERS.includes(name)) return [];
        const header = headers.get(name);
        return header === undefined
          ? [`header ${name} is not declared`]
          : errorsIn(header.schema, value).map((flaw) => `header ${name}: ${flaw}`);
      }),
    ];
  };

  /** Every difference between an exchange and the document. A request that is meant to be wrong is not held against it. */
  return (exchange: Exchange, { requestToo }: { requestToo: boolean }): readonly string[] => {
    const { method, path } = exchange.request;
    const found = operationAt(method, path.split('?')[0] ?? '');
    if (found === undefined) return [`${method} ${path} is not in the document`];
    const flaws = [
      ...(requestToo ? requestFlaws(found.operation, exchange, found.parameters) : []),
      ...answerFlaws(found.operation, exchange),
    ];
    return flaws.map((flaw) => `${found.operation.operationId} ${exchange.answer.status}: ${flaw}`);
  };
};

/** What a parameter's text is to whoever reads the document: a number where the schema says so. */
const typed = ({ type }: Json, value: unknown): unknown => (type === 'integer' ? Number(value) : value);

/** Finds the operation that serves a path: a named segment goes before one in braces. */
const operationsOf = ({ paths }: OpenapiDocument) => {
  const templates = Object.entries(paths)
    .map(([path, operations]) => ({ template: path.split('/'), operations }))
    .toSorted((left, right) => bracesIn(left.template) - bracesIn(right.template));
  return (method: string, path: string) => {
    const segments = path.split('/').map(decodeURIComponent);
    for (const { template, operations } of templates) {
      const operation = operations[method.toLowerCase()];
      if (operation !== undefined && fits(template, segments)) {
        return { operation, parameters: parametersIn(template, segments) };
      }
    }
    return undefined;
  };
};

const bracesIn = (template: readonly string[]): number => template.filter((part) => part.startsWith('{')).length;

const fits = (template: readonly string[], segments: readonly string[]): boolean =>
  template.length === segments.length &&
  template.every((part, index) => part.startsWith('{') || part === segments[index]);

const parametersIn = (template: readonly string[], segments: readonly string[]): Json =>
  Object.fromEntries(
    template.flatMap((part, index) => (part.startsWith('{') ? [[part.slice(1, -1), segments[index]]] : [])),
  );
