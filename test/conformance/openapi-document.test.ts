import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { ApiHandler } from '../../functions/_http/api.ts';
import type { ApiFunction } from '../../functions/_http/operation.ts';
import { accountApi } from '../../functions/account-api/account-api.ts';
import { agendaApi } from '../../functions/agenda-api/agenda-api.ts';
import { assessmentApi } from '../../functions/assessment-api/assessment-api.ts';
import { authorityApi } from '../../functions/authority-api/authority-api.ts';
import { bundleApi } from '../../functions/bundle-api/bundle-api.ts';
import { casePagesApi } from '../../functions/case-pages-api/case-pages-api.ts';
import { coordinatorApi } from '../../functions/coordinator-api/coordinator-api.ts';
import { describeApi } from '../../functions/describe-api/describe-api.ts';
import { OPERATIONS, openapiDocument } from '../../functions/describe-api/openapi.ts';
import { documentsApi } from '../../functions/documents-api/documents-api.ts';
import { escalationsApi } from '../../functions/escalations-api/escalations-api.ts';
import { extensionApi } from '../../functions/extension-api/extension-api.ts';
import { importApi } from '../../functions/import-api/import-api.ts';
import { noticesApi } from '../../functions/notices-api/notices-api.ts';
import { openDataApi } from '../../functions/open-data-api/open-data-api.ts';
import { pagesApi } from '../../functions/pages-api/pages-api.ts';
import { peopleApi } from '../../functions/people-api/people-api.ts';
import { publicApi } from '../../functions/public-api/public-api.ts';
import { reportApi } from '../../functions/report-api/report-api.ts';
import { rosterApi } from '../../functions/roster-api/roster-api.ts';
import { scoreboardApi } from '../../functions/scoreboard-api/scoreboard-api.ts';
import { searchApi } from '../../functions/search-api/search-api.ts';
import { tipApi } from '../../functions/tip-api/tip-api.ts';
import { tipPagesApi } from '../../functions/tip-pages-api/tip-pages-api.ts';
import { witnessApi } from '../../functions/witness-api/witness-api.ts';
import { newHouse } from '../support/house.ts';
import type { OpenapiDocument, OpenapiOperation } from './conformity.ts';
import { schemaFlaws, structureFlaws } from './openapi-structure.ts';

const document = JSON.parse(JSON.stringify(openapiDocument())) as OpenapiDocument & Record<string, unknown>;
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1', () => {
    expect(structureFlaws(document)).toEqual([]);
    expect(schemaFlaws(document)).toEqual([]);
  });

  it('describes the operations of the API, and no others', () => {
    const named = OPERATIONS.map(({ method, path, name }) => `${method} ${path} ${name}`);
    expect(described.map(({ method, path, operation }) => `${method} ${path} ${operation.operationId}`).sort()).toEqual(
      named.sort(),
    );
  });

  it('demands a token for everything that is sent but by citizens, and takes one or none for what is read', () => {
    const ofCitizens = [
      'make-tip-receipt',
      'send-tip',
      'add-to-tip',
      'hand-in-tip-file',
      'confirm-endpoint',
      'verify-pdf',
      'show-whether-genuine',
      'send-tip-form',
      'follow-tip',
    ];
    for (const { method, operation } of described) {
      const needsToken = method === 'POST' && !ofCitizens.includes(operation.operationId);
      expect(operation.security).toEqual(needsToken ? [{ bearer: [] }] : [{}, { bearer: [] }]);
    }
  });

  it('is the one that is served', async () => {
    const { status, body } = await newHouse().get('', '/openapi.json');
    expect([status, body]).toEqual([200, document]);
  });
});

