import { isDeepStrictEqual } from 'node:util';
import type { CaseCommandName } from '../../domain/commands.ts';
import type { SubjectOf } from '../../domain/state.ts';
import { DOCUMENT_REFUSALS } from '../../events/vocabulary.ts';
import { type CaseFile, sha256 } from '../support/case-file.ts';
import { day } from '../support/cast.ts';
import { type Dice, one } from './dice.ts';
import { ownObservation, rather, type Scene, thing } from './random-scene.ts';

const documents = ({ state }: CaseFile): readonly SubjectOf<'document'>[] =>
  [...state.subjects.values()].filter((subject) => subject.kind === 'document');

const inState = (scene: Scene, ...states: readonly string[]): string =>
  rather(
    documents(scene.file)
      .filter(({ state }) => states.includes(state))
      .map(({ id }) => id),
    'document',
    scene,
  );

const OF_ROLE: Readonly<Record<string, readonly (readonly [string, (scene: Scene) => string])[]>> = {
  coordinator: [
    ['pact-text', () => 'pact'],
    ['access-copy', () => 'access:contract'],
  ],
  'contracting-authority': [
    ['reply-attachment', (scene) => thing('observation', scene)],
    ['reply-attachment', (scene) => thing('question', scene)],
  ],
  public: [['tip-file', (scene) => thing('tip', scene)]],
};
/** What belongs to a finding that was escalated already: it goes into a bundle. */
const ownEscalated = (scene: Scene): string =>
  rather(
    [...scene.file.state.subjects.values()].flatMap((subject) =>
      subject.kind === 'observation' && subject.by === scene.petitioner.person && subject.escalations.length > 0
        ? [subject.id]
        : [],
    ),
    'observation',
    scene,
  );

const OF_TEAM = [
  ['observation-evidence', ownEscalated],
  ['observation-evidence', ownObservation],
  ['observation-evidence', ownObservation],
  ['report-annex', (scene: Scene) => thing('report', scene)],
  ['signed-act', () => 'constitution'],
] as const;

/** The text of the pact is the one that was deposited, or nobody ever hands it in. */
const hashOf = ({ file }: Scene, purpose: string, bytes: string): string =>
  (purpose === 'pact-text' ? file.state.head?.pactText?.documentHash : undefined) ?? sha256(bytes);

const declared = (scene: Scene): object => {
  const { dice, petitioner } = scene;
  const [purpose, attachedTo] = one(OF_ROLE[petitioner.roles[0] ?? ''] ?? OF_TEAM, dice);
  const earlier = documents(scene.file).filter(({ by }) => by === petitioner.person);
  return {
    name: 'IMG 0042.jpg',
    mediaType: 'image/jpeg',
    sizeBytes: 1 + dice.roll(1_000_000),
    sha256: hashOf(scene, purpose, `file ${dice.roll(12)}`),
    purpose,
    attachedTo: attachedTo(scene),
    ...(purpose === 'tip-file' ? { receipt: `0123456789abcdef${dice.roll(2)}`.padEnd(32, '7') } : {}),
    ...(earlier.length > 0 && dice.roll(4) === 0 ? { supersedes: one(earlier, dice).id } : {}),
    ...(dice.roll(10) === 0 ? { redacts: thing('document', scene), reason: 'A name was left out.' } : {}),
  };
};

/** The findings that have usable documents. */
export const evidencedFindings = (file: CaseFile): readonly string[] => {
  const usable = new Set(documents(file).flatMap(({ state, attachedTo }) => (state === 'usable' ? [attachedTo] : [])));
  return [...file.state.subjects.values()].flatMap((subject) =>
    subject.kind === 'observation' && subject.type === 'finding' && usable.has(subject.id) ? [subject.id] : [],
  );
};

