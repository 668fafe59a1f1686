import { computedHolidays } from './holidays/holiday-source.ts';
import { byDeployment, DEPLOYMENT_DEFAULTS, type Profile, remembered, secondary } from './profile.ts';

const LAW = 'Mexico, federal procurement law since 2025-04-17, regulation of 2025-12-18 (press, secondary source)';

/** Social witnesses of the Mexican federation under the law of 17 April 2025, which kept the figure. Its threshold was not found. */
export const mxFederal2025: Profile = {
  ...DEPLOYMENT_DEFAULTS,
  id: 'mx-federal-2025',
  version: 1,
  title: 'Testigos sociales, México, federación, desde el 17 de abril de 2025',
  instrument: 'integrity-pact',
  validity: secondary({ from: '2025-04-17' }, LAW),
  territory: secondary({ country: 'MX' }, LAW),
  zone: byDeployment('America/Mexico_City'),
  holidays: computedHolidays('MX'),
  membersMin: secondary(1, `${LAW}: the figure of the witness is kept; roster call and code of ethics of 2026-02-05`),
  membersMax: byDeployment(5),
  accreditation: secondary('required', `${LAW}: a new roster call of 2026-02-05; the figure of the witness is kept`),
  petitionBasis: remembered([
    { law: 'Constitución Política de los Estados Unidos Mexicanos', provision: 'artículo 8' },
    { law: 'Constitución Política de los Estados Unidos Mexicanos', provision: 'artículo 6, apartado A' },
  ]),
  controlAuthorities: byDeployment([
    { id: 'internal-control', tier: 1, title: 'Órgano Interno de Control' },
    { id: 'anticorruption-ministry', tier: 2, title: 'Secretaría Anticorrupción y Buen Gobierno' },
  ]),
  impedimentQuestions: byDeployment([
    { id: 'public-office', asks: 'Have you held a public office during the last year?' },
    { id: 'sanctioned', asks: 'Have you been sanctioned?' },
    { id: 'conflict-of-interest', asks: 'Do you have a conflict of interest in this process?' },
  ]),
};
