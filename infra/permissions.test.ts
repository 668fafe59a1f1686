import { describe, expect, it } from 'vitest';
import { dynamodbPeopleStore, dynamodbRosterStore } from '../functions/_ports/aws/person-stores.ts';
import type { Table } from '../functions/_ports/aws/table.ts';
import { type CloudResource, ofType, resourcesIn, someCloud, theOne, whatRuns } from '../test/support/cloud.ts';
import { type Asked, askedBy, covers, type Statement } from '../test/support/permissions.ts';
import {
  admits,
  appends,
  appoints,
  counts,
  delivers,
  enrols,
  followsChanges,
  imports,
  keeps,
  keepsAddresses,
  keepsAgendas,
  keepsDirectory,
  keepsEndpoints,
  keepsFeeds,
  keepsOpenData,
  lists,
  listsChanges,
  looksAtAgendas,
  looksAtAppointments,
  looksIntoDirectory,
  projects,
  reads,
  registers,
  sends,
  sweeps,
  tells,
} from '../test/support/table-requests.ts';
import { MAY } from '../test/support/what-functions-may.ts';
import { type FunctionName, functionNames } from './functions.ts';

interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Statement['conditions'];
}

const cloud = someCloud();
const service = whatRuns(cloud);
const tablePolicy: readonly PolicyStatement[] = theOne(resourcesIn(cloud.record), 'AWS::DynamoDB::GlobalTable')
  .Properties.Replicas[0].ResourcePolicy.PolicyDocument.Statement;

const policiesOf = (role: string): readonly CloudResource[] =>
  ofType(service, 'AWS::IAM::Policy').filter(({ Properties }) =>
    Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role),
  );

const roleOf = (name: FunctionName): string => {
  const own = ofType(service, 'AWS::Lambda::Function').find(
    ({ Properties }) => Properties.Description === `Veedor ${name}`,
  );
  return own?.Properties.Role['Fn::GetAtt'][0];
};

const statementsOf = (name: FunctionName): readonly PolicyStatement[] =>
  policiesOf(roleOf(name)).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

/** What a statement is about, in words. */
const about = (resource: unknown): string => {
  const text = JSON.stringify(resource);
  const [index] = text.match(/\/index\/\w+/) ?? [''];
  if (text.includes('RecordTableStreamArn')) return 'the stream of the record';
  if (text.includes('RecordTableArn')) return `the record${index}`;
  if (text.includes('/bundles/*')) return 'the documents under bundles/';
  if (text.includes('VeedorOpenData')) return `the open data${/\/[\w-]+\/\*/.exec(text)?.[0] ?? ''}`;
  if (text.includes('GetAttPeopleArn')) return 'the user pool';
  if (text.includes('SecretsKey')) return 'the key of secrets';
  if (text.includes('DocumentsKey')) return 'the key of documents';
  if (text.includes(':identity/veedor.example')) return 'the sender of mails';
  if (text.includes('ExportsOutputFnGetAttDocumentsArn')) return `the documents${/\/\w+\/\*/.exec(text)?.[0] ?? ''}`;
  const [, id = ''] = text.match(/^\{"Fn::GetAtt":\["(\w+)","Arn"\]\}$/) ?? [];
  const kinds: Record<string, string> = {
    'AWS::Logs::LogGroup': 'its log',
    'AWS::SQS::Queue': service[id]?.Properties.RedrivePolicy === undefined ? 'its dead letters' : 'its queue',
    'AWS::Events::EventBus': 'the bus',
  };
  return kinds[service[id]?.Type ?? ''] ?? text;
};

const limits = ({ Condition }: PolicyStatement): string =>
  Object.entries(Condition ?? {})
    .filter(([operator]) => operator !== 'Null')
    .flatMap(([, keys]) => Object.entries(keys))
    .map(([key, values]) => `; ${key.replace(/^\w+:/, '')}: ${[values].flat().map(limitOf).join(' ')}`)
    .join('');

const limitOf = (value: any): string =>
  typeof value === 'string' ? value : value['Fn::Join'][1].map((part: any) => part.Ref ?? part).join('');

const inWords = (name: FunctionName): readonly string[] =>
  statementsOf(name)
    .flatMap((statement) =>
      [statement.Resource].flat().map((resource) => {
        const actions = [statement.Action].flat().map((action) => action.replace(/^dynamodb:/, ''));
        return `${actions.toSorted().join(' ')} on ${about(resource)}${limits(statement)}`;
      }),
    )
    .toSorted();

