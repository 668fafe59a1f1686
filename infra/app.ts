import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunction, bytesMaxOf } from './bundle.ts';
import { filesBeside } from './bundle-script.ts';
import { eventRules } from './event-rules.ts';
import { type FunctionName, isApiFunctionName } from './functions.ts';
import { readRoutes } from './routes.ts';
import { readSettings } from './settings.ts';
import { describeVeedor } from './veedor.ts';

/** The entry of `cdk synth`: no account, no network, nothing looked up. */
const root = fileURLToPath(new URL('..', import.meta.url));
const app = new App({ analyticsReporting: false });

/** What is no JavaScript, by the function that needs it. */
const NATIVE: Partial<Record<FunctionName, readonly string[]>> = {
  'check-document': ['sharp'],
  'render-report': ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'],
};

const codeOf = (name: FunctionName): Code => {
  const throughQueue = eventRules.some(({ target }) => target === name);
  const limit = isApiFunctionName(name) ? { bytesMax: bytesMaxOf(name) } : {};
  // What it asks of S3 needs the checksums and streams of the SDK that the others do without.
  const wholeSdk = ['check-document', 'render-report', 'publish-open-data'].includes(name);
  const into = `${root}dist/functions`;
  const fromLayer = NATIVE[name];
  const files = filesBeside(name, root);
  const how = { throughQueue, wholeSdk, files, ...limit, ...(fromLayer && { fromLayer }) };
  return Code.fromAsset(bundleFunction({ name, root, into, ...how }).folder);
};

describeVeedor(app, { settings: readSettings(app.node), routes: readRoutes(`${root}docs/openapi.json`), codeOf });
app.synth();
