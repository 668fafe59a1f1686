import { describe, expect, it } from 'vitest';
import { UPLOAD_DAYS_MAX } from '../domain/documents/limits.ts';
import { QUARANTINE_DAYS } from '../events/vocabulary.ts';
import { DIRECTORY, DUE, TABLE } from '../functions/_ports/aws/table-keys.ts';
import { demandsTls, newApp, ofType, resourcesIn, theOne } from '../test/support/cloud.ts';
import { RecordStack } from './record-stack.ts';

const stack = new RecordStack(newApp(), 'VeedorRecord', { webUrl: 'https://veedor.example' });
const resources = resourcesIn(stack);
const table = theOne(resources, 'AWS::DynamoDB::GlobalTable');
const [replica] = table.Properties.Replicas;

describe('the record', () => {
  it('outlives its stack, and its stack does not go by mistake', () => {
    expect([table.DeletionPolicy, table.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(stack.terminationProtection).toBe(true);
  });

  it('can be wound back to any second', () => {
    expect(replica.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  it('is encrypted with a key that nobody here can destroy', () => {
    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: false });
  });

  it('says what was written, as it was written', () => {
    expect(table.Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
  });

  it('has the keys and indexes that the functions ask by', () => {
    const keys = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    expect(table.Properties.KeySchema).toEqual(keys(TABLE.partitionKey, TABLE.sortKey));
    expect(table.Properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: DIRECTORY.index,
        KeySchema: keys(DIRECTORY.partitionKey, DIRECTORY.sortKey),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...DIRECTORY.projected] },
      },
      {
        IndexName: DUE.index,
        KeySchema: keys(DUE.partitionKey, DUE.sortKey),
        Projection: { ProjectionType: 'ALL' },
      },
    ]);
  });

  it('refuses everyone who would rewrite it, whatever their role allows', () => {
    expect(replica.ResourcePolicy.PolicyDocument.Statement).toEqual([
      {
        Sid: 'NobodyGoesRoundTheTransactions',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: [
          'dynamodb:BatchWriteItem',
          'dynamodb:PartiQLDelete',
          'dynamodb:PartiQLInsert',
          'dynamodb:PartiQLUpdate',
        ],
        Resource: '*',
      },
      {
        Sid: 'NobodyRewritesTheRecord',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
        Resource: '*',
        Condition: { 'ForAnyValue:StringNotLike': { 'dynamodb:LeadingKeys': ['DEADLINE#*', 'AGENDA#*', 'SEARCH#*'] } },
      },
    ]);
  });
});

describe('the documents', () => {
  const documents = resources['Documents']?.Properties;

  it('can be locked, and every version stays', () => {
    expect(documents.ObjectLockEnabled).toBe(true);
    expect(documents.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });

  it('are encrypted with the key of this deployment, which turns, and which nobody can destroy', () => {
    const [rule] = documents.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(rule).toMatchObject({
      BucketKeyEnabled: true,
      ServerSideEncryptionByDefault: {
        SSEAlgorithm: 'aws:kms',
        KMSMasterKeyID: { 'Fn::GetAtt': ['DocumentsKey', 'Arn'] },
      },
    });
    const key = resources['DocumentsKey'];
    expect([key?.DeletionPolicy, key?.UpdateReplacePolicy, key?.Properties.EnableKeyRotation]).toEqual([
      'Retain',
      'Retain',
      true,
    ]);
    expect(key?.Properties.KeyPolicy.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: expect.arrayContaining(['kms:ScheduleKeyDeletion', 'kms:DisableKey']),
      }),
    );
  });

  it('tell of every new one', () => {
    expect(documents.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
  });

  it('are taken from the pages of the deployment and given to them, and to no others', () => {
    const [rule, ...others] = documents.CorsConfiguration.CorsRules;
    expect(others).toEqual([]);
    expect(rule.AllowedOrigins).toEqual(['https://veedor.example']);
    expect(rule.AllowedMethods).toEqual(['GET', 'HEAD', 'PUT', 'POST']);
  });

  it('are forgotten where they were refused, and where nothing came of them; what was found usable never', () => {
    const forgotten = documents.LifecycleConfiguration.Rules.map((rule: Record<string, any>) => [
      rule['Prefix'],
      rule['ExpirationInDays'] ?? rule['AbortIncompleteMultipartUpload'].DaysAfterInitiation,
    ]);
    expect(forgotten).toEqual([
      [undefined, UPLOAD_DAYS_MAX],
      ['incoming/', 2 * UPLOAD_DAYS_MAX],
      ['checking/', 2 * UPLOAD_DAYS_MAX],
      ...QUARANTINE_DAYS.map((days) => [`quarantine/${days}/`, days]),
      ['bundles/', 1],
    ]);
  });

  it('have no log of the addresses of those who hand them in: a tip may be one of them', () => {
    expect(documents).not.toHaveProperty('LoggingConfiguration');
  });
});

describe('every bucket', () => {
  const buckets = ofType(resources, 'AWS::S3::Bucket');
  const everything = {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  };

  it('is there', () => expect(buckets).toHaveLength(1));

  it.each(buckets)('is kept, encrypted and closed to the public (%#)', (bucket) => {
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual(everything);
    expect(bucket.Properties.BucketEncryption).toBeDefined();
  });

  it('is reached over TLS only', () => {
    const policies = ofType(resources, 'AWS::S3::BucketPolicy');
    expect(policies.map(({ Properties }) => Properties.Bucket.Ref).toSorted()).toEqual(['Documents']);
    expect(policies.map(demandsTls)).toEqual([true]);
  });

  it('lets nobody in by its policy', () => {
    const allowed = ofType(resources, 'AWS::S3::BucketPolicy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toEqual([]);
  });
});

/** CloudFormation would make new ones, empty, and leave the old ones behind. */
describe('what holds data', () => {
  it('never changes its logical id', () => {
    const holding = Object.entries(resources).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain');
    expect(holding.map(([id]) => id).toSorted()).toEqual(['Documents', 'DocumentsKey', 'RecordTable', 'SecretsKey']);
  });
});
