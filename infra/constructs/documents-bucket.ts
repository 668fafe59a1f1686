import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BUNDLES, CHECKING, FORGOTTEN, INCOMING, REPLACED_DAYS, REPORTS, UPLOAD_DAYS } from '../forgotten-documents.ts';
import { DocumentsKey } from './documents-key.ts';
import { keepLogicalId } from './keep-logical-id.ts';

/**
 * The originals of what people hand in. Object Lock is on, so a version can be locked for the retention of its case's profile when it
 * has been checked; there is no retention by default, or whatever a stranger uploads would be kept for years unchecked. Nothing here
 * is ever public: people read through short-lived links.
 */
export class DocumentsBucket extends Construct {
  readonly bucketName: string;
  /** Where browsers bring files to, as forms and links name it (functions/_ports/aws/bucket.ts). */
  readonly url: string;
  readonly #bucket: Bucket;
  readonly #key: DocumentsKey;

  constructor(scope: Construct, id: string, { webUrl }: DocumentsBucketProps) {
    super(scope, id);
    this.#key = new DocumentsKey(this, 'Key');
    const documents = new Bucket(this, 'Originals', {
      ...closedToTheWorld,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.#key.key,
      // One request to the key for many objects, and not one for each.
      bucketKeyEnabled: true,
      versioned: true,
      objectLockEnabled: true,
      lifecycleRules: [
        // Parts can be sent for as long as a file is awaited.
        { abortIncompleteMultipartUploadAfter: Duration.days(UPLOAD_DAYS) },
        ...FORGOTTEN.map(forgotten),
      ],
      // Files go from the pages of this deployment to the bucket and back, and to no other page.
      cors: [
        {
          allowedOrigins: [new URL(webUrl).origin],
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.PUT, HttpMethods.POST],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
          maxAge: 600,
        },
      ],
    });
    keepLogicalId(documents, 'Documents');
    Validations.of(documents).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'An access log of the store notes the address of whoever hands in a file of a tip, who was promised that nobody keeps it. Who was ' +
        'given which document stands in the record of its case.',
    });
    announceObjects(documents);
    this.#bucket = documents;
    this.bucketName = documents.bucketName;
    this.url = `https://${documents.bucketRegionalDomainName}`;
  }

  /** To sign links: to hand in under `incoming/`, and to read what was found usable. */
  grantLinks(grantee: Grantee): void {
    this.#grant(grantee, ['s3:PutObject', 's3:ListMultipartUploadParts'], [INCOMING]);
    this.#grant(grantee, ['s3:GetObject'], ['originals/', 'shared/', 'previews/']);
    this.#key.grantWrite(grantee);
    this.#grantOnBucket(grantee, ['s3:ListBucketMultipartUploads']);
    // Whether a large file is there already, without a way to read what nobody has looked into.
    this.#grantOnBucket(grantee, ['s3:ListBucket'], { StringLike: { 's3:prefix': `${INCOMING}*` } });
  }

  /** To hand in under `incoming/`, and to read nothing. */
  grantHandIn(grantee: Grantee): void {
    this.#grant(grantee, ['s3:PutObject'], [INCOMING]);
    this.#key.grantWrite(grantee);
  }

  /** To move what was handed in: it locks originals and unlocks nothing, and deletes only where files arrive. */
  grantCheck(grantee: Grantee): void {
    this.#grant(grantee, ['s3:GetObject', 's3:DeleteObject'], [INCOMING]);
    this.#grant(grantee, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [CHECKING]);
    this.#grant(grantee, ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention'], ['originals/']);
    this.#grant(grantee, ['s3:PutObject'], ['shared/', 'previews/', 'quarantine/']);
    this.#grantOnBucket(grantee, ['s3:ListBucket']);
    this.#key.grantWrite(grantee);
  }

  /** To read what was found usable, to keep bundles of it for a day, and to sign links to them. */
  grantBundles(grantee: Grantee): void {
    this.#grant(grantee, ['s3:GetObject'], ['originals/', 'shared/']);
    this.#grant(grantee, ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], [BUNDLES]);
    this.#key.grantWrite(grantee);
  }

  /** To keep the PDFs of reports and lock them: it deletes none, and unlocks none. */
  grantKeepReports(grantee: Grantee): void {
    this.#grant(grantee, ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention'], [REPORTS]);
    this.#key.grantWrite(grantee);
  }

  /** To read the PDFs of reports, and to sign links to them. */
  grantReadReports(grantee: Grantee): void {
    this.#grant(grantee, ['s3:GetObject'], [REPORTS]);
    this.#key.grantRead(grantee);
  }

  /** For who scans what arrives: what S3 needs of the key to let it read. */
  grantScan(grantee: IGrantable): void {
    this.#key.grantRead(grantee);
  }

  #grant(grantee: Grantee, actions: readonly string[], prefixes: readonly string[]): void {
    const resourceArns = prefixes.map((prefix) => this.#bucket.arnForObjects(`${prefix}*`));
    Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns });
    for (const prefix of prefixes) acknowledgePrefix(grantee, prefix);
  }

  #grantOnBucket(grantee: IGrantable, actions: readonly string[], conditions?: Conditions): void {
    const resourceArns = [this.#bucket.bucketArn];
    Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns,
      ...(conditions === undefined ? {} : { conditions: { ...conditions } }),
    });
  }
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A construct with a role of its own. */
type Grantee = IGrantable & Construct;

/** The rule knows what is granted by two names: within a stack, and as one stack gives it to another. */
const acknowledgePrefix = (grantee: Grantee, prefix: string): void => {
  for (const bucket of ['<Documents.Arn>', 'VeedorRecord:ExportsOutputFnGetAttDocumentsArn9D87F4A8']) {
    Validations.of(grantee.node.findChild('Role')).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${bucket}/${prefix}*]`,
      reason: 'Files are named when they come: what a function may do is bounded by where they stand.',
    });
  }
};

export interface DocumentsBucketProps {
  /** Where the pages live: they alone may speak to the bucket from a browser. */
  readonly webUrl: string;
}

/** What the store forgets by itself, every version of it. */
const forgotten = ({ prefix, days }: (typeof FORGOTTEN)[number]): LifecycleRule => ({
  prefix,
  expiration: Duration.days(days),
  noncurrentVersionExpiration: Duration.days(REPLACED_DAYS),
});

/** By the property of the resource: the library would bring a function of its own to set what is one line. */
const announceObjects = (bucket: Bucket): void => {
  const { defaultChild } = bucket.node;
  if (!(defaultChild instanceof CfnBucket)) throw new Error('A bucket is made of a resource.');
  defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
};

const closedToTheWorld = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;
