import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keepLogicalId } from './keep-logical-id.ts';

const BUNDLES = 'bundles/';
/** How long it can be asked who read a document. */
const ACCESS_LOG_DAYS = 400;

/**
 * The originals of what people hand in. Object Lock is on, so a version can be locked for the retention of its case's profile when it
 * has been checked; there is no retention by default, or whatever a stranger uploads would be kept for years unchecked. Nothing here
 * is ever public: people read through short-lived links.
 */
export class DocumentsBucket extends Construct {
  readonly bucketName: string;
  readonly #bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closedToTheWorld,
      lifecycleRules: [{ expiration: Duration.days(ACCESS_LOG_DAYS) }],
    });
    keepLogicalId(accessLogs, 'DocumentsAccessLogs');
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'This bucket holds the access logs of the documents; logging the delivery of logs into itself would never end.',
    });
    const documents = new Bucket(this, 'Originals', {
      ...closedToTheWorld,
      versioned: true,
      objectLockEnabled: true,
      serverAccessLogsBucket: asBucket(accessLogs),
      serverAccessLogsPrefix: 'documents/',
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Bundles of evidence are composed anew whenever they are asked for.
        { prefix: BUNDLES, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    keepLogicalId(documents, 'Documents');
    this.#bucket = documents;
    this.bucketName = documents.bucketName;
  }

  /** To keep bundles of evidence for a day, and to sign links to them. */
  grantBundles(grantee: IGrantable & Construct): void {
    const actions = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'];
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.#bucket.arnForObjects(`${BUNDLES}*`)] });
    // The rule knows the bucket by another name once its stack has exported it.
    for (const bucket of ['<Documents.Arn>', 'VeedorRecord:ExportsOutputFnGetAttDocumentsArn9D87F4A8']) {
      Validations.of(grantee.node.findChild('Role')).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${bucket}/${BUNDLES}*]`,
        reason: 'A bundle has a key of its own for each version of its case: what they share is the prefix.',
      });
    }
  }
}

const closedToTheWorld = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  // The key of S3, for the reason that holds for the record: a key of ours could be destroyed, and the originals with it.
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** The library's class does not fit its own interface under `exactOptionalPropertyTypes`: this only tells the compiler that it does. */
const asBucket = (construct: Construct): IBucket => {
  if (!isBucket(construct)) throw new Error(`${construct.node.path} is not a bucket.`);
  return construct;
};

const isBucket = (construct: Construct): construct is Construct & IBucket => construct instanceof Bucket;
