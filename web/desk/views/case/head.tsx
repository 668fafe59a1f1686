import { useTools } from '../../../app/tools.ts';
import { Tag, Tags } from '../../../components/basics.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { useCaseTitle } from '../../use-title.ts';

/** Titles of more characters would fill a phone. */
const LONG = 80;

/** What case this is and where it stands. */
export const CaseHead = () => {
  const shown = useCase()?.shown;
  const { told } = useTools();
  const { views, codes } = useDesk();
  const title = useCaseTitle(shown?.case ?? '');
  if (shown === undefined) return null;
  return (
    <>
      <h1 tabIndex={-1} class={(title ?? '').length > LONG ? 'long' : ''}>
        {title ?? shown.ocid}
      </h1>
      <Tags>
        {[
          <Tag tone="calm">{codes.instruments[shown.instrument]}</Tag>,
          <Tag>{codes.stages[shown.stage]}</Tag>,
          shown.condition === 'suspended' ? <Tag tone="warn">{views.board.suspended}</Tag> : null,
          shown.example === undefined ? null : <Tag>{views.case.example}</Tag>,
        ]}
      </Tags>
      <p>
        <a href={`/${told.language}/cases/${shown.case}`}>{views.frame.publicPage}</a>
      </p>
    </>
  );
};
