import { Duration, Tags } from 'aws-cdk-lib';
import { type IQueue, Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';

export interface DeadLettersProps {
  /** What lies here and what to do about it. Becomes a tag: letters, digits, spaces and `_.:/=+-@`, nothing else. */
  readonly purpose: string;
  /** What people lose while something lies here. */
  readonly impact: string;
  /** The queue to which a person can send everything back with one click; absent: what lies here is not a message of a queue. */
  readonly redriveTo?: IQueue;
  readonly bell: AlarmBell;
}

/** Where what could not be handled waits for a person, for 14 days. Whatever lies here rings. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      redriveAllowPolicy:
        props.redriveTo === undefined
          ? { redrivePermission: RedrivePermission.DENY_ALL }
          : { redrivePermission: RedrivePermission.BY_QUEUE, sourceQueues: [props.redriveTo] },
    });
    Tags.of(this.queue).add('purpose', props.purpose);
    props.bell.ring(this, 'SomethingLiesHere', {
      impact: props.impact,
      sign: 'there are dead letters: see the purpose tag of the queue',
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD, statistic: 'Maximum' }),
    });
  }
}
