import * as z from 'zod/mini';
import { sha256 } from '../../events/shapes.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';

const DURATION_MONTHS_MAX = 120;

/** Records the act of constitution of a committee. */
export const constituteCommittee = command({
  name: 'constitute-committee',
  input: () =>
    z.strictObject({
      object: narrative,
      durationMonths: z.int().check(z.gte(1), z.lte(DURATION_MONTHS_MAX)),
      registered: z.boolean(),
      documentHash: sha256,
    }),
  decide: (input, { head, profile }) => {
    if (head.instrument !== 'oversight-committee')
      return refuse('not-for-this-instrument', { instrument: head.instrument });
    // A committee that was constituted first and registered later records its registration by a second act.
    const addsRegistration = input.registered && head.committee?.registered === false;
    if (head.committee !== undefined && !addsRegistration) return refuse('already-constituted');
    const members = head.team.filter(({ standing }) => standing === 'accepted');
    const offices = members.map(({ office }) => office);
    const isReady =
      members.length >= profile.membersMin.value && offices.includes('chair') && offices.includes('secretary');
    if (!isReady)
      return refuse('committee-not-ready', { members: members.length, membersMin: profile.membersMin.value });
    return record({
      type: 'committee.constituted.v1',
      data: {
        members: members.length,
        durationMonths: input.durationMonths,
        registered: input.registered,
        documentHash: input.documentHash,
      },
      content: { object: input.object },
    });
  },
});
