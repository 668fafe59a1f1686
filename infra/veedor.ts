import { type App, Validations } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ApiStack } from './api-stack.ts';
import type { FunctionName } from './functions.ts';
import { IdentityStack } from './identity-stack.ts';
import { OpenDataStack } from './open-data-stack.ts';
import { RecordStack } from './record-stack.ts';
import type { Route } from './routes.ts';
import { ServiceStack } from './service-stack.ts';
import type { Settings } from './settings.ts';

export interface VeedorParts {
  readonly settings: Settings;
  readonly routes: readonly Route[];
  readonly codeOf: (name: FunctionName) => Code;
}

export interface Veedor {
  readonly record: RecordStack;
  readonly identity: IdentityStack;
  readonly openData: OpenDataStack;
  readonly service: ServiceStack;
  readonly api: ApiStack;
}

/** The whole cloud: what must never be lost, who people are, and what runs. A finding of AwsSolutions that nobody answered stops it. */
export const describeVeedor = (app: App, { settings, routes, codeOf }: VeedorParts): Veedor => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const record = new RecordStack(app, 'VeedorRecord', { webUrl: settings.webUrl });
  const identity = new IdentityStack(app, 'VeedorIdentity', { webUrl: settings.webUrl });
  const openData = new OpenDataStack(app, 'VeedorOpenData');
  const service = new ServiceStack(app, 'VeedorService', {
    record: record.record,
    documents: record.documents,
    secrets: record.secrets,
    openData: openData.files,
    delivery: { webUrl: settings.webUrl, mailFrom: settings.mailFrom, allowedHosts: settings.webhookAllowedHosts },
    malwareScan: settings.malwareScan ?? false,
    imagesLayerArn: settings.imagesLayerArn,
    printLayerArn: settings.printLayerArn,
    people: identity.people,
    codeOf,
    alarmsEmail: settings.alarmsEmail,
  });
  const api = new ApiStack(app, 'VeedorApi', {
    record: record.record,
    documents: record.documents,
    secrets: record.secrets,
    people: identity.people,
    routes,
    environment: service.surroundings,
    codeOf,
    alarmsEmail: settings.alarmsEmail,
  });
  return { record, identity, openData, service, api };
};
