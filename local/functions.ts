import { fileURLToPath } from 'node:url';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { ApiHandler as LambdaHandler } from '../functions/_http/api.ts';
import type { ApiFunction } from '../functions/_http/operation.ts';
import type { Accounts } from '../functions/_ports/accounts.ts';
import { agendaApiPorts } from '../functions/_ports/aws/agenda-ports.ts';
import { bundleApiPorts } from '../functions/_ports/aws/bundle-api-ports.ts';
import { openDataApiPorts } from '../functions/_ports/aws/change-ports.ts';
import { documentsApiPorts } from '../functions/_ports/aws/documents-api-ports.ts';
import { documentsPorts } from '../functions/_ports/aws/documents-ports.ts';
import { noticeApiPorts } from '../functions/_ports/aws/notice-ports.ts';
import { openDataPorts } from '../functions/_ports/aws/open-data-ports.ts';
import { peopleStore } from '../functions/_ports/aws/people-ports.ts';
import { importApiPorts } from '../functions/_ports/aws/registry-ports.ts';
import { reportApiPorts } from '../functions/_ports/aws/report-ports.ts';
import { searchApiPorts } from '../functions/_ports/aws/search-ports.ts';
import { signInPorts } from '../functions/_ports/aws/sign-in.ts';
import { scoreboardApiPorts } from '../functions/_ports/aws/tally-ports.ts';
import { tipPagesPorts } from '../functions/_ports/aws/tip-pages-ports.ts';
import type { Clock } from '../functions/_ports/ports.ts';
import { scriptsFrom } from '../functions/account-api/scripts.ts';
import { agendaApi } from '../functions/agenda-api/agenda-api.ts';
import { assessmentApi } from '../functions/assessment-api/assessment-api.ts';
import { authorityApi } from '../functions/authority-api/authority-api.ts';
import { bundleApi } from '../functions/bundle-api/bundle-api.ts';
import { checkDocument, sweepUploads } from '../functions/check-document/check-document.ts';
import { inspection } from '../functions/check-document/inspection.ts';
import { workspace } from '../functions/check-document/workspace.ts';
import { coordinatorApi } from '../functions/coordinator-api/coordinator-api.ts';
import { type DeliveryPorts, deliverNotices } from '../functions/deliver-notices/deliver-notices.ts';
import { describeApi } from '../functions/describe-api/describe-api.ts';
import { OPERATIONS } from '../functions/describe-api/openapi.ts';
import { documentsApi } from '../functions/documents-api/documents-api.ts';
import { escalationsApi } from '../functions/escalations-api/escalations-api.ts';
import { extensionApi } from '../functions/extension-api/extension-api.ts';
import { importApi } from '../functions/import-api/import-api.ts';
import { keepAgenda } from '../functions/keep-agenda/keep-agenda.ts';
import { keepAppointments } from '../functions/keep-appointments/keep-appointments.ts';
import { keepChanges } from '../functions/keep-changes/keep-changes.ts';
import { keepDeadlines } from '../functions/keep-deadlines/keep-deadlines.ts';
import { keepDirectory } from '../functions/keep-directory/keep-directory.ts';
import { keepNotices } from '../functions/keep-notices/keep-notices.ts';
import { keepPeople } from '../functions/keep-people/keep-people.ts';
import { keepScoreboard } from '../functions/keep-scoreboard/keep-scoreboard.ts';
import { noticesApi } from '../functions/notices-api/notices-api.ts';
import { openDataApi } from '../functions/open-data-api/open-data-api.ts';
import { peopleApi } from '../functions/people-api/people-api.ts';
import { projectMilestones } from '../functions/project-milestones/project-milestones.ts';
import { publicApi } from '../functions/public-api/public-api.ts';
import { publishOpenData } from '../functions/publish-open-data/publish-open-data.ts';
import { openPrinter } from '../functions/render-report/printer.ts';
import { renderReport } from '../functions/render-report/render-report.ts';
import { rosterApi } from '../functions/roster-api/roster-api.ts';
import { scoreboardApi } from '../functions/scoreboard-api/scoreboard-api.ts';
import { searchApi } from '../functions/search-api/search-api.ts';
import { sweepDeadlines } from '../functions/sweep-deadlines/sweep-deadlines.ts';
import { tipApi } from '../functions/tip-api/tip-api.ts';
import { witnessApi } from '../functions/witness-api/witness-api.ts';
import { bundleScript } from '../infra/bundle-script.ts';
import { type EventRule, eventRules } from '../infra/event-rules.ts';
import { apiFunctions, backgroundFunctions } from '../infra/functions.ts';
import type { Consumer } from './event-bus.ts';
import { readTsx } from './read-tsx.ts';
import { type ApiHandler, ELSEWHERE, type Route } from './route.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await readTsx();
const { accountApi } = await import('../functions/account-api/account-api.ts');
const { pagesApi } = await import('../functions/pages-api/pages-api.ts');
const { failurePage } = await import('../functions/_pages/public-page.ts');
const { tooLargePage } = await import('../web/pages/errors.tsx');
const { casePagesApi } = await import('../functions/case-pages-api/case-pages-api.ts');
const { reportApi } = await import('../functions/report-api/report-api.ts');
const { tipPagesApi } = await import('../functions/tip-pages-api/tip-pages-api.ts');

