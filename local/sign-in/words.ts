import { inLanguage, type Language, type Words } from '../../domain/languages.ts';

/** What the sign-in of one machine says. */
const WORDS = {
  title: ['Elegir quién es usted', 'Escolher quem você é', 'Choose who you are'],
  warning: [
    'Ingreso de ejemplo: no usar en producción',
    'Entrada de exemplo: não usar em produção',
    'Example sign-in: not for production',
  ],
  says: [
    'Estas personas son inventadas y no tienen contraseña. Sirven para probar el sistema en este equipo. En la nube ingresan personas reales, con contraseña y segundo factor.',
    'Estas pessoas são inventadas e não têm senha. Servem para testar o sistema neste computador. Na nuvem entram pessoas reais, com senha e segundo fator.',
    'These people are made up and have no password. They are there to try the system on this machine. In the cloud real people sign in, with a password and a second factor.',
  ],
  others: ['Más personas de ejemplo', 'Mais pessoas de exemplo', 'More example people'],
  cannot: [
    'No se puede ingresar por este enlace',
    'Não é possível entrar por este link',
    'This link leads to no sign-in',
  ],
  cannotSays: [
    'No lo escribieron las páginas de este sistema. Ingrese desde ellas.',
    'Não foi escrito pelas páginas deste sistema. Entre por elas.',
    'It was not written by the pages of this system. Sign in from there.',
  ],
  home: ['Ir al inicio', 'Ir ao início', 'Go to the first page'],
  languages: ['Idiomas', 'Idiomas', 'Languages'],
} as const satisfies Readonly<Record<string, Words>>;

export type SignInWords = Readonly<Record<keyof typeof WORDS, string>>;

export const signInWords = (language: Language): SignInWords => ({
  title: inLanguage(WORDS.title, language),
  warning: inLanguage(WORDS.warning, language),
  says: inLanguage(WORDS.says, language),
  others: inLanguage(WORDS.others, language),
  cannot: inLanguage(WORDS.cannot, language),
  cannotSays: inLanguage(WORDS.cannotSays, language),
  home: inLanguage(WORDS.home, language),
  languages: inLanguage(WORDS.languages, language),
});
