import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { ApiHandler } from '../../functions/_http/api.ts';
import type { ApiFunction } from '../../functions/_http/operation.ts';
import { aesSecretBox, KEY_BYTES } from '../../functions/_ports/aes-secret-box.ts';
import type { DocumentCopies } from '../../functions/_ports/bundle-ports.ts';
import type { ChangeStore } from '../../functions/_ports/change-ports.ts';
import type { DeskStore, Secrets } from '../../functions/_ports/desk-ports.ts';
import type { DocumentLinks, FormSender, PartUploads } from '../../functions/_ports/document-ports.ts';
import { type MemoryAccounts, memoryAccounts } from '../../functions/_ports/memory/memory-accounts.ts';
import { type MemoryAgendaStore, memoryAgendaStore } from '../../functions/_ports/memory/memory-agenda-store.ts';
import { memoryAppointmentStore } from '../../functions/_ports/memory/memory-appointment-store.ts';
import { type MemoryBundleStore, memoryBundleStore } from '../../functions/_ports/memory/memory-bundle-store.ts';
import { memoryCaseStore } from '../../functions/_ports/memory/memory-case-store.ts';
import { memoryChangeStore } from '../../functions/_ports/memory/memory-change-store.ts';
import { memoryClock, type SettableClock } from '../../functions/_ports/memory/memory-clock.ts';
import { memoryDeadlineStore } from '../../functions/_ports/memory/memory-deadline-store.ts';
import { memoryDeskStore } from '../../functions/_ports/memory/memory-desk-store.ts';
import { type MemoryDocuments, memoryDocuments } from '../../functions/_ports/memory/memory-documents.ts';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { memoryImportStore } from '../../functions/_ports/memory/memory-import-store.ts';
import { type MemoryItemStore, memoryItemStore } from '../../functions/_ports/memory/memory-item-store.ts';
import { type MemoryLog, memoryLog } from '../../functions/_ports/memory/memory-log.ts';
import { memoryMilestoneStore } from '../../functions/_ports/memory/memory-milestone-store.ts';
import { type MemoryOpenDataStore, memoryOpenDataStore } from '../../functions/_ports/memory/memory-open-data-store.ts';
import { memoryPeopleStore, memoryRosterStore } from '../../functions/_ports/memory/memory-person-stores.ts';
import { type MemorySearchStore, memorySearchStore } from '../../functions/_ports/memory/memory-search-store.ts';
import { type MemoryTallyStore, memoryTallyStore } from '../../functions/_ports/memory/memory-tally-store.ts';
import type { NoticeStore } from '../../functions/_ports/notice-ports.ts';
import { noticeStore } from '../../functions/_ports/notice-store.ts';
import type { EndpointStore, Outbox, SecretBox } from '../../functions/_ports/outbox-ports.ts';
import { endpointStore, outboxStore } from '../../functions/_ports/outbox-store.ts';
import type {
  AppointmentStore,
  CaseStore,
  DeadlineStore,
  Entropy,
  Identity,
  ImportStore,
  MilestoneStore,
  PeopleStore,
  RosterStore,
} from '../../functions/_ports/ports.ts';
import type { ProcessRegistry } from '../../functions/_ports/process-registry.ts';
import { processRegistry } from '../../functions/_ports/process-registry-store.ts';
import { type RenderingStore, renderingStore } from '../../functions/_reports/renderings.ts';
import { countingRegistry } from '../../functions/_tallies/count-process.ts';
import type { AccountApiPorts } from '../../functions/account-api/account-api.ts';
import { scriptsFrom } from '../../functions/account-api/scripts.ts';
import { agendaApi } from '../../functions/agenda-api/agenda-api.ts';
import { assessmentApi } from '../../functions/assessment-api/assessment-api.ts';
import { authorityApi } from '../../functions/authority-api/authority-api.ts';
import { bundleApi } from '../../functions/bundle-api/bundle-api.ts';
import { coordinatorApi } from '../../functions/coordinator-api/coordinator-api.ts';
import { describeApi } from '../../functions/describe-api/describe-api.ts';
import { OPERATIONS } from '../../functions/describe-api/openapi.ts';
import { documentsApi } from '../../functions/documents-api/documents-api.ts';
import { escalationsApi } from '../../functions/escalations-api/escalations-api.ts';
import { extensionApi } from '../../functions/extension-api/extension-api.ts';
import { importApi } from '../../functions/import-api/import-api.ts';
import { noticesApi } from '../../functions/notices-api/notices-api.ts';
import { openDataApi } from '../../functions/open-data-api/open-data-api.ts';
import { peopleApi } from '../../functions/people-api/people-api.ts';
import { publicApi } from '../../functions/public-api/public-api.ts';
import { rosterApi } from '../../functions/roster-api/roster-api.ts';
import { scoreboardApi } from '../../functions/scoreboard-api/scoreboard-api.ts';
import { searchApi } from '../../functions/search-api/search-api.ts';
import { tipApi } from '../../functions/tip-api/tip-api.ts';
import { witnessApi } from '../../functions/witness-api/witness-api.ts';
import { findRoute, routeTable } from '../../local/gateway-routes.ts';
import { PEOPLE } from '../../local/people.ts';
import { readTsx } from '../../local/read-tsx.ts';
import { ELSEWHERE } from '../../local/route.ts';
import type { Answer, Door } from '../../local/walk/hand.ts';

