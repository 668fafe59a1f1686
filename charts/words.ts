import type { Language, Said } from '../domain/languages.ts';
import type { Lane } from '../domain/scoreboard/watch-state.ts';
import type { Stage } from '../events/vocabulary.ts';

/** BCP 47, as numbers and dates are written. */
export const LOCALES: Readonly<Record<Language, string>> = { es: 'es-MX', pt: 'pt-BR', en: 'en-GB' };

export const STAGE_WORDS: Readonly<Record<Stage, Said>> = {
  appointment: { es: 'Designación', pt: 'Designação', en: 'Appointment' },
  'tender-observation': {
    es: 'Observación de la licitación',
    pt: 'Observação da licitação',
    en: 'Tender observation',
  },
  'award-review': { es: 'Revisión de la adjudicación', pt: 'Revisão da adjudicação', en: 'Award review' },
  'implementation-monitoring': {
    es: 'Seguimiento de la ejecución',
    pt: 'Acompanhamento da execução',
    en: 'Implementation monitoring',
  },
  'final-report': { es: 'Informe final', pt: 'Relatório final', en: 'Final report' },
  closed: { es: 'Cerrado', pt: 'Encerrado', en: 'Closed' },
};

export const LANE_WORDS: Readonly<Record<Lane, Said>> = {
  acts: { es: 'Actos', pt: 'Atos', en: 'Acts' },
  observations: { es: 'Observaciones', pt: 'Observações', en: 'Observations' },
  questions: { es: 'Preguntas', pt: 'Perguntas', en: 'Questions' },
  escalations: { es: 'Escalamientos', pt: 'Escalonamentos', en: 'Escalations' },
  reports: { es: 'Informes', pt: 'Relatórios', en: 'Reports' },
  tips: { es: 'Avisos ciudadanos', pt: 'Avisos de cidadãos', en: 'Citizens’ tips' },
};

export const WORDS = {
  nothing: { es: 'no hay datos todavía', pt: 'ainda não há dados', en: 'there are no data yet' },
  timeline: { es: 'Cronología del caso', pt: 'Cronologia do caso', en: 'Timeline of the case' },
  timelineSays: {
    es: 'Etapas del caso, suspensiones y lo que ocurrió cada mes, del {from} al {to}. {stages} etapas; etapa actual: {stage}.',
    pt: 'Etapas do caso, suspensões e o que ocorreu em cada mês, de {from} a {to}. {stages} etapas; etapa atual: {stage}.',
    en: 'Stages of the case, suspensions and what happened each month, from {from} to {to}. {stages} stages; current stage: {stage}.',
  },
  what: { es: 'Qué', pt: 'O quê', en: 'What' },
  from: { es: 'Desde', pt: 'De', en: 'From' },
  to: { es: 'Hasta', pt: 'Até', en: 'To' },
  number: { es: 'Cuántos', pt: 'Quantos', en: 'How many' },
  stillGoesOn: { es: 'sigue', pt: 'continua', en: 'goes on' },
  suspended: { es: 'Suspendido', pt: 'Suspenso', en: 'Suspended' },
  scoreboard: {
    es: 'Tablero: casos propios junto a las iniciativas del estudio',
    pt: 'Quadro: casos próprios ao lado das iniciativas do estudo',
    en: 'Scoreboard: our cases beside the initiatives of the study',
  },
  scoreboardSays: {
    es: '{groups} grupos con {cases} casos, y {initiatives} iniciativas del estudio, en cinco dimensiones. Un caso puede llevar más de un código.',
    pt: '{groups} grupos com {cases} casos, e {initiatives} iniciativas do estudo, em cinco dimensões. Um caso pode ter mais de um código.',
    en: '{groups} groups with {cases} cases, and {initiatives} initiatives of the study, in five dimensions. A case may bear more than one code.',
  },
  ours: { es: 'Casos propios', pt: 'Casos próprios', en: 'Our cases' },
  study: { es: 'Iniciativas del estudio', pt: 'Iniciativas do estudo', en: 'Initiatives of the study' },
  group: { es: 'Grupo o iniciativa', pt: 'Grupo ou iniciativa', en: 'Group or initiative' },
  dimension: { es: 'Dimensión', pt: 'Dimensão', en: 'Dimension' },
  codedBy: { es: 'Codificado', pt: 'Codificado', en: 'Coded' },
  computed: { es: 'calculado', pt: 'calculado', en: 'computed' },
  people: { es: 'por personas', pt: 'por pessoas', en: 'by people' },
  byStudy: { es: 'por el estudio', pt: 'pelo estudo', en: 'by the study' },
  of: { es: 'De cuántos casos', pt: 'De quantos casos', en: 'Of how many cases' },
  cases: { es: '{number} casos', pt: '{number} casos', en: '{number} cases' },
  oneCase: { es: '1 caso', pt: '1 caso', en: '1 case' },
  coverage: {
    es: 'Cobertura: procesos vigilados de los que debían serlo',
    pt: 'Cobertura: processos vigiados dos que deviam sê-lo',
    en: 'Coverage: processes watched, of those that should be',
  },
  coverageSays: {
    es: 'Por período, cuántos procesos que debían vigilarse se vigilan: {watched} de {eligible} en total.',
    pt: 'Por período, quantos processos que deviam ser vigiados o são: {watched} de {eligible} no total.',
    en: 'By period, how many processes that should be watched are: {watched} of {eligible} in all.',
  },
  period: { es: 'Período', pt: 'Período', en: 'Period' },
  eligible: { es: 'Debían vigilarse', pt: 'Deviam ser vigiados', en: 'Should be watched' },
  watched: { es: 'Vigilados', pt: 'Vigiados', en: 'Watched' },
  undecided: { es: 'Sin poder decidirse', pt: 'Sem poder decidir-se', en: 'Cannot be told' },
  share: { es: 'Proporción', pt: 'Proporção', en: 'Share' },
  ofNumber: { es: '{one} de {other}', pt: '{one} de {other}', en: '{one} of {other}' },
} as const satisfies Readonly<Record<string, Said>>;

/** A sentence with its blanks filled in. */
export const filled = (sentence: string, blanks: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');

export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(LOCALES[language]).format(value);

/** A share in whole percent, never rounded to none or to all where it is neither; none where there is nothing to share. */
export const shareIn = (language: Language, numerator: number, denominator: number): string => {
  if (denominator === 0) return '–';
  const share = numerator / denominator;
  const percent = (of: number) => new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(of);
  if (share > 0 && share < 0.01) return `< ${percent(0.01)}`;
  return share > 0.99 && share < 1 ? `> ${percent(0.99)}` : percent(share);
};

export const dayIn = (language: Language, at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(
    new Date(at),
  );

/** A month such as `2026-03`. */
export const monthIn = (language: Language, month: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00.000Z`),
  );
