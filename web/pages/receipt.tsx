import type { JSX } from 'preact';
import { PLACE, TOLD } from '../app/told.ts';
import { Section } from '../components/basics.tsx';
import { Shell } from '../components/shell.tsx';
import { usePlace } from '../page-context.ts';
import { RECEIPT_WORDS } from '../receipt/words.ts';

const Receipt = () => {
  const { language, origin } = usePlace();
  const words = RECEIPT_WORDS[language];
  return (
    <Shell title={words.title} description={words.lead}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.stays}</p>
      <div id={PLACE} />
      <noscript>
        <div class="notice warn">
          <p>{words.noScript}</p>
        </div>
      </noscript>
      <script
        type="application/json"
        id={TOLD}
        dangerouslySetInnerHTML={{ __html: JSON.stringify(words).replaceAll('<', '\\u003c') }}
      />
      <Section id="by-yourself" title={words.byYourself}>
        <p>{words.byYourselfSays}</p>
        <p>
          <code>npm run verify-receipt -- receipt.json --url {origin}</code>
        </p>
      </Section>
    </Shell>
  );
};

/** Where whoever holds a receipt checks it in their own browser. */
export const receiptPage = (): JSX.Element => <Receipt />;
