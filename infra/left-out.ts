/**
 * Stands in every bundle for two parts of the SDK that nothing here asks for, 28 KB together. Event streams: no operation of DynamoDB has
 * one. The cache of discovered endpoints: they are only discovered where that is switched on, and nobody does. Whoever needs one of
 * them after all is told so when it is made.
 */
const isLeftOut = (what: string): never => {
  throw new Error(`${what} is left out of the bundles: infra/bundle.ts says which parts of the SDK are.`);
};

export class EventStreamSerde {
  constructor() {
    isLeftOut('The reading of event streams');
  }
}

export const eventStreamSerdeProvider = (): never => isLeftOut('The reading of event streams');

/** The client makes one for itself, and asks it for nothing while endpoints are not discovered. */
export class EndpointCache {
  readonly get = (): never => isLeftOut('The cache of discovered endpoints');
  readonly getEndpoint = (): never => isLeftOut('The cache of discovered endpoints');
  readonly set = (): never => isLeftOut('The cache of discovered endpoints');
}
