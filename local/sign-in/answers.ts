import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Answer = APIGatewayProxyStructuredResultV2;

export const HEADERS = {
  'cache-control': 'no-store',
  'x-veedor-issuer': 'example people without passwords, on one machine only; never for production',
};

export const json = (statusCode: number, body: unknown): Answer => ({
  statusCode,
  headers: { ...HEADERS, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** RFC 6749, 5.2. */
export const refusal = (statusCode: number, error: string, description: string): Answer =>
  json(statusCode, { error, error_description: description });

/** Leads on with GET, whatever was asked with. */
export const leadTo = (location: string): Answer => ({ statusCode: 303, headers: { ...HEADERS, location } });