// The tutorial is written outside of the test runner too, where markup is read by ourselves.
await readTsx();
const { accountApi } = await import('../../functions/account-api/account-api.ts');
const { pagesApi } = await import('../../functions/pages-api/pages-api.ts');
const { casePagesApi } = await import('../../functions/case-pages-api/case-pages-api.ts');
const { reportApi } = await import('../../functions/report-api/report-api.ts');
const { tipPagesApi } = await import('../../functions/tip-pages-api/tip-pages-api.ts');

/** The whole API in memory: the real functions on doubles that keep the promises of the real ports. */
export interface House extends Door {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly deadlines: DeadlineStore;
  readonly roster: RosterStore;
  readonly people: PeopleStore;
  readonly accounts: MemoryAccounts;
  readonly imports: ImportStore;
  readonly appointments: AppointmentStore;
  readonly agenda: MemoryAgendaStore;
  readonly desk: DeskStore;
  /** What stands in memory of notices and deliveries. */
  readonly items: MemoryItemStore;
  readonly notices: NoticeStore;
  /** What is counted for scoreboard and coverage. */
  readonly tallies: MemoryTallyStore;
  /** The cards of cases, and the lists in which they are looked for. */
  readonly directory: MemorySearchStore;
  /** What changed in all cases, in one order. */
  readonly changes: ChangeStore;
  /** What was rendered of published reports. */
  readonly renderings: RenderingStore;
  /** The static files of open data. */
  readonly openData: MemoryOpenDataStore;
  readonly publicUrl: string;
  readonly openDataUrl: string;
  readonly outbox: Outbox;
  readonly endpoints: EndpointStore;
  readonly registry: ProcessRegistry;
  readonly secretBox: SecretBox;
  readonly allowedHosts: ReadonlySet<string>;
  readonly documents: MemoryDocuments;
  readonly links: DocumentLinks;
  readonly sender: FormSender;
  readonly uploads: PartUploads;
  readonly secrets: Secrets;
  /** The bytes of documents, for bundles. */
  readonly copies: DocumentCopies;
  /** What was too large for an answer. */
  readonly bundles: MemoryBundleStore;
  readonly entropy: Entropy;
  readonly identity: Identity;
  readonly clock: SettableClock;
  readonly log: MemoryLog;
  readonly signIn: AccountApiPorts['signIn'];
  readonly uploadsUrl: AccountApiPorts['uploadsUrl'];
  readonly scripts: AccountApiPorts['scripts'];
  /** Sends anything at all, as it would come from the gateway. */
  readonly send: (request: HouseRequest) => Promise<HouseAnswer>;
}

export interface HouseRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** A token of the house is the name of a person; without one, the public asks. */
  readonly person?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the body is encoded, as the gateway does with what is no text. */
  readonly isBase64Encoded?: boolean;
}

export interface HouseAnswer extends Answer {
  readonly headers: Readonly<Record<string, string | number | boolean>>;
  readonly text: string;
}

const tokensAreNames: Identity = {
  verify: async (token) => {
    const person = PEOPLE.find(({ id }) => id === token);
    return person === undefined ? undefined : { person: person.id, roles: person.roles };
  },
};

/** Secrets that count up: never twice the same, and the same in every run. */
const countedSecrets = (): Secrets => {
  let next = 0;
  return {
    secret: () => {
      next += 1;
      return String(next).padStart(43, 'A');
    },
  };
};

/** A receiver of the tests, which no name server knows. */
const ALLOWED_HOSTS = ['receiver.local:8443'];

const NO_CONTEXT = { awsRequestId: 'test', getRemainingTimeInMillis: () => 30_000 } as Context;

