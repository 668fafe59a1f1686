import { byDeployment, type Profile, secondary } from './profile.ts';

const DECREE = 'Dominican Republic, Decreto 183-15 with Decreto 188-14 (secondary source)';

/** Comisiones de veeduría of the Dominican Republic. */
export const do18315: Profile = {
  id: 'do-183-15',
  version: 1,
  title: 'Comisiones de veeduría, República Dominicana',
  instrument: 'oversight-committee',
  validFrom: '2015-06-01',
  zone: secondary('America/Santo_Domingo', 'IANA time zone database'),
  holidays: byDeployment([]),
  membersMin: byDeployment(3),
  membersMax: byDeployment(7),
  sectorsMin: secondary(2, `${DECREE}: private sector, universities, churches, independents`),
  registrationRequired: secondary(true, `${DECREE}: formalised by the Ministry of the Presidency with the institution`),
  implementationMonitoring: byDeployment(false),
  proposalTerm: byDeployment({ number: 5, unit: 'working-day' }),
  findingReplyTerm: byDeployment({ number: 10, unit: 'working-day' }),
  escalationTerm: byDeployment({ number: 5, unit: 'working-day' }),
  controlAnswerTerm: byDeployment({ number: 30, unit: 'working-day' }),
  reportReplyTerm: byDeployment({ number: 5, unit: 'working-day' }),
  publicationTerm: byDeployment({ number: 15, unit: 'working-day' }),
  finalReportCharactersMin: byDeployment(200),
  publicActs: byDeployment(['clarification-meeting', 'bid-opening', 'award-ruling']),
  controlAuthorities: byDeployment([
    { id: 'public-procurement-directorate', tier: 1, title: 'Dirección General de Contrataciones Públicas' },
    { id: 'court-of-accounts', tier: 2, title: 'Cámara de Cuentas' },
  ]),
  impedimentQuestions: byDeployment([
    { id: 'public-office', asks: 'Do you hold a public office in the institution that buys?' },
    { id: 'supplier', asks: 'Are you, or is your employer, a supplier or bidder of this process?' },
    { id: 'kinship', asks: 'Are you a relative of an official or bidder who takes part in this process?' },
    { id: 'party-office', asks: 'Do you hold an office in a political party?' },
  ]),
};
