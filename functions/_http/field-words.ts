import * as z from 'zod/mini';

/** Fields that a caller sent in vain are named, as many as these, where their names are words: whatever else it is stays untold. */
const NAMED_MAX = 5;
const NAME = /^[A-Za-z][\w-]{0,63}$/;

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * What is wrong with a field, for whoever must put it right. zod/mini has no words of its own, and those of zod would repeat what was
 * sent. Where a schema says itself what it asks for, its words stand.
 */
export const wordsFor = (issue: Issue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.pattern === undefined
        ? undefined
        : `must be of the form ${issue.pattern.replace(/^\/|\/\w*$/g, '')}`;
    case 'too_big':
      return `must not ${LIMITED[issue.origin] ?? 'be more than'} ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    case 'too_small':
      return `must ${AT_LEAST[issue.origin] ?? 'be at least'} ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'unrecognized_keys':
      return unknownFields(issue.keys);
    default:
      return undefined;
  }
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const LIMITED: Readonly<Record<string, string>> = { string: 'be longer than', array: 'hold more than' };
const AT_LEAST: Readonly<Record<string, string>> = { string: 'have at least', array: 'hold at least' };
const UNITS: Readonly<Record<string, string>> = { string: ' characters' };

const unknownFields = (keys: readonly string[]): string => {
  const named = keys.filter((key) => NAME.test(key)).slice(0, NAMED_MAX);
  return named.length === 0 ? 'holds fields that are not taken here' : `does not take ${named.join(', ')}`;
};

// The schemas of the rulebook say what they ask for and not how it is told: the API tells it, once for all of them.
z.config({ localeError: wordsFor });
