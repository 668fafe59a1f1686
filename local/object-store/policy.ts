import * as z from 'zod/mini';
import { base64Bytes } from './encoding.ts';
import { S3Error } from './s3-error.ts';

/** Fields that no condition has to name. */
const EXEMPT = new Set(['policy', 'x-amz-signature', 'file']);
const IGNORED = 'x-ignore-';

const policyShape = z.strictObject({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.tuple([z.union([z.literal('eq'), z.literal('starts-with')]), z.string(), z.string()]),
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

type Condition =
  | { readonly match: 'eq' | 'starts-with'; readonly field: string; readonly value: string }
  | { readonly match: 'content-length-range'; readonly bytesMin: number; readonly bytesMax: number };

/** What a form that somebody was given may upload. */
export interface Policy {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly conditions: readonly Condition[];
}

export interface LengthRange {
  readonly bytesMin: number;
  readonly bytesMax: number;
}

/** Throws `InvalidPolicyDocument`. */
export const parsePolicy = (text: string): Policy => {
  const parsed = policyShape.safeParse(jsonOf(base64Bytes(text)));
  if (!parsed.success) throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  const expiresAt = Date.parse(parsed.data.expiration);
  if (Number.isNaN(expiresAt) || !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(parsed.data.expiration)) {
    throw new S3Error('InvalidPolicyDocument', "Invalid Policy: Invalid 'expiration' value.");
  }
  return { expiresAt, conditions: parsed.data.conditions.flatMap(conditionsOf) };
};

const conditionsOf = (raw: z.infer<typeof policyShape>['conditions'][number]): readonly Condition[] => {
  if (!Array.isArray(raw)) {
    return Object.entries(raw).map(([field, value]) => ({ match: 'eq', field: field.toLowerCase(), value }) as const);
  }
  const [match, first, second] = raw;
  if (match === 'content-length-range') return [{ match, bytesMin: first, bytesMax: second }];
  if (!first.startsWith('$'))
    throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: Invalid Condition: a field begins with $.');
  return [{ match, field: first.slice(1).toLowerCase(), value: second }];
};

const jsonOf = (bytes: Buffer | undefined): unknown => {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
};

/**
 * Holds a form against its policy: not expired, every condition met, and no field that the policy does not speak of. Gives the
 * length that the file may have. Throws `AccessDenied`.
 */
export const checkPolicy = (
  { expiresAt, conditions }: Policy,
  { fields, now }: { fields: ReadonlyMap<string, string>; now: number },
): LengthRange => {
  if (expiresAt <= now) throw new S3Error('AccessDenied', 'Invalid according to Policy: Policy expired.');
  const covered = new Set<string>();
  let range: LengthRange = { bytesMin: 0, bytesMax: Number.MAX_SAFE_INTEGER };
  for (const condition of conditions) {
    if (condition.match === 'content-length-range') {
      range = {
        bytesMin: Math.max(range.bytesMin, condition.bytesMin),
        bytesMax: Math.min(range.bytesMax, condition.bytesMax),
      };
      continue;
    }
    covered.add(condition.field);
    if (!holds(condition, fields.get(condition.field) ?? '')) {
      const { match, field, value } = condition;
      throw new S3Error(
        'AccessDenied',
        `Invalid according to Policy: Policy Condition failed: ["${match}", "$${field}", "${value}"]`,
      );
    }
  }
  const extra = [...fields.keys()].find((name) => !covered.has(name) && !EXEMPT.has(name) && !name.startsWith(IGNORED));
  if (extra !== undefined)
    throw new S3Error('AccessDenied', `Invalid according to Policy: Extra input fields: ${extra}`);
  return range;
};

const holds = (
  { match, field, value }: Exclude<Condition, { match: 'content-length-range' }>,
  actual: string,
): boolean => {
  if (match === 'eq') return actual === value;
  // Several content types may stand in one field; each has to begin so.
  const each = field === 'content-type' ? actual.split(',') : [actual];
  return each.every((part) => part.startsWith(value));
};
