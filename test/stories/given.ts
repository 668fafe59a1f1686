import { newestProfile } from '../../domain/profiles/profiles.ts';
import { BRIDGE } from './official-data.ts';
import type { Teller } from './story.ts';

/** Answers to every question about impediments that a profile asks: no to all but those that are named. */
const answering = (profile: string, yes: readonly string[] = []) =>
  (newestProfile(profile)?.impedimentQuestions.value ?? []).map(({ id: question }) => ({
    question,
    yes: yes.includes(question),
  }));

/** A declaration for a pact. */
export const declaring = (...yes: readonly string[]) => ({ answers: answering('ti-integrity-pact', yes) });

const caseOf = ({ body }: { body: unknown }): string => (body as { case: string }).case;

/** A pact whose two witnesses watch a tender, with everybody accredited who has to do with it. Gives the case. */
export const pactInTender = async ({ before }: Teller): Promise<string> => {
  const caseId = caseOf(await before('coordinator-1', '/cases', { instrument: 'integrity-pact', ocds: BRIDGE }));
  const at = `/cases/${caseId}`;
  for (const person of ['witness-1', 'witness-2']) {
    await before('coordinator-1', `${at}/team`, { person, reason: 'Accredited, and of the region.' });
    await before(person, `${at}/team/acceptance`);
    await before(person, `${at}/team/declaration`, declaring());
  }
  const liaisons = [
    { person: 'authority-1', kind: 'contracting-authority' },
    { person: 'control-1', kind: 'control-authority', controlAuthority: 'internal-control' },
    { person: 'control-2', kind: 'control-authority', controlAuthority: 'supreme-audit' },
    { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1' },
  ];
  for (const liaison of liaisons) await before('coordinator-1', `${at}/liaisons`, liaison);
  await before('authority-1', `${at}/pact/authority-signature`, { documentHash: 'a'.repeat(64) });
  await before('coordinator-1', `${at}/advance`);
  return caseId;
};

/** A grave finding that a witness files, sealed until the award unless said. */
export const envelope = (observedAt: string, visibility = 'after-award') => ({
  type: 'finding',
  stage: 'tender-observation',
  observedAt,
  language: 'en',
  title: 'An open envelope',
  narrative: 'One envelope lay open on the table before the hour of the opening.',
  visibility,
  category: 'other',
  categoryText: 'Custody of envelopes',
  severity: 'grave',
  legalBasis: 'Article 35.',
});

/** A committee whose process was cancelled: all that is left to do is its final report. Gives the case. */
export const committeeAtItsReport = async ({ before }: Teller): Promise<string> => {
  const caseId = caseOf(await before('coordinator-1', '/cases', { instrument: 'oversight-committee', ocds: BRIDGE }));
  const at = `/cases/${caseId}`;
  const sectors = { 'member-1': 'universities', 'member-2': 'private-sector', 'member-3': 'churches' };
  for (const [person, sector] of Object.entries(sectors)) {
    await before('coordinator-1', `${at}/team`, { person, sector, reason: 'Known in its sector.' });
    await before(person, `${at}/team/acceptance`);
    await before(person, `${at}/team/declaration`, {
      answers: answering('do-183-15'),
    });
  }
  await before('member-1', `${at}/team/officers`, { person: 'member-1', office: 'chair' });
  await before('member-1', `${at}/team/officers`, { person: 'member-2', office: 'secretary' });
  await before('coordinator-1', `${at}/liaisons`, { person: 'authority-1', kind: 'contracting-authority' });
  await before('coordinator-1', `${at}/process-end`, { ending: 'cancelled', explanation: 'There is no money left.' });
  return caseId;
};
