import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { API_BUNDLE_BYTES_MAX, bundleFunction } from './bundle.ts';
import { constantsOf } from './bundle-script.ts';
import { eventRules } from './event-rules.ts';
import { type FunctionName, isApiFunctionName } from './functions.ts';
import { readRoutes } from './routes.ts';
import { readSettings } from './settings.ts';
import { describeVeedor } from './veedor.ts';

/** The entry of `cdk synth`: no account, no network, nothing looked up. */
const root = fileURLToPath(new URL('..', import.meta.url));
const app = new App({ analyticsReporting: false });

const codeOf = (name: FunctionName): Code => {
  const throughQueue = eventRules.some(({ target }) => target === name);
  const limit = isApiFunctionName(name) ? { bytesMax: API_BUNDLE_BYTES_MAX } : {};
  // What it asks of S3 needs the checksums and streams of the SDK that the others do without.
  const wholeSdk = name === 'check-document';
  const into = `${root}dist/functions`;
  const fromLayer = name === 'check-document' ? ['sharp'] : [];
  const constants = constantsOf(name, root);
  const bundle = bundleFunction({ name, root, into, throughQueue, wholeSdk, fromLayer, constants, ...limit });
  return Code.fromAsset(bundle.folder);
};

describeVeedor(app, { settings: readSettings(app.node), routes: readRoutes(`${root}docs/openapi.json`), codeOf });
app.synth();
