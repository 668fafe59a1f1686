import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { bytesIn } from './request.ts';

/** What any request can hold: Lambda takes 6 MB, and less of what the gateway has to encode. */
const FORM_BYTES_MAX = 6 * 1024 * 1024;
/**
 * What the files of a form may weigh together. Lambda takes a request of 6 MiB, in which the gateway writes files as base64, a third
 * longer than they are; the rest is for what was typed and for the headers.
 */
export const FORM_FILES_BYTES_MAX = 4_000_000;

const FORM = /^(multipart\/form-data\s*;|application\/x-www-form-urlencoded\s*(;|$))/i;

/** What a form of a page sent; undefined where it is no form, or cannot be read as one. */
export const formOf = async (event: APIGatewayProxyEventV2): Promise<FormData | undefined> => {
  const contentType = event.headers['content-type'] ?? '';
  const bytes = bytesIn(event, FORM_BYTES_MAX);
  if (!FORM.test(contentType)) return undefined;
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch (error) {
    // What the parser cannot read is the sender’s flaw; anything else is ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};
