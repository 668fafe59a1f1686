import { TOLD } from './furnish.ts';
import type { Keys } from './world.ts';

/** A screen of the house: every check of this folder looks at each of them, in each language. */
export interface Screen {
  readonly name: string;
  /** Where it is, after its language. */
  readonly at: (keys: Keys) => string;
  /** It is of the machine alone, and no page of the house: its address begins with no language, and asks for one with `lang`. */
  readonly isOfMachine?: true;
  /** What a form sends there, where the screen is what answers it; sent again, it does nothing again. */
  readonly sends?: (keys: Keys) => Readonly<Record<string, string>>;
  /** Drawn by its script. */
  readonly isDrawn?: true;
  /** What its script may weigh as it travels, where that is more than usual. */
  readonly scriptBytesMax?: number;
  /** Who is signed in on it. */
  readonly as?: string;
  /** 200 where nothing is said. */
  readonly status?: number;
  /** The house with cases, where nothing is said. */
  readonly house?: 'crowded' | 'empty';
}

const DESK_BYTES_MAX = 90 * 1024;

/** A place at the desk, with who works there. */
function desk(name: string, as: string, at: Screen['at']): Screen {
  return { name: `desk-${name}`, at: (keys) => `/desk${at(keys)}`, as, isDrawn: true, scriptBytesMax: DESK_BYTES_MAX };
}

