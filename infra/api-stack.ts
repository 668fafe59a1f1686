import { Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AlarmBell } from './constructs/alarm-bell.ts';
import type { DocumentsBucket } from './constructs/documents-bucket.ts';
import { HttpDoor } from './constructs/http-door.ts';
import type { People } from './constructs/people.ts';
import type { RecordTable } from './constructs/record-table.ts';
import type { SecretsKey } from './constructs/secrets-key.ts';
import { VeedorFunction } from './constructs/veedor-function.ts';
import { type ApiFunctionName, apiFunctions, type FunctionName } from './functions.ts';
import type { Route } from './routes.ts';

export interface ApiStackProps {
  readonly record: RecordTable;
  readonly documents: DocumentsBucket;
  readonly secrets: SecretsKey;
  readonly people: People;
  readonly routes: readonly Route[];
  /** What every function learns from its surroundings. */
  readonly environment: Readonly<Record<string, string>>;
  readonly codeOf: (name: FunctionName) => Code;
  readonly alarmsEmail: string | undefined;
}

/** Those that append to the record of cases; that somebody was given documents stands there too. */
const WRITERS = [
  'witness-api',
  'coordinator-api',
  'authority-api',
  'agenda-api',
  'tip-api',
  'tip-pages-api',
  'documents-api',
  'bundle-api',
  'assessment-api',
  // A case is opened from official data.
  'import-api',
] as const;

/** The API: its door, and the functions that answer. Apart from what works in the background, because one stack holds 500 resources. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, { description: 'Veedor: the API, with a function for each audience.' });
    const { record, documents, people, routes, secrets, environment } = props;
    const bell = new AlarmBell(this, 'Alarms', { email: props.alarmsEmail });
    const make = (name: ApiFunctionName) =>
      new VeedorFunction(this, name, { name, ...apiFunctions[name], code: props.codeOf(name), environment, bell });

    const api = {
      'witness-api': make('witness-api'),
      'coordinator-api': make('coordinator-api'),
      'authority-api': make('authority-api'),
      'public-api': make('public-api'),
      'agenda-api': make('agenda-api'),
      'pages-api': make('pages-api'),
      'case-pages-api': make('case-pages-api'),
      'report-api': make('report-api'),
      'open-data-api': make('open-data-api'),
      'assessment-api': make('assessment-api'),
      'documents-api': make('documents-api'),
      'bundle-api': make('bundle-api'),
      'escalations-api': make('escalations-api'),
      'notices-api': make('notices-api'),
      'import-api': make('import-api'),
      'scoreboard-api': make('scoreboard-api'),
      'search-api': make('search-api'),
      'roster-api': make('roster-api'),
      'people-api': make('people-api'),
      'tip-api': make('tip-api'),
      'tip-pages-api': make('tip-pages-api'),
    };
    for (const audience of Object.values(api)) {
      record.grantRead(audience);
      record.grantList(audience);
    }
    for (const writer of WRITERS) record.grantAppend(api[writer]);
    documents.grantLinks(api['documents-api']);
    documents.grantHandIn(api['tip-pages-api']);
    documents.grantBundles(api['bundle-api']);
    documents.grantReadReports(api['report-api']);
    record.grantDesk(api['agenda-api']);
    record.grantKeepNotices(api['notices-api']);
    record.grantKeepAddresses(api['notices-api']);
    record.grantKeepEndpoints(api['notices-api']);
    secrets.grantSeal(api['notices-api']);
    record.grantEnrol(api['roster-api']);
    record.grantAdmit(api['people-api']);
    people.grantInvite(api['people-api']);
    record.grantImport(api['import-api']);
    // What is imported is counted at once.
    record.grantKeepTallies(api['import-api']);
    // What describes the API and the open data reads no record, and neither do the pages whose script reads it.
    const functions = {
      ...api,
      'describe-api': make('describe-api'),
      'extension-api': make('extension-api'),
      'account-api': make('account-api'),
    };
    record.grantSend(api['notices-api']);
    new HttpDoor(this, 'Door', { routes, functions, tokens: people, bell });
  }
}
