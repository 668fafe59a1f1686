import type { Language } from '../../domain/languages.ts';

/** What leads to the pages of tips from everywhere else, which need no other word of them. */
export type TipInvitationWords = Readonly<Record<'title' | 'says' | 'send' | 'toSend' | 'follow', string>>;

export const TIP_INVITATION: Readonly<Record<Language, TipInvitationWords>> = {
  es: {
    title: '¿Sabe algo de esta compra?',
    says: 'Puede avisar sin dar su nombre, con fotos o documentos, y seguir la respuesta con un código que solo usted tiene.',
    send: 'Enviar un aviso',
    toSend: 'Para enviar un aviso, busque primero la compra',
    follow: 'Seguir un aviso que ya envié',
  },
  pt: {
    title: 'Sabe algo sobre esta compra?',
    says: 'Você pode avisar sem dar seu nome, com fotos ou documentos, e acompanhar a resposta com um código que só você tem.',
    send: 'Enviar um aviso',
    toSend: 'Para enviar um aviso, busque antes a compra',
    follow: 'Acompanhar um aviso que já enviei',
  },
  en: {
    title: 'Do you know something about this purchase?',
    says: 'You can send a tip without giving your name, with photos or documents, and follow the answer with a code that only you have.',
    send: 'Send a tip',
    toSend: 'To send a tip, find the purchase first',
    follow: 'Follow a tip that I sent',
  },
};
