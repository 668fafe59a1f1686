import type { CalendarId } from './holidays.ts';

/** A correction of the computed holidays, by hand: each says where it stands. */
export type Override =
  | { readonly adds: string; readonly name: string; readonly source: string }
  | { readonly removes: string; readonly source: string };

const TRANSFER_OF_POWER = 'Transmisión del Poder Ejecutivo Federal';
const LABOUR_LAW =
  'Decree of the Diario Oficial de la Federación, 2024-09-30: article 74 VII of the labour law, 1 October instead of 1 December (press)';

/** Applied on top of what was computed. It may add a day that is already there, and then names it. */
export const OVERRIDES: Readonly<Record<CalendarId, readonly Override[]>> = {
  MX: ['2024', '2030'].flatMap((year): readonly Override[] => [
    { adds: `${year}-10-01`, name: TRANSFER_OF_POWER, source: LABOUR_LAW },
    { removes: `${year}-12-01`, source: LABOUR_LAW },
  ]),
  DO: [],
  CO: [],
};
