import { describe, expect, it } from 'vitest';
import { ofType, resourcesIn, someCloud, theOne } from '../test/support/cloud.ts';
import { backgroundFunctions } from './functions.ts';

const patternsOf = (resources: ReturnType<typeof resourcesIn>) =>
  ofType(resources, 'AWS::Events::Rule').flatMap(({ Properties }) =>
    Properties.EventPattern === undefined || Properties.EventBusName !== undefined ? [] : [Properties.EventPattern],
  );

describe('new uploads', () => {
  const resources = resourcesIn(someCloud().service);

  it('are told of where files arrive, and nowhere else', () => {
    expect(patternsOf(resources)).toMatchObject([
      { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { object: { key: [{ prefix: 'incoming/' }] } } },
    ]);
  });

  it('are looked for every hour', () => {
    const schedules = ofType(resources, 'AWS::Events::Rule').map(({ Properties }) => Properties.ScheduleExpression);
    expect(schedules).toContain('rate(1 hour)');
  });

  it('are tried thrice, and then lie aside for a person', () => {
    const [config] = ofType(resources, 'AWS::Lambda::EventInvokeConfig').filter(
      ({ Properties }) => Properties.DestinationConfig !== undefined,
    );
    expect(config?.Properties.MaximumRetryAttempts).toBe(2);
  });

  it('find room on the disk for the largest file and its copies', () => {
    const { storageMiB } = backgroundFunctions['check-document'];
    const checking = ofType(resources, 'AWS::Lambda::Function').find(
      ({ Properties }) => Properties.Description === 'Veedor check-document',
    );
    expect(checking?.Properties.EphemeralStorage).toEqual({ Size: storageMiB });
    expect(storageMiB).toBeGreaterThan(2 * 500);
  });

  it('are not scanned unless a deployment says so', () => {
    expect(ofType(resources, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });
});

describe('a scan for malware', () => {
  const resources = resourcesIn(someCloud({ malwareScan: true }).service);

  it('leaves nobody to look at what it did not find clean: every hour only checks that began go on', () => {
    const hourly = ofType(resources, 'AWS::Events::Rule').filter(
      ({ Properties }) =>
        Properties.ScheduleExpression === 'rate(1 hour)' && Properties.Description.includes('uploads'),
    );
    expect(hourly.flatMap(({ Properties }) => Properties.Targets.map(({ Input }: any) => JSON.parse(Input)))).toEqual([
      { 'detail-type': 'Scheduled Event', detail: { onlyBegun: true } },
    ]);
  });

  it('looks at what arrives, and whatever it found is told', () => {
    const plan = theOne(resources, 'AWS::GuardDuty::MalwareProtectionPlan').Properties;
    expect(plan.ProtectedResource.S3Bucket.ObjectPrefixes).toEqual(['incoming/']);
    expect(plan.Actions).toEqual({ Tagging: { Status: 'ENABLED' } });
    expect(patternsOf(resources)).toMatchObject([
      {
        source: ['aws.guardduty'],
        detail: { s3ObjectDetails: { bucketName: [expect.anything()], objectKey: [{ prefix: 'incoming/' }] } },
      },
    ]);
  });
});

describe('what is no JavaScript', () => {
  it('comes to the check of documents in the layer that a deployment names, and to no other function', () => {
    const imagesLayerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:sharp:1';
    const layered = ofType(resourcesIn(someCloud({ imagesLayerArn }).service), 'AWS::Lambda::Function').filter(
      ({ Properties }) => Properties.Layers !== undefined,
    );
    expect(layered.map(({ Properties }) => [Properties.Description, Properties.Layers])).toEqual([
      ['Veedor check-document', [imagesLayerArn]],
    ]);
  });

  it('comes to what renders reports in a layer of its own', () => {
    const printLayerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:typst:3';
    const layered = ofType(resourcesIn(someCloud({ printLayerArn }).service), 'AWS::Lambda::Function').filter(
      ({ Properties }) => Properties.Layers !== undefined,
    );
    expect(layered.map(({ Properties }) => [Properties.Description, Properties.Layers])).toEqual([
      ['Veedor render-report', [printLayerArn]],
    ]);
  });
});
