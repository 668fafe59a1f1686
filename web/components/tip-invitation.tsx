import type { Stage } from '../../events/vocabulary.ts';
import { useLink, usePlace } from '../page-context.ts';
import { TIP_INVITATION } from '../words/tip-invitation.ts';
import { Section } from './basics.tsx';

/** How to tell what one knows of a case, and how to come back to what one told. */
export const TipInvitation = ({ of }: { readonly of: { readonly case: string; readonly stage: Stage } }) => {
  const invite = TIP_INVITATION[usePlace().language];
  const link = useLink();
  return (
    <Section id="tip" title={invite.title}>
      <p>{invite.says}</p>
      <div class="actions">
        {of.stage === 'closed' ? null : (
          <a class="button" href={link(`/cases/${of.case}/tips/new`)}>
            {invite.send}
          </a>
        )}
        <a href={link('/tips')}>{invite.follow}</a>
      </div>
    </Section>
  );
};
