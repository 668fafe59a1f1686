import { Annotations, Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmBellProps {
  readonly email: string | undefined;
}

export interface Ring {
  /** What a person loses, in plain words: the first thing that whoever is woken reads. */
  readonly impact: string;
  /** What was seen, for whoever repairs it. */
  readonly sign: string;
  readonly metric: IMetric;
  /** Rings when the metric is at least this. */
  readonly atLeast?: number;
  /** Rings when the metric is below this, or absent: for what must happen all the time. */
  readonly below?: number;
  /** How many periods of the metric in a row; one unless told. */
  readonly periods?: number;
}

/** Where all alarms ring. It carries no data of any case, only the sentences written in this room. */
export class AlarmBell extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmBellProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Veedor alarms', enforceSSL: true });
    letAlarmsPublish(this.topic);
    if (props.email === undefined) {
      Annotations.of(this).addWarningV2(
        'veedor:nobody-hears-the-alarms',
        'The alarms ring and nobody hears them: give --context veedor:alarmsEmail=...',
      );
    } else this.topic.addSubscription(new EmailSubscription(props.email));
  }

  /** Rings with a sentence that says what people lose. */
  ring(scope: Construct, id: string, ring: Ring): void {
    const alarm = new Alarm(scope, id, {
      alarmDescription: `${ring.impact} (${ring.sign})`,
      metric: ring.metric,
      evaluationPeriods: ring.periods ?? 1,
      ...thresholdOf(ring),
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

const thresholdOf = ({ atLeast, below }: Ring) => {
  if (below !== undefined) {
    return {
      threshold: below,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    };
  }
  return {
    threshold: atLeast ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  };
};

/** The policy that demands TLS replaces the one that a topic has by default, and with it CloudWatch's right to publish. */
const letAlarmsPublish = (topic: Topic): void => {
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccountPublish',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
};

/** The time over which a metric is summed, unless the alarm says otherwise. */
export const ALARM_PERIOD = Duration.minutes(5);
