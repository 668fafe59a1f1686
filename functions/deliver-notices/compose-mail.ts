import { linkTo } from '../../domain/notices/link.ts';
import { GREETING, mailWords } from '../../domain/notices/mail-words.ts';
import { saysOf } from '../../domain/notices/words.ts';
import type { Language } from '../_ports/notice-ports.ts';
import type { Message } from '../_ports/outbox-ports.ts';

/**
 * A mail about something: what kind of thing happened, in which case, and where to read it. Nothing of what anybody wrote, and no thing
 * of a case by its name: mails are read by more eyes than those that they are sent to.
 */
export const composeMail = (of: {
  readonly what: Message;
  readonly language: Language;
  readonly publicUrl: string;
  readonly count?: number;
}): { readonly subject: string; readonly text: string } => {
  const { what, language, publicUrl, count = 1 } = of;
  const words = mailWords(language);
  const text = (says: string, path: string): string =>
    [GREETING, '', `${says}.`, '', words.readAt, `${publicUrl}${path}`, '', words.why, ''].join('\r\n');
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
