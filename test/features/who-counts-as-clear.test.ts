import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseState, type EntryWithContent, evolve } from '../../domain/case.ts';
import { COORDINATORS_MAX, foldNoticeContext, isClear, NO_ONE } from '../../domain/notices/context.ts';
import { seesAll } from '../../domain/observations/seal.ts';
import { TEAM_ROLE } from '../../domain/permissions.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { streamOf } from '../support/deliver.ts';
import { arrived } from '../support/journey.ts';

describe.each(INSTRUMENTS)('on the journey of %s', (instrument) => {
  let entries: readonly EntryWithContent[];
  beforeAll(async () => {
    const { house, caseId } = await arrived(instrument);
    const stream = await streamOf(house.cases, caseId);
    const contents = await house.cases.contents({ case: caseId, versions: stream.map(({ version }) => version) });
    entries = stream.map((entry) => {
      const content = contents.get(entry.version)?.body;
      return content === undefined ? entry : { ...entry, content };
    });
  });

  it('those who count as clear are those who see the case whole, after each fact', () => {
    let folded = NO_ONE;
    let state: CaseState = { head: undefined, subjects: new Map() };
    for (const entry of entries) {
      folded = foldNoticeContext(folded, entry);
      state = evolve(state, entry);
      const { head } = state;
      if (head === undefined) throw new Error('A case begins with its opening.');
      const roles = [TEAM_ROLE[instrument]];
      for (const { person } of head.team) {
        const clear = folded.team.some((member) => member.person === person && isClear(member));
        expect([entry.version, person, clear]).toEqual([entry.version, person, seesAll({ person, roles }, head)]);
      }
      expect(folded.liaisons).toEqual(head.liaisons);
    }
    expect(folded.coordinators.length).toBeLessThanOrEqual(COORDINATORS_MAX);
  });
});
