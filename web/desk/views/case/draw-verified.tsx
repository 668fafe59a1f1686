import { useState } from 'preact/hooks';
import type { DrawStep, Recomputation } from '../../../../domain/draw/recompute-draws.ts';
import { filled } from '../../../../domain/words/code-words.ts';
import { useTools } from '../../../app/tools.ts';
import { Notice, Tag } from '../../../components/basics.tsx';
import { useDesk } from '../../desk-tools.ts';
import { verifyDraws } from './verify-draw.ts';

type Verified = 'not-yet' | 'busy' | 'failed' | Recomputation;

interface DrawVerifiedProps {
  readonly case: string;
  readonly draw: string;
  /** Changes when something was done: what was recomputed is old then. */
  readonly stamp: number;
}

/** Recomputes a draw on this device, step by step, and says of each whether it is as it must be. */
export const DrawVerified = ({ case: id, draw, stamp }: DrawVerifiedProps) => {
  const { api } = useTools();
  const { draws: words } = useDesk().views;
  const [at, setAt] = useState<{ readonly stamp: number; readonly verified: Verified }>({ stamp, verified: 'not-yet' });
  const verified = at.stamp === stamp ? at.verified : 'not-yet';
  const verify = async () => {
    setAt({ stamp, verified: 'busy' });
    setAt({ stamp, verified: (await verifyDraws(api, id)) ?? 'failed' });
  };
  if (typeof verified === 'object') return <Verdict of={verified} draw={draw} />;
  return (
    <div>
      {verified === 'failed' ? <Notice tone="warn">{words.notVerified}</Notice> : null}
      <p class="actions">
        <button class="button second small" type="button" disabled={verified === 'busy'} onClick={() => void verify()}>
          {verified === 'busy' ? words.verifying : words.verify}
        </button>
      </p>
    </div>
  );
};

const Verdict = ({ of: { draws, strays }, draw }: { readonly of: Recomputation; readonly draw: string }) => {
  const { draws: words } = useDesk().views;
  const found = draws.find((each) => each.draw === draw);
  if (found === undefined) return <Notice tone="bad">{words.wrong}</Notice>;
  const holds = found.holds && strays.length === 0;
  const good = found.drawn ? words.right : words.rightSoFar;
  return (
    <>
      <div role="status">
        <Notice tone={holds ? 'good' : 'bad'}>{holds ? good : words.wrong}</Notice>
      </div>
      <ol class="steps-of-draw">
        {[...found.steps, ...strays].map((step, index) => (
          <Step key={index} {...step} />
        ))}
      </ol>
    </>
  );
};

const Step = ({ what, of, holds }: DrawStep) => {
  const { draws: words } = useDesk().views;
  return (
    <li>
      <Tag tone={holds ? 'good' : 'bad'}>{holds ? words.holds : words.fails}</Tag> {filled(words.steps[what], of)}
    </li>
  );
};
