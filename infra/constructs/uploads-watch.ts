import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { AlarmBell } from './alarm-bell.ts';
import { DeadLetters } from './dead-letters.ts';
import type { VeedorFunction } from './veedor-function.ts';

/** How often it is looked for uploads that nobody was told of. */
const TICK = Duration.hours(1);

export interface UploadsWatchProps {
  readonly bucketName: string;
  readonly function: VeedorFunction;
  /** Whether GuardDuty looks at every upload first: then the function is told by its verdict. */
  readonly malwareScan: boolean;
  readonly bell: AlarmBell;
}

/**
 * Tells the function that checks documents of every new upload, at least once, and lets it look every hour whether it was told of all.
 * What it fails on thrice lies aside for a person, and is tried again by the next look all the same: the bytes stay where they arrived.
 */
export class UploadsWatch extends Construct {
  constructor(scope: Construct, id: string, props: UploadsWatchProps) {
    super(scope, id);
    const { lambda, impactWhenFailing: impact } = props.function;
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      purpose: 'Uploads that check-document failed on. The hourly look tries them again',
      impact,
      bell: props.bell,
    });
    Validations.of(deadLetters.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is where what a function failed on goes, which the rule does not look at.',
    });
    lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(deadLetters.queue),
    });
    const { bucketName, malwareScan } = props;
    new Rule(this, 'Arrivals', {
      description: 'New uploads, for check-document',
      eventPattern: malwareScan ? scanned(bucketName) : created(bucketName),
      targets: [new LambdaFunction(lambda)],
    });
    new Rule(this, 'Ticks', {
      description: 'Lets check-document look for uploads that it was not told of',
      schedule: Schedule.rate(TICK),
      targets: [new LambdaFunction(lambda, malwareScan ? { event: RuleTargetInput.fromObject(ONLY_BEGUN) } : {})],
    });
  }
}

/** What was not scanned, or was found to be malware, must not be looked into because an hour passed: only checks that began go on. */
const ONLY_BEGUN = { 'detail-type': 'Scheduled Event', detail: { onlyBegun: true } };

const created = (bucketName: string) => ({
  source: ['aws.s3'],
  detailType: ['Object Created'],
  detail: { bucket: { name: [bucketName] }, object: { key: [{ prefix: 'incoming/' }] } },
});

/** Whatever was found: of what is not clean its sender is told, and nobody opens it. */
const scanned = (bucketName: string) => ({
  source: ['aws.guardduty'],
  detailType: ['GuardDuty Malware Protection Object Scan Result'],
  detail: {
    s3ObjectDetails: { bucketName: [bucketName], objectKey: [{ prefix: 'incoming/' }] },
  },
});
