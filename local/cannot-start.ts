/** Why a system cannot start on this machine: a word for programs, and a message that tells a person what to do. */
export type StartObstacle =
  | 'port-taken'
  | 'bad-setting'
  | 'folder-not-writable'
  | 'disk-full'
  | 'another-instance'
  | 'no-embedded-dynamodb'
  | 'dynamodb-failed'
  | 'dynamodb-unreachable'
  | 'foreign-table'
  | 'examples-incomplete';

export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly obstacle: StartObstacle;

  constructor(obstacle: StartObstacle, message: string) {
    super(message);
    this.obstacle = obstacle;
  }
}

/** The code of an error of the operating system, `ENOSPC`; undefined for every other error. */
export const systemCodeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
