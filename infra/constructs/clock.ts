import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { AlarmBell } from './alarm-bell.ts';
import type { VeedorFunction } from './veedor-function.ts';

/**
 * No deadline takes effect later than this after its instant, when all is well: terms are counted in hours and days. A sweep must end
 * before the next begins, or the two would race for the same deadlines.
 */
const TICK = Duration.minutes(5);
const SILENT_TICKS_MAX = 3;

export interface ClockProps {
  readonly function: VeedorFunction;
  readonly bell: AlarmBell;
}

/**
 * Wakes a function every few minutes. A tick that fails is not retried and leaves no dead letter: the next tick does its work. What must
 * be noticed is that the ticking stopped, so silence rings.
 */
export class Clock extends Construct {
  constructor(scope: Construct, id: string, props: ClockProps) {
    super(scope, id);
    if (props.function.timeout.toSeconds() >= TICK.toSeconds()) {
      throw new Error('A sweep must end before the next begins.');
    }
    props.function.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: TICK });
    new Rule(this, 'Ticks', {
      description: 'Wakes the sweep of deadlines.',
      schedule: Schedule.rate(TICK),
      targets: [new LambdaFunction(props.function.lambda, { retryAttempts: 0, maxEventAge: TICK })],
    });
    props.bell.ring(this, 'IsSilent', {
      impact: props.function.impactWhenFailing,
      sign: `no tick for ${SILENT_TICKS_MAX * TICK.toMinutes()} minutes`,
      metric: props.function.lambda.metricInvocations({ period: TICK }),
      below: 1,
      periods: SILENT_TICKS_MAX,
    });
  }
}
