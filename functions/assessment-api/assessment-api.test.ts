import { beforeAll, describe, expect, it } from 'vitest';
import { SUCCESS_DIMENSIONS, SUCCESS_FACTORS } from '../../events/vocabulary.ts';
import { deliver } from '../../test/support/deliver.ts';
import type { House } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';

interface Shown {
  readonly verdict: { readonly verdict: string; readonly says: string; readonly byAssessors: string };
  readonly dimensions: readonly {
    readonly dimension: string;
    readonly weight: string;
    readonly computed?: readonly string[];
    readonly confirmed?: boolean;
    readonly holds?: { readonly codes: readonly string[]; readonly reasons?: string };
    readonly superseded: readonly object[];
  }[];
  readonly factors: readonly { readonly factor: string; readonly holds?: { readonly presence: string } }[];
  readonly participation: { readonly holds?: { readonly level: string } };
  readonly sustained: {
    readonly dueAt?: string;
    readonly holds?: { readonly result: string; readonly reasons?: string };
  };
  readonly milestones: readonly {
    readonly id: string;
    readonly achievedWhen: string;
    readonly judgement: { readonly code: string; readonly because: string };
  }[];
}

describe('the assessment of a case', () => {
  let house: House;
  let caseId: string;
  const read = async (language: string, person = ''): Promise<Shown> => {
    const { status, body } = await house.get(person, `/cases/${caseId}/assessment?language=${language}`);
    expect(status).toBe(200);
    return body as Shown;
  };
  const code = (body: object, key: string) =>
    house.post('assessor-1', `/cases/${caseId}/codings`, { body, idempotencyKey: key });

  beforeAll(async () => {
    ({ house, caseId } = await arrived('integrity-pact'));
    await code(
      { dimension: 'effectiveness', codes: ['notAchieved'], reasons: 'We looked again.', evidence: { events: [5] } },
      'again',
    );
    await deliver(projectMilestones(house), house.cases, caseId);
  });

  it('shows five dimensions: what was computed, what holds, and what that superseded', async () => {
    const { dimensions, verdict } = await read('en');
    expect(dimensions.map(({ dimension }) => dimension)).toEqual(SUCCESS_DIMENSIONS);
    const [effectiveness, openness, behaviour, acceptance] = dimensions;
    expect(effectiveness).toMatchObject({
      weight: 'mandatory',
      computed: ['notAchieved'],
      confirmed: true,
      holds: {
        codes: ['notAchieved'],
        says: 'not achieved',
        reasons: 'We looked again.',
        by: 'assessor-1',
        evidence: { events: [`${caseId}@5`], documents: [], interviews: [] },
      },
      superseded: [{ codes: ['achieved', 'furtherTimeNeeded'], by: 'assessor-1' }],
    });
    expect(openness).toMatchObject({ computed: expect.any(Array), holds: { codes: ['informationMissing'] } });
    expect(behaviour).toMatchObject({ weight: 'complementary', holds: { codes: ['informationMissing'] } });
    expect(behaviour).not.toHaveProperty('computed');
    expect(acceptance).not.toHaveProperty('holds');
    expect(verdict).toMatchObject({ verdict: 'notSuccessful', byAssessors: 'notSuccessful' });
  });

  it('shows the factors, the level that is claimed, and whether what was achieved still stands', async () => {
    const { factors, participation, sustained } = await read('en');
    expect(factors.map(({ factor }) => factor)).toEqual(SUCCESS_FACTORS);
    expect(factors.find(({ holds }) => holds !== undefined)).toMatchObject({
      factor: 'topLevelSupport',
      holds: { presence: 'present', reasons: 'It signed.' },
    });
    expect(participation.holds).toMatchObject({ level: 'consult', says: 'Consult' });
    expect(sustained).toMatchObject({
      dueAt: expect.any(String),
      holds: { result: 'something-undone', reasons: 'We came back a year later.' },
    });
  });

  it('says it in three languages, and people’s words in theirs', async () => {
    const said = await Promise.all(['es', 'pt', 'en'].map((language) => read(language)));
    expect(new Set(said.map(({ verdict }) => verdict.says)).size).toBe(3);
    for (const [index] of said[0]!.milestones.entries()) {
      const milestones = said.map(({ milestones: all }) => all[index]);
      expect(new Set(milestones.map((each) => each?.achievedWhen)).size).toBe(3);
      expect(new Set(milestones.map((each) => each?.judgement.because)).size).toBe(3);
      expect(new Set(milestones.map((each) => each?.judgement.code)).size).toBe(1);
    }
    const { status } = await house.get('', `/cases/${caseId}/assessment?language=fr`);
    expect(status).toBe(400);
  });

  it('finds the report open, because the house serves it in every form', async () => {
    const { judgement } = (await read('en')).milestones.find(({ id }) => id === 'O6') ?? {};
    expect(judgement).toMatchObject({ code: 'report-open' });
  });

  it('tells nobody before the projection was made', async () => {
    const { house: another, caseId: fresh } = await arrived('oversight-committee', 1);
    const { body } = await another.get('', `/cases/${fresh}/assessment`);
    expect(body).toMatchObject({ version: 0, verdict: { verdict: 'open' } });
  });
});
