import type { Api } from '../../app/api.ts';
import { Asked, type Had } from '../../app/asked.tsx';
import { isRecord } from '../../app/kept-text.ts';
import { useTools } from '../../app/tools.ts';
import { Section } from '../../components/basics.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { useHref } from '../router.tsx';
import { type MyCase, useMyCases } from '../use-my-cases.ts';
import { readCaseAs } from './case.tsx';

/** Who signs a pact. */
const SIGNERS = ['contracting-authority', 'bidder-representative'];

/** Pacts that wait for the signature of whom the reader speaks for. Nothing where there is none. */
export const PactsToSign = () => {
  const { roles } = useWho();
  return roles.some((role) => SIGNERS.includes(role)) ? <ToSign /> : null;
};

const ToSign = () => {
  const { pact } = useDesk().views;
  const { api } = useTools();
  const { person } = useWho();
  const href = useHref();
  const read = useMyCases();
  const ask = async (): Promise<Had<readonly MyCase[]>> => {
    const had = await read();
    if (had.kind !== 'known') return had;
    const awaited = await Promise.all(had.known.map((mine) => isAwaited(api, mine.case, person)));
    return { kind: 'known', known: had.known.filter((_, index) => awaited[index]) };
  };
  return (
    <Asked ask={ask}>
      {(cases) =>
        cases.length === 0 ? null : (
          <Section id="pacts" title={pact.toSign}>
            <ul class="cards">
              {cases.map(({ case: id, title }) => (
                <li key={id}>
                  <a href={href('cases', id, 'pact')}>{title ?? id}</a>
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </Asked>
  );
};

/** Whether the pact of a case waits for the signature of the authority, or of a bidder for whom the person speaks. */
const isAwaited = async (api: Api, id: string, person: string): Promise<boolean> => {
  const had = await readCaseAs(api, id);
  if (had.kind !== 'known' || had.known.instrument !== 'integrity-pact') return false;
  const { may, pactSignedByAuthority, liaisons } = had.known;
  if (may.includes('sign-pact-for-authority')) return !pactSignedByAuthority;
  if (!may.includes('sign-pact-for-bidder')) return false;
  const own = liaisons.flatMap((liaison) => (liaison.person === person ? [liaison.bidder] : []));
  const answered = await api.read(`/cases/${id}/bidders`);
  const items = answered.kind === 'done' && isRecord(answered.body) ? answered.body['items'] : undefined;
  const bidders = Array.isArray(items) ? items.filter(isRecord) : [];
  return bidders.some(({ bidder, signature }) => signature === 'awaited' && own.some((each) => each === bidder));
};
