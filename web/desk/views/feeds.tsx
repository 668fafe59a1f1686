import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { wordFor } from '../../../domain/words/code-words.ts';
import type { feedView } from '../../../functions/_http/agenda-operations.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import { Outcome, useSending } from '../../app/sending.tsx';
import { useTools } from '../../app/tools.ts';
import { Notice, Section } from '../../components/basics.tsx';
import { useDesk } from '../desk-tools.ts';
import { ThingList } from '../thing-list.tsx';
import { When } from '../when.tsx';

type FeedShown = z.infer<typeof feedView>;

/** Puts a text where it can be pasted from; where the browser does not let it, the text is there to be marked. */
const Copy = ({ text }: { readonly text: string }) => {
  const { agenda: words } = useDesk().views;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <p>
      <button class="button second small" type="button" onClick={() => void copy()}>
        {words.copy}
      </button>{' '}
      <span role="status">{isCopied ? words.copied : null}</span>
    </p>
  );
};

/** What is due as a calendar that any program subscribes to, behind an address that is shown once. */
export const Feeds = ({ filter }: { readonly filter?: Readonly<Record<string, string>> }) => {
  const { agenda: words } = useDesk().views;
  const { told } = useTools();
  const [url, setUrl] = useState('');
  const [stamp, setStamp] = useState(0);
  const [isRevoked, setRevoked] = useState(false);
  const sending = useSending('open-feed');
  const open = async (scope: object) => {
    const answered = await sending.send('/feeds', { scope, language: told.language });
    const made = isRecord(answered?.body) ? textIn(answered.body['url']) : '';
    if (made === '') return;
    setUrl(made);
    setRevoked(false);
    setStamp(stamp + 1);
  };
  const { refusals } = useDesk();
  const said = ({ of, ...filters }: FeedShown['scope']): string => {
    if (of === 'mine') return words.feedOfMine;
    const narrowed = Object.values(filters)
      .map((each) => wordFor(words, each ?? ''))
      .join(', ');
    return narrowed === '' ? words.feedOfAll : `${words.feedOfAll}: ${narrowed}`;
  };
  const wrongs =
    sending.failure?.kind === 'refused'
      ? [{ field: 'feeds', says: refusals[sending.failure.word] ?? sending.failure.detail }]
      : [];
  return (
    <Section id="feeds" title={words.feeds}>
      <p>{words.feedsSays}</p>
      <Outcome failure={sending.failure} wrongs={wrongs}>
        {url === '' ? null : (
          <div class="secret">
            <h3>{words.feedOnce}</h3>
            <p class="code">{url}</p>
            <Copy text={url} />
          </div>
        )}
      </Outcome>
      <div role="status">{isRevoked ? <Notice tone="good">{words.feedRevoked}</Notice> : null}</div>
      <p class="actions">
        <button class="button second" type="button" disabled={sending.isBusy} onClick={() => void open({ of: 'mine' })}>
          {words.openFeed}
        </button>
        {filter === undefined ? null : (
          <button
            class="button second"
            type="button"
            disabled={sending.isBusy}
            onClick={() => void open({ of: 'filter', ...filter })}
          >
            {words.openFiltered}
          </button>
        )}
      </p>
      <ThingList<FeedShown>
        path="/feeds?limit=20"
        none={words.noFeeds}
        stamp={stamp}
        on="feed"
        idsOf={({ id: feed }) => ({ feed })}
        keep={({ revokedAt }) => revokedAt === undefined}
        done={() => {
          setUrl('');
          setRevoked(true);
        }}
      >
        {({ label, scope, createdAt }) => (
          <p>
            <strong>{label ?? said(scope)}</strong> <When at={createdAt} />
          </p>
        )}
      </ThingList>
    </Section>
  );
};
