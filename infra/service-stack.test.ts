import { describe, expect, it } from 'vitest';
import {
  busEnvironment,
  logEnvironment,
  tableEnvironment,
  tokenEnvironment,
} from '../functions/_ports/aws/environment.ts';
import {
  type CloudResource,
  demandsTls,
  ofType,
  someCloud,
  someRoutes,
  theOne,
  whatRuns,
} from '../test/support/cloud.ts';
import { eventRules } from './event-rules.ts';
import { apiFunctions, backgroundFunctions, functionNames } from './functions.ts';

const resources = whatRuns(someCloud());
const functions = ofType(resources, 'AWS::Lambda::Function');
const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
const queues = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::SQS::Queue');

const nameOf = ({ Properties }: CloudResource): string => Properties.Description.replace('Veedor ', '');
const purposeOf = ({ Properties }: CloudResource): string | undefined =>
  Properties.Tags?.find(({ Key }: { Key: string }) => Key === 'purpose')?.Value;

describe('the functions', () => {
  it('are those that are declared, no more and no fewer', () => {
    expect(functions.map(nameOf).toSorted()).toEqual([...functionNames].toSorted());
  });

  it.each(functions.map((resource) => [nameOf(resource), resource.Properties] as const))(
    '%s runs on what was chosen',
    (name, own) => {
      expect(own.Runtime).toBe('nodejs24.x');
      expect(own.Architectures).toEqual([name === 'render-report' ? 'x86_64' : 'arm64']);
      expect(own.TracingConfig).toEqual({ Mode: 'Active' });
      expect([own.MemorySize, own.Timeout].every(Number.isInteger)).toBe(true);
    },
  );

  it('have a role each', () => {
    const roles = functions.map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(functionNames.length);
  });

  it('have a log each, which is kept for a year', () => {
    const logs = functions.map(({ Properties }) => Properties.LoggingConfig.LogGroup.Ref);
    expect(new Set(logs).size).toBe(functionNames.length);
    for (const log of logs) {
      expect(resources[log]?.Properties.RetentionInDays).toBe(365);
      expect(resources[log]?.DeletionPolicy).toBe('Retain');
    }
  });

  it('are told what they ask for, in the form in which they ask', () => {
    for (const { Properties } of functions) {
      const told = Object.entries(Properties.Environment.Variables).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : 'https://known.only.when/deployed',
      ]);
      const environment = Object.fromEntries(told);
      for (const read of [tableEnvironment, busEnvironment, tokenEnvironment, logEnvironment]) {
        expect(() => read(environment)).not.toThrow();
      }
      expect(environment).not.toHaveProperty('DYNAMODB_ENDPOINT');
    }
  });

  it('are reached through the door, the bus and the clock only', () => {
    expect(ofType(resources, 'AWS::Lambda::Url')).toEqual([]);
    const callers = ofType(resources, 'AWS::Lambda::Permission').map(({ Properties }) => Properties.Principal);
    expect([...new Set(callers)].toSorted()).toEqual(['apigateway.amazonaws.com', 'events.amazonaws.com']);
  });
});

