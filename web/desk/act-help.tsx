import type { ComponentType } from 'preact';
import { Facts } from '../components/basics.tsx';
import type { ActName } from './acts/acts.ts';
import type { Written } from './acts/body-of.ts';
import { useCase } from './case-at-desk.ts';
import { useDesk } from './desk-tools.ts';

interface HelpProps {
  /** As the form stands. */
  readonly written: Written;
}

/** What the public will see of an observation, now and later, under the visibility that is chosen. */
const PublicView = ({ written }: HelpProps) => {
  const { speech } = useDesk().views;
  const isAwarded = useCase()?.shown.award !== undefined;
  const told = {
    public: [speech.previewAll],
    'after-award': isAwarded ? [speech.previewAwarded] : [speech.previewSealed, speech.previewAtAward],
    restricted: [speech.previewSealed, speech.previewRestricted],
  };
  const chosen = written['visibility'] ?? '';
  const isOf = (name: string): name is keyof typeof told => Object.hasOwn(told, name);
  if (!isOf(chosen)) return null;
  const [now, later] = told[chosen];
  return (
    <div class="notice calm" role="status">
      <p class="label">{speech.preview}</p>
      <Facts
        of={[
          { name: speech.previewNow, value: now },
          { name: speech.previewLater, value: later },
        ]}
      />
      {chosen === 'public' || (chosen === 'after-award' && isAwarded) ? (
        <blockquote class="said">
          <strong>{written['title']}</strong>
          <br />
          {written['narrative']}
        </blockquote>
      ) : null}
    </div>
  );
};

const HELP: Readonly<Partial<Record<ActName, ComponentType<HelpProps>>>> = { 'file-observation': PublicView };

/** What helps with one act as its form stands, beside its fields. */
export const HelpWith = ({ act, written }: HelpProps & { readonly act: ActName }) => {
  const Help = HELP[act];
  return Help === undefined ? null : <Help written={written} />;
};
