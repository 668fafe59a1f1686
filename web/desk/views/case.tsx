import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../../app/api.ts';
import { Asked, type Had, readAs } from '../../app/asked.tsx';
import { isRecord } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Notice } from '../../components/basics.tsx';
import { CaseAtHand, type CaseShown } from '../case-at-desk.ts';
import { useDesk, useWho } from '../desk-tools.ts';
import { useAddress, useHref } from '../router.tsx';
import { useCurrentInView } from '../use-current-in-view.ts';
import { CaseHead } from './case/head.tsx';
import { isPartName, opensInCase, PART_NAMES, PARTS } from './case/parts.ts';

/** The API of the same house answered it: that it is a case is all that is asked. */
const isCase = (body: unknown): body is CaseShown => isRecord(body) && Array.isArray(body['requirements']);

/** Reads a case as its reader sees it. */
export const readCaseAs = (api: Api, id: string): Promise<Had<CaseShown>> =>
  readAs(api, `/cases/${encodeURIComponent(id)}`, (body) => (isCase(body) ? body : undefined));

/** A case as a workplace: what it lacks, everything that is in it, and what its reader can do with each. */
export const Case = () => {
  const { id } = useAddress();
  const { api } = useTools();
  const { titles } = useDesk().views;
  const [stamp, setStamp] = useState(0);
  const again = () => setStamp(stamp + 1);
  const { says, sayDone } = useDoneInPart();
  return (
    <Asked key={id} ask={() => readCaseAs(api, id)} stamp={stamp} heading={titles.cases}>
      {(shown) => (
        <CaseAtHand value={{ shown, again, sayDone }}>
          <CaseHead />
          <Parts shown={shown} />
          {says}
          <Part stamp={stamp} shown={shown} />
        </CaseAtHand>
      )}
    </Asked>
  );
};

/** Where what was acted on is gone from its part with its notice, the part says that it was done, until another is begun; another part says nothing of it. */
const useDoneInPart = () => {
  const { id, part } = useAddress();
  const { form } = useDesk().views;
  const [isDone, setDone] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => setDone(false), [id, part]);
  useEffect(() => (isDone ? box.current?.focus() : undefined), [isDone]);
  const says = (
    <div role="status" tabIndex={-1} ref={box}>
      {isDone ? <Notice tone="good">{form.done}</Notice> : null}
    </div>
  );
  return { says, sayDone: setDone };
};

const Parts = ({ shown }: { readonly shown: CaseShown }) => {
  const { id, part } = useAddress();
  const { views } = useDesk();
  const { roles } = useWho();
  const href = useHref();
  const here = part === '' ? 'now' : part;
  const menu = useCurrentInView(here);
  return (
    <nav class="parts" aria-label={views.case.parts}>
      <ul ref={menu}>
        {PART_NAMES.filter((name) => opensInCase(name, shown, roles)).map((name) => (
          <li key={name}>
            <a
              href={name === 'now' ? href('cases', id) : href('cases', id, name)}
              {...(name === here ? { 'aria-current': 'page' as const } : {})}
            >
              {views.parts[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Part = ({ stamp, shown }: { readonly stamp: number; readonly shown: CaseShown }) => {
  const { part } = useAddress();
  const { frame } = useDesk().views;
  const { roles } = useWho();
  const name = part === '' ? 'now' : part;
  if (!isPartName(name) || !opensInCase(name, shown, roles)) return <p>{frame.notHereSays}</p>;
  const { draw: Drawn } = PARTS[name];
  return <Drawn stamp={stamp} />;
};
