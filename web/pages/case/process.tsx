import { filled } from '../../../domain/words/code-words.ts';
import { phraseIn } from '../../../domain/words/profile-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listBidders } from '../../../functions/_queries/bidder-queries.ts';
import type { readProcess } from '../../../functions/_queries/process-queries.ts';
import { Facts, Section, Tag } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import { moneyIn } from '../../format.ts';
import { useWords } from '../../page-context.ts';
import { type CaseView, useCase } from './case-at-hand.ts';

export type ProcessShown = AnswerOf<typeof readProcess>['process'];
export type BidderShown = AnswerOf<typeof listBidders>['items'][number];

interface ProcessProps {
  readonly view: CaseView;
  readonly process: ProcessShown;
  readonly bidders: readonly BidderShown[];
}

/** What is bought, from whom, and under which rules it is watched. */
export const Process = ({ view, process, bidders }: ProcessProps) => {
  const { case: words, cases } = useWords();
  const { codes, day, language, profile, words: own } = useCase(view);
  const { buyer, procuringEntity, value, description, procurementMethod } = process;
  const isPact = view.instrument === 'integrity-pact';
  return (
    <Section id="process" title={words.process}>
      {description === undefined ? null : <p class="said">{description}</p>}
      <Facts
        of={[
          { name: words.buyer, value: buyer?.name ?? procuringEntity?.name },
          { name: words.value, value: value === undefined ? undefined : moneyIn(language, value) },
          {
            name: own.process.method,
            value: procurementMethod === undefined ? undefined : codes.methods[procurementMethod],
          },
          { name: own.process.award, value: awardSays(view, own.process, day) },
          {
            name: own.process.contract,
            value: contractSays(view, { words: own.process, ends: codes.contractEnds, day }),
          },
          {
            name: own.process.pact,
            value: isPact ? own.process[view.pactSignedByAuthority ? 'pactSigned' : 'pactAwaited'] : undefined,
          },
          {
            name: own.process.bidders,
            value: bidders.length === 0 || isPact ? undefined : bidders.map(({ name }) => name).join(', '),
          },
          { name: cases.ocid, value: <code>{view.ocid}</code> },
          { name: words.opened, value: day(view.openedAt) },
          {
            name: words.profile,
            value: filled(own.process.profileSays, {
              title: phraseIn(profile.title, language),
              version: String(view.profile.version),
            }),
          },
        ]}
      />
      {bidders.length === 0 || !isPact ? null : <Bidders view={view} bidders={bidders} />}
    </Section>
  );
};

type ProcessWords = ReturnType<typeof useCase>['words']['process'];
type Day = (at: string) => string;

const awardSays = ({ award }: CaseView, words: ProcessWords, day: Day): string | undefined =>
  award === undefined
    ? undefined
    : filled(award.decision === 'none' ? words.awardedNone : words.awarded, { date: day(award.decidedAt) });

const contractSays = (
  { contract }: CaseView,
  { words, ends, day }: { words: ProcessWords; ends: Readonly<Record<string, string>>; day: Day },
): string | undefined => {
  if (contract === undefined) return undefined;
  const signed = filled(words.signed, { date: day(contract.signedAt) });
  return contract.end === undefined ? signed : `${signed}; ${ends[contract.end] ?? contract.end}`;
};

const SIGNATURE_TONES = { signed: 'good', refused: 'bad', awaited: 'plain' } as const;

/** Who signed the pact, and who would not. */
const Bidders = ({ view, bidders }: Omit<ProcessProps, 'process'>) => {
  const { codes, words } = useCase(view);
  return (
    <Table
      caption={words.process.bidders}
      rows={bidders}
      columns={[
        { head: words.process.bidder, cell: ({ name }) => name, names: true },
        {
          head: words.process.signature,
          cell: ({ signature }) => <Tag tone={SIGNATURE_TONES[signature]}>{codes.signatures[signature]}</Tag>,
        },
      ]}
    />
  );
};
