import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ApiFunctionName } from '../functions.ts';
import type { Route } from '../routes.ts';
import { ALARM_PERIOD, type AlarmBell } from './alarm-bell.ts';
import type { VeedorFunction } from './veedor-function.ts';

/** What the door lets through, all callers together: a flood is turned away here, before it costs the record anything. */
const REQUESTS_PER_SECOND_MAX = 200;
const REQUESTS_AT_ONCE_MAX = 400;
const SLOW = Duration.seconds(3);

export interface HttpDoorProps {
  readonly routes: readonly Route[];
  readonly functions: Readonly<Record<ApiFunctionName, VeedorFunction>>;
  readonly tokens: { readonly issuer: string; readonly audience: string };
  readonly bell: AlarmBell;
}

/**
 * The door to the API: the routes of the OpenAPI document, and a valid token wherever it demands one. The functions verify the token
 * again, because they also stand behind other doors. Whatever is no route is answered too, with a page or a problem that says so. Closed to pages of other origins. Its log holds no address and no name:
 * who reads or reports must not be found by reading logs.
 */
export class HttpDoor extends Construct {
  constructor(scope: Construct, id: string, props: HttpDoorProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', { description: 'Veedor', createDefaultStage: false });
    const stage = stageOf(this, api);
    const authorizer = new HttpJwtAuthorizer('Tokens', props.tokens.issuer, { jwtAudience: [props.tokens.audience] });
    const integrations = integrationsOf(props.functions);
    for (const route of props.routes) {
      const opened = api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: integrations[route.function],
        ...(route.secured ? { authorizer } : {}),
      });
      if (!route.secured) acknowledgePublic(opened);
    }
    answerElsewhere(this, api, props.functions['pages-api']);
    ringWhenItFails(this, stage, props);
  }
}

const integrationsOf = (functions: HttpDoorProps['functions']) => {
  // One permission for the whole API: one for each route would outgrow the size that a function's policy may have.
  const to = (name: ApiFunctionName) =>
    new HttpLambdaIntegration(name, functions[name].lambda, { scopePermissionToRoute: false });
  return {
    'witness-api': to('witness-api'),
    'coordinator-api': to('coordinator-api'),
    'authority-api': to('authority-api'),
    'public-api': to('public-api'),
    'agenda-api': to('agenda-api'),
    'documents-api': to('documents-api'),
    'bundle-api': to('bundle-api'),
    'escalations-api': to('escalations-api'),
    'notices-api': to('notices-api'),
    'scoreboard-api': to('scoreboard-api'),
    'search-api': to('search-api'),
    'describe-api': to('describe-api'),
    'extension-api': to('extension-api'),
    'import-api': to('import-api'),
    'pages-api': to('pages-api'),
    'account-api': to('account-api'),
    'case-pages-api': to('case-pages-api'),
    'report-api': to('report-api'),
    'open-data-api': to('open-data-api'),
    'assessment-api': to('assessment-api'),
    'roster-api': to('roster-api'),
    'people-api': to('people-api'),
    'tip-api': to('tip-api'),
    'tip-pages-api': to('tip-pages-api'),
  } satisfies Record<ApiFunctionName, HttpLambdaIntegration>;
};

const stageOf = (scope: Construct, api: HttpApi): HttpStage => {
  const log = new LogGroup(scope, 'AccessLog', {
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: REQUESTS_PER_SECOND_MAX, burstLimit: REQUESTS_AT_ONCE_MAX },
    detailedMetricsEnabled: true,
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: namelessFormat },
  });
};

/** Not `AccessLogFormat.clf()`: it names the caller's address. */
const namelessFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    lengthBytes: '$context.responseLength',
    refused: '$context.authorizer.error',
    failed: '$context.integrationErrorMessage',
  }),
);

/** The gateway's own answer to an unknown path is neither a page nor a problem document, and says nobody what to do next. */
const answerElsewhere = (scope: Construct, httpApi: HttpApi, answering: VeedorFunction): void => {
  const integration = new HttpLambdaIntegration('elsewhere', answering.lambda);
  const route = new HttpRoute(scope, 'Elsewhere', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration });
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'What is not there is not there for anybody: the answer is always "not found", and says nothing else.',
  });
};

const acknowledgePublic = (routes: readonly HttpRoute[]): void => {
  for (const route of routes) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The OpenAPI document declares this operation public: oversight is only worth what anyone can read and check.',
    });
  }
};

const ringWhenItFails = (scope: Construct, stage: HttpStage, { bell }: HttpDoorProps): void => {
  bell.ring(scope, 'Fails', {
    impact: 'People get errors from the service although they asked for something it offers.',
    sign: 'the API answered with 5xx',
    metric: stage.metricServerError({ period: ALARM_PERIOD, statistic: 'Sum' }),
  });
  bell.ring(scope, 'IsSlow', {
    impact:
      'People wait so long for answers that they take the service for broken, above all on a telephone at a public act.',
    sign: `one answer in a hundred takes ${SLOW.toSeconds()} seconds, for a quarter of an hour`,
    metric: stage.metricLatency({ period: ALARM_PERIOD, statistic: 'p99' }),
    atLeast: SLOW.toMilliseconds(),
    periods: 3,
  });
};