/** The escalations whose findings have usable documents, each with them. */
const bundlesOf = (
  file: CaseFile,
): readonly { readonly id: string; readonly theirs: readonly SubjectOf<'document'>[] }[] => {
  const usable = documents(file).filter(({ state }) => state === 'usable');
  return [...file.state.subjects.values()].flatMap((subject) => {
    if (subject.kind !== 'escalation') return [];
    const theirs = usable.filter(({ attachedTo }) => subject.findings.includes(attachedTo));
    return theirs.length === 0 ? [] : [{ id: subject.id, theirs }];
  });
};

/** Files come, are looked into and are bundled by themselves: now and then a walk goes on with that. */
export const nextOfDocuments = (file: CaseFile, dice: Dice): CaseCommandName | undefined => {
  const states = new Set(documents(file).map(({ state }) => state));
  if (bundlesOf(file).length > 0 && dice.roll(8) === 0) return 'record-bundling';
  if (states.has('checking') && dice.roll(8) === 0) return 'accept-document';
  return states.has('awaited') && dice.roll(8) === 0 ? 'record-arrival' : undefined;
};

/** What somebody might send about documents. */
export const DOCUMENT_INPUTS = {
  'declare-document': declared,
  'record-arrival': (scene: Scene) => ({ document: inState(scene, 'awaited'), arrivedAt: scene.now }),
  'accept-document': (scene: Scene) => ({
    document: inState(scene, 'checking'),
    is: 'photo',
    mediaType: 'image/jpeg',
    lockedUntil: day(3_650),
    ...(scene.dice.roll(2) === 0
      ? { shared: { sha256: sha256('copy'), sizeBytes: 9, mediaType: 'image/jpeg', removed: ['exif'], by: 'test 1' } }
      : {}),
  }),
  'refuse-document': (scene: Scene) => ({
    document: inState(scene, 'checking'),
    reason: one(DOCUMENT_REFUSALS, scene.dice),
  }),
  'lapse-upload': (scene: Scene) => ({ document: inState(scene, 'awaited') }),
  'record-reading': (scene: Scene) => ({
    document: inState(scene, 'usable'),
    by: scene.petitioner.person,
    role: 'coordinator',
    copy: 'shared',
  }),
  'record-bundling': (scene: Scene) => {
    const ready = bundlesOf(scene.file);
    const chosen = ready.length === 0 ? undefined : one(ready, scene.dice);
    return {
      escalation: chosen?.id ?? thing('escalation', scene),
      asOf: 1,
      part: 1,
      documents: chosen?.theirs.map(({ id }) => id).slice(0, 80) ?? [inState(scene, 'usable')],
      copy: 'original',
      by: scene.petitioner.person,
      role: 'coordinator',
    };
  },
};

/** What is wrong with the documents of a case: each stands on one shelf, and the room that they take is counted once. */
export const documentFlaws = (file: CaseFile): readonly string[] => {
  const all = documents(file);
  const kept = all.filter(({ state }) => state !== 'refused');
  const room = (of: typeof kept) => ({
    files: of.length,
    bytes: of.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  });
  const counted = file.state.head?.documents ?? { files: 0, bytes: 0 };
  const shelved = [...file.state.subjects.values()].flatMap((subject) =>
    subject.kind === 'shelf' ? subject.documents.map(({ document }) => document) : [],
  );
  const uploads = [...file.state.subjects.values()].find((subject) => subject.kind === 'uploads');
  const accounts = Object.values(uploads?.people ?? {});
  const sum = (of: 'files' | 'bytes') => accounts.reduce((total, each) => total + each[of], 0);
  return [
    ...(isDeepStrictEqual(counted, room(kept)) ? [] : ['the room of the documents is counted wrongly']),
    ...(sum('files') === counted.files && sum('bytes') === counted.bytes ? [] : ['the accounts do not add up']),
    ...(isDeepStrictEqual(shelved.toSorted(), all.map(({ id }) => id).toSorted()) ? [] : ['a document is on no shelf']),
    ...all.flatMap(({ id, supersededBy }) =>
      supersededBy === undefined || all.some((each) => each.id === supersededBy && each.supersedes === id)
        ? []
        : [`${id} is superseded by nothing`],
    ),
  ];
};