describe('every alarm', () => {
  it.each(alarms.map(({ Properties }) => [Properties.AlarmDescription, Properties] as const))(
    'says what people lose: %s',
    (text, own) => {
      expect(text).toMatch(/^[A-Z][^()]{40,}\. \([a-z].+\)$/);
      expect(own.AlarmActions).toHaveLength(1);
      expect(resources[own.AlarmActions[0].Ref]?.Type).toBe('AWS::SNS::Topic');
    },
  );

  it.each(Object.entries({ ...apiFunctions, ...backgroundFunctions }))(
    'rings for errors and throttling of %s',
    (_, declared) => {
      const own = alarms.filter(({ Properties }) => Properties.AlarmDescription.startsWith(declared.impactWhenFailing));
      expect(own.map(({ Properties }) => Properties.MetricName)).toEqual(
        expect.arrayContaining(['Errors', 'Throttles']),
      );
    },
  );

  it('rings for what lies in a dead-letter queue', () => {
    const watched = alarms.flatMap(({ Properties }) =>
      Properties.MetricName === 'ApproximateNumberOfMessagesVisible'
        ? [Properties.Dimensions[0].Value['Fn::GetAtt'][0]]
        : [],
    );
    const deadLetters = queues.filter(([, { Properties }]) => Properties.RedrivePolicy === undefined).map(([id]) => id);
    expect(watched.toSorted()).toEqual(deadLetters.toSorted());
  });

  it('rings when a clock falls silent', () => {
    const silence = alarms.filter(({ Properties }) => Properties.TreatMissingData === 'breaching');
    expect(silence.map(({ Properties }) => [Properties.MetricName, Properties.ComparisonOperator])).toEqual([
      ['Invocations', 'LessThanThreshold'],
      ['Invocations', 'LessThanThreshold'],
      ['Invocations', 'LessThanThreshold'],
    ]);
  });

  it('is let through to the topic, over TLS only', () => {
    const policy = theOne(resources, 'AWS::SNS::TopicPolicy');
    expect(demandsTls(policy)).toBe(true);
    expect(policy.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });
});

describe('every queue', () => {
  it('has a purpose', () => {
    expect(queues).not.toEqual([]);
    for (const [, queue] of queues) expect(purposeOf(queue)).toMatch(/^[A-Z][\w .:/=+@-]{20,255}$/);
  });

  it('is encrypted, and reached over TLS only', () => {
    for (const [, { Properties }] of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = ofType(resources, 'AWS::SQS::QueuePolicy');
    expect(
      policies.flatMap(({ Properties }) => Properties.Queues.map(({ Ref }: { Ref: string }) => Ref)).toSorted(),
    ).toEqual(queues.map(([id]) => id).toSorted());
    expect(policies.every(demandsTls)).toBe(true);
  });

  it('that hands facts to a function lays aside what fails, to where it can be sent back from', () => {
    const handing = queues.filter(([, { Properties }]) => Properties.RedrivePolicy !== undefined);
    expect(handing).toHaveLength(eventRules.length);
    for (const [, { Properties }] of handing) {
      const deadLetters = resources[Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]];
      const allowed = deadLetters?.Properties.RedriveAllowPolicy;
      expect(allowed?.redrivePermission).toBe('byQueue');
      expect(JSON.stringify(allowed?.sourceQueueArns)).toContain(`:${Properties.QueueName}"`);
    }
  });

  it('waits longer than six runs of the function that it hands to', () => {
    for (const { Properties } of ofType(resources, 'AWS::Lambda::EventSourceMapping')) {
      const queue = resources[Properties.EventSourceArn['Fn::GetAtt']?.[0]];
      const consumer = resources[Properties.FunctionName.Ref];
      if (queue !== undefined) expect(queue.Properties.VisibilityTimeout).toBe(6 * consumer?.Properties.Timeout);
    }
  });
});

describe('the way out', () => {
  const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties);

  it('publishes every new event of the stream from the oldest on, and nothing else', () => {
    const [stream] = mappings.filter(({ StartingPosition }) => StartingPosition !== undefined);
    expect(nameOf(resources[stream.FunctionName.Ref] as CloudResource)).toBe('publish-events');
    expect(stream).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 6 * 60 * 60,
    });
    expect(stream.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } },
    ]);
    expect(
      purposeOf(resources[stream.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0]] as CloudResource),
    ).toContain('publish-events');
  });

  it.each(eventRules)('follows the rule $name to $target', ({ pattern, target, handsMax = 10 }) => {
    const rules = ofType(resources, 'AWS::Events::Rule').filter(({ Properties }) =>
      Properties.Description.endsWith(target),
    );
    expect(rules.map(({ Properties }) => Properties.EventPattern)).toEqual([pattern]);
    const [delivery] = rules[0]?.Properties.Targets ?? [];
    const queue = delivery.Arn['Fn::GetAtt'][0];
    expect(delivery.DeadLetterConfig.Arn['Fn::GetAtt'][0]).toBe(
      resources[queue]?.Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0],
    );
    expect(delivery.RetryPolicy).toEqual({ MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 24 * 60 * 60 });
    const [mapping] = mappings.filter(({ EventSourceArn }) => EventSourceArn['Fn::GetAtt']?.[0] === queue);
    expect(nameOf(resources[mapping.FunctionName.Ref] as CloudResource)).toBe(target);
    expect([mapping.BatchSize, mapping.ScalingConfig.MaximumConcurrency]).toEqual([1, handsMax]);
  });

  it('can be walked again for ninety days', () => {
    expect(theOne(resources, 'AWS::Events::Archive').Properties).toMatchObject({
      RetentionDays: 90,
      EventPattern: { source: ['veedor', 'veedor.roster', 'veedor.people'] },
    });
  });
});

