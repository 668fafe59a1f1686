import type { Beacon } from '../../events/vocabulary.ts';

/** A public beacon: how long its values are, and where anyone can look one up. */
interface PublicBeacon {
  readonly digits: number;
  readonly address: string;
}

/** drand gives `randomness` by rounds of 3 s (quicknet) or 30 s (default); the others give `outputValue` by pulses of a minute. */
export const PUBLIC_BEACONS: Readonly<Record<Beacon, PublicBeacon>> = {
  'drand-quicknet': { digits: 64, address: 'https://api.drand.sh' },
  'drand-default': { digits: 64, address: 'https://api.drand.sh' },
  'nist-beacon-2': { digits: 128, address: 'https://beacon.nist.gov/beacon/2.0' },
  'uchile-beacon': { digits: 128, address: 'https://random.uchile.cl/beacon/2.0' },
};

/** Sixty-four random digits hold nearly all of the sixteen there are; a value typed to fill a field does not. */
const DIGITS_MET_MIN = 8;

export const isPlausibleValue = (beacon: Beacon, value: string): boolean =>
  value.length === PUBLIC_BEACONS[beacon].digits && new Set(value).size >= DIGITS_MET_MIN;
