import type { NoticeLanguage } from './words.ts';

/** How every mail begins: the name under which it is known. */
export const GREETING = 'Veedor';

interface MailWords {
  readonly readAt: string;
  /** Why somebody gets the mail, and how to get no more. */
  readonly why: string;
  readonly digest: (count: number) => string;
  readonly ping: string;
  readonly milestones: string;
}

/** The words of mails beside those of the facts (words.ts): none of them names anybody or anything. */
const MAIL_WORDS: Readonly<Record<NoticeLanguage, MailWords>> = {
  es: {
    readAt: 'Puede leerlo, con su acceso, en:',
    why: 'Recibe este aviso porque le concierne. Puede cambiar cómo se le avisa en sus preferencias.',
    digest: (count) => (count === 1 ? 'Tiene un aviso nuevo' : `Tiene ${count} avisos nuevos`),
    ping: 'Esta es una prueba de entrega',
    milestones: 'Cambió un hito del caso',
  },
  pt: {
    readAt: 'Pode ser lido, com seu acesso, em:',
    why: 'Você recebe este aviso porque lhe diz respeito. A forma de aviso pode ser mudada em suas preferências.',
    digest: (count) => (count === 1 ? 'Há um novo aviso' : `Há ${count} novos avisos`),
    ping: 'Este é um teste de entrega',
    milestones: 'Um marco do caso mudou',
  },
  en: {
    readAt: 'You can read it, once you sign in, at:',
    why: 'You get this because it concerns you. You can change how you are told in your settings.',
    digest: (count) => (count === 1 ? 'You have a new notice' : `You have ${count} new notices`),
    ping: 'This is a test of delivery',
    milestones: 'A milestone of the case changed',
  },
};

export const mailWords = (language: NoticeLanguage): MailWords => MAIL_WORDS[language];
