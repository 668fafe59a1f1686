import type { Language } from '../languages.ts';

/** How every mail begins: the name under which it is known. */
export const GREETING = 'Veedor';

interface MailWords {
  readonly readAt: string;
  /** Why somebody gets the mail, and how to get no more. */
  readonly why: string;
  /** Before the address of the evidence of an escalation, for the authority that it was sent to. */
  readonly evidenceAt: string;
  readonly digest: (count: number) => string;
  readonly ping: string;
  /** Whether an address may be used. */
  readonly confirm: string;
  readonly confirmHow: string;
  readonly confirmUntil: string;
  readonly confirmNot: string;
  readonly milestones: string;
}

/** The words of mails beside those of the facts (words.ts): none of them names anybody or anything. */
const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {
  es: {
    readAt: 'Puede leerlo, con su acceso, en:',
    evidenceAt: 'La evidencia completa, en un archivo que se puede verificar, está con su acceso en:',
    why: 'Recibe esta notificación porque le concierne. Puede cambiar cómo se le notifica en sus preferencias.',
    digest: (count) => (count === 1 ? 'Tiene una notificación nueva' : `Tiene ${count} notificaciones nuevas`),
    ping: 'Esta es una prueba de entrega',
    confirm: 'Confirme esta dirección',
    confirmHow: 'Alguien dio esta dirección para recibir notificaciones. Si así se quiere, envíe este código:',
    confirmUntil: 'El código vale hasta (UTC):',
    confirmNot: 'Si nadie lo pidió, no haga nada: no llegará nada más.',
    milestones: 'Cambió un hito del caso',
  },
  pt: {
    readAt: 'Pode ser lido, com seu acesso, em:',
    evidenceAt: 'A evidência completa, em um arquivo que se pode verificar, está com seu acesso em:',
    why: 'Você recebe esta notificação porque lhe diz respeito. A forma de notificação pode ser mudada em suas preferências.',
    digest: (count) => (count === 1 ? 'Há uma nova notificação' : `Há ${count} novas notificações`),
    ping: 'Este é um teste de entrega',
    confirm: 'Confirme este endereço',
    confirmHow: 'Alguém deu este endereço para receber notificações. Se assim se deseja, envie este código:',
    confirmUntil: 'O código vale até (UTC):',
    confirmNot: 'Se ninguém o pediu, não faça nada: nada mais chegará.',
    milestones: 'Um marco do caso mudou',
  },
  en: {
    readAt: 'You can read it, once you sign in, at:',
    evidenceAt: 'The whole evidence, as one file that can be checked, is there for you once you sign in, at:',
    why: 'You get this because it concerns you. You can change how you are told in your settings.',
    digest: (count) => (count === 1 ? 'You have a new notice' : `You have ${count} new notices`),
    ping: 'This is a test of delivery',
    confirm: 'Confirm this address',
    confirmHow: 'Somebody gave this address to get notices at. If that is wanted, send this code:',
    confirmUntil: 'The code is good until (UTC):',
    confirmNot: 'If nobody asked for it, do nothing: nothing else will come.',
    milestones: 'A milestone of the case changed',
  },
};

export const mailWords = (language: Language): MailWords => MAIL_WORDS[language];