/** `firstSalt` is that of a house which goes on where another stood: no salt is given twice. */
export const newHouse = (
  now = '2026-03-02T15:00:00.000Z',
  cases: CaseStore = memoryCaseStore(),
  firstSalt = 1,
): House => {
  const items = memoryItemStore();
  const tallies = memoryTallyStore();
  const documents = memoryDocuments();
  const clock = memoryClock(now);
  const ports = {
    items,
    notices: noticeStore(items),
    renderings: renderingStore(items),
    changes: memoryChangeStore(),
    openData: memoryOpenDataStore(),
    publicUrl: 'https://veedor.example',
    openDataUrl: 'https://veedor.example/open-data',
    tallies,
    directory: memorySearchStore(),
    outbox: outboxStore(items),
    endpoints: endpointStore(items),
    registry: countingRegistry(processRegistry(items), tallies),
    secretBox: aesSecretBox(new Uint8Array(KEY_BYTES)),
    allowedHosts: new Set<string>(ALLOWED_HOSTS),
    bundles: memoryBundleStore(clock),
    cases,
    documents,
    copies: documents,
    links: documents.links,
    sender: documents.sender,
    uploads: documents.uploads,
    milestones: memoryMilestoneStore(),
    deadlines: memoryDeadlineStore(),
    agenda: memoryAgendaStore(),
    desk: memoryDeskStore(),
    secrets: countedSecrets(),
    roster: memoryRosterStore(),
    people: memoryPeopleStore(),
    accounts: memoryAccounts(PEOPLE.map(({ id, roles }) => ({ person: id, roles, enabled: true }))),
    imports: memoryImportStore(),
    appointments: memoryAppointmentStore(),
    clock,
    entropy: memoryEntropy(firstSalt),
    // One of its own, so that a test can take roles away from somebody.
    identity: { ...tokensAreNames },
    log: memoryLog(),
    signIn: { url: 'https://sign-in.veedor.example', clientId: 'veedor-pages' },
    uploadsUrl: 'https://uploads.veedor.example/bucket/',
    scripts: scriptsFrom((name) => `/* ${name} */`),
  };
  const handlers: Record<ApiFunction, ApiHandler> = {
    'witness-api': witnessApi(ports),
    'coordinator-api': coordinatorApi(ports),
    'authority-api': authorityApi(ports),
    'public-api': publicApi(ports),
    'agenda-api': agendaApi(ports),
    'documents-api': documentsApi(ports),
    'bundle-api': bundleApi(ports),
    'escalations-api': escalationsApi(ports),
    'notices-api': noticesApi(ports),
    'scoreboard-api': scoreboardApi(ports),
    'search-api': searchApi(ports),
    'describe-api': describeApi(ports),
    'extension-api': extensionApi(ports),
    'import-api': importApi(ports),
    'pages-api': pagesApi(ports),
    'account-api': accountApi(ports),
    'case-pages-api': casePagesApi(ports),
    'report-api': reportApi(ports),
    'open-data-api': openDataApi(ports),
    'assessment-api': assessmentApi(ports),
    'roster-api': rosterApi(ports),
    'people-api': peopleApi(ports),
    'tip-api': tipApi(ports),
    'tip-pages-api': tipPagesApi(ports),
  };
  const routes = routeTable([
    ...OPERATIONS.map((operation) => ({
      method: operation.method,
      path: operation.path,
      handler: (event: APIGatewayProxyEventV2) => handlers[operation.function](event, NO_CONTEXT),
    })),
    { method: ELSEWHERE, path: ELSEWHERE, handler: (event) => handlers['pages-api'](event, NO_CONTEXT) },
  ]);

  const send = async ({
    method,
    path,
    person,
    headers = {},
    body,
    isBase64Encoded = false,
  }: HouseRequest): Promise<HouseAnswer> => {
    const found = findRoute(routes, { method, url: path });
    if ('problem' in found) return asAnswer(found.problem);
    const query = Object.fromEntries(new URLSearchParams(found.query));
    return asAnswer(
      await found.route.handler({
        version: '2.0',
        routeKey: found.route.path === ELSEWHERE ? ELSEWHERE : `${method} ${found.route.path}`,
        rawPath: found.path,
        rawQueryString: found.query,
        headers: { ...(person === undefined ? {} : { authorization: `Bearer ${person}` }), ...headers },
        pathParameters: found.parameters,
        ...(found.query === '' ? {} : { queryStringParameters: query }),
        requestContext: { domainName: 'veedor.example', http: { method } } as APIGatewayProxyEventV2['requestContext'],
        isBase64Encoded,
        ...(body === undefined ? {} : { body }),
      }),
    );
  };

  return {
    ...ports,
    send,
    get: (person, path) => send({ method: 'GET', path, ...(person === '' ? {} : { person }) }),
    post: (person, path, { body, idempotencyKey }) =>
      send({
        method: 'POST',
        path,
        person,
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      }),
  };
};

const asAnswer = ({
  statusCode = 200,
  headers = {},
  body = '',
  isBase64Encoded = false,
}: APIGatewayProxyStructuredResultV2): HouseAnswer => ({
  status: statusCode,
  headers,
  text: isBase64Encoded ? Buffer.from(body, 'base64').toString('latin1') : body,
  body: body === '' || !String(headers['content-type']).includes('json') ? undefined : JSON.parse(body),
});
