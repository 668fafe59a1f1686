import { computedHolidays } from './holidays/holiday-source.ts';
import { byDeployment, DEPLOYMENT_DEFAULTS, type Profile, secondary } from './profile.ts';

const LAW = 'Colombia, Ley 850 (secondary source)';
const PETITIONS = 'Colombia, terms of petitions (secondary source)';

/** Veedurías ciudadanas of Colombia. */
export const coLey850: Profile = {
  ...DEPLOYMENT_DEFAULTS,
  id: 'co-ley-850',
  version: 1,
  title: 'Veedurías ciudadanas, Colombia',
  instrument: 'oversight-committee',
  territory: secondary({ country: 'CO' }, LAW),
  zone: secondary('America/Bogota', 'IANA time zone database'),
  holidays: computedHolidays('CO'),
  membersMin: byDeployment(3),
  membersMax: byDeployment(15),
  registrationRequired: secondary(true, `${LAW}, art. 3: inscription at the Personería or Cámara de Comercio`),
  documentTerm: secondary(
    { number: 10, unit: 'working-day', startsWith: 'document-requested' },
    `${PETITIONS}: documents in 10 working days, copies 3 after silence; Ley 850, art. 17c: requests must be answered`,
  ),
  findingReplyTerm: secondary(
    { number: 15, unit: 'working-day', startsWith: 'finding-notified' },
    `${PETITIONS}: petitions in 15 working days. That a finding put to the authority is a petition is the deployment’s reading.`,
  ),
  questionAnswerTerm: secondary(
    { number: 15, unit: 'working-day', startsWith: 'question-asked' },
    `${PETITIONS}: petitions in 15 working days. That a question of the veeduría is a petition is the deployment’s reading.`,
  ),
  controlAnswerTerm: secondary(
    { number: 6, unit: 'month', startsWith: 'escalation-sent' },
    `${PETITIONS}: a complaint is answered within 6 months. That an escalation is a complaint is the deployment’s reading.`,
  ),
  petitionBasis: secondary(
    [
      { law: 'Ley 850 de 2003', provision: 'artículo 17, literal c' },
      { law: 'Ley 850 de 2003', provision: 'artículos 15 y 16' },
    ],
    `${LAW}, art. 17c: requests for information must be answered; arts. 15 and 16: functions and instruments`,
  ),
  complaintBasis: secondary(
    [{ law: 'Ley 850 de 2003', provision: 'artículos 15 y 16' }],
    `${LAW}, arts. 15 and 16: functions and instruments of a veeduría`,
  ),
  controlAuthorities: byDeployment([
    { id: 'personeria', tier: 1, title: 'Personería' },
    { id: 'contraloria', tier: 2, title: 'Contraloría' },
    { id: 'procuraduria', tier: 3, title: 'Procuraduría General de la Nación' },
  ]),
  impedimentQuestions: secondary(
    [
      {
        id: 'contractor',
        asks: 'Are you a contractor, interventor or supplier of what is watched, or do you work for it, or did you in the year before?',
      },
      { id: 'kinship', asks: 'Are you a relative of one of those, or of an official who takes part?' },
      { id: 'related-official', asks: 'Are you an official whose functions are related to what is watched?' },
      {
        id: 'elected-office',
        asks: 'Are you an edil, councillor, deputy or member of Congress?',
      },
    ],
    `${LAW}, art. 19; art. 8: unpaid, and not officials`,
  ),
};
