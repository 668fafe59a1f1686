import * as z from 'zod/mini';
import type { S3Answer } from './exchange.ts';
import { S3Error } from './s3-error.ts';
import { childrenOf, childText, parseDocument, type XmlElement, type XmlFields } from './xml.ts';

const METHODS = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] as const;
const RULES_MAX = 100;

export const corsRule = z.object({
  /** With one `*` at most in each. */
  allowedOrigins: z.array(z.string()),
  allowedMethods: z.array(z.enum(METHODS)),
  allowedHeaders: z.optional(z.array(z.string())),
  exposeHeaders: z.optional(z.array(z.string())),
  maxAgeSeconds: z.optional(z.int()),
});
export const corsRules = z.array(corsRule);
/** Which pages of other origins may do what with a bucket. */
export type CorsRule = z.infer<typeof corsRule>;

/** Reads S3's `CORSConfiguration`. Throws `MalformedXML`, `InvalidRequest`. */
export const parseCorsRules = (text: string): readonly CorsRule[] => {
  const rules = childrenOf(parseDocument(text, 'CORSConfiguration'), 'CORSRule').map(parseRule);
  if (rules.length === 0 || rules.length > RULES_MAX) throw new S3Error('MalformedXML');
  return rules;
};

const texts = (rule: XmlElement, name: string): string[] => childrenOf(rule, name).map(({ text }) => text.trim());

const parseRule = (rule: XmlElement): CorsRule => {
  const parsed = corsRule.safeParse({
    allowedOrigins: texts(rule, 'AllowedOrigin'),
    allowedMethods: texts(rule, 'AllowedMethod'),
    allowedHeaders: texts(rule, 'AllowedHeader'),
    exposeHeaders: texts(rule, 'ExposeHeader'),
    maxAgeSeconds: Number(childText(rule, 'MaxAgeSeconds') ?? 0),
  });
  if (!parsed.success || parsed.data.allowedOrigins.length === 0 || parsed.data.allowedMethods.length === 0) {
    throw new S3Error('MalformedXML');
  }
  const wild = [...parsed.data.allowedOrigins, ...(parsed.data.allowedHeaders ?? [])].find(
    (each) => each.split('*').length > 2,
  );
  if (wild !== undefined) throw new S3Error('InvalidRequest', `"${wild}" can not have more than one wildcard.`);
  return parsed.data;
};

export const corsFields = (rules: readonly CorsRule[]): XmlFields => ({
  CORSRule: rules.map((rule) => ({
    AllowedOrigin: rule.allowedOrigins,
    AllowedMethod: rule.allowedMethods,
    AllowedHeader: rule.allowedHeaders,
    ExposeHeader: rule.exposeHeaders,
    MaxAgeSeconds: rule.maxAgeSeconds,
  })),
});

interface Asked {
  readonly origin: string;
  readonly method: string;
  readonly headers: readonly string[];
}

/** Answers `OPTIONS`. Throws `AccessForbidden` when no rule allows it. */
export const preflight = (rules: readonly CorsRule[], headers: ReadonlyMap<string, string>): S3Answer => {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  if (origin === undefined || method === undefined) {
    throw new S3Error(
      'BadRequest',
      'Insufficient information. Origin request header and Access-Control-Request-Method needed.',
    );
  }
  const wanted = (headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const allowed = allowance(rules, { origin, method, headers: wanted });
  if (allowed === undefined) throw new S3Error('AccessForbidden');
  return {
    status: 200,
    headers: { ...allowed, 'access-control-allow-headers': wanted.length === 0 ? undefined : wanted.join(', ') },
  };
};

/** The headers that let a page read the answer to its request; none where no rule allows it. */
export const corsHeaders = (
  rules: readonly CorsRule[],
  { method, headers }: { method: string; headers: ReadonlyMap<string, string> },
): Readonly<Record<string, string | undefined>> => {
  const origin = headers.get('origin');
  return (origin === undefined ? undefined : allowance(rules, { origin, method, headers: [] })) ?? {};
};

const allowance = (rules: readonly CorsRule[], asked: Asked): Record<string, string | undefined> | undefined => {
  const rule = rules.find(
    ({ allowedOrigins, allowedMethods, allowedHeaders = [] }) =>
      allowedOrigins.some((pattern) => matches(pattern, asked.origin)) &&
      allowedMethods.some((method) => method === asked.method) &&
      asked.headers.every((name) => allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name))),
  );
  if (rule === undefined) return undefined;
  const anyOrigin = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anyOrigin ? '*' : asked.origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    'access-control-allow-credentials': anyOrigin ? undefined : 'true',
    'access-control-expose-headers': rule.exposeHeaders?.length ? rule.exposeHeaders.join(', ') : undefined,
    'access-control-max-age': rule.maxAgeSeconds ? String(rule.maxAgeSeconds) : undefined,
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
};

const matches = (pattern: string, text: string): boolean => {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
};
