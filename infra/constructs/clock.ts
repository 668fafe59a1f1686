import type { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { AlarmBell } from './alarm-bell.ts';
import type { VeedorFunction } from './veedor-function.ts';

const SILENT_TICKS_MAX = 3;

export interface ClockProps {
  readonly function: VeedorFunction;
  readonly bell: AlarmBell;
  /**
   * No deadline takes effect, and nothing is delivered, later than this after its instant, when all is well. A run must end before the
   * next begins, or the two would race for the same work.
   */
  readonly every: Duration;
  /** What it wakes. */
  readonly wakes: string;
}

/**
 * Wakes a function every few minutes. A tick that fails is not retried and leaves no dead letter: the next tick does its work. What must
 * be noticed is that the ticking stopped, so silence rings.
 */
export class Clock extends Construct {
  constructor(scope: Construct, id: string, props: ClockProps) {
    super(scope, id);
    const tick = props.every;
    if (props.function.timeout.toSeconds() >= tick.toSeconds()) {
      throw new Error('A run must end before the next begins.');
    }
    props.function.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: tick });
    new Rule(this, 'Ticks', {
      description: `Wakes ${props.wakes}.`,
      schedule: Schedule.rate(tick),
      targets: [new LambdaFunction(props.function.lambda, { retryAttempts: 0, maxEventAge: tick })],
    });
    props.bell.ring(this, 'IsSilent', {
      impact: props.function.impactWhenFailing,
      sign: `no tick for ${SILENT_TICKS_MAX * tick.toMinutes()} minutes`,
      metric: props.function.lambda.metricInvocations({ period: tick }),
      below: 1,
      periods: SILENT_TICKS_MAX,
    });
  }
}