describe('a clock', () => {
  it('wakes the sweep and the publication every five minutes, the post every minute and the look for lost uploads every hour, and the next tick does what one could not', () => {
    const rules = ofType(resources, 'AWS::Events::Rule').filter(
      ({ Properties }) => Properties.ScheduleExpression !== undefined,
    );
    const woken = rules.map(({ Properties: { ScheduleExpression, Targets } }) => [
      nameOf(resources[Targets[0].Arn['Fn::GetAtt'][0]] as CloudResource),
      ScheduleExpression,
    ]);
    expect(woken.toSorted()).toEqual([
      ['check-document', 'rate(1 hour)'],
      ['deliver-notices', 'rate(1 minute)'],
      ['publish-open-data', 'rate(5 minutes)'],
      ['sweep-deadlines', 'rate(5 minutes)'],
    ]);
    const invoked = ofType(resources, 'AWS::Lambda::EventInvokeConfig');
    expect(invoked.map(({ Properties }) => Properties.MaximumRetryAttempts).toSorted()).toEqual([0, 0, 0, 2]);
  });
});

describe('the door', () => {
  const all = ofType(resources, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
  const routes = all.filter(({ RouteKey }) => RouteKey !== '$default');
  const answering = (route: { Target: unknown }): string => {
    const [integration] = JSON.stringify(route.Target).match(/Door\w+/) ?? [''];
    const uri = resources[integration]?.Properties.IntegrationUri['Fn::GetAtt'][0];
    return nameOf(resources[uri] as CloudResource);
  };

  it('opens to the routes of the document, each to its function', () => {
    expect(routes.map((route) => `${route.RouteKey} ${answering(route)}`).toSorted()).toEqual(
      someRoutes.map((route) => `${route.method} ${route.path} ${route.function}`).toSorted(),
    );
  });

  it('answers what is no route as the function of the pages does, and lets the gateway call it for that', () => {
    const elsewhere = all.filter((route) => !routes.includes(route));
    expect(elsewhere.map(answering)).toEqual(['pages-api']);
    const sources = ofType(resources, 'AWS::Lambda::Permission').map(({ Properties }) =>
      JSON.stringify(Properties.SourceArn),
    );
    expect(sources.filter((source) => source.endsWith('"/*/*"]]}'))).toHaveLength(1);
  });

  it('demands a token where the document does, and only there', () => {
    const secured = routes
      .filter(({ AuthorizationType }) => AuthorizationType === 'JWT')
      .map(({ RouteKey }) => RouteKey);
    expect(secured.toSorted()).toEqual(
      someRoutes
        .filter((route) => route.secured)
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    );
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    expect(open.every(({ AuthorizerId }) => AuthorizerId === undefined)).toBe(true);
  });

  it('takes tokens of our own people for our own pages', () => {
    const { JwtConfiguration, IdentitySource } = theOne(resources, 'AWS::ApiGatewayV2::Authorizer').Properties;
    const told = functions[0]?.Properties.Environment.Variables;
    expect(JwtConfiguration).toEqual({ Issuer: told.TOKEN_ISSUER, Audience: [told.TOKEN_AUDIENCE] });
    expect(IdentitySource).toEqual(['$request.header.Authorization']);
  });

  it('turns away a flood', () => {
    expect(theOne(resources, 'AWS::ApiGatewayV2::Stage').Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 200,
      ThrottlingBurstLimit: 400,
    });
  });

  it('is closed to pages of other origins', () => {
    expect(theOne(resources, 'AWS::ApiGatewayV2::Api').Properties).not.toHaveProperty('CorsConfiguration');
  });

  it('keeps a log for a year that names nobody', () => {
    const { DestinationArn, Format } = theOne(resources, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings;
    expect(resources[DestinationArn['Fn::GetAtt'][0]]?.Properties.RetentionInDays).toBe(365);
    expect(Format).not.toMatch(/identity|sourceIp|userAgent|claims|\$context\.path/);
  });
});
