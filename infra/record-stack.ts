import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DocumentsBucket, type DocumentsBucketProps } from './constructs/documents-bucket.ts';
import { RecordTable } from './constructs/record-table.ts';
import { SecretsKey } from './constructs/secrets-key.ts';

/** What must never be lost: the record and the documents. It changes seldom, and nothing in it goes when the stack goes. */
export class RecordStack extends Stack {
  readonly record: RecordTable;
  readonly documents: DocumentsBucket;
  readonly secrets: SecretsKey;

  constructor(scope: Construct, id: string, props: DocumentsBucketProps) {
    super(scope, id, {
      terminationProtection: true,
      description: 'Veedor: the record of the cases and the documents.',
    });
    this.record = new RecordTable(this, 'Record');
    this.secrets = new SecretsKey(this, 'Secrets');
    this.documents = new DocumentsBucket(this, 'Documents', props);
  }
}
