import { expect, it } from 'vitest';
import { arrived, stepsThrough } from '../../test/support/journey.ts';

/** What a case may show of itself to everybody. A field that comes to the head must be let in here and in the view. */
const SHOWN = [
  'acts',
  'amendmentsUnreviewed',
  'award',
  'biddersAwaited',
  'bidsOpenedAt',
  'breachesUnruled',
  'case',
  'codings',
  'committee',
  'condition',
  'contract',
  'documentAccess',
  'drawUnderWay',
  'ending',
  'escalationsOverdue',
  'escalationsUnanswered',
  'flagsUnanswered',
  'hash',
  'implementationMonitoring',
  'instrument',
  'liaisons',
  'may',
  'ocid',
  'openedAt',
  'pactSignedByAuthority',
  'pactText',
  'participationEndedAt',
  'pauses',
  'profile',
  'proposals',
  'reports',
  'requirements',
  'stage',
  'team',
  'version',
  'visitsOpen',
  'zone',
];

it('a case shows of its head what is let out, and nothing else', async () => {
  for (const path of ['', '/observations', '/award', '/contract/end']) {
    const { house, caseId } = await arrived(
      'integrity-pact',
      path === '' ? undefined : stepsThrough('integrity-pact', path),
    );
    for (const person of ['', 'witness-1', 'auditor-1']) {
      const { body } = await house.get(person, `/cases/${caseId}`);
      expect(Object.keys(body as object).filter((field) => !SHOWN.includes(field))).toEqual([]);
    }
  }
});
