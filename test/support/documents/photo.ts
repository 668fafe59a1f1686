import { sha256 } from '../case-file.ts';
import { SYSTEM } from '../cast.ts';
import type { Given } from '../specification.ts';

/** A photo that a witness announces as evidence of the first observation. */
export const PHOTO = {
  name: 'IMG 0042.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 50_000,
  sha256: sha256('photo'),
  purpose: 'observation-evidence',
  attachedTo: 'observation-1',
};

/** The bytes came, and their examination found nothing against them. */
export const foundUsable = (before: Given, document = 'document-1'): Given =>
  before
    .when('record-arrival', { document, arrivedAt: before.file.now }, { by: SYSTEM })
    .succeeds()
    .when(
      'accept-document',
      { document, is: 'photo', mediaType: 'image/jpeg', lockedUntil: '2036-03-02T00:00:00.000Z' },
      { by: SYSTEM },
    )
    .succeeds();

export const documentOf = ({ file }: Given, id = 'document-1') => file.state.subjects.get(id);