describe('a flaw in the structure of the document is found:', () => {
  const spoiled = (spoil: (copy: any) => void) => {
    const copy = structuredClone(document);
    spoil(copy);
    return structureFlaws(copy);
  };
  it.each<[string, (copy: any) => void, string]>([
    ['another version', (copy) => (copy.openapi = '3.0.3'), 'document: openapi is not 3.1'],
    ['no title', (copy) => delete copy.info.title, 'info: title is missing'],
    [
      'a field that OpenAPI does not have',
      (copy) => (copy.paths['/health'].get.returns = 1),
      'get /health: operation has no field returns',
    ],
    [
      'the same name twice',
      (copy) => (copy.paths['/cases'].get.operationId = 'open-case'),
      'operationId open-case stands twice',
    ],
    [
      'a parameter of the path that is not declared',
      (copy) => copy.paths['/cases/{case}'].get.parameters.shift(),
      'get /cases/{case}: {case} is not declared',
    ],
    ['two paths that are one', (copy) => (copy.paths['/cases/{other}'] = {}), 'path /cases/{} stands twice'],
    [
      'a parameter twice',
      (copy) => copy.paths['/cases'].get.parameters.push(copy.paths['/cases'].get.parameters[0]),
      'parameter get /cases query limit stands twice',
    ],
    [
      'a reference to nothing',
      (copy) =>
        (copy.paths['/health'].get.responses.default.content['application/problem+json'].schema.$ref =
          '#/components/schemas/None'),
      '#/components/schemas/None leads nowhere',
    ],
    [
      'a schema nobody uses',
      (copy) => (copy.components.schemas.Idle = {}),
      '#/components/schemas/Idle is used by nobody',
    ],
    [
      'a security scheme that is not there',
      (copy) => (copy.paths['/cases'].post.security = [{ basic: [] }]),
      'post /cases: there is no security scheme basic',
    ],
    [
      'a reading with a body',
      (copy) => (copy.paths['/health'].get.requestBody = { content: { 'application/json': { schema: {} } } }),
      'get /health: a reading has a body',
    ],
    [
      'a status that is none',
      (copy) => (copy.paths['/health'].get.responses.ok = copy.paths['/health'].get.responses[200]),
      'get /health: ok is no status',
    ],
  ])('%s', (_, spoil, flaw) => {
    expect(spoiled(spoil).join('\n')).toContain(flaw);
  });

  it.each([
    { type: 'text' },
    { $ref: '#/components/schemas/None' },
    { typo: 'string' },
    { type: 'string', format: 'moment' },
    { pattern: '(' },
  ])('a schema that is none: %j', (schema) => {
    expect(schemaFlaws({ paths: { '/health': { get: { schema } } } }).join('\n')).toContain(
      'a schema does not compile',
    );
  });
});

const PROBLEM = 'application/problem+json';

describe('every operation of the document', () => {
  const ports = newHouse();
  const identity = { verify: async () => undefined };
  const handlers: Record<ApiFunction, ApiHandler> = {
    'witness-api': witnessApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'coordinator-api': coordinatorApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'authority-api': authorityApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'people-api': peopleApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'roster-api': rosterApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'tip-api': tipApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'public-api': publicApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'pages-api': pagesApi(ports),
    'account-api': accountApi(ports),
    'case-pages-api': casePagesApi(ports),
    'tip-pages-api': tipPagesApi(ports),
    'report-api': reportApi({ ...ports, identity }),
    'open-data-api': openDataApi({ ...ports, identity }),
    'assessment-api': assessmentApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'agenda-api': agendaApi({ ...ports, identity }),
    'documents-api': documentsApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'bundle-api': bundleApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'escalations-api': escalationsApi({ ...ports, identity, entropy: { salt: () => '' } }),
    'notices-api': noticesApi({ ...ports, identity }),
    'import-api': importApi({ ...ports, identity }),
    'scoreboard-api': scoreboardApi({ ...ports, identity }),
    'search-api': searchApi({ ...ports, identity }),
    'describe-api': describeApi({ ...ports, identity }),
    'extension-api': extensionApi({ ...ports, identity }),
  };
  /** A token that no one takes is refused by whoever serves a route, before anything else is looked at; pages ask nobody who they are. */
  const serves = async (name: string, method: string, path: string): Promise<boolean> => {
    const headers = { authorization: 'Bearer x' };
    const requestContext = { domainName: 'veedor.example', http: { method } };
    const event = {
      routeKey: `${method} ${path}`,
      rawPath: path,
      rawQueryString: '',
      headers,
      requestContext,
    } as unknown;
    const answer = await handlers[name as ApiFunction](event as APIGatewayProxyEventV2, {} as Context);
    return answer.statusCode === 401 || answer.headers?.['content-type'] !== PROBLEM;
  };

  it.each(described)(
    '$method $path is answered by the function that it names, and by no other',
    async ({ method, path, operation }: { method: string; path: string; operation: OpenapiOperation }) => {
      const serving = [];
      for (const name of Object.keys(handlers)) if (await serves(name, method, path)) serving.push(name);
      expect(serving).toEqual([operation['x-veedor-function']]);
    },
  );
});
