import * as z from 'zod/mini';
import { S3Error } from './s3-error.ts';

export const RETENTION_MODES = ['COMPLIANCE', 'GOVERNANCE'] as const;
export const retentionMode = z.enum(RETENTION_MODES);
export type RetentionMode = z.infer<typeof retentionMode>;

/** Until when a version must stay. Compliance binds everybody; governance yields to who says that it shall. */
export interface Retention {
  readonly mode: RetentionMode;
  /** RFC 3339, UTC. */
  readonly retainUntil: string;
}

export interface Lock {
  readonly retention?: Retention | undefined;
  readonly legalHold: boolean;
}

/** What a bucket locks a new version with that brings no lock of its own. */
export const defaultRetention = z.object({
  mode: retentionMode,
  unit: z.enum(['Days', 'Years']),
  count: z.int().check(z.minimum(1), z.maximum(36_500)),
});
export type DefaultRetention = z.infer<typeof defaultRetention>;

const DAY_MILLISECONDS = 86_400_000;

export const retentionByDefault = ({ mode, unit, count }: DefaultRetention, now: number): Retention => {
  const until = new Date(now);
  if (unit === 'Days') until.setTime(now + count * DAY_MILLISECONDS);
  else until.setUTCFullYear(until.getUTCFullYear() + count);
  return { mode, retainUntil: until.toISOString() };
};

export const parseRetention = (
  text: { mode: string | undefined; retainUntil: string | undefined },
  now: number,
): Retention => {
  const mode = RETENTION_MODES.find((each) => each === text.mode);
  if (mode === undefined) throw new S3Error('InvalidArgument', 'Unknown wormMode directive.');
  const until = text.retainUntil === undefined ? Number.NaN : Date.parse(text.retainUntil);
  if (Number.isNaN(until) || !/^\d{4}-\d\d-\d\dT/.test(text.retainUntil ?? '')) {
    throw new S3Error('InvalidArgument', 'The retain until date must be provided in ISO 8601 format');
  }
  if (until <= now) throw new S3Error('InvalidArgument', 'The retain until date must be in the future!');
  return { mode, retainUntil: new Date(until).toISOString() };
};

/** The lock that the headers of an upload ask for; undefined where they say nothing. */
export const lockInHeaders = (headers: ReadonlyMap<string, string>, now: number): Lock | undefined => {
  const mode = headers.get('x-amz-object-lock-mode');
  const retainUntil = headers.get('x-amz-object-lock-retain-until-date');
  const hold = headers.get('x-amz-object-lock-legal-hold');
  if (mode === undefined && retainUntil === undefined && hold === undefined) return undefined;
  if ((mode === undefined) !== (retainUntil === undefined)) {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  }
  return {
    retention: mode === undefined ? undefined : parseRetention({ mode, retainUntil }, now),
    legalHold: hold !== undefined && parseLegalHold(hold),
  };
};

export const parseLegalHold = (text: string | undefined): boolean => {
  if (text !== 'ON' && text !== 'OFF')
    throw new S3Error('InvalidArgument', "Legal Hold must be either of 'ON' or 'OFF'");
  return text === 'ON';
};

export interface LockQuestion {
  readonly lock: Lock;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly bypassGovernance: boolean;
}

const PROTECTED = 'Access Denied because object protected by object lock.';

/** Whether a version must stay. */
export const isLocked = ({ lock, now, bypassGovernance }: LockQuestion): boolean =>
  lock.legalHold || isBinding(lock.retention, now, bypassGovernance);

/** Refuses to let go of a version that is locked. Throws `AccessDenied`. */
export const checkMayDelete = (question: LockQuestion): void => {
  if (isLocked(question)) throw new S3Error('AccessDenied', PROTECTED);
};

/** A running retention may only grow; one under governance may also shrink when it is said so. Throws `AccessDenied`. */
export const checkMayRetain = ({ lock, now, bypassGovernance }: LockQuestion, next: Retention | undefined): void => {
  const { retention } = lock;
  if (retention === undefined || !isBinding(retention, now, bypassGovernance)) return;
  const isLonger = next !== undefined && Date.parse(next.retainUntil) >= Date.parse(retention.retainUntil);
  const isAsStrict = next?.mode === 'COMPLIANCE' || next?.mode === retention.mode;
  if (!isLonger || !isAsStrict) throw new S3Error('AccessDenied', PROTECTED);
};

const isBinding = (retention: Retention | undefined, now: number, bypassGovernance: boolean): boolean =>
  retention !== undefined &&
  Date.parse(retention.retainUntil) > now &&
  !(retention.mode === 'GOVERNANCE' && bypassGovernance);
