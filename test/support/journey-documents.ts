import { hash, type Step } from './journey-step.ts';

const declared = (person: string, digit: string, over: object): Step => ({
  person,
  path: '/documents',
  body: {
    name: 'the second envelope.jpg',
    mediaType: 'image/jpeg',
    sizeBytes: 2_345_678,
    sha256: hash(digit),
    purpose: 'observation-evidence',
    ...over,
  },
});

/** Files of what waits for the award, of what is restricted, and of the pact itself. */
export const evidence: readonly Step[] = [
  declared('witness-1', '2', { attachedTo: 'observation-2' }),
  declared('witness-2', '3', { attachedTo: 'observation-3', name: 'the clerk at the door.jpg' }),
  // The text that was deposited, and no other.
  declared('coordinator-1', 'a', {
    purpose: 'pact-text',
    attachedTo: 'pact',
    name: 'pact.pdf',
    mediaType: 'application/pdf',
  }),
];
