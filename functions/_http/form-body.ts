import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What a form holds that a browser posted, files included; undefined where it is none. */
export const formOf = async ({
  headers,
  body,
  isBase64Encoded,
}: APIGatewayProxyEventV2): Promise<FormData | undefined> => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  const type = headers['content-type'] ?? '';
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
};
