import type { Node } from 'constructs';

/** What a deployment decides; everything else is the same everywhere. Set in cdk.json or with `--context`. */
export interface Settings {
  /** Where the pages live: sign-in comes back to it. */
  readonly webUrl: string;
  /** Who is told when something fails. Absent: the alarms ring and nobody hears them. */
  readonly alarmsEmail?: string;
  /** Whether GuardDuty looks at every upload before the house does. It costs by the gigabyte. */
  readonly malwareScan?: boolean;
}

export const readSettings = (node: Node): Settings => {
  const webUrl: unknown = node.tryGetContext('veedor:webUrl');
  const alarmsEmail: unknown = node.tryGetContext('veedor:alarmsEmail');
  if (typeof webUrl !== 'string' || !URL.canParse(webUrl)) throw new Error('The context veedor:webUrl must be a URL.');
  const malwareScan = [true, 'true'].includes(node.tryGetContext('veedor:malwareScan')) ? { malwareScan: true } : {};
  if (alarmsEmail === undefined) return { webUrl, ...malwareScan };
  if (typeof alarmsEmail === 'string' && alarmsEmail.includes('@')) return { webUrl, alarmsEmail, ...malwareScan };
  throw new Error('The context veedor:alarmsEmail must be a mail address.');
};
