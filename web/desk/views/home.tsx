import { Fragment } from 'preact';
import type * as z from 'zod/mini';
import type { LIST_CASES } from '../../../functions/_http/search-operations.ts';
import { Asked } from '../../app/asked.tsx';
import { Due, Notices } from '../../app/inbox-lists.tsx';
import { useTools } from '../../app/tools.ts';
import { Empty, Section, Tag } from '../../components/basics.tsx';
import { CaseLink } from '../case-link.tsx';
import { useDesk, useWho } from '../desk-tools.ts';
import { ReadList } from '../read-list.tsx';
import { useHref } from '../router.tsx';
import { useMyCases } from '../use-my-cases.ts';
import { usePlaceOf } from '../use-place-of.ts';
import { PactsToSign } from './pacts-to-sign.tsx';

/** What somebody finds when they sit down: what is due, in which cases they are, and what happened. */
export const Home = () => {
  const { frame, home } = useDesk().views;
  const { told } = useTools();
  const { roles } = useWho();
  const placeOf = usePlaceOf();
  const href = useHref();
  return (
    <>
      <h1 tabIndex={-1}>{frame.title}</h1>
      <p class="lead">{frame.lead}</p>
      {roles.some((role) => IN_THE_FIELD.includes(role)) ? (
        <p>
          <a class="button" href={`/${told.language}/field`}>
            {home.field}
          </a>{' '}
          <span class="muted">{home.fieldSays}</span>
        </p>
      ) : null}
      <Due placeOf={placeOf} />
      {roles.includes('coordinator') ? (
        <p>
          <a href={`${href('board')}?overdue=true`}>{home.overdueInCases}</a>
        </p>
      ) : null}
      <PactsToSign />
      {roles.every((role) => OF_NO_CASE.includes(role)) ? null : <MyCases />}
      {roles.includes('assessor') ? <ToAssess /> : null}
      <Notices caseLink={CaseLink} />
    </>
  );
};

/** Who is in no case, by their role. */
const OF_NO_CASE = ['assessor', 'auditor', 'administrator'];

/** Who files what they see where they see it. */
const IN_THE_FIELD = ['witness', 'member'];

const MyCases = () => {
  const { home } = useDesk().views;
  const href = useHref();
  return (
    <Section id="my-cases" title={home.myCases}>
      <Asked ask={useMyCases()}>
        {(cases) =>
          cases.length === 0 ? (
            <Empty>
              <p>{home.noCases}</p>
            </Empty>
          ) : (
            <ul class="cards">
              {cases.map(({ case: id, title, standing }) => (
                <li key={id}>
                  <a href={href('cases', id)}>{title ?? id}</a>{' '}
                  {standing === 'proposed' ? <Tag tone="warn">{home.proposed}</Tag> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
};

type Listed = z.infer<typeof LIST_CASES.answers>['items'][number];

/** Stages in which a case is judged. */
const JUDGED_IN = ['final-report', 'closed'] as const;

/** Every case that can be judged now. */
const ToAssess = () => {
  const { codes, views } = useDesk();
  const { home } = views;
  const href = useHref();
  return (
    <Section id="to-assess" title={home.toAssess}>
      {JUDGED_IN.map((stage) => (
        <Fragment key={stage}>
          <h3>{codes.stages[stage]}</h3>
          <ReadList<Listed> path={`/cases?stage=${stage}&limit=50`} none={home.noneToAssess}>
            {(cases) => (
              <ul class="cards">
                {cases.map(({ case: id, title }) => (
                  <li key={id}>
                    <a href={href('cases', id, 'assessment')}>{title ?? id}</a>
                  </li>
                ))}
              </ul>
            )}
          </ReadList>
        </Fragment>
      ))}
    </Section>
  );
};
