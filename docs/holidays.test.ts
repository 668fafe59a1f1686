import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { holidayTables } from './holidays.ts';

it('the tables of holidays are those that the library computes today, whatever the zone of the machine', () => {
  const tables = holidayTables(manifest.devDependencies['date-holidays']);
  expect(tables).toHaveLength(3);
  for (const { path, text } of tables) {
    expect([path, readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')]).toEqual([path, text]);
  }
});

it('the library knows no holidays of Coahuila, as the profile says', () => {
  expect(new Holidays().getStates('MX')).toBeUndefined();
});
