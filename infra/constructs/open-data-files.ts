import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keepLogicalId } from './keep-logical-id.ts';

/** Everything stands under it, in the bucket and on the way to readers: whoever serves it elsewhere needs no rule but this path. */
const PREFIX = 'open-data';

/**
 * The static files of open data: a bucket of its own, which only one function writes and only one distribution reads. No version of
 * a file is kept but the last: what somebody has since withdrawn must not stay behind it. It holds nothing that cannot be made again,
 * and nothing that is not everybody's.
 */
export class OpenDataFiles extends Construct {
  readonly bucketName: string;
  /** Where they are read, without a slash at the end. */
  readonly url: string;
  readonly #bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: false,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    keepLogicalId(bucket, 'OpenData');
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'An access log notes who reads about which case. Nobody keeps that here, and the files are for everybody.',
    });
    const distribution = distributionOf(this, bucket);
    this.#bucket = bucket;
    this.bucketName = bucket.bucketName;
    this.url = `https://${distribution.distributionDomainName}/${PREFIX}`;
  }

  /** To write files, and to read those of cases; to list, because whoever may not is told that what is absent is forbidden. */
  grantPublish(grantee: Grantee): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      resourceArns: [this.#bucket.arnForObjects(`${PREFIX}/*`)],
    });
    Grant.addToPrincipal({ grantee, actions: ['s3:ListBucket'], resourceArns: [this.#bucket.bucketArn] });
    for (const name of ['<OpenData.Arn>', 'VeedorOpenData:ExportsOutputFnGetAttOpenDataArn344813F6']) {
      Validations.of(grantee.node.findChild('Role')).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${name}/${PREFIX}/*]`,
        reason:
          'Files are named by cases and months that are not known yet: all of them stand under one path of one bucket.',
      });
    }
  }
}

/** A construct with a role of its own. */
type Grantee = IGrantable & Construct;

/** The library's class and its own interface differ in a property that may be undefined. */
const isBucket = (bucket: unknown): bucket is IBucket => bucket instanceof Bucket;

/** Pages of any origin may read: that is what open data are for. */
const distributionOf = (scope: Construct, bucket: Bucket): Distribution => {
  if (!isBucket(bucket)) throw new Error('A bucket is a bucket.');
  const distribution = new Distribution(scope, 'Readers', {
    comment: 'Veedor: open data',
    defaultRootObject: `${PREFIX}/index.html`,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_ALL,
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: ResponseHeadersPolicy.CORS_ALLOW_ALL_ORIGINS_AND_SECURITY_HEADERS,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    },
  });
  for (const [id, reason] of ANSWERS) Validations.of(distribution).acknowledge({ id, reason });
  return distribution;
};

const ANSWERS = [
  ['AwsSolutions-CFR1', 'Open data are open to readers of every country: no place in the world is left out.'],
  [
    'AwsSolutions-CFR2',
    'There is nothing behind it to attack: static files that everybody may read, and no request is computed.',
  ],
  [
    'AwsSolutions-CFR3',
    'An access log notes who reads about which case. Nobody keeps that here, and the files are for everybody.',
  ],
  [
    'AwsSolutions-CFR4',
    'Without a name of its own a distribution has the certificate of CloudFront, whose versions of TLS cannot be chosen; plain HTTP is refused.',
  ],
] as const;
