import { inLanguage, type Language, type Words } from '../domain/languages.ts';

/** What the mailbox of one machine says. */
const WORDS = {
  title: ['Buzón de este equipo', 'Caixa de correio deste computador', 'Mailbox of this machine'],
  warning: ['Solo en este equipo', 'Só neste computador', 'On this machine only'],
  says: [
    'Aquí queda cada correo que el sistema habría enviado. Ninguno sale de este equipo, y quien lo usa los lee todos. En la nube los correos se envían y esta página no existe.',
    'Aqui fica cada e-mail que o sistema teria enviado. Nenhum sai deste computador, e quem o usa lê todos. Na nuvem os e-mails são enviados e esta página não existe.',
    'Here lies every mail that the system would have sent. None leaves this machine, and whoever uses it reads them all. In the cloud mails are sent, and this page does not exist.',
  ],
  mails: ['Correos, el más reciente primero', 'E-mails, o mais recente primeiro', 'Mails, newest first'],
  of: ['Correos para {to}', 'E-mails para {to}', 'Mails to {to}'],
  all: ['Ver todos los correos', 'Ver todos os e-mails', 'See all mails'],
  to: ['Para', 'Para', 'To'],
  when: ['Cuándo', 'Quando', 'When'],
  subject: ['Asunto', 'Assunto', 'Subject'],
  only: ['Solo los de esta dirección', 'Só os deste endereço', 'Only those to this address'],
  some: [
    'Se muestran los {shown} más recientes de {n}.',
    'São mostrados os {shown} mais recentes de {n}.',
    'The newest {shown} of {n} are shown.',
  ],
  empty: ['Todavía no hay correos.', 'Ainda não há e-mails.', 'There is no mail yet.'],
  emptyHow: [
    'Para recibir uno: ingrese como una persona de ejemplo, dé cualquier dirección en «Mis mensajes», y en unos segundos llega aquí el código que la confirma. Desde entonces llega un correo por cada hecho que le concierne.',
    'Para receber um: entre como uma pessoa de exemplo, dê qualquer endereço em “Minhas mensagens”, e em alguns segundos chega aqui o código que o confirma. A partir daí chega um e-mail por cada fato que lhe diz respeito.',
    'To get one: sign in as an example person, give any address under “My messages”, and within seconds the code that confirms it is here. From then on a mail comes for every fact that concerns that person.',
  ],
  toSettings: ['Ir a «Mis mensajes»', 'Ir para “Minhas mensagens”', 'Go to “My messages”'],
  back: ['Volver al buzón', 'Voltar à caixa de correio', 'Back to the mailbox'],
  plain: ['Ver como texto, tal como se envía', 'Ver como texto, tal como é enviado', 'See as text, as it is sent'],
  missing: ['Este correo no está aquí', 'Este e-mail não está aqui', 'This mail is not here'],
} as const satisfies Readonly<Record<string, Words>>;

export type MailboxWords = (name: keyof typeof WORDS) => string;

export const mailboxWords =
  (language: Language): MailboxWords =>
  (name) =>
    inLanguage(WORDS[name], language);
