import { computedHolidays } from './holidays/holiday-source.ts';
import { byDeployment, DEPLOYMENT_DEFAULTS, type Profile, remembered, secondary } from './profile.ts';

const DECREE = 'Dominican Republic, Decreto 183-15 with Decreto 188-14 (secondary source)';

/** Comisiones de veeduría of the Dominican Republic. */
export const do18315: Profile = {
  ...DEPLOYMENT_DEFAULTS,
  id: 'do-183-15',
  version: 1,
  title: 'Comisiones de veeduría, República Dominicana',
  instrument: 'oversight-committee',
  territory: secondary({ country: 'DO' }, DECREE),
  zone: secondary('America/Santo_Domingo', 'IANA time zone database'),
  holidays: computedHolidays('DO'),
  membersMin: byDeployment(3),
  membersMax: byDeployment(7),
  sectorsMin: secondary(2, `${DECREE}: private sector, universities, churches, independents`),
  registrationRequired: secondary(true, `${DECREE}: formalised by the Ministry of the Presidency with the institution`),
  publicationTerm: byDeployment({ number: 15, unit: 'working-day', startsWith: 'participation-ended' }),
  petitionBasis: remembered([
    { law: 'Ley 200-04, General de Libre Acceso a la Información Pública', provision: 'artículo 2' },
  ]),
  controlAuthorities: byDeployment([
    { id: 'public-procurement-directorate', tier: 1, title: 'Dirección General de Contrataciones Públicas' },
    { id: 'court-of-accounts', tier: 2, title: 'Cámara de Cuentas' },
    { id: 'comptroller-general', tier: 2, title: 'Contraloría General de la República' },
  ]),
  impedimentQuestions: byDeployment([
    { id: 'public-office', asks: 'Do you hold a public office in the institution that buys?' },
    { id: 'supplier', asks: 'Are you, or is your employer, a supplier or bidder of this process?' },
    { id: 'kinship', asks: 'Are you a relative of an official or bidder who takes part in this process?' },
    { id: 'party-office', asks: 'Do you hold an office in a political party?' },
  ]),
};
