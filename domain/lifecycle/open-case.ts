import * as z from 'zod/mini';
import { asJsonObject, type Instant, sha256 } from '../../events/shapes.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { raiseFlags } from '../award/red-flags.ts';
import { type Decision, type ProposedFact, record } from '../command.ts';
import { partiesOf } from '../interests/parties.ts';
import type { ContractingProcess } from '../process/contracting-process.ts';
import { datesOf } from '../process/dates-of.ts';
import type { Profile } from '../profiles/profile.ts';
import { DEFAULT_PROFILE, newestProfile, PROFILES, rulesAt } from '../profiles/profiles.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { BIDDERS_MAX, type Head } from '../state.ts';

export const openCaseInput = z.strictObject({
  instrument: z.enum(INSTRUMENTS),
  profile: z.optional(z.string().check(z.maxLength(64))),
  implementationMonitoring: z.optional(z.boolean()),
  /** The case is an example, for showing and learning: it says so for ever, wherever it is read. */
  example: z.optional(z.literal(true)),
});

/** What was read from the official data before the decision, with the hash of the document as it came. */
export interface ImportedProcess {
  readonly process: ContractingProcess;
  readonly sourceHash: string;
  /** What was wrong with the document and where, as many as are listed; `problemCount` counts all. */
  readonly problems: readonly { pointer: string; problem: string; code: string }[];
  readonly problemCount: number;
}

/** Opens the case of a contracting process. `head` is the case that stands there already, if one does. */
export const openCase = (
  input: z.infer<typeof openCaseInput>,
  imported: ImportedProcess,
  { head, now }: { head: Head | undefined; now: Instant },
): Decision => {
  if (head !== undefined) return refuse('case-exists', { case: head.case });
  const profile = newestProfile(input.profile ?? DEFAULT_PROFILE[input.instrument]);
  if (profile === undefined) return refuse('profile-unknown', { profiles: PROFILES.map(({ id }) => id) });
  if (profile.instrument !== input.instrument) {
    return refuse('profile-not-for-instrument', { profile: profile.id, instrument: profile.instrument });
  }
  return (
    validityRefusal(profile, imported.process, now) ??
    record(
      {
        type: 'case.opened.v1',
        data: {
          ocid: imported.process.ocid,
          instrument: input.instrument,
          profile: { id: profile.id, version: profile.version },
          implementationMonitoring: input.implementationMonitoring ?? profile.implementationMonitoring.value,
          ...(input.example === true ? { example: true as const } : {}),
        },
      },
      processImported(imported),
      ...raiseFlags(imported.process),
    )
  );
};

/**
 * The law of a procedure is that of the day on which it began: an old one keeps its profile however late its case is opened. Where the
 * official data do not say when the tender starts, it begins for us on the day of the opening.
 */
const validityRefusal = (
  profile: Profile,
  { tenderPeriod }: ContractingProcess,
  now: Instant,
): { refusal: Refusal } | undefined => {
  const judgedAt = tenderPeriod?.startAt ?? now;
  if (rulesAt(profile, judgedAt)) return undefined;
  const { from, to } = profile.validity.value;
  return refuse('profile-not-valid', {
    profile: profile.id,
    judgedBy: tenderPeriod?.startAt === undefined ? 'opening' : 'tender-start',
    judgedAt,
    zone: profile.zone.value,
    ...defined({ validFrom: from, validTo: to }),
  });
};

const processImported = ({ process, sourceHash, problems, problemCount }: ImportedProcess): ProposedFact => {
  return {
    type: 'process.imported.v1',
    data: {
      sourceHash: sha256.parse(sourceHash),
      bidders: Math.min(process.bidders.length, BIDDERS_MAX),
      problems: problemCount,
      parties: partiesOf(process).length,
      ...datesOf(process),
    },
    content: asJsonObject({ process, problems }),
  };
};

/** Leaves out what is undefined: a fact holds what is known and nothing else. */
const defined = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
