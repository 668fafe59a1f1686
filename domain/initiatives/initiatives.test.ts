import { describe, expect, it } from 'vitest';
import { ACHIEVEMENT_CODES, INSTRUMENTS } from '../../events/vocabulary.ts';
import { LANGUAGES } from '../languages.ts';
import { PROCUREMENT_STAGES, SCOPES, SUCCESS_DIMENSIONS, TOOLS } from './framework.ts';
import { INITIATIVES, type StudyCoding } from './initiatives.ts';
import { CLASSIFIED_INSTRUMENTS } from './instruments-classified.ts';
import { TOOL_DESCRIPTIONS } from './tools.ts';

const isLegal = (coding: StudyCoding): boolean =>
  !coding.readable ||
  (coding.codes.length > 0 && !(coding.codes.includes('achieved') && coding.codes.includes('notAchieved')));

describe('the initiatives of the study', () => {
  it('are nine, each under an id of its own, classified in every dimension', () => {
    expect(new Set(INITIATIVES.map(({ id }) => id)).size).toBe(9);
    for (const { id, classification } of INITIATIVES) {
      for (const [dimension, codes] of Object.entries(classification)) {
        expect([id, dimension, codes.length > 0, new Set(codes).size]).toEqual([id, dimension, true, codes.length]);
      }
    }
  });

  it('bear legal codings only, and an unreadable symbol bears none', () => {
    const codings = INITIATIVES.flatMap(({ success }) => SUCCESS_DIMENSIONS.map((dimension) => success[dimension]));
    expect(codings).toHaveLength(45);
    expect(codings.filter((coding) => !isLegal(coding))).toEqual([]);
    const unread = codings.filter(({ readable }) => !readable);
    expect(unread).toHaveLength(15);
    expect(unread.filter((coding) => 'codes' in coding)).toEqual([]);
    const codes = codings.flatMap((coding) => (coding.readable ? coding.codes : []));
    expect(codes.filter((code) => !ACHIEVEMENT_CODES.includes(code))).toEqual([]);
    expect(codes.filter((code) => code === 'notAchieved')).toHaveLength(2);
  });

  it('act with tools that the study describes, in stages in which those act', () => {
    for (const { id, classification } of INITIATIVES) {
      const where = classification.tools.flatMap((tool) => TOOL_DESCRIPTIONS[tool].stages);
      expect([id, classification.stages.filter((stage) => !where.includes(stage))]).toEqual([id, []]);
    }
  });

  it('say what they are in every language', () => {
    const texts = [
      ...INITIATIVES.map(({ explained }) => explained),
      ...TOOLS.flatMap((tool) => [TOOL_DESCRIPTIONS[tool].name, TOOL_DESCRIPTIONS[tool].explained]),
    ];
    for (const said of texts) for (const language of LANGUAGES) expect(said[language].length).toBeGreaterThan(3);
  });
});

it('our instruments are classified by the same codes, in the order of the study', () => {
  for (const instrument of INSTRUMENTS) {
    const { stages, scope, tools } = CLASSIFIED_INSTRUMENTS[instrument].classification;
    expect(stages).toEqual(PROCUREMENT_STAGES.filter((stage) => stages.includes(stage)));
    expect(scope).toEqual(SCOPES.filter((level) => scope.includes(level)));
    for (const tool of tools) {
      const where: readonly string[] = TOOL_DESCRIPTIONS[tool].stages;
      expect(stages.filter((stage) => !where.includes(stage))).toEqual([]);
    }
  }
});
