import type { Language } from '../../domain/languages.ts';
import { linkTo } from '../../domain/notices/link.ts';
import { GREETING, mailWords } from '../../domain/notices/mail-words.ts';
import { saysOf } from '../../domain/notices/words.ts';
import type { Message } from '../_ports/outbox-ports.ts';

/**
 * A mail about something: what kind of thing happened, in which case, and where to read it. Nothing of what anybody wrote, and no thing
 * of a case by its name, but for the number of an escalation in the address of its evidence: mails are read by more eyes than those that
 * they are sent to.
 */
export const composeMail = (of: {
  readonly what: Exclude<Message, { of: 'confirmation' }>;
  readonly language: Language;
  readonly publicUrl: string;
  readonly count?: number;
  /** Where the evidence of an escalation is, for the authority that it was sent to. */
  readonly evidence?: string | undefined;
}): { readonly subject: string; readonly text: string } => {
  const { what, language, publicUrl, count = 1, evidence } = of;
  const words = mailWords(language);
  const text = (says: string, path: string): string =>
    [
      GREETING,
      '',
      `${says}.`,
      '',
      words.readAt,
      `${publicUrl}${path}`,
      '',
      ...(evidence === undefined ? [] : [words.evidenceAt, `${publicUrl}${evidence}`, '']),
      words.why,
      '',
    ].join('\r\n');
  switch (what.of) {
    case 'fact': {
      const says = saysOf(what.kind, language);
      return { subject: `${GREETING}: ${says}`, text: text(says, linkTo({ stream: what.case })) };
    }
    case 'milestones':
      return {
        subject: `${GREETING}: ${words.milestones}`,
        text: text(words.milestones, `/cases/${what.case}/milestones`),
      };
    case 'roster': {
      const says = saysOf(what.kind, language);
      return { subject: `${GREETING}: ${says}`, text: text(says, linkTo({ stream: `roster:${what.person}` })) };
    }
    case 'digest': {
      const says = words.digest(count);
      return { subject: `${GREETING}: ${says}`, text: text(says, '/notices') };
    }
    case 'ping':
      return { subject: `${GREETING}: ${words.ping}`, text: text(words.ping, '/') };
  }
};

/** The mail that asks whether an address may be used. It names nobody, no case, and nothing that happened. */
export const composeConfirmation = (of: {
  readonly code: string;
  readonly until: string;
  readonly language: Language;
  /** Where the code is sent to. */
  readonly url: string;
}): { readonly subject: string; readonly text: string } => {
  const words = mailWords(of.language);
  const send = `POST ${of.url}`;
  const lines = [
    words.confirmHow,
    '',
    of.code,
    '',
    send,
    '',
    `${words.confirmUntil} ${of.until}`,
    words.confirmNot,
    '',
  ];
  return { subject: `${GREETING}: ${words.confirm}`, text: [GREETING, '', ...lines].join('\r\n') };
};