/** What the functions of the house work on, all of them together. */
export type LocalPorts = ReturnType<typeof localPorts> &
  Pick<DeliveryPorts, 'webhooks' | 'mailer'> & { readonly accounts: Accounts };

/** Builds them from the environment of this machine; how mail and webhooks leave it and who signs in is added by the system. */
export const localPorts = (environment: NodeJS.ProcessEnv, clock: Clock) => ({
  ...documentsPorts(environment, clock),
  ...documentsApiPorts(environment, clock),
  ...agendaApiPorts(environment, clock),
  ...noticeApiPorts(environment, clock),
  ...bundleApiPorts(environment, clock),
  ...importApiPorts(environment, clock),
  ...scoreboardApiPorts(environment, clock),
  ...searchApiPorts(environment, clock),
  ...openDataApiPorts(environment, clock),
  ...signInPorts(environment),
  scripts: scriptsFrom((name) => bundleScript(name, ROOT)),
  ...reportApiPorts(environment, clock),
  ...openDataPorts(environment, clock),
  ...peopleStore(environment),
  ...tipPagesPorts(environment, clock),
  inspection,
  workspace,
});

/** What runs in a system: functions on the ports of this machine. */
export interface Functions {
  readonly routes: readonly Route[];
  readonly rules: readonly EventRule[];
  readonly consumers: Readonly<Record<string, Consumer>>;
  readonly sweep: () => Promise<unknown>;
  readonly deliver: () => Promise<unknown>;
  /** Writes the static files of open data that are out of date. */
  readonly publish?: () => Promise<unknown>;
  /** Told of new objects in the bucket of documents. */
  readonly check?: (event: unknown) => Promise<unknown>;
}

const isPageForm = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && path.startsWith('/{language}/');

const tooLargeAnswer: ApiHandler = (event) => failurePage(event, { status: 413, page: tooLargePage() });

/** The functions of the house, each behind the doors that the cloud gives it. */
export const functionsOf = (ports: LocalPorts): Functions => {
  const apis: Readonly<Record<ApiFunction, LambdaHandler>> = {
    'witness-api': witnessApi(ports),
    'coordinator-api': coordinatorApi(ports),
    'authority-api': authorityApi(ports),
    'public-api': publicApi(ports),
    'agenda-api': agendaApi(ports),
    'documents-api': documentsApi(ports),
    'bundle-api': bundleApi(ports),
    'escalations-api': escalationsApi(ports),
    'notices-api': noticesApi(ports),
    'import-api': importApi(ports),
    'scoreboard-api': scoreboardApi(ports),
    'search-api': searchApi(ports),
    'describe-api': describeApi(ports),
    'extension-api': extensionApi(ports),
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
  return {
    routes: [
      ...OPERATIONS.map((operation) => ({
        method: operation.method,
        path: operation.path,
        handler: invoked(operation.function, apis[operation.function]),
        // Who sends a form reads pages.
        ...(isPageForm(operation) ? { whenTooLarge: tooLargeAnswer } : {}),
      })),
      { method: ELSEWHERE, path: ELSEWHERE, handler: invoked('pages-api', apis['pages-api']) },
    ],
    rules: eventRules,
    consumers: {
      'project-milestones': { handle: projectMilestones(ports), ...backgroundFunctions['project-milestones'] },
      'keep-deadlines': { handle: keepDeadlines(ports), ...backgroundFunctions['keep-deadlines'] },
      'keep-agenda': { handle: keepAgenda(ports), ...backgroundFunctions['keep-agenda'] },
      'keep-notices': { handle: keepNotices(ports), ...backgroundFunctions['keep-notices'] },
      'keep-scoreboard': { handle: keepScoreboard(ports), ...backgroundFunctions['keep-scoreboard'] },
      'keep-directory': { handle: keepDirectory(ports), ...backgroundFunctions['keep-directory'] },
      'keep-changes': { handle: keepChanges(ports), ...backgroundFunctions['keep-changes'] },
      'render-report': { handle: renderReport(ports, openPrinter), ...backgroundFunctions['render-report'] },
      'keep-appointments': { handle: keepAppointments(ports), ...backgroundFunctions['keep-appointments'] },
      'keep-people': { handle: keepPeople(ports), ...backgroundFunctions['keep-people'] },
    },
    sweep: async () => {
      await sweepDeadlines(ports)();
      await sweepUploads(ports)();
    },
    check: checkDocument(ports),
    deliver: deliverNotices(ports),
    publish: publishOpenData(ports),
  };
};

const invoked =
  (name: ApiFunction, handler: LambdaHandler): ApiHandler =>
  (event) =>
    handler(event, contextOf(name, event));

/** What Lambda tells a function of its own invocation. */
const contextOf = (name: ApiFunction, event: APIGatewayProxyEventV2): Context => {
  const unused = (): never => {
    throw new Error('Lambda knows this no more: return a promise.');
  };
  const { timeoutSeconds, memoryMiB } = apiFunctions[name];
  const deadline = performance.now() + timeoutSeconds * 1_000;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    memoryLimitInMB: String(memoryMiB),
    awsRequestId: event.requestContext.requestId,
    logGroupName: name,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    done: unused,
    fail: unused,
    succeed: unused,
  };
};
