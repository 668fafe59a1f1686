import type { drawEvents } from '../../events/draw.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Subject, type Subjects, subjectOf } from '../state.ts';
import type { Draw } from './draw-of.ts';

const changed = (subjects: Subjects, id: string, change: (draw: Draw) => Draw): readonly Subject[] => {
  const draw = subjectOf(subjects, 'draw', id);
  return draw === undefined ? [] : [change(draw)];
};

const withParty = (draw: Draw, person: string, part: Partial<Draw['parties'][number]>): Draw => ({
  ...draw,
  parties: draw.parties.map((party) => (party.person === person ? { ...party, ...part } : party)),
});

const committed = (draw: Draw): Draw =>
  draw.parties.every(({ commitment }) => commitment !== undefined) ? { ...draw, state: 'reveals-awaited' } : draw;
const revealed = (draw: Draw): Draw =>
  draw.parties.every((party) => party.revealed !== undefined) ? { ...draw, state: 'value-awaited' } : draw;

export const drawEvolutions: Evolutions<keyof typeof drawEvents> = {
  'draw.announced.v1': {
    head: (head, { data }) => ({ ...numbered(head, data.draw), drawUnderWay: data.draw }),
    subjects: ({ data, version }) => {
      const { draw, source, ...told } = data;
      const { beacon, publishedAfter } = source;
      const open = { ...told, id: draw, recordedIn: version, kind: 'draw', beacon, publishedAfter } as const;
      return source.kind === 'beacon'
        ? [{ ...open, state: 'value-awaited', parties: [], proposed: [], alternatesCalled: 0 }]
        : [
            {
              ...open,
              state: 'commitments-awaited',
              parties: source.parties.map((person) => ({ person })),
              revealBefore: source.revealBefore,
              proposed: [],
              alternatesCalled: 0,
            },
          ];
    },
  },
  'draw.committed.v1': {
    subjects: ({ data: { draw, party, commitment } }, subjects) =>
      changed(subjects, draw, (found) => committed(withParty(found, party, { commitment }))),
  },
  'draw.revealed.v1': {
    subjects: ({ data: { draw, party, value } }, subjects) =>
      changed(subjects, draw, (found) => revealed(withParty(found, party, { revealed: value }))),
  },
  'draw.reveal-failed.v1': {
    // The term is over: whatever the other party did or did not do, nothing more of either is awaited.
    subjects: ({ data: { draw, party } }, subjects) =>
      changed(subjects, draw, (found) => ({ ...withParty(found, party, { failed: true }), state: 'value-awaited' })),
  },
  'draw.seeded.v1': {
    subjects: ({ data: { draw, beaconValue, seed } }, subjects) =>
      changed(subjects, draw, (found) => ({ ...found, state: 'drawing-awaited', beaconValue, seed })),
  },
  'draw.drawn.v1': {
    head: ({ drawUnderWay: _, ...head }) => head,
    subjects: ({ data: { draw, order, proposed } }, subjects) =>
      changed(subjects, draw, (found) => ({ ...found, state: 'drawn', order, proposed })),
  },
  'draw.alternate-called.v1': {
    subjects: ({ data: { draw, person } }, subjects) =>
      changed(subjects, draw, (found) => ({
        ...found,
        proposed: [...found.proposed, person],
        alternatesCalled: found.alternatesCalled + 1,
      })),
  },
};
