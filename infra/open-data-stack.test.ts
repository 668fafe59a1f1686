import { describe, expect, it } from 'vitest';
import { demandsTls, newApp, resourcesIn, theOne } from '../test/support/cloud.ts';
import { OpenDataStack } from './open-data-stack.ts';

const resources = resourcesIn(new OpenDataStack(newApp(), 'VeedorOpenData'));
const bucket = theOne(resources, 'AWS::S3::Bucket');
const { DistributionConfig: distribution } = theOne(resources, 'AWS::CloudFront::Distribution').Properties;
const policy = theOne(resources, 'AWS::S3::BucketPolicy');

describe('the bucket of open data', () => {
  it('keeps its name and what is in it, but no version that was replaced', () => {
    expect(resources['OpenData']).toBe(bucket);
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(bucket.Properties).not.toHaveProperty('VersioningConfiguration');
    expect(bucket.Properties).not.toHaveProperty('ObjectLockEnabled');
  });

  it('forgets what was begun and not finished', () => {
    const [rule, ...others] = bucket.Properties.LifecycleConfiguration.Rules;
    expect([rule.AbortIncompleteMultipartUpload, others]).toEqual([{ DaysAfterInitiation: 1 }, []]);
  });

  it('is closed, encrypted, and read by its distribution alone, over TLS', () => {
    expect(Object.values(bucket.Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(bucket.Properties.BucketEncryption).toBeDefined();
    expect(demandsTls(policy)).toBe(true);
    const allowed = policy.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
  });

  it('has no log of who reads', () => {
    expect(bucket.Properties).not.toHaveProperty('LoggingConfiguration');
    expect(distribution).not.toHaveProperty('Logging');
  });
});

describe('readers of open data', () => {
  it('read and change nothing, over TLS, from pages of any origin', () => {
    const { AllowedMethods, ViewerProtocolPolicy, ResponseHeadersPolicyId } = distribution.DefaultCacheBehavior;
    expect([AllowedMethods, ViewerProtocolPolicy]).toEqual([['GET', 'HEAD', 'OPTIONS'], 'https-only']);
    expect(ResponseHeadersPolicyId).toBeDefined();
    expect(distribution.Origins[0].OriginAccessControlId).toBeDefined();
  });
});
