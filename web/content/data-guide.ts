import type { Said } from '../../domain/languages.ts';

/** What is published, each with its address and what it is for. `{case}` stands for a case. */
export const DATA_GUIDE: readonly { readonly address: string; readonly link?: string; readonly is: Said }[] = [
  {
    address: '/cases',
    link: '/cases',
    is: {
      es: 'Los casos, los más recientes primero (JSON).',
      pt: 'Os casos, os mais recentes primeiro (JSON).',
      en: 'The cases, newest first (JSON).',
    },
  },
  {
    address: '/cases/{case}/ocds/release',
    is: {
      es: 'El caso como entrega (release) de OCDS 1.1.5, con la extensión de veeduría.',
      pt: 'O caso como entrega (release) de OCDS 1.1.5, com a extensão de fiscalização cidadã.',
      en: 'The case as an OCDS 1.1.5 release, with the oversight extension.',
    },
  },
  {
    address: '/cases/{case}/ocds/record',
    is: {
      es: 'Lo mismo como registro (record) de OCDS.',
      pt: 'O mesmo como registro (record) de OCDS.',
      en: 'The same as an OCDS record.',
    },
  },
  {
    address: '/cases/{case}/feed.atom',
    is: {
      es: 'Lo que pasa en el caso, para lectores de noticias (Atom).',
      pt: 'O que acontece no caso, para leitores de notícias (Atom).',
      en: 'What happens in the case, for news readers (Atom).',
    },
  },
  {
    address: '/cases/{case}/events',
    is: {
      es: 'El registro mismo: cada hecho con su huella.',
      pt: 'O próprio registro: cada fato com sua marca.',
      en: 'The record itself: every event with its hash.',
    },
  },
  {
    address: '/changes',
    link: '/changes',
    is: {
      es: 'Qué cambió en qué caso, desde el primer hecho, con un cursor para continuar.',
      pt: 'O que mudou em qual caso, desde o primeiro fato, com um cursor para continuar.',
      en: 'What changed in which case, from the first event on, with a cursor to go on.',
    },
  },
  {
    address: '/scoreboard',
    link: '/scoreboard',
    is: {
      es: 'Los casos por instrumento, entidad y territorio, junto a las iniciativas del estudio.',
      pt: 'Os casos por instrumento, órgão e território, ao lado das iniciativas do estudo.',
      en: 'The cases by instrument, authority and territory, beside the initiatives of the study.',
    },
  },
  {
    address: '/openapi.json',
    link: '/openapi.json',
    is: {
      es: 'La descripción de toda la API (OpenAPI 3.1).',
      pt: 'A descrição de toda a API (OpenAPI 3.1).',
      en: 'The description of the whole API (OpenAPI 3.1).',
    },
  },
  {
    address: '/ocds/extensions/oversight/extension.json',
    link: '/ocds/extensions/oversight/extension.json',
    is: {
      es: 'La extensión de OCDS para la veeduría: esquema, listas de códigos y documentación.',
      pt: 'A extensão de OCDS para a fiscalização cidadã: esquema, listas de códigos e documentação.',
      en: 'The OCDS extension for oversight: schema, code lists and documentation.',
    },
  },
  {
    address: '/ocds/publication-policy',
    link: '/ocds/publication-policy',
    is: {
      es: 'Qué se publica, qué no, y con qué licencia.',
      pt: 'O que se publica, o que não, e com qual licença.',
      en: 'What is published, what is not, and under which licence.',
    },
  },
];
