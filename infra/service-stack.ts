import { Duration, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AlarmBell } from './constructs/alarm-bell.ts';
import { Clock } from './constructs/clock.ts';
import type { DocumentsBucket } from './constructs/documents-bucket.ts';
import { FactConsumer } from './constructs/fact-consumer.ts';
import { FactsBus } from './constructs/facts-bus.ts';
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
import { type BackgroundFunctionName, backgroundFunctions, type FunctionName } from './functions.ts';

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
  readonly codeOf: (name: FunctionName) => Code;
  readonly alarmsEmail: string | undefined;
}

/** How messages leave the house. */
interface DeliverySettings {
  readonly webUrl: string;
  readonly mailFrom: string | undefined;
  readonly allowedHosts: string | undefined;
}

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

/** What runs behind the API, and holds nothing: it can be thrown away and made again without anybody losing a fact. */
export class ServiceStack extends Stack {
  /** What every function learns from its surroundings. */
  readonly surroundings: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, { description: 'Veedor: the bus and what works in the background, around the record.' });
    const { record, documents, people, secrets, openData } = props;
    const mailFrom = props.delivery.mailFrom ?? `no-reply@${new URL(props.delivery.webUrl).hostname}`;
    const bell = new AlarmBell(this, 'Alarms', { email: props.alarmsEmail });
    const bus = new FactsBus(this, 'Facts');
    const delivery = { ...props.delivery, mailFrom };
    this.surroundings = environmentOf({ record, documents, people, bus, secrets, openData, delivery });
    const environment = this.surroundings;
    const make = (name: BackgroundFunctionName) =>
      new VeedorFunction(this, name, {
        name,
        ...backgroundFunctions[name],
        code: props.codeOf(name),
        environment,
        bell,
      });

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
      'keep-people': make('keep-people'),
      'render-report': make('render-report'),
      'publish-open-data': make('publish-open-data'),
      'sweep-deadlines': make('sweep-deadlines'),
    };
    this.watchUploads(make('check-document'), { ...props, bell });
    for (const worker of Object.values(background)) record.grantRead(worker);
    grantKeeping(record, background);
    record.grantSend(background['keep-notices']);
    people.grantKeep(background['keep-people']);
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
  UPLOADS_URL: props.documents.url,
  OPEN_DATA_BUCKET: props.openData.bucketName,
  OPEN_DATA_URL: props.openData.url,
  BUS_NAME: props.bus.bus.eventBusName,
  TOKEN_ISSUER: props.people.issuer,
  TOKEN_AUDIENCE: props.people.audience,
  SIGN_IN_URL: props.people.signInUrl,
  USER_POOL_ID: props.people.poolId,
  SECRETS_KEY_ID: props.secrets.keyId,
  WEBHOOK_ALLOWED_HOSTS: props.delivery.allowedHosts ?? '',
  MAIL_FROM: props.delivery.mailFrom,
  PUBLIC_URL: props.delivery.webUrl.replace(/\/$/, ''),
  LOG_LEVEL: 'info',
});
