import { describe, expect, test } from 'vitest';
import { instant } from '../../../events/shapes.ts';
import { awsPorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { systemEntropy } from './entropy.ts';
import { logEnvironment, tableEnvironment, tokenEnvironment } from './environment.ts';
import { FACT_LENGTH_MAX, jsonLog } from './log.ts';
import { publisherPorts } from './publisher-ports.ts';

const complete = {
  TABLE_NAME: 'record',
  BUS_NAME: 'facts',
  TOKEN_ISSUER: 'https://cognito-idp.sa-east-1.amazonaws.com/sa-east-1_abc',
  TOKEN_AUDIENCE: 'client-1',
  AWS_REGION: 'sa-east-1',
};

describe('the environment', () => {
  test('tells each part what it needs, and a function that needs less needs less', () => {
    expect(tableEnvironment({ TABLE_NAME: 'record' })).toEqual({ TABLE_NAME: 'record' });
    expect(logEnvironment({})).toEqual({ LOG_LEVEL: 'info' });
    expect(Object.keys(awsPorts(complete)).sort()).toEqual([
      'appointments',
      'cases',
      'clock',
      'deadlines',
      'entropy',
      'identity',
      'imports',
      'log',
      'milestones',
      'roster',
    ]);
    expect(Object.keys(publisherPorts({ BUS_NAME: 'facts', AWS_REGION: 'sa-east-1' })).sort()).toEqual(['bus', 'log']);
  });

  test.each([
    ['TABLE_NAME', () => tableEnvironment({ TABLE_NAME: '' })],
    ['DYNAMODB_ENDPOINT', () => tableEnvironment({ TABLE_NAME: 'record', DYNAMODB_ENDPOINT: 'file:///etc' })],
    ['TOKEN_ISSUER, TOKEN_AUDIENCE', () => tokenEnvironment({})],
    ['TOKEN_ISSUER', () => tokenEnvironment({ ...complete, TOKEN_ISSUER: 'https://secret.example/' })],
    ['LOG_LEVEL', () => logEnvironment({ LOG_LEVEL: 'secret' })],
  ])('that is wrong in %s stops the start, and the message holds no value', (names, read) => {
    expect(read).toThrow(`The environment is wrong or incomplete: ${names}.`);
  });
});

describe('the log', () => {
  const said = (level: 'info' | 'warning' | 'error' | 'silent') => {
    const lines: string[] = [];
    const log = jsonLog(level, (line) => void lines.push(line));
    log.say('VEE001', { route: 'GET /cases', status: 200 });
    log.say('VEE009');
    log.say('VEE002', { id: `a\n"b"${'x'.repeat(500)}` });
    return lines;
  };

  test('says one line of JSON for each message', () => {
    const lines = said('info');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', code: 'VEE001', message: 'request answered', route: 'GET /cases', status: 200 },
      { level: 'warning', code: 'VEE009', message: 'a token was refused' },
      {
        level: 'error',
        code: 'VEE002',
        message: 'a bug stopped a request',
        id: `a\n"b"${'x'.repeat(FACT_LENGTH_MAX - 5)}`,
      },
    ]);
    for (const line of lines) expect(line).not.toContain('\n');
  });

  test('says only what is serious enough', () => {
    expect([said('warning'), said('error'), said('silent')].map((lines) => lines.length)).toEqual([2, 1, 0]);
  });
});

test('the machine tells the time and gives salts as the house writes them', () => {
  expect(instant.safeParse(systemClock.now()).success).toBe(true);
  const salts = new Set(Array.from({ length: 100 }, () => systemEntropy.salt()));
  expect(salts.size).toBe(100);
  for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
});
