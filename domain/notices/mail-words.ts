import type { Language } from '../languages.ts';

/** How every mail begins: the name under which it is known. */
export const GREETING = 'Veedor';

/** A sentence for one, and for any other number; `{n}` is the number. */
interface Counted {
  readonly one: string;
  readonly other: string;
}

type Sentence =
  | 'case'
  | 'example'
  | 'when'
  | 'toDo'
  | 'nothingToDo'
  | 'until'
  | 'readAt'
  | 'roster'
  | 'evidence'
  | 'why'
  | 'whyInstitution'
  | 'digestRest'
  | 'digestOfRoster'
  | 'ping'
  | 'pingSays'
  | 'milestones'
  | 'confirm'
  | 'confirmHow'
  | 'confirmAt'
  | 'confirmUntil'
  | 'confirmNot';

export interface MailWords extends Readonly<Record<Sentence, string>> {
  readonly digest: Counted;
  readonly digestMany: string;
}

/** The words of mails beside those of the facts (words.ts): none of them names anybody or anything. `{x}` is filled in. */
const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {
  es: {
    case: 'Caso: {title}',
    example: 'Es un caso de ejemplo: nada de esto ocurrió.',
    when: 'Cuándo: {moment}',
    toDo: 'Qué hacer: {task}',
    nothingToDo: 'No tiene que hacer nada: este mensaje es para que lo sepa.',
    until: 'Hasta cuándo: {moment}',
    readAt: 'Dónde leerlo (lo reservado se lee solo después de ingresar, y nunca viaja por correo):',
    roster: 'Dónde verlo, después de ingresar:',
    evidence: 'La evidencia completa está lista para su institución en un solo archivo que se puede verificar.',
    why: 'Recibe este mensaje porque le concierne. Para elegir el idioma, la frecuencia o la dirección, o para no recibir más:',
    whyInstitution:
      'Recibe este mensaje porque este buzón está registrado para su institución. Quien lo registró puede cambiarlo o desactivarlo:',
    digest: { one: 'Tiene un aviso nuevo', other: 'Tiene {n} avisos nuevos' },
    digestMany: 'Tiene más de {n} avisos nuevos',
    digestRest: 'La lista completa, y qué espera respuesta suya:',
    digestOfRoster: 'Su ficha en el padrón',
    ping: 'Esta es una prueba de entrega',
    pingSays: 'Los mensajes de Veedor llegan a este buzón. No tiene que hacer nada.',
    milestones: 'Cambió un hito del caso',
    confirm: 'Confirme esta dirección',
    confirmHow: 'Alguien dio esta dirección para recibir avisos. Si así lo quiere, copie este código:',
    confirmAt: 'y escríbalo aquí:',
    confirmUntil: 'El código vale hasta: {moment}',
    confirmNot: 'Si nadie lo pidió, no haga nada: no llegará nada más.',
  },
  pt: {
    case: 'Caso: {title}',
    example: 'É um caso de exemplo: nada disto aconteceu.',
    when: 'Quando: {moment}',
    toDo: 'O que fazer: {task}',
    nothingToDo: 'Você não precisa fazer nada: esta mensagem é para o seu conhecimento.',
    until: 'Até quando: {moment}',
    readAt: 'Onde ler (o que é reservado só se lê depois de entrar, e nunca vai por e-mail):',
    roster: 'Onde ver, depois de entrar:',
    evidence: 'A evidência completa está pronta para a sua instituição em um só arquivo que se pode verificar.',
    why: 'Você recebe esta mensagem porque lhe diz respeito. Para escolher o idioma, a frequência ou o endereço, ou para não receber mais:',
    whyInstitution:
      'Você recebe esta mensagem porque esta caixa está registrada para a sua instituição. Quem a registrou pode mudá-la ou desativá-la:',
    digest: { one: 'Há um novo aviso', other: 'Há {n} novos avisos' },
    digestMany: 'Há mais de {n} novos avisos',
    digestRest: 'A lista completa, e o que espera resposta sua:',
    digestOfRoster: 'O seu registro no cadastro',
    ping: 'Este é um teste de entrega',
    pingSays: 'As mensagens do Veedor chegam a esta caixa. Você não precisa fazer nada.',
    milestones: 'Um marco do caso mudou',
    confirm: 'Confirme este endereço',
    confirmHow: 'Alguém deu este endereço para receber avisos. Se assim quiser, copie este código:',
    confirmAt: 'e escreva-o aqui:',
    confirmUntil: 'O código vale até: {moment}',
    confirmNot: 'Se ninguém o pediu, não faça nada: nada mais chegará.',
  },
  en: {
    case: 'Case: {title}',
    example: 'It is an example: nothing of this happened.',
    when: 'When: {moment}',
    toDo: 'What to do: {task}',
    nothingToDo: 'There is nothing you need to do: this is for you to know.',
    until: 'Until when: {moment}',
    readAt: 'Where to read it (what is restricted is read only after you sign in, and never travels by mail):',
    roster: 'Where to see it, once you sign in:',
    evidence: 'The whole evidence is ready for your institution, as one file that can be checked.',
    why: 'You get this because it concerns you. To choose the language, how often, or the address, or to get no more:',
    whyInstitution:
      'You get this because this mailbox is registered for your institution. Whoever registered it can change it or turn it off:',
    digest: { one: 'You have a new notice', other: 'You have {n} new notices' },
    digestMany: 'You have more than {n} new notices',
    digestRest: 'The whole list, and what awaits your answer:',
    digestOfRoster: 'Your entry in the roster',
    ping: 'This is a test of delivery',
    pingSays: 'Messages from Veedor reach this mailbox. There is nothing you need to do.',
    milestones: 'A milestone of the case changed',
    confirm: 'Confirm this address',
    confirmHow: 'Somebody gave this address to get notices at. If that is what you want, copy this code:',
    confirmAt: 'and enter it here:',
    confirmUntil: 'The code is good until: {moment}',
    confirmNot: 'If nobody asked for it, do nothing: nothing else will come.',
  },
};

export const mailWords = (language: Language): MailWords => MAIL_WORDS[language];
