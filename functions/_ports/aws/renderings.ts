import { type RenderingStore, renderingStore } from '../../_reports/renderings.ts';
import { tableEnvironment } from './environment.ts';
import { dynamodbItemStore } from './item-store.ts';
import { openTable } from './table.ts';

/** What was rendered of published reports. Throws when the environment is incomplete. */
export const renderingsIn = (environment: NodeJS.ProcessEnv): RenderingStore => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return renderingStore(dynamodbItemStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT })));
};
