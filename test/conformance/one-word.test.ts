import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Words that people read stand in these folders, whatever they are read on. */
const FOLDERS = ['web', 'domain', 'functions', 'local'];

/** One word for one thing, in each language: what may not be written, and what is written instead. */
const NOT_WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/\b(eficacia|eficácia)\b/i, 'efectividad (es), efetividade (pt)'],
  [/\bveedori|\bvigilância|\bvigia/i, 'fiscalização cidadã, fiscalizar (pt)'],
  [/\bentidade contratante/i, 'órgão contratante (pt)'],
  [/\b(comissão|membro) de fiscalização(?! cidadã)/i, 'comissão de fiscalização cidadã (pt)'],
  [/\bescalamento|resposta ao encaminhamento/i, 'escalonamento (pt)'],
  [/\b(recibir|receber) (los|os) avisos\b/i, 'notificaciones (es), notificações (pt): an aviso is a tip'],
];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => join(folder, path)),
);

it('one thing is called by one word', () => {
  const found = sources.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        NOT_WRITTEN.flatMap(([word, instead]) =>
          word.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 80)}: write ${instead}`] : [],
        ),
      ),
  );
  expect(found).toEqual([]);
});
