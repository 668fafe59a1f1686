import { LICENCE } from '../../../domain/open-data/licence.ts';
import { Facts, Section } from '../../components/basics.tsx';
import { numberIn } from '../../format.ts';
import { useLink } from '../../page-context.ts';
import { type CaseView, useCase } from './case-at-hand.ts';
import { Folded } from './parts.tsx';

interface DataProps {
  readonly view: CaseView;
}

/** What can be downloaded of a case. */
export const Data = ({ view }: DataProps) => {
  const { data, language, words } = useCase(view);
  const said = words.data;
  const downloads = [
    { href: data('/ocds/release'), says: said.release },
    { href: data('/ocds/record'), says: said.record },
    { href: data(''), says: said.json },
    { href: data('/events'), says: said.events },
    { href: data(`/feed.atom?language=${language}`), says: said.feed },
  ];
  return (
    <Section id="data" title={words.sections.data}>
      <p>
        {said.says}{' '}
        <a rel="license" href={LICENCE}>
          {said.licence}
        </a>
        .
      </p>
      <ul>
        {downloads.map(({ href, says }) => (
          <li key={href}>
            <a href={href}>{says}</a>
          </li>
        ))}
        <li>
          <a href="/changes">{said.changes}</a>, {said.changesSays}
        </li>
      </ul>
    </Section>
  );
};

/** How anybody checks that nothing of the record was removed or changed. */
export const Verify = ({ view }: DataProps) => {
  const { language, words } = useCase(view);
  const link = useLink();
  const said = words.verify;
  return (
    <Section id="verify" title={words.sections.verify}>
      <p>{said.says}</p>
      <p>
        <a href={link('/receipt')}>{said.receiptHere}</a>
      </p>
      <Folded>
        <p>{said.steps}</p>
        <p>
          <code>npm run verify -- {view.case}</code>
        </p>
        <p>{said.hashes}</p>
        <p>{said.receipt}</p>
        <p>
          <code>npm run verify-receipt -- receipt.json</code>
        </p>
      </Folded>
      <Facts
        of={[
          { name: said.last, value: numberIn(language, view.version) },
          { name: said.hash, value: <code class="hash">{view.hash}</code> },
        ]}
      />
    </Section>
  );
};

/** How somebody tells what they know. */
export const Tell = ({ view }: DataProps) => {
  const { words } = useCase(view);
  return (
    <Section id="tip" title={words.sections.tip}>
      <p>{words.tip.says}</p>
      <p>{words.tip.code}</p>
      <ToTell view={view} />
    </Section>
  );
};

/** What leads to where somebody tells it. */
export const ToTell = ({ view }: DataProps) => {
  const { page, words } = useCase(view);
  return (
    <p class="actions">
      <a class="button" href={page('/tips/new')}>
        {words.tip.send}
      </a>
    </p>
  );
};
