import { LICENCE } from '../../../domain/open-data/licence.ts';
import { type CodeWords, filled } from '../../../domain/words/code-words.ts';
import type { PagePlace } from '../../page-context.ts';
import type { CasePageWords } from '../../words/case/words.ts';
import type { CaseAtHand } from './case-at-hand.ts';

interface Described extends CaseAtHand {
  readonly buyer?: string | undefined;
  readonly words: CasePageWords;
}

/** A case in a sentence or two, for whoever is shown a link to it. */
export const describedIn = ({ view, buyer, words, codes }: Described & { readonly codes: CodeWords }): string =>
  [
    `${codes.instruments[view.instrument]}${buyer === undefined ? '' : `, ${buyer}`}.`,
    view.stage === 'closed' ? words.preview.closed : filled(words.preview.stands, { stage: codes.stages[view.stage] }),
    ...(view.condition === 'suspended' ? [words.preview.suspended] : []),
    ...(view.ending === undefined ? [] : [`${codes.endings[view.ending]}.`]),
    view.ocid,
  ].join(' ');

/** A case as schema.org tells it: the data of it that one can download, about a service that a public body buys. */
export const aboutCase = ({ view, title, buyer, words, place }: Described & { readonly place: PagePlace }): object => {
  const { origin, language } = place;
  const download = (name: string, path: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    name,
    encodingFormat,
    contentUrl: `${origin}/cases/${view.case}${path}`,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: filled(words.data.dataset, { ocid: view.ocid }),
    description: title,
    identifier: view.ocid,
    url: `${origin}/${language}/cases/${view.case}`,
    inLanguage: language,
    license: LICENCE,
    isAccessibleForFree: true,
    temporalCoverage: `${view.openedAt.slice(0, 'yyyy-mm-dd'.length)}/..`,
    version: view.version,
    about: {
      '@type': 'GovernmentService',
      name: title,
      ...(buyer === undefined ? {} : { provider: { '@type': 'GovernmentOrganization', name: buyer } }),
    },
    distribution: [
      download(words.data.release, '/ocds/release', 'application/json'),
      download(words.data.record, '/ocds/record', 'application/json'),
      download(words.data.feed, `/feed.atom?language=${language}`, 'application/atom+xml'),
    ],
  };
};
