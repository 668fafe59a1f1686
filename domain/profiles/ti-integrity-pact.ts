import { byDeployment, DEPLOYMENT_DEFAULTS, type Profile, secondary } from './profile.ts';

const PACT = 'Transparency International, integrity pacts (secondary source)';

/** Integrity pacts where no national rule says more: the generic profile. It belongs to no country, so it knows no holidays. */
export const tiIntegrityPact: Profile = {
  ...DEPLOYMENT_DEFAULTS,
  id: 'ti-integrity-pact',
  version: 1,
  title: 'Integrity pact, generic',
  instrument: 'integrity-pact',
  zone: byDeployment('America/Mexico_City'),
  membersMin: secondary(1, PACT),
  membersMax: byDeployment(5),
  implementationMonitoring: secondary(true, `${PACT}: the monitor follows implementation and finalisation`),
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
