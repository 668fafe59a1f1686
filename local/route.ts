import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Where whatever is no route leads: API Gateway's name for it. */
export const ELSEWHERE = '$default';

/** One way through the door of the HTTP API, and who stands behind it. */
export interface Route {
  readonly method: string;
  /** `/cases/{case}`: a part in braces takes one segment. `ELSEWHERE` takes what no other takes. */
  readonly path: string;
  readonly handler: ApiHandler;
  /** Answers instead where the body is over the limit, without it; a problem does otherwise. */
  readonly whenTooLarge?: ApiHandler;
}

/** The bytes of an event’s body, however the gateway wrote them into it. */
export const bodyOf = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
