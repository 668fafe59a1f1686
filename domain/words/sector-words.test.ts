import { expect, it } from 'vitest';
import { moneyFormat } from './formats.ts';
import { sectorIn } from './sector-words.ts';

it('a sector is called by its name in the language of the reader, and by its code where it has none', () => {
  const told = ['private-sector', 'neighbours', 'constructor'].map((sector) => sectorIn('pt', sector));
  expect(told).toEqual(['Setor privado', 'neighbours', 'constructor']);
});

it('an amount bears the code of its currency, even where that is none', () => {
  const told = ['MXN', 'not a currency'].map((currency) => moneyFormat('en', { amount: 1250.5, currency }));
  expect(told).toEqual(['MXN\u00a01,250.50', 'not a currency 1,250.5']);
});
