import { TOLD } from './furnish.ts';
import type { Keys } from './world.ts';

/** A screen of the house: every check of this folder looks at each of them, in each language. */
export interface Screen {
  readonly name: string;
  /** Where it is, after its language. */
  readonly at: (keys: Keys) => string;
  /** What a form sends there, where the screen is what answers it; sent again, it does nothing again. */
  readonly sends?: (keys: Keys) => Readonly<Record<string, string>>;
  /** Drawn by its script. */
  readonly isDrawn?: true;
  /** Who is signed in on it. */
  readonly as?: string;
  /** 200 where nothing is said. */
  readonly status?: number;
  /** The house with cases, where nothing is said. */
  readonly house?: 'crowded' | 'empty';
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
  { name: 'case-acts', at: ({ closed }) => `/cases/${closed}/acts` },
  { name: 'case-acts-none', at: ({ opened }) => `/cases/${opened}/acts` },
  { name: 'case-questions', at: ({ closed }) => `/cases/${closed}/questions` },
  { name: 'case-flags', at: ({ closed }) => `/cases/${closed}/flags` },
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
  { name: 'case-report', at: ({ closed }) => `/cases/${closed}/reports/report-4` },
  { name: 'glossary', at: () => '/glossary' },
  { name: 'data', at: () => '/data' },
  { name: 'verify', at: () => '/verify' },
  { name: 'verify-mistyped', at: () => '/verify?code=abc' },
  { name: 'verification', at: ({ code }) => `/verify/${code}` },
  { name: 'components', at: () => '/components' },
  { name: 'not-found', at: () => '/cases/ip-00000000000000000000', status: 404 },
  { name: 'bad-address', at: () => '/cases?stage=nowhere', status: 400 },
];
