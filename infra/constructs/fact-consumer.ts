import { Duration, Stack, Tags } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EventRule } from '../event-rules.ts';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';
import { DeadLetters } from './dead-letters.ts';
import type { FactsBus } from './facts-bus.ts';
import type { VeedorFunction } from './veedor-function.ts';

/** Attempts at one fact before it is laid aside for a person. */
const ATTEMPTS_MAX = 8;
/** One fact for each run: what fails takes no other fact with it, and counts as an error of the function. */
const FACTS_PER_RUN = 1;
/** Consumers write one item per case: more hands than this would only get in each other's way. */
const CONCURRENCY_MAX = 10;
const LATE = Duration.minutes(15);

export interface FactConsumerProps {
  readonly rule: EventRule;
  readonly function: VeedorFunction;
  readonly bus: FactsBus;
  readonly bell: AlarmBell;
}

/**
 * A function that is told every fact that matches its rule, at least once and in no order. Between the bus and the function stands a
 * queue: it holds the facts through an outage, and what fails too often goes aside and can be sent back with one click, which the
 * bus alone cannot do. The bundle of the function unpacks the message (from-queue.ts): its handler sees the event as the bus sent it.
 */
export class FactConsumer extends Construct {
  constructor(scope: Construct, id: string, props: FactConsumerProps) {
    super(scope, id);
    const { name } = props.rule;
    const queueName = `${Stack.of(this).stackName}-${name}`;
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      purpose: `Facts of the rule ${name} that ${props.rule.target} failed on or the bus could not deliver. Repair then start a redrive`,
      impact: props.function.impactWhenFailing,
      redriveTo: queueNamed(this, queueName),
      bell: props.bell,
    });
    const queue = queueOfFacts(this, { queueName, function: props.function, deadLetters });
    Tags.of(queue).add('purpose', `Facts of the rule ${name} on their way to ${props.rule.target}`);
    new Rule(this, 'Rule', {
      eventBus: props.bus.bus,
      description: `${name}, for ${props.rule.target}`,
      eventPattern: patternOf(props.rule),
      targets: [
        new SqsQueue(queue, {
          deadLetterQueue: deadLetters.queue,
          retryAttempts: 185,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
    letConsume(this, queue, props);
    props.bell.ring(this, 'IsLate', {
      impact: props.function.impactWhenFailing,
      sign: `the oldest fact has waited for ${LATE.toMinutes()} minutes`,
      metric: queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      atLeast: LATE.toSeconds(),
    });
  }
}

interface QueueOfFacts {
  readonly queueName: string;
  readonly function: VeedorFunction;
  readonly deadLetters: DeadLetters;
}

const queueOfFacts = (scope: Construct, props: QueueOfFacts): Queue =>
  new Queue(scope, 'Queue', {
    queueName: props.queueName,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(4),
    // Six times the function's time, as Lambda asks: a message must not come back while its batch is still being retried.
    visibilityTimeout: Duration.seconds(6 * props.function.timeout.toSeconds()),
    deadLetterQueue: { queue: props.deadLetters.queue, maxReceiveCount: ATTEMPTS_MAX },
  });

/** By name, not by reference: each of the two queues names the other, and CloudFormation creates neither of two that wait for each other. */
const queueNamed = (scope: Construct, queueName: string): IQueue =>
  Queue.fromQueueArn(scope, 'QueueByName', Stack.of(scope).formatArn({ service: 'sqs', resource: queueName }));

const patternOf = ({ pattern }: EventRule) => ({
  source: [...pattern.source],
  ...(pattern['detail-type'] === undefined ? {} : { detailType: [...pattern['detail-type']] }),
});

const letConsume = (scope: Construct, queue: Queue, { rule, function: consumer }: FactConsumerProps): void => {
  Grant.addToPrincipal({
    grantee: consumer,
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resourceArns: [queue.queueArn],
  });
  new EventSourceMapping(scope, 'Deliveries', {
    target: consumer.lambda,
    eventSourceArn: queue.queueArn,
    batchSize: FACTS_PER_RUN,
    maxConcurrency: rule.handsMax ?? CONCURRENCY_MAX,
  });
};
