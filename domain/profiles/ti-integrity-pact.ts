import { byDeployment, type Profile, secondary } from './profile.ts';

const PACT = 'Transparency International, integrity pacts (secondary source)';

/** Integrity pacts where no national rule says more: the generic profile. */
export const tiIntegrityPact: Profile = {
  id: 'ti-integrity-pact',
  version: 1,
  title: 'Integrity pact, generic',
  instrument: 'integrity-pact',
  validFrom: '2000-01-01',
  zone: byDeployment('America/Mexico_City'),
  holidays: byDeployment([]),
  membersMin: secondary(1, PACT),
  membersMax: byDeployment(5),
  sectorsMin: byDeployment(0),
  registrationRequired: byDeployment(false),
  implementationMonitoring: secondary(true, `${PACT}: the monitor follows implementation and finalisation`),
  proposalTerm: byDeployment({ number: 5, unit: 'working-day' }),
  findingReplyTerm: byDeployment({ number: 10, unit: 'working-day' }),
  escalationTerm: byDeployment({ number: 5, unit: 'working-day' }),
  controlAnswerTerm: byDeployment({ number: 30, unit: 'working-day' }),
  reportReplyTerm: byDeployment({ number: 5, unit: 'working-day' }),
  publicationTerm: byDeployment({ number: 10, unit: 'calendar-day' }),
  finalReportCharactersMin: byDeployment(200),
  publicActs: byDeployment(['clarification-meeting', 'bid-opening', 'award-ruling']),
  controlAuthorities: secondary(
    [
      { id: 'internal-control', tier: 1, title: 'Internal control body of the contracting authority' },
      { id: 'supreme-audit', tier: 2, title: 'Supreme audit institution' },
      { id: 'anticorruption-prosecutor', tier: 3, title: 'Anticorruption prosecutor' },
    ],
    `${PACT}: the parties first, then the authorities`,
  ),
  impedimentQuestions: secondary(
    [
      { id: 'public-office', asks: 'Have you held a public office during the last year?' },
      {
        id: 'employed-by-party',
        asks: 'Do you work, or did you work during the last year, for the authority or for a bidder?',
      },
      { id: 'kinship', asks: 'Are you a relative of an official or bidder who takes part in this process?' },
      { id: 'economic-interest', asks: 'Do you have an economic interest in the outcome of this process?' },
      { id: 'sanctioned', asks: 'Have you been sanctioned or debarred by a public body?' },
    ],
    `${PACT}: the monitor is independent, competent and of good reputation`,
  ),
};
