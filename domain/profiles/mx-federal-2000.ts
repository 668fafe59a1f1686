import { computedHolidays } from './holidays/holiday-source.ts';
import { byDeployment, DEPLOYMENT_DEFAULTS, type Profile, remembered, secondary } from './profile.ts';

const LAW = 'Mexico, federal procurement law until 2025-04-16 (press, secondary source)';

/** Social witnesses of the Mexican federation under the law that ended on 16 April 2025. */
export const mxFederal2000: Profile = {
  ...DEPLOYMENT_DEFAULTS,
  id: 'mx-federal-2000',
  version: 1,
  title: 'Testigos sociales, México, federación, hasta el 16 de abril de 2025',
  instrument: 'integrity-pact',
  validity: secondary({ to: '2025-04-16' }, `${LAW}. No source states since when.`),
  territory: secondary({ country: 'MX' }, LAW),
  thresholds: secondary(
    [
      { covers: 'goods', amount: 5_000_000, unit: 'UMA', reached: 'above' },
      { covers: 'services', amount: 5_000_000, unit: 'UMA', reached: 'above' },
      { covers: 'works', amount: 10_000_000, unit: 'UMA', reached: 'above' },
      { covers: 'public-private-partnership', amount: 400_000_000, unit: 'UDI', reached: 'from' },
    ],
    `${LAW}; below them by impact, at the ministry’s decision`,
  ),
  zone: byDeployment('America/Mexico_City'),
  holidays: computedHolidays('MX'),
  membersMin: secondary(1, `${LAW}: a witness, chosen from a public roster by open call`),
  membersMax: byDeployment(5),
  accreditation: secondary('required', `${LAW}: chosen from a public roster by open call`),
  implementationMonitoring: secondary(
    false,
    `${LAW}: the witness takes part in all stages up to the signature of the contract`,
  ),
  publicationTerm: remembered({ number: 10, unit: 'calendar-day', startsWith: 'participation-ended' }),
  petitionBasis: remembered([
    { law: 'Constitución Política de los Estados Unidos Mexicanos', provision: 'artículo 8' },
    { law: 'Constitución Política de los Estados Unidos Mexicanos', provision: 'artículo 6, apartado A' },
  ]),
  controlAuthorities: remembered([
    { id: 'internal-control', tier: 1, title: 'Órgano Interno de Control' },
    { id: 'oversight-commission', tier: 2, title: 'Comisión de Vigilancia de la Cámara' },
  ]),
  impedimentQuestions: remembered([
    { id: 'public-office', asks: 'Have you held a public office during the last year?' },
    { id: 'sanctioned', asks: 'Have you been sanctioned?' },
    { id: 'conflict-of-interest', asks: 'Do you have a conflict of interest in this process?' },
  ]),
};
