import { filled } from '../../../domain/words/code-words.ts';
import { Tag } from '../../components/basics.tsx';
import { useDesk } from '../desk-tools.ts';
import { type ProfileShown, parametersIn } from './profile-parameters.ts';

/** How much of a profile nobody has held against the official text. */
export const Unverified = ({ profile }: { readonly profile: ProfileShown }) => {
  const { profiles: words } = useDesk().views;
  const all = parametersIn(profile);
  const unverified = all.filter(({ is }) => !is.verified).length;
  return (
    <p>
      <Tag tone={unverified === 0 ? 'good' : 'warn'}>
        {filled(words.unverifiedOf, { unverified: String(unverified), all: String(all.length) })}
      </Tag>
    </p>
  );
};
