import { useEffect, useState } from 'preact/hooks';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { listBidders } from '../../../../functions/_queries/bidder-queries.ts';
import type { listBreaches } from '../../../../functions/_queries/subject-queries.ts';
import { isRecord, textIn } from '../../../app/kept-text.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Section, Tag, type Tone } from '../../../components/basics.tsx';
import { ActsOn } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { FilesOf } from '../../files-of.tsx';
import { useCalled } from '../../said.tsx';
import { TermFrom } from '../../term.tsx';
import { ThingList } from '../../thing-list.tsx';
import { When } from '../../when.tsx';
import type { PartProps } from './parts.ts';

type Bidder = AnswerOf<typeof listBidders>['items'][number];
type Breach = AnswerOf<typeof listBreaches>['items'][number];

const SIGNATURE_TONES: Readonly<Record<Bidder['signature'], Tone>> = {
  awaited: 'warn',
  signed: 'good',
  refused: 'bad',
};

/** The integrity pact: its text, who signed it, and who is said to have broken it. */
export const Pact = ({ stamp }: PartProps) => {
  const shown = useCase()?.shown;
  const { views, codes } = useDesk();
  const { pact: words } = views;
  if (shown === undefined) return null;
  const { case: id, pactText } = shown;
  // What is signed is the text on deposit.
  const first = pactText === undefined ? {} : { documentHash: pactText.documentHash };
  return (
    <>
      <Section id="pact" title={words.title}>
        <p>
          <Tag tone={shown.pactSignedByAuthority ? 'good' : 'warn'}>
            {shown.pactSignedByAuthority ? words.signedByAuthority : words.awaitedOfAuthority}
          </Tag>
        </p>
        {pactText === undefined ? (
          <p>{words.noText}</p>
        ) : (
          <Facts
            of={[
              { name: words.edition, value: pactText.edition },
              { name: views.form.hash, value: <code class="hash">{pactText.documentHash}</code> },
            ]}
          />
        )}
        <FilesOf attachedTo="pact" />
        <ActsOn on="case" part="pact" ids={{ case: id }} thing={shown} first={first} />
      </Section>
      <Section id="bidders" title={words.bidders}>
        <ThingList<Bidder>
          path={`/cases/${id}/bidders`}
          none={words.noBidders}
          stamp={stamp}
          on="bidder"
          idsOf={({ bidder }) => ({ case: id, bidder })}
          firstOf={() => first}
        >
          {({ bidder, name, signature }) => (
            <>
              <strong>{name}</strong> <code>{bidder}</code>{' '}
              <Tag tone={SIGNATURE_TONES[signature]}>{codes.signatures[signature]}</Tag>
            </>
          )}
        </ThingList>
      </Section>
      <Section id="breaches" title={words.breaches}>
        <ThingList<Breach>
          path={`/cases/${id}/breaches?limit=25`}
          none={words.noBreaches}
          stamp={stamp}
          on="breach"
          idsOf={({ id: breach }) => ({ case: id, breach })}
        >
          {(breach) => <BreachShown {...breach} />}
        </ThingList>
      </Section>
    </>
  );
};

/** What the bidders of the case are called; a bidder by its id until that is known. */
const useBidder = (): ((id: string) => string) => {
  const { api } = useTools();
  const id = useCase()?.shown.case ?? '';
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void api.read(`/cases/${id}/bidders`).then((answered) => {
      const items = answered.kind === 'done' && isRecord(answered.body) ? answered.body['items'] : undefined;
      const all = Array.isArray(items) ? items.filter(isRecord) : [];
      setNames(new Map(all.map((each) => [textIn(each['bidder']), textIn(each['name'])])));
    });
  }, [id]);
  return (bidder) => names.get(bidder) ?? bidder;
};

const BreachShown = (breach: Breach) => {
  const { views, choices } = useDesk();
  const { pact: words } = views;
  const called = useCalled();
  const bidderCalled = useBidder();
  const caseId = useCase()?.shown.case ?? '';
  const { id, accused, bidder, reportedAt, answer, answeredIn, consequence, explanation } = breach;
  return (
    <>
      <h3>
        {called(id)}{' '}
        <Tag tone={consequence === undefined ? 'warn' : 'calm'}>
          {consequence === undefined ? words.unruled : (choices['breachConsequences']?.[consequence] ?? consequence)}
        </Tag>
      </h3>
      <Facts
        of={[
          { name: words.reportedAt, value: <When at={reportedAt} /> },
          {
            name: words.accused,
            value:
              accused === undefined
                ? undefined
                : [choices['signatories']?.[accused], bidder === undefined ? undefined : bidderCalled(bidder)]
                    .filter(Boolean)
                    .join(': '),
          },
          { name: words.provision, value: breach.provision },
          { name: words.circumstances, value: breach.circumstances },
          { name: words.answer, value: answer },
          { name: words.explanation, value: explanation },
        ]}
      />
      {consequence === undefined && answeredIn === undefined ? (
        <>
          <p class="label">{words.answer}</p>
          <TermFrom case={caseId} term="finding-reply" from={reportedAt} />
        </>
      ) : null}
    </>
  );
};