/** To add a screen, add its line. */
export const SCREENS: readonly Screen[] = [
  { name: 'home', at: () => '' },
  { name: 'home-empty', at: () => '', house: 'empty' },
  { name: 'cases', at: () => '/cases' },
  { name: 'cases-empty', at: () => '/cases?q=x&stage=closed', house: 'empty' },
  { name: 'case-opened', at: ({ opened }) => `/cases/${opened}` },
  { name: 'case-sealed', at: ({ sealed }) => `/cases/${sealed}` },
  { name: 'case-closed', at: ({ closed }) => `/cases/${closed}` },
  { name: 'case-timeline', at: ({ closed }) => `/cases/${closed}/timeline` },
  { name: 'case-observations', at: ({ closed }) => `/cases/${closed}/observations` },
  { name: 'case-observation', at: ({ closed }) => `/cases/${closed}/observations/observation-1` },
  { name: 'case-observation-sealed', at: ({ sealed }) => `/cases/${sealed}/observations/observation-2` },
  { name: 'case-acts', at: ({ closed }) => `/cases/${closed}/acts` },
  { name: 'case-acts-none', at: ({ opened }) => `/cases/${opened}/acts` },
  { name: 'case-questions', at: ({ sealed }) => `/cases/${sealed}/questions` },
  { name: 'case-flags', at: ({ sealed }) => `/cases/${sealed}/flags` },
  { name: 'case-escalations', at: ({ closed }) => `/cases/${closed}/escalations` },
  { name: 'case-proceedings', at: ({ closed }) => `/cases/${closed}/proceedings` },
  { name: 'case-recommendations', at: ({ closed }) => `/cases/${closed}/recommendations` },
  { name: 'tip-form', at: ({ opened }) => `/cases/${opened}/tips/new` },
  {
    name: 'tip-form-wrong',
    at: ({ opened }) => `/cases/${opened}/tips/new`,
    sends: ({ receipt }) => ({ receipt, text: '', language: 'es' }),
    status: 422,
  },
  {
    name: 'tip-sent',
    at: ({ opened }) => `/cases/${opened}/tips/new`,
    sends: ({ receipt }) => ({ receipt, text: TOLD, language: 'en' }),
  },
  { name: 'tip-entrance', at: () => '/tips' },
  { name: 'tip-entrance-wrong', at: () => '/tips', sends: () => ({ code: 'Abc 1' }), status: 422 },
  { name: 'tip-followed', at: () => '/tips', sends: ({ tip }) => ({ code: tip }) },
  { name: 'authorities', at: () => '/authorities' },
  { name: 'authorities-none', at: () => '/authorities?q=zzz' },
  { name: 'authorities-empty', at: () => '/authorities', house: 'empty' },
  { name: 'authority', at: ({ authority }) => `/authorities/${encodeURIComponent(authority)}` },
  { name: 'scoreboard', at: () => '/scoreboard' },
  { name: 'scoreboard-authority', at: () => '/scoreboard?group=authority' },
  { name: 'scoreboard-empty', at: () => '/scoreboard', house: 'empty' },
  { name: 'coverage', at: () => '/coverage' },
  { name: 'coverage-empty', at: () => '/coverage', house: 'empty' },
  { name: 'participation', at: () => '/participation' },
  { name: 'participation-empty', at: () => '/participation', house: 'empty' },
  { name: 'sign-in', at: () => '/sign-in', isDrawn: true },
  { name: 'signed-in-vain', at: () => '/signed-in?code=of-somebody&state=else', isDrawn: true },
  { name: 'signed-out', at: () => '/signed-out', isDrawn: true },
  { name: 'account', at: () => '/account', isDrawn: true, as: 'witness-1' },
  { name: 'account-messages', at: () => '/account/messages', isDrawn: true, as: 'witness-1' },
  { name: 'mailbox', at: () => '/mailbox', isOfMachine: true },
  { name: 'mailbox-mail', at: ({ mail }) => `/mailbox/${mail}`, isOfMachine: true },
  { name: 'mailbox-empty', at: () => '/mailbox', isOfMachine: true, house: 'empty' },
  { name: 'field', at: () => '/field', isDrawn: true, scriptBytesMax: 30 * 1024 },
  desk('home', 'witness-1', () => ''),
  desk('board', 'coordinator-1', () => '/board'),
  desk('assignments', 'coordinator-1', () => '/assignments'),
  desk('assignments-of', 'coordinator-1', () => '/assignments/witness-1'),
  desk('agenda', 'coordinator-1', () => '/agenda'),
  desk('case', 'coordinator-1', ({ sealed }) => `/cases/${sealed}`),
  desk('case-team', 'coordinator-1', ({ sealed }) => `/cases/${sealed}/team`),
  desk('case-acts', 'member-1', ({ sealed }) => `/cases/${sealed}/acts`),
  desk('case-observations', 'member-1', ({ sealed }) => `/cases/${sealed}/observations`),
  desk('case-reports', 'member-1', ({ closed }) => `/cases/${closed}/reports`),
  desk('case-documents', 'auditor-1', ({ closed }) => `/cases/${closed}/documents`),
  desk('case-record', 'auditor-1', ({ closed }) => `/cases/${closed}/record`),
  desk('case-assessment', 'assessor-1', ({ closed }) => `/cases/${closed}/assessment`),
  desk('escalations', 'control-1', () => '/escalations'),
  desk('answers', 'authority-1', () => '/answers'),
  desk('roster', 'administrator-1', () => '/roster'),
  desk('people', 'administrator-1', () => '/people'),
  desk('person', 'auditor-1', () => '/people/administrator-1'),
  desk('endpoints', 'administrator-1', () => '/endpoints'),
  desk('profile', 'administrator-1', () => '/profiles/mx-federal-2025'),
  desk('notices', 'witness-1', () => '/notices'),
  desk('search', 'witness-1', () => '/search?q=a'),
  desk('nothing', 'witness-1', () => '/nowhere'),
  { name: 'case-report', at: ({ closed }) => `/cases/${closed}/reports/report-4` },
  { name: 'glossary', at: () => '/glossary' },
  { name: 'data', at: () => '/data' },
  { name: 'verify', at: () => '/verify' },
  { name: 'verify-mistyped', at: () => '/verify?code=abc' },
  { name: 'receipt', at: () => '/receipt', isDrawn: true },
  { name: 'verification', at: ({ code }) => `/verify/${code}` },
  { name: 'components', at: () => '/components' },
  { name: 'not-found', at: () => '/cases/ip-00000000000000000000', status: 404 },
  { name: 'bad-address', at: () => '/cases?stage=nowhere', status: 400 },
];
