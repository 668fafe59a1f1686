import { beforeAll, describe, expect, it } from 'vitest';
import type { HouseRequest } from '../support/house.ts';
import { arrived } from '../support/journey.ts';
import { type WhatIf, whatIf } from '../support/what-if.ts';
import { listsOf, READINGS_OF_NO_CASE, readingsOf } from './readings.ts';
import { CANARY, inShort, tried } from './refusal.ts';

let aside: WhatIf;
let caseId: string;
beforeAll(async () => {
  const come = await arrived('integrity-pact');
  aside = whatIf(come.house);
  caseId = come.caseId;
});

const all = () =>
  [...READINGS_OF_NO_CASE, ...readingsOf(caseId)].filter(
    (path) => !/no-|-(5|6|7|8|9|10)(\/(versions|document|page))?$|\/events\/(?!2\/)/.test(path),
  );

const came = async (request: Omit<HouseRequest, 'method'>) => {
  const sent: HouseRequest = { method: 'GET', ...request };
  const outcome = await tried(aside, sent);
  return [outcome.done ? 'done' : outcome.word, inShort(sent)];
};

const gives = (word: string) => [word, expect.anything()];

describe('every reading', () => {
  it('is open to who sees all, and to nobody with a token that is not valid', async () => {
    for (const path of all()) {
      // This house has nobody in its roster, counts nothing of an authority, no endpoint and no file, and an inbox belongs to an authority: told beside their functions.
      const isThere =
        !/^\/(roster\/|authorities\/|verifications\/|endpoints\/|escalations\/mine)|\/documents\/document-\d+\/content/.test(
          path,
        );
      expect(await came({ path, person: 'auditor-1' })).toEqual(gives(isThere ? 'done' : 'not-found'));
      for (const authorization of ['', 'Bearer', 'Bearer nobody', 'Basic eDp5', `Bearer ${CANARY}`]) {
        expect(await came({ path, headers: { authorization } })).toEqual(gives('token-invalid'));
      }
    }
  });

  it('refuses a parameter of the query that it does not take', async () => {
    for (const path of all()) {
      for (const query of [
        'x=1',
        `x=${CANARY}`,
        `${encodeURIComponent(CANARY)}=1`,
        '__proto__=1',
        'constructor=1',
        'Limit=1',
        '=1',
      ]) {
        expect(await came({ path: `${path}?${query}` })).toEqual(gives('query-invalid'));
      }
    }
  });

  it('finds nothing at an address that is strange', async () => {
    const strange = [
      'x',
      '%2e%2e',
      '%00',
      '%0A',
      '%F0%9F%99%82',
      '__proto__',
      'constructor',
      encodeURIComponent(CANARY),
      'a'.repeat(3_000),
    ];
    for (const path of all().filter((address) => /[-/](1|works|tip)/.test(address) || address.split('/').length > 2)) {
      const parts = path.split('/');
      for (let place = 2; place < parts.length; place += 1) {
        for (const part of strange) {
          const word = parts[1] === 'verifications' ? 'verification-code-mistyped' : 'not-found';
          expect(await came({ path: parts.with(place, part).join('/') })).toEqual(gives(word));
        }
      }
    }
  });
});

describe('every list', () => {
  const lists = () => ['/cases', ...listsOf(caseId)];

  it.each(['0', '-1', '101', '1e1', '1.0', ' 1', '٣', 'all', '', '00', '1,2', CANARY, '9'.repeat(400)])(
    'refuses a page of “%s”',
    async (limit) => {
      for (const path of lists())
        expect(await came({ path: `${path}?limit=${encodeURIComponent(limit)}` })).toEqual(gives('query-invalid'));
    },
  );

  it('refuses a cursor that it did not give out', async () => {
    const another = Buffer.from(JSON.stringify({ after: 'x', list: 'y' })).toString('base64url');
    const key = Buffer.from(JSON.stringify({ pk: 'CASE#x', sk: 'HEAD' })).toString('base64url');
    for (const path of lists()) {
      for (const cursor of [
        'x',
        'null',
        another,
        key,
        `${another}=`,
        CANARY,
        'e30',
        '-1',
        '1.5',
        '1e3',
        '%00',
        '9'.repeat(10),
        '🙂',
      ]) {
        const [word] = await came({ path: `${path}?cursor=${encodeURIComponent(cursor)}` });
        expect([path, cursor, word]).toEqual([
          path,
          cursor,
          path.endsWith('/events') ? 'query-invalid' : 'cursor-invalid',
        ]);
      }
      for (const cursor of ['', 'a'.repeat(1_025)]) {
        expect(await came({ path: `${path}?cursor=${cursor}` })).toEqual(gives('query-invalid'));
      }
    }
  });

  it('refuses the cursor of another list', async () => {
    const cursors = new Map<string, string>();
    for (const path of lists()) {
      const { headers } = await aside.house.send({ method: 'GET', path: `${path}?limit=1` });
      const next = /cursor=([^>]+)>/.exec(String(headers['link'] ?? ''))?.[1];
      if (next !== undefined && !path.endsWith('/events')) cursors.set(path, next);
    }
    expect(cursors.size).toBeGreaterThan(3);
    for (const [from, cursor] of cursors) {
      for (const path of lists().filter((list) => list !== from && !list.endsWith('/events'))) {
        expect(await came({ path: `${path}?cursor=${cursor}` })).toEqual(gives('cursor-invalid'));
      }
    }
  });

  it('gives nothing after its end', async () => {
    const { body } = await aside.house.send({ method: 'GET', path: `/cases/${caseId}/events?cursor=999999999` });
    expect(body).toEqual({ items: [] });
  });
});

it('what no route serves is not found', async () => {
  const paths = ['/case', '/cases/', `/cases/${caseId}/`, `/cases/${caseId}/nothing`, '//cases', `/${CANARY}`];
  for (const path of paths) expect(await came({ path })).toEqual(gives('not-found'));
});
