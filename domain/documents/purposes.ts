import * as z from 'zod/mini';
import { CHECKLIST_DOCUMENTS, type DocumentPurpose, type Role } from '../../events/vocabulary.ts';

interface PurposeRule {
  /** What it is attached to: a kind of thing of the case, or a word. */
  readonly attachedTo: readonly ('observation' | 'report' | 'question' | 'tip' | 'pact' | 'constitution' | 'access')[];
  readonly roles: readonly Role[];
}

/** Who hands in a file for what. A coordinator also publishes versions with something left out, whatever the purpose. */
export const PURPOSES: Readonly<Record<DocumentPurpose, PurposeRule>> = {
  'observation-evidence': { attachedTo: ['observation'], roles: ['witness', 'member'] },
  'pact-text': { attachedTo: ['pact'], roles: ['coordinator', 'contracting-authority'] },
  'signed-act': { attachedTo: ['constitution'], roles: ['coordinator', 'member'] },
  'report-annex': { attachedTo: ['report'], roles: ['coordinator', 'witness', 'member'] },
  'reply-attachment': { attachedTo: ['observation', 'question'], roles: ['contracting-authority'] },
  'tip-file': { attachedTo: ['tip'], roles: ['public'] },
  'access-copy': { attachedTo: ['access'], roles: ['coordinator', 'witness', 'member'] },
};

const THING = /^(observation|report|question|tip)-[1-9]\d{0,5}$/;

/** What a file can be attached to. */
export const attachment = z.string().check(
  z.refine(
    (value) =>
      THING.test(value) ||
      value === 'pact' ||
      value === 'constitution' ||
      CHECKLIST_DOCUMENTS.some((each) => value === `access:${each}`),
    {
      error:
        'must name an observation, a report, a question, a tip, `pact`, `constitution` or `access:` with a document of the checklist',
    },
  ),
);

/** The kind of what a file is attached to, as the table above names it. */
export const kindOf = (attachedTo: string): string => /^[a-z]+/.exec(attachedTo)?.[0] ?? '';

/** The thing of the case that a file hangs on, where it is one. */
export const thingOf = (attachedTo: string): readonly string[] => (THING.test(attachedTo) ? [attachedTo] : []);
