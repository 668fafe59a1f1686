import type { JSX } from 'preact';
import { Shell } from '../components/shell.tsx';
import { useLink, useWords } from '../page-context.ts';

const Failure = ({ title, says }: { readonly title: string; readonly says: string }) => {
  const { errors } = useWords();
  const link = useLink();
  return (
    <Shell title={title} description={says}>
      <h1>{title}</h1>
      <p class="lead">{says}</p>
      <p>
        <a class="button" href={link('/cases')}>
          {errors.toCases}
        </a>
      </p>
    </Shell>
  );
};

const NotFound = () => {
  const { errors } = useWords();
  return <Failure title={errors.notFound} says={errors.notFoundSays} />;
};

const BadAddress = () => {
  const { errors } = useWords();
  return <Failure title={errors.badAddress} says={errors.badAddressSays} />;
};

const TooLarge = () => {
  const { errors } = useWords();
  return <Failure title={errors.tooLarge} says={errors.tooLargeSays} />;
};

/** What was sent is more than the house takes at once: nothing of it was read. */
export const tooLargePage = (): JSX.Element => <TooLarge />;

/** What is not there, and what may not be seen: they look the same. */
export const notFoundPage = (): JSX.Element => <NotFound />;

/** What was asked in a way that nobody understands. */
export const badAddressPage = (): JSX.Element => <BadAddress />;
