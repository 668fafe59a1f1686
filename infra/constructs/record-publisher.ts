import { Duration, Validations } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';
import { DeadLetters } from './dead-letters.ts';
import type { FactsBus } from './facts-bus.ts';
import type { RecordTable } from './record-table.ts';
import type { VeedorFunction } from './veedor-function.ts';

/** Less than the 24 hours that a stream remembers, so that a fact which blocks its shard leaves time to publish those behind it. */
const RETRY_HOURS_MAX = 6;
const LATE = Duration.minutes(5);

export interface RecordPublisherProps {
  readonly function: VeedorFunction;
  readonly record: RecordTable;
  readonly bus: FactsBus;
  readonly bell: AlarmBell;
}

/**
 * The only way out of the record: each new event of the table's stream is published once it is written. It starts at the oldest that
 * the stream knows, so that nothing is skipped on the first day; it sees only events, neither contents nor heads.
 */
export class RecordPublisher extends Construct {
  constructor(scope: Construct, id: string, props: RecordPublisherProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      purpose: `Places in the stream of the record that publish-events gave up after ${RETRY_HOURS_MAX} hours. Publish those events again from the record`,
      impact: props.function.impactWhenFailing,
      bell: props.bell,
    });
    Validations.of(deadLetters.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue of an event source mapping, which the rule does not look at.',
    });
    props.record.grantFollow(props.function);
    props.bus.grantPublish(props.function);
    new EventSourceMapping(this, 'Stream', {
      target: props.function.lambda,
      eventSourceArn: props.record.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [onlyNewEvents],
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: Duration.hours(RETRY_HOURS_MAX),
      onFailure: new SqsDlq(deadLetters.queue),
    });
    props.bell.ring(this, 'IsLate', {
      impact: props.function.impactWhenFailing,
      sign: `the oldest fact has waited for ${LATE.toMinutes()} minutes`,
      metric: props.function.lambda.metric('IteratorAge', { period: ALARM_PERIOD, statistic: 'Maximum' }),
      atLeast: LATE.toMilliseconds(),
    });
  }
}

const onlyNewEvents = FilterCriteria.filter({
  eventName: FilterRule.or('INSERT'),
  dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
});
