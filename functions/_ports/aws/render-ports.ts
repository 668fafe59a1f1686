import type { RenderingStore } from '../../_reports/renderings.ts';
import type { DocumentStore } from '../document-ports.ts';
import type { StorePorts } from './aws-ports.ts';
import { documentsPorts } from './documents-ports.ts';
import { pagesEnvironment } from './environment.ts';
import { renderingsIn } from './renderings.ts';

/** Builds the ports of the function that renders reports. Throws when the environment is incomplete. */
export const renderPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & {
  readonly documents: DocumentStore;
  readonly renderings: RenderingStore;
  readonly publicUrl: string;
} => ({
  ...documentsPorts(environment),
  renderings: renderingsIn(environment),
  publicUrl: pagesEnvironment(environment).PUBLIC_URL,
});
