import type { World } from './world.ts';

/** A screen of the public: every check of this folder looks at each of them, in each language. */
export interface Screen {
  readonly name: string;
  /** Where it is, after its language. */
  readonly at: (cases: World['cases']) => string;
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
  { name: 'case-report', at: ({ closed }) => `/cases/${closed}/reports/report-4` },
  { name: 'glossary', at: () => '/glossary' },
  { name: 'data', at: () => '/data' },
  { name: 'verify', at: () => '/verify' },
  { name: 'verify-mistyped', at: () => '/verify?code=abc' },
  { name: 'components', at: () => '/components' },
  { name: 'not-found', at: () => '/cases/ip-00000000000000000000', status: 404 },
  { name: 'bad-address', at: () => '/cases?stage=nowhere', status: 400 },
];
