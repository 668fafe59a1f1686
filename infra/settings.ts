import type { Node } from 'constructs';

/** What a deployment decides; everything else is the same everywhere. Set in cdk.json or with `--context`. */
export interface Settings {
  /** Where the pages live: sign-in comes back to it. */
  readonly webUrl: string;
  /** Who is told when something fails. Absent: the alarms ring and nobody hears them. */
  readonly alarmsEmail?: string;
  /** The address that mail comes from: one that SES has verified. Without it, `no-reply@` the host of the pages. */
  readonly mailFrom?: string;
  /** Hosts (`host:port`, with blanks between them) that webhooks may reach although they are private or without TLS. None, unless said. */
  readonly webhookAllowedHosts?: string;
  /** A layer (its ARN) with the package sharp for Linux on arm64: without it no photo can be checked. */
  readonly imagesLayerArn?: string;
  /** A layer (its ARN) with the package @myriaddreamin/typst-ts-node-compiler-linux-x64-gnu: without it no report becomes a PDF. */
  readonly printLayerArn?: string;
  /** Whether GuardDuty looks at every upload before the house does. It costs by the gigabyte. */
  readonly malwareScan?: boolean;
}

export const readSettings = (node: Node): Settings => {
  const webUrl: unknown = node.tryGetContext('veedor:webUrl');
  const alarmsEmail: unknown = node.tryGetContext('veedor:alarmsEmail');
  if (typeof webUrl !== 'string' || !URL.canParse(webUrl)) throw new Error('The context veedor:webUrl must be a URL.');
  const scan: unknown = node.tryGetContext('veedor:malwareScan');
  const malwareScan = scan === true || scan === 'true' ? { malwareScan: true } : {};
  const settings = { webUrl, ...deliverySettings(node), ...malwareScan, ...layerSettings(node) };
  if (alarmsEmail === undefined) return settings;
  if (typeof alarmsEmail === 'string' && alarmsEmail.includes('@')) return { ...settings, alarmsEmail };
  throw new Error('The context veedor:alarmsEmail must be a mail address.');
};

/** What is no JavaScript comes in layers, which a deployment makes and names. */
const layerSettings = (node: Node): Pick<Settings, 'imagesLayerArn' | 'printLayerArn'> => {
  const named = (name: string): string | undefined => {
    const arn: unknown = node.tryGetContext(`veedor:${name}`);
    if (arn === undefined || (typeof arn === 'string' && arn.startsWith('arn:'))) return arn;
    throw new Error(`The context veedor:${name} must be the ARN of a version of a Lambda layer.`);
  };
  const [imagesLayerArn, printLayerArn] = [named('imagesLayerArn'), named('printLayerArn')];
  return {
    ...(imagesLayerArn === undefined ? {} : { imagesLayerArn }),
    ...(printLayerArn === undefined ? {} : { printLayerArn }),
  };
};

const deliverySettings = (node: Node): Pick<Settings, 'mailFrom' | 'webhookAllowedHosts'> => {
  const mailFrom: unknown = node.tryGetContext('veedor:mailFrom');
  const webhookAllowedHosts: unknown = node.tryGetContext('veedor:webhookAllowedHosts');
  if (mailFrom !== undefined && (typeof mailFrom !== 'string' || !mailFrom.includes('@'))) {
    throw new Error('The context veedor:mailFrom must be a mail address.');
  }
  if (webhookAllowedHosts !== undefined && typeof webhookAllowedHosts !== 'string') {
    throw new Error('The context veedor:webhookAllowedHosts must be hosts with their ports, with blanks between them.');
  }
  return {
    ...(mailFrom === undefined ? {} : { mailFrom }),
    ...(webhookAllowedHosts === undefined ? {} : { webhookAllowedHosts }),
  };
};
