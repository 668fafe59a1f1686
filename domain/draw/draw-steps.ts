/** What is looked at in a draw, step by step, and how that is said. A name in braces stands for what the step is made of. */
export const DRAW_STEPS = {
  announced: 'announced at {at}, when no other draw was under way',
  enough: '{candidates} candidates for {places} places and {alternates} alternates',
  list: 'the list {list} has the hash {hash}',
  algorithm: 'the algorithm is {algorithm}',
  'by-beacon':
    'to be seeded by the first value of {beacon} at or after {publishedAfter}, all later than the announcement',
  'by-parties':
    'to be seeded by what {one} and {other} reveal before {revealBefore}, and the first value of {beacon} at or after {publishedAfter}, all later than the announcement',
  commits: '{party} commits to {commitment} while nothing is revealed',
  reveals: '{party} reveals in the term, when both are bound',
  commitment: 'SHA-256 of {text} is the commitment of {party}',
  'not-revealed': '{party} did not reveal in the term; the seed goes without',
  'not-committed': '{party} did not commit in the term; the seed goes without',
  value: 'the value of {beacon} is {value} (compare it: {address})',
  settled: 'nobody’s value was still awaited, and the draw was not seeded before',
  seed: 'SHA-256 of {text} is the seed {seed}',
  'drawn-once': 'the draw was seeded, and drawn once',
  rank: '{place}. {person} by the rank {rank}',
  proposed: 'proposed: {people}',
  alternate: '{person} is the next alternate, called for a place set free',
  unannounced: '{draw} is announced before anything else happens to it',
  stray: '{person} is proposed by lot after being drawn',
  'not-proposed': '{person} was drawn and is proposed',
} as const;

export type DrawStepName = keyof typeof DRAW_STEPS;
