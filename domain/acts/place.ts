import * as z from 'zod/mini';
import { coordinates, title } from '../shapes.ts';

/** Where an act or a visit is: in words, and on the map where somebody measured it. Both are content. */
export const placeFields = () => ({ place: z.optional(title), coordinates: z.optional(coordinates) });

interface Place {
  readonly place?: string | undefined;
  readonly coordinates?: z.infer<typeof coordinates> | undefined;
}

/** What was said of the place, as content holds it: nothing that was left out. */
export const placeContent = ({ place, coordinates: at }: Place) => ({
  ...(place === undefined ? {} : { place }),
  ...(at === undefined
    ? {}
    : {
        coordinates: {
          latitude: at.latitude,
          longitude: at.longitude,
          ...(at.accuracyMetres === undefined ? {} : { accuracyMetres: at.accuracyMetres }),
        },
      }),
});

export const saysPlace = ({ place, coordinates: at }: Place): boolean => place !== undefined || at !== undefined;
