import { Duration, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AlarmBell } from './constructs/alarm-bell.ts';
import { Clock } from './constructs/clock.ts';
import type { DocumentsBucket } from './constructs/documents-bucket.ts';
import { FactConsumer } from './constructs/fact-consumer.ts';
import { FactsBus } from './constructs/facts-bus.ts';
import { HttpDoor } from './constructs/http-door.ts';
import { MalwareScan } from './constructs/malware-scan.ts';
import type { OpenDataFiles } from './constructs/open-data-files.ts';
import type { People } from './constructs/people.ts';
import { RecordPublisher } from './constructs/record-publisher.ts';
import type { RecordTable } from './constructs/record-table.ts';
import type { SecretsKey } from './constructs/secrets-key.ts';
import { grantSendMail } from './constructs/send-mail.ts';
import { UploadsWatch } from './constructs/uploads-watch.ts';
import { VeedorFunction } from './constructs/veedor-function.ts';
import { eventRules } from './event-rules.ts';
import { apiFunctions, backgroundFunctions, type FunctionName } from './functions.ts';
import type { Route } from './routes.ts';

export interface ServiceStackProps {
  readonly record: RecordTable;
  readonly documents: DocumentsBucket;
  readonly secrets: SecretsKey;
  readonly openData: OpenDataFiles;
  readonly delivery: DeliverySettings;
  readonly malwareScan: boolean;
  readonly imagesLayerArn: string | undefined;
  readonly printLayerArn: string | undefined;
  readonly people: People;
  readonly routes: readonly Route[];
  readonly codeOf: (name: FunctionName) => Code;
  readonly alarmsEmail: string | undefined;
}

/** How messages leave the house. */
interface DeliverySettings {
  readonly webUrl: string;
  readonly mailFrom: string | undefined;
  readonly allowedHosts: string | undefined;
}

const declarations = { ...apiFunctions, ...backgroundFunctions };

/** Works off what is on its way, with the secrets that webhooks are signed with, and records what arrived. */
const grantDelivery = (deliverer: VeedorFunction, { record, secrets }: ServiceStackProps): void => {
  record.grantDeliver(deliverer);
  record.grantSend(deliverer);
  record.grantKeepEndpoints(deliverer);
  record.grantAppend(deliverer);
  secrets.grantOpen(deliverer);
};

/** Lays out what is published, with a compiler that comes in a layer, and keeps it for ever. */
const letRender = (renderer: VeedorFunction, { record, documents, printLayerArn }: ServiceStackProps): void => {
  if (printLayerArn !== undefined) renderer.addLayer(printLayerArn);
  record.grantKeepRenderings(renderer);
  documents.grantKeepReports(renderer);
};

/** Goes through all cases, keeps note of what is published of them, and writes the files. */
const grantPublishing = (publisher: VeedorFunction, { record, openData }: ServiceStackProps): void => {
  record.grantList(publisher);
  record.grantKeepOpenData(publisher);
  openData.grantPublish(publisher);
};

/** Those that append to the record of cases; that somebody was given documents stands there too. */
const WRITERS = [
  'witness-api',
  'coordinator-api',
  'authority-api',
  'agenda-api',
  'tip-api',
  'documents-api',
  'bundle-api',
  'assessment-api',
  // A case is opened from official data.
  'import-api',
] as const;

