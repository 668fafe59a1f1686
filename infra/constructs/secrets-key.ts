import { RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { keepLogicalId } from './keep-logical-id.ts';

/**
 * The key under which signing secrets of webhooks are kept in the table, so that whoever may read the table reads none: one function
 * seals with it, one opens. It encrypts nothing of the record. If it were lost, every receiver would need a new secret and no more.
 */
export class SecretsKey extends Construct {
  readonly keyId: string;
  private readonly keyArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: 'Veedor: signing secrets of webhooks',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    keepLogicalId(key, 'SecretsKey');
    this.keyId = key.keyId;
    this.keyArn = key.keyArn;
  }

  /** Seals a new secret; cannot open any. */
  grantSeal(sealer: IGrantable): void {
    Grant.addToPrincipal({ grantee: sealer, actions: ['kms:Encrypt'], resourceArns: [this.keyArn] });
  }

  /** Opens secrets to sign with them. */
  grantOpen(opener: IGrantable): void {
    Grant.addToPrincipal({ grantee: opener, actions: ['kms:Decrypt'], resourceArns: [this.keyArn] });
  }
}
