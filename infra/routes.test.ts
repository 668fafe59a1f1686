import { describe, expect, it } from 'vitest';
import { readRoutes, routesOf } from './routes.ts';

const token = [{ token: [] }];
const operation = (name: unknown, more = {}) => ({ 'x-veedor-function': name, ...more });
const documentWith = (paths: unknown, more = {}) => ({ openapi: '3.1.0', paths, ...more });

describe('the routes of an OpenAPI document', () => {
  it('are its operations, each with its function', () => {
    const document = documentWith({
      '/cases': { get: operation('public-api'), post: operation('coordinator-api', { security: token }) },
      '/cases/{case}': {
        parameters: [],
        summary: 'One case',
        patch: operation('coordinator-api', { security: token }),
      },
    });
    expect(routesOf(document)).toEqual([
      { method: 'GET', path: '/cases', function: 'public-api', secured: false },
      { method: 'POST', path: '/cases', function: 'coordinator-api', secured: true },
      { method: 'PATCH', path: '/cases/{case}', function: 'coordinator-api', secured: true },
    ]);
  });

  it.each([
    ['nothing is said', {}, {}, false],
    ['the operation demands one', { security: token }, {}, true],
    ['the document demands one', {}, { security: token }, true],
    ['the operation is an exception to the document', { security: [] }, { security: token }, false],
    ['a token is optional', { security: [{}, ...token] }, {}, false],
    ['one of two tokens is demanded', { security: [...token, { key: [] }] }, {}, true],
  ])('demand a token or not: %s', (_, ofOperation, ofDocument, secured) => {
    const document = documentWith({ '/cases': { get: operation('public-api', ofOperation) } }, ofDocument);
    expect(routesOf(document).map((route) => route.secured)).toEqual([secured]);
  });

  it.each([
    ['no document', undefined, 'The OpenAPI document has no paths.'],
    ['no paths', { openapi: '3.1.0' }, 'The OpenAPI document has no paths.'],
    ['no operation', documentWith({ '/cases': { parameters: [] } }), 'The OpenAPI document has no operations.'],
    ['a path that is no object', documentWith({ '/cases': null }), 'The path /cases is not an object.'],
    [
      'an operation that is no object',
      documentWith({ '/cases': { get: 1 } }),
      'The operation GET /cases is not an object.',
    ],
    ['no function', documentWith({ '/cases': { get: {} } }), 'GET /cases must name its function in x-veedor-function'],
    [
      'a function that answers no requests',
      documentWith({ '/cases': { get: operation('publish-events') } }),
      'one of witness-api, coordinator-api, authority-api, agenda-api, documents-api, bundle-api, escalations-api, notices-api, scoreboard-api, search-api, describe-api, extension-api, import-api, public-api, pages-api, account-api, case-pages-api, report-api, open-data-api, assessment-api, roster-api, people-api, tip-api, tip-pages-api.',
    ],
    [
      'a security that is no list',
      documentWith({ '/cases': { get: operation('public-api', { security: 'token' }) } }),
      'Security is not a list of objects.',
    ],
    [
      'two routes that are one to the gateway',
      documentWith({
        '/cases/{case}': { get: operation('public-api') },
        '/cases/{id}': { get: operation('public-api') },
      }),
      'GET /cases/{id} and GET /cases/{case} are the same route.',
    ],
  ])('cannot be read from %s', (_, document, error) => {
    expect(() => routesOf(document)).toThrow(error);
  });

  it('cannot be read from a file that is not there, and the error says what to do', () => {
    expect(() => readRoutes('/nowhere/openapi.json')).toThrow('/nowhere/openapi.json is missing: generate it');
  });
});