/** What runs, and holds nothing: it can be thrown away and made again without anybody losing a fact. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, { description: 'Veedor: functions, bus and API around the record.' });
    const { record, documents, people, routes, secrets, openData } = props;
    const mailFrom = props.delivery.mailFrom ?? `no-reply@${new URL(props.delivery.webUrl).hostname}`;
    const bell = new AlarmBell(this, 'Alarms', { email: props.alarmsEmail });
    const bus = new FactsBus(this, 'Facts');
    const delivery = { ...props.delivery, mailFrom };
    const environment = environmentOf({ record, documents, people, bus, secrets, openData, delivery });
    const make = (name: FunctionName) =>
      new VeedorFunction(this, name, { name, ...declarations[name], code: props.codeOf(name), environment, bell });

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
      'tip-api': make('tip-api'),
    };
    for (const audience of Object.values(api)) {
      record.grantRead(audience);
      record.grantList(audience);
    }
    for (const writer of WRITERS) record.grantAppend(api[writer]);
    documents.grantLinks(api['documents-api']);
    documents.grantBundles(api['bundle-api']);
    documents.grantReadReports(api['report-api']);
    record.grantDesk(api['agenda-api']);
    record.grantKeepNotices(api['notices-api']);
    record.grantKeepAddresses(api['notices-api']);
    record.grantKeepEndpoints(api['notices-api']);
    secrets.grantSeal(api['notices-api']);
    record.grantEnrol(api['roster-api']);
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
    new HttpDoor(this, 'Door', { routes, functions, tokens: people, bell });

    new RecordPublisher(this, 'Publisher', { function: make('publish-events'), record, bus, bell });

    const background = {
      'project-milestones': make('project-milestones'),
      'keep-deadlines': make('keep-deadlines'),
      'keep-agenda': make('keep-agenda'),
      'keep-notices': make('keep-notices'),
      'deliver-notices': make('deliver-notices'),
      'keep-scoreboard': make('keep-scoreboard'),
      'keep-directory': make('keep-directory'),
      'keep-changes': make('keep-changes'),
      'keep-appointments': make('keep-appointments'),
      'render-report': make('render-report'),
      'publish-open-data': make('publish-open-data'),
      'sweep-deadlines': make('sweep-deadlines'),
    };
    this.watchUploads(make('check-document'), { ...props, bell });
    for (const worker of Object.values(background)) record.grantRead(worker);
    grantKeeping(record, background);
    for (const sender of [api['notices-api'], background['keep-notices']]) record.grantSend(sender);
    grantDelivery(background['deliver-notices'], props);
    grantSendMail(background['deliver-notices'], mailFrom);
    for (const worker of [background['keep-appointments'], background['sweep-deadlines']]) record.grantAppend(worker);
    record.grantSweep(background['sweep-deadlines']);
    letRender(background['render-report'], props);
    grantPublishing(background['publish-open-data'], props);
    for (const rule of eventRules) {
      new FactConsumer(this, rule.name, { rule, function: background[rule.target], bus, bell });
    }
    startClocks(this, background, bell);
  }

  /** Files of cases are looked at when they come, by a function of their own. */
  private watchUploads(
    checking: VeedorFunction,
    { record, documents, imagesLayerArn, malwareScan, bell }: ServiceStackProps & { readonly bell: AlarmBell },
  ): void {
    if (imagesLayerArn !== undefined) checking.addLayer(imagesLayerArn);
    record.grantRead(checking);
    record.grantAppend(checking);
    documents.grantCheck(checking);
    const { bucketName } = documents;
    if (malwareScan) new MalwareScan(this, 'MalwareScan', { documents });
    new UploadsWatch(this, 'Uploads', { bucketName, function: checking, malwareScan, bell });
  }
}

type Keeper =
  | 'project-milestones'
  | 'keep-deadlines'
  | 'keep-agenda'
  | 'keep-notices'
  | 'keep-scoreboard'
  | 'keep-directory'
  | 'keep-changes'
  | 'keep-appointments';

/** What is computed from events: each keeper writes what it keeps, and nothing else. */
const grantKeeping = (record: RecordTable, keepers: Readonly<Record<Keeper, VeedorFunction>>): void => {
  record.grantProject(keepers['project-milestones']);
  record.grantKeepDeadlines(keepers['keep-deadlines']);
  record.grantKeepAgenda(keepers['keep-agenda']);
  record.grantKeepNotices(keepers['keep-notices']);
  record.grantKeepTallies(keepers['keep-scoreboard']);
  record.grantKeepDirectory(keepers['keep-directory']);
  record.grantKeepChanges(keepers['keep-changes']);
  record.grantKeepAppointments(keepers['keep-appointments']);
};

/** What happens at its time, whether anybody asks for it or not. */
const startClocks = (
  scope: Construct,
  workers: Readonly<Record<'sweep-deadlines' | 'deliver-notices' | 'publish-open-data', VeedorFunction>>,
  bell: AlarmBell,
): void => {
  new Clock(scope, 'Clock', {
    function: workers['sweep-deadlines'],
    bell,
    every: Duration.minutes(5),
    wakes: 'the sweep of deadlines',
  });
  new Clock(scope, 'Post', {
    function: workers['deliver-notices'],
    bell,
    every: Duration.minutes(1),
    wakes: 'the delivery of mail and webhooks',
  });
  new Clock(scope, 'Publication', {
    function: workers['publish-open-data'],
    bell,
    every: Duration.minutes(5),
    wakes: 'the publication of open data',
  });
};

/** Everything that a function learns from its surroundings, the same for all. What it may do with it is the work of its role. */
const environmentOf = (props: {
  record: RecordTable;
  documents: DocumentsBucket;
  people: People;
  bus: FactsBus;
  secrets: SecretsKey;
  openData: OpenDataFiles;
  delivery: DeliverySettings & { readonly mailFrom: string };
}) => ({
  TABLE_NAME: props.record.tableName,
  DOCUMENTS_BUCKET: props.documents.bucketName,
  OPEN_DATA_BUCKET: props.openData.bucketName,
  OPEN_DATA_URL: props.openData.url,
  BUS_NAME: props.bus.bus.eventBusName,
  TOKEN_ISSUER: props.people.issuer,
  TOKEN_AUDIENCE: props.people.audience,
  SIGN_IN_URL: props.people.signInUrl,
  SECRETS_KEY_ID: props.secrets.keyId,
  WEBHOOK_ALLOWED_HOSTS: props.delivery.allowedHosts ?? '',
  MAIL_FROM: props.delivery.mailFrom,
  PUBLIC_URL: props.delivery.webUrl.replace(/\/$/, ''),
  LOG_LEVEL: 'info',
});
