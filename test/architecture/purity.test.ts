import { describe, expect, it } from 'vitest';
import { impuritiesOf } from './purity.ts';
import { filesOf, readOurs } from './tree.ts';

describe('the rulebook', () => {
  it('has no clock, no chance, no machine and no state', () => {
    const files = filesOf(['.ts'], 'domain').filter((file) => !file.endsWith('.test.ts'));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => impuritiesOf(readOurs(file)).map((found) => `${file}:${found}`))).toEqual([]);
  });
});

describe('the scan of the rulebook', () => {
  it.each([
    ['const now = new Date();', '1: new Date() reads the clock'],
    ['const now = new Date;', '1: new Date() reads the clock'],
    ['const now = Date();', '1: Date() reads the clock'],
    ['const now = () => Date.now();', '1: Date.now is not the same every time'],
    ['const lot = Math.random();', '1: Math.random is not the same every time'],
    ['const id = crypto.randomUUID();', '1: crypto belongs to the outside'],
    ['const id = globalThis.crypto;', '1: globalThis belongs to the outside'],
    ['const f = ({ place = process.env.PLACE }) => place;', '1: process belongs to the outside'],
    ['const place = process.env.PLACE;', '1: process belongs to the outside'],
    ['\nconst answer = fetch("http://a.example");', '2: fetch belongs to the outside'],
    ['const go = fetch;', '1: fetch belongs to the outside'],
    ['setTimeout(() => undefined, 1);', '1: setTimeout belongs to the outside'],
    ['setInterval(() => undefined, 1);', '1: setInterval belongs to the outside'],
    ['const start = performance.now();', '1: performance belongs to the outside'],
    ['console.log(1);', '1: console belongs to the outside'],
    ['let count = 0;', '1: let at the top of a module is state that outlives a decision'],
    ['export let count = 0;', '1: let at the top of a module is state that outlives a decision'],
    ['var count = 0;', '1: let at the top of a module is state that outlives a decision'],
    ['const day = (date: Date) => date.getDay();', '1: getDay depends on the machine’s time zone'],
    ['const after = "a".localeCompare("b");', '1: localeCompare depends on the machine’s language'],
    ['const f = new Intl.DateTimeFormat();', '1: Intl without a language or a time zone takes the machine’s'],
    ['const f = new Intl.DateTimeFormat("es");', '1: Intl without a language or a time zone takes the machine’s'],
    [
      'const f = new Intl.NumberFormat(undefined, {});',
      '1: Intl without a language or a time zone takes the machine’s',
    ],
    ['const f = new Intl.Collator();', '1: Intl without a language or a time zone takes the machine’s'],
  ])('finds %j', (source, found) => {
    expect(impuritiesOf(source)).toEqual([found]);
  });

  it.each([
    'const then = new Date(instant);',
    'const day = (date: Date) => date.getUTCDay();',
    'const f = (zone: string) => new Intl.DateTimeFormat("en-CA", { timeZone: zone });',
    'const sum = (list: number[]) => { let total = 0; for (const n of list) total += n; return total; };',
    'const open = (process: { ocid: string }) => process.ocid;',
    'const name = ({ process: { title } }: { process: { title: string } }) => title;',
    'const state = { process: 1 }; const read = state.process;',
    'interface State { process: string }',
    '// new Date(), Date.now() and Math.random() belong to the outside.\nconst text = "process.env, fetch()";',
  ])('lets pass %j', (source) => {
    expect(impuritiesOf(source)).toEqual([]);
  });
});