describe('a role', () => {
  it.each(functionNames)('lets %s do this, and nothing else', (name) => {
    expect(inWords(name)).toEqual(MAY[name].toSorted());
  });

  it('belongs to a function, and has no policy of AWS and none inside it', () => {
    const roles = Object.entries(service).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
    expect(roles.map(([id]) => id).toSorted()).toEqual(functionNames.map(roleOf).toSorted());
    for (const [id, { Properties }] of roles) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
      expect(policiesOf(id)).toHaveLength(1);
    }
  });

  it('never lets anybody update or delete outside the deadlines and agendas, nor scan', () => {
    for (const statement of functionNames.flatMap(statementsOf)) {
      const actions = [statement.Action].flat();
      expect(actions).not.toContain('dynamodb:Scan');
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      if (!actions.some((action) => /^dynamodb:(Update|Delete)/.test(action))) continue;
      expect(statement.Condition).toMatchObject({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [expect.stringMatching(/^(DEADLINE|AGENDA|SEARCH)#\*$/)] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
    }
  });
});

const aboutTheTable = (statements: readonly PolicyStatement[]): readonly Statement[] =>
  statements.flatMap((statement) =>
    [statement.Resource]
      .flat()
      .filter((resource) => resource === '*' || about(resource).startsWith('the record'))
      .map((resource) => ({
        actions: [statement.Action].flat(),
        index: about(resource).split('/index/')[1],
        conditions: statement.Condition ?? {},
      })),
  );

/** What IAM would refuse of what is asked: everything that no statement allows, or that the table itself denies. */
const refused = (name: FunctionName, asked: readonly Asked[]): readonly Asked[] =>
  asked.filter((ask) => covers(aboutTheTable(tablePolicy), ask) || !covers(aboutTheTable(statementsOf(name)), ask));

describe('what the ports ask of the table', () => {
  const writers: readonly FunctionName[] = [
    'witness-api',
    'coordinator-api',
    'authority-api',
    'tip-api',
    'tip-pages-api',
    'bundle-api',
  ];
  const asking: ReadonlyArray<readonly [FunctionName, string, (table: Table) => Promise<unknown>]> = [
    ...writers.flatMap((name) => [
      [name, 'reads', reads] as const,
      [name, 'lists', lists] as const,
      [name, 'appends', appends] as const,
    ]),
    ['public-api', 'reads', reads],
    ['public-api', 'lists', lists],
    ['project-milestones', 'reads', reads],
    ['project-milestones', 'projects', projects],
    ['keep-deadlines', 'reads', reads],
    ['keep-deadlines', 'keeps', keeps],
    ['escalations-api', 'reads', reads],
    ['escalations-api', 'lists', lists],
    ['agenda-api', 'reads', reads],
    ['agenda-api', 'lists', lists],
    ['agenda-api', 'appends', appends],
    ['agenda-api', 'looks at agendas', looksAtAgendas],
    ['agenda-api', 'keeps feeds', keepsFeeds],
    ['agenda-api', 'looks at appointments', looksAtAppointments],
    ['keep-agenda', 'reads', reads],
    ['keep-agenda', 'looks at agendas', looksAtAgendas],
    ['keep-agenda', 'keeps agendas', keepsAgendas],
    ['keep-directory', 'reads', reads],
    ['keep-directory', 'keeps the directory', keepsDirectory],
    ['search-api', 'looks into the directory', looksIntoDirectory],
    ['keep-changes', 'reads', reads],
    ['keep-changes', 'lists changes', listsChanges],
    ['open-data-api', 'follows changes', followsChanges],
    ['publish-open-data', 'reads', reads],
    ['publish-open-data', 'lists', lists],
    ['publish-open-data', 'follows changes', followsChanges],
    ['publish-open-data', 'keeps note of what is published', keepsOpenData],
    ['keep-notices', 'reads', reads],
    ['keep-notices', 'tells', tells],
    ['notices-api', 'reads', reads],
    ['notices-api', 'tells', tells],
    ['notices-api', 'keeps addresses', keepsAddresses],
    ['notices-api', 'looks after endpoints', keepsEndpoints],
    ['notices-api', 'sends', sends],
    ['keep-notices', 'sends', sends],
    ['deliver-notices', 'reads', reads],
    ['deliver-notices', 'delivers', delivers],
    ['deliver-notices', 'sends', sends],
    ['deliver-notices', 'looks after endpoints', keepsEndpoints],
    ['deliver-notices', 'appends', appends],
    ['roster-api', 'enrols', enrols],
    ['roster-api', 'imports', imports],
    ['people-api', 'admits', admits],
    ['keep-people', 'looks at who may sign in', (table) => dynamodbPeopleStore(table).read({ person: 'p' })],
    ['import-api', 'imports', imports],
    ['import-api', 'registers', registers],
    ['import-api', 'counts', counts],
    ['keep-scoreboard', 'counts', counts],
    ...writers.map(
      (name) => [name, 'looks into the roster', (table: Table) => dynamodbRosterStore(table).heads(['p'])] as const,
    ),
    ['keep-appointments', 'appends', appends],
    ['keep-appointments', 'keeps', appoints],
    ['sweep-deadlines', 'reads', reads],
    ['sweep-deadlines', 'appends', appends],
    ['sweep-deadlines', 'sweeps', sweeps],
  ];

  it.each(asking)('is allowed: %s %s', async (name, _, act) => {
    const asked = await askedBy(act);
    expect(asked).not.toEqual([]);
    expect(refused(name, asked)).toEqual([]);
  });

  const forbidden: ReadonlyArray<readonly [FunctionName, string, Asked]> = [
    [
      'public-api',
      'appends',
      { action: 'PutItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    ['witness-api', 'puts outside a transaction', { action: 'PutItem', partitions: ['CASE#1'], attributes: [] }],
    [
      'witness-api',
      'sets a deadline',
      { action: 'PutItem', partitions: ['DEADLINE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'witness-api',
      'enrols somebody',
      { action: 'PutItem', partitions: ['ROSTER#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'people-api',
      'enrols somebody',
      { action: 'PutItem', partitions: ['ROSTER#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'people-api',
      'rewrites who may sign in outside a transaction',
      { action: 'PutItem', partitions: ['ACCESS#1'], attributes: [] },
    ],
    [
      'roster-api',
      'lets somebody sign in',
      { action: 'PutItem', partitions: ['ACCESS#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'keep-people',
      'lets somebody sign in',
      { action: 'PutItem', partitions: ['ACCESS#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'roster-api',
      'appends to a case',
      { action: 'PutItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'roster-api',
      'rewrites an entry outside a transaction',
      { action: 'PutItem', partitions: ['ROSTER#1'], attributes: [] },
    ],
    [
      'keep-directory',
      'deletes of a case',
      { action: 'DeleteItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'search-api',
      'writes a card',
      { action: 'PutItem', partitions: ['SEARCH#CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'keep-changes',
      'appends to a case',
      { action: 'PutItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'render-report',
      'appends to a case',
      { action: 'PutItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    ['report-api', 'keeps a rendering', { action: 'PutItem', partitions: ['RENDERING#1'], attributes: [] }],
    ['keep-changes', 'lists outside a transaction', { action: 'PutItem', partitions: ['CHANGES#1'], attributes: [] }],
    [
      'open-data-api',
      'lists a change',
      { action: 'PutItem', partitions: ['CHANGES#LAST'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    ['import-api', 'enrols somebody', { action: 'PutItem', partitions: ['ROSTER#1'], attributes: [] }],
    ['keep-appointments', 'enrols somebody', { action: 'PutItem', partitions: ['ROSTER#1'], attributes: [] }],
    ['witness-api', 'deletes', { action: 'DeleteItem', partitions: ['CASE#1'], attributes: [] }],
    [
      'project-milestones',
      'writes an event',
      { action: 'PutItem', partitions: ['CASE#1'], attributes: ['pk', 'sk', 'record'] },
    ],
    [
      'project-milestones',
      'writes a receipt',
      { action: 'PutItem', partitions: ['RECEIPT#1'], attributes: ['pk', 'sk'] },
    ],
    [
      'keep-deadlines',
      'deletes an event',
      { action: 'DeleteItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'keep-agenda',
      'deletes an event',
      { action: 'DeleteItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    [
      'publish-open-data',
      'writes an event',
      { action: 'PutItem', partitions: ['CASE#1'], attributes: [], enclosing: 'TransactWriteItems' },
    ],
    ['publish-open-data', 'tells of a change', { action: 'PutItem', partitions: ['CHANGES#LAST'], attributes: [] }],
    ['keep-notices', 'learns where mail goes', { action: 'PutItem', partitions: ['ADDRESS#1'], attributes: [] }],
    ['keep-notices', 'writes an event', { action: 'PutItem', partitions: ['CASE#1'], attributes: [] }],
    ['agenda-api', 'deletes a feed', { action: 'DeleteItem', partitions: ['FEED#1'], attributes: [] }],
    ['sweep-deadlines', 'updates a head', { action: 'UpdateItem', partitions: ['CASE#1'], attributes: [] }],
    [
      'sweep-deadlines',
      'deletes two at once, one of them an event',
      { action: 'DeleteItem', partitions: ['DEADLINE#1', 'CASE#1'], attributes: [] },
    ],
  ];

  it.each(forbidden)('is refused when %s %s', (name, _, ask) => {
    expect(refused(name, [ask])).toEqual([ask]);
  });

  it('is refused by the table itself when a role allows too much', () => {
    const everything: Statement = {
      actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      index: undefined,
      conditions: {},
    };
    for (const action of ['UpdateItem', 'DeleteItem']) {
      const ask: Asked = { action, partitions: ['CASE#1'], attributes: [] };
      expect([covers([everything], ask), covers(aboutTheTable(tablePolicy), ask)]).toEqual([true, true]);
    }
  });
});
