import { computedHolidays } from './holidays/holiday-source.ts';
import { byDeployment, DEPLOYMENT_DEFAULTS, type Profile, remembered, secondary } from './profile.ts';

const STATE = 'Mexico, Coahuila, rules of social witnesses (press of 2026-01, secondary source)';

/** Social witnesses of the state of Coahuila. */
export const mxCoahuila: Profile = {
  ...DEPLOYMENT_DEFAULTS,
  id: 'mx-coahuila',
  version: 1,
  title: 'Testigos sociales, México, Coahuila',
  instrument: 'integrity-pact',
  territory: secondary({ country: 'MX', subdivision: 'MX-COA' }, STATE),
  zone: secondary('America/Monterrey', 'IANA time zone database'),
  holidays: computedHolidays(
    'MX',
    'The library knows no holidays of the state: the deployment adds them in `besides`, with their source.',
  ),
  membersMin: secondary(1, STATE),
  membersMax: byDeployment(5),
  accreditation: secondary('required', `${STATE}: witnesses take the training course before they serve`),
  publicationTerm: secondary(
    { number: 3, unit: 'working-day', startsWith: 'participation-ended' },
    `${STATE}: the testimony at most 3 working days after participation`,
  ),
  petitionBasis: remembered([
    { law: 'Constitución Política de los Estados Unidos Mexicanos', provision: 'artículo 8' },
    { law: 'Constitución Política de los Estados Unidos Mexicanos', provision: 'artículo 6, apartado A' },
  ]),
  controlAuthorities: byDeployment([
    { id: 'internal-control', tier: 1, title: 'Internal control body of the contracting authority' },
    { id: 'state-audit', tier: 2, title: 'Audit institution of the state' },
  ]),
  impedimentQuestions: secondary(
    [
      { id: 'public-office', asks: 'Have you held a public office during the last year?' },
      { id: 'training-missing', asks: 'Have you not taken the training course for witnesses?' },
    ],
    `${STATE}: one year out of public office; training course`,
  ),
};
