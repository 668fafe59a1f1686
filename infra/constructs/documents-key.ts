import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { keepLogicalId } from './keep-logical-id.ts';

/**
 * The key of this deployment's documents. Whoever copies the bucket, or is let into it by mistake, reads nothing without it; each use
 * of it is in the trail of the account. It can be neither deleted nor disabled while its policy stands, because the sealed originals
 * would go with it: their lock would hold bytes that nobody can read.
 */
export class DocumentsKey extends Construct {
  readonly key: IKey;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: 'Veedor: the documents of the cases',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    keepLogicalId(key, 'DocumentsKey');
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyDestroysTheOriginals',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
        resources: ['*'],
      }),
    );
    this.key = key;
  }

  /** To read what lies in the bucket, through S3 and in no other way. */
  grantRead(grantee: IGrantable): void {
    this.#grant(grantee, ['kms:Decrypt']);
  }

  /** To write there. Who writes in parts must also read what S3 keeps of them. */
  grantWrite(grantee: IGrantable): void {
    this.#grant(grantee, ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  #grant(grantee: IGrantable, actions: string[]): void {
    const { region, urlSuffix } = Stack.of(this);
    const conditions = { StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` } };
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.key.keyArn], conditions });
  }
}
