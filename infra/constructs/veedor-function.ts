import { Duration, RemovalPolicy, Size, Validations } from 'aws-cdk-lib';
import { type IGrantable, type IPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LayerVersion,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionDeclaration } from '../functions.ts';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';

export interface VeedorFunctionProps extends FunctionDeclaration {
  /** Its folder under functions/. */
  readonly name: string;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly bell: AlarmBell;
}

/**
 * One function: its own role, which at first may only write its own log; its own log, kept a year; and alarms that say what people
 * lose. Concurrency is not reserved: the gateway throttles, the queues and the stream bound the rest, and a reservation would take
 * room from the others.
 */
export class VeedorFunction extends Construct implements IGrantable {
  readonly lambda: LambdaFunction;
  readonly grantPrincipal: IPrincipal;
  readonly impactWhenFailing: string;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: VeedorFunctionProps) {
    super(scope, id);
    this.impactWhenFailing = props.impactWhenFailing;
    this.timeout = Duration.seconds(props.timeoutSeconds);
    const log = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.RETAIN });
    const role = roleThatWritesOnly(this, log);
    this.grantPrincipal = role;
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Veedor ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.processor === 'x86_64' ? Architecture.X86_64 : Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      memorySize: props.memoryMiB,
      timeout: this.timeout,
      ...(props.storageMiB === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(props.storageMiB) }),
      environment: { ...props.environment },
      role,
      logGroup: log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
    });
    this.ringWhenItFails(props.bell);
  }

  /** Adds what is no JavaScript and cannot stand in a bundle: the ARN of a version of a layer for this runtime and processor. */
  addLayer(arn: string): void {
    this.lambda.addLayers(LayerVersion.fromLayerVersionArn(this, 'Layer', arn));
  }

  private ringWhenItFails(bell: AlarmBell): void {
    bell.ring(this, 'Fails', {
      impact: this.impactWhenFailing,
      sign: 'the function ended in errors',
      metric: this.lambda.metricErrors({ period: ALARM_PERIOD }),
    });
    bell.ring(this, 'IsThrottled', {
      impact: this.impactWhenFailing,
      sign: 'the account has no concurrency left for the function',
      metric: this.lambda.metricThrottles({ period: ALARM_PERIOD }),
    });
  }
}

const roleThatWritesOnly = (scope: Construct, log: LogGroup): Role => {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  log.grantWrite(role);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'X-Ray knows no resources: xray:PutTraceSegments and xray:PutTelemetryRecords can only be granted on all of them.',
  });
  return role;
};
