import type { Language } from '../../../domain/languages.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** The words of the pages on which people say how they are told. `{x}` is filled in. */
export interface MessageWords {
  readonly messages: Each<'title' | 'lead' | 'change' | 'signInFirst' | 'toAccount' | 'nowhere'>;
  /** Where the mailbox of an institution is confirmed. */
  readonly mailbox: Each<'title' | 'lead' | 'done' | 'unknown'>;
}

export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = {
  es: {
    messages: {
      title: 'Mis mensajes',
      lead: 'En qué idioma, cada cuánto y a qué dirección le escribimos.',
      change: 'Cambiar idioma, frecuencia o dirección',
      signInFirst: 'Ingrese para cambiar cómo se le avisa. Volverá a esta página.',
      toAccount: 'Volver a mi cuenta',
      nowhere: 'Sin una dirección confirmada no le llega ningún correo. Sus avisos siguen en su cuenta.',
    },
    mailbox: {
      title: 'Confirmar un buzón',
      lead: 'Si su institución quiere recibir avisos en este buzón, escriba el código que le llegó. No hace falta ingresar.',
      done: 'El buzón quedó confirmado: desde ahora recibe los avisos de su institución.',
      unknown:
        'Ningún buzón espera este código: puede haber vencido o haberse enviado otro. Pida uno nuevo a quien registró el buzón.',
    },
  },
  pt: {
    messages: {
      title: 'Minhas mensagens',
      lead: 'Em que idioma, com que frequência e para qual endereço escrevemos.',
      change: 'Mudar idioma, frequência ou endereço',
      signInFirst: 'Entre para mudar como você é avisado. Você voltará a esta página.',
      toAccount: 'Voltar à minha conta',
      nowhere: 'Sem um endereço confirmado nenhum e-mail chega até você. Os seus avisos continuam na sua conta.',
    },
    mailbox: {
      title: 'Confirmar uma caixa de correio',
      lead: 'Se a sua instituição quer receber avisos nesta caixa, escreva o código que chegou. Não é preciso entrar.',
      done: 'A caixa foi confirmada: a partir de agora recebe os avisos da sua instituição.',
      unknown:
        'Nenhuma caixa espera este código: pode ter vencido ou outro ter sido enviado. Peça um novo a quem registrou a caixa.',
    },
  },
  en: {
    messages: {
      title: 'My messages',
      lead: 'In which language, how often and at which address we write to you.',
      change: 'Change the language, how often, or the address',
      signInFirst: 'Sign in to change how you are told. You will come back to this page.',
      toAccount: 'Back to my account',
      nowhere: 'Without a confirmed address no mail reaches you. Your notices still stand in your account.',
    },
    mailbox: {
      title: 'Confirm a mailbox',
      lead: 'If your institution wants to get notices at this mailbox, enter the code that came. There is no need to sign in.',
      done: 'The mailbox is confirmed: from now on it gets the notices of your institution.',
      unknown:
        'No mailbox waits for this code: it may be over, or another one was sent. Ask whoever registered the mailbox for a new one.',
    },
  },
};
