import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Route } from '../../infra/routes.ts';
import type { Settings } from '../../infra/settings.ts';
import { describeVeedor, type Veedor } from '../../infra/veedor.ts';

/** One resource of a template, as CloudFormation gets it. */
export interface CloudResource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template has no types, and a test says itself what it expects.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** An app with the flags of cdk.json, as `cdk synth` gives them. */
export const newApp = (): App => {
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
  return new App({ context, analyticsReporting: false });
};

/** A public and a secured route for each kind of caller; the real ones come from the OpenAPI document. */
export const someRoutes: readonly Route[] = [
  { method: 'GET', path: '/cases', function: 'public-api', secured: false },
  { method: 'GET', path: '/cases/{case}', function: 'public-api', secured: false },
  { method: 'POST', path: '/cases', function: 'coordinator-api', secured: true },
  { method: 'POST', path: '/cases/{case}/observations', function: 'witness-api', secured: true },
  { method: 'PUT', path: '/cases/{case}/replies/{reply}', function: 'authority-api', secured: true },
];

/** The whole cloud with functions that do nothing: what surrounds them is under test. */
export const someCloud = (settings: Partial<Settings> = {}) => {
  const app = newApp();
  const stacks = describeVeedor(app, {
    settings: { webUrl: 'https://veedor.example', alarmsEmail: 'somebody@veedor.example', ...settings },
    routes: someRoutes,
    codeOf: () => Code.fromInline('exports.handler = async () => {};'),
  });
  return { app, ...stacks };
};

export const resourcesIn = (stack: Parameters<typeof Template.fromStack>[0]): Readonly<Record<string, CloudResource>> =>
  Template.fromStack(stack).toJSON()['Resources'];

/** Everything that runs: the API and what works behind it. */
export const whatRuns = ({ service, api }: Pick<Veedor, 'service' | 'api'>): ReturnType<typeof resourcesIn> => ({
  ...resourcesIn(service),
  ...resourcesIn(api),
});

export const ofType = (resources: Readonly<Record<string, CloudResource>>, type: string): readonly CloudResource[] =>
  Object.values(resources).filter((resource) => resource.Type === type);

/** The only resource of its type. */
export const theOne = (resources: Readonly<Record<string, CloudResource>>, type: string): CloudResource => {
  const [resource, ...others] = ofType(resources, type);
  if (resource === undefined || others.length > 0) throw new Error(`There must be exactly one ${type}.`);
  return resource;
};

/** Refuses everything that does not come over TLS. */
export const demandsTls = (policy: CloudResource): boolean =>
  policy.Properties.PolicyDocument.Statement.some(
    (statement: { Effect: string; Condition?: unknown }) =>
      statement.Effect === 'Deny' && JSON.stringify(statement.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
  );
