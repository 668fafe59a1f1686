import type { Said } from '../languages.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';

/** What each requirement asks for, in words for everybody (rulebook, section 2). */
export const REQUIREMENT_WORDS: Readonly<Record<RequirementId, Said>> = {
  'team-complete': {
    es: 'El equipo tiene los integrantes que pide la norma.',
    pt: 'A equipe tem os integrantes que a norma pede.',
    en: 'The team has the members that the rules ask for.',
  },
  'declarations-clear': {
    es: 'Cada integrante declaró que no tiene conflicto de interés, y no hay impedimentos.',
    pt: 'Cada integrante declarou não ter conflito de interesse, e não há impedimentos.',
    en: 'Each member declared to have no conflict of interest, and no impediment stands.',
  },
  'pact-signed-by-authority': {
    es: 'La entidad contratante firmó el pacto de integridad.',
    pt: 'O órgão contratante assinou o pacto de integridade.',
    en: 'The contracting authority signed the integrity pact.',
  },
  'committee-constituted': {
    es: 'Consta el acta de constitución de la comisión.',
    pt: 'Consta a ata de constituição da comissão.',
    en: 'The act of constitution of the committee is on record.',
  },
  'team-in-office': {
    es: 'El equipo sigue completo, y cada integrante puede actuar.',
    pt: 'A equipe continua completa, e cada integrante pode atuar.',
    en: 'The team is still complete, and each member able to act.',
  },
  'acts-accounted': {
    es: 'De cada acto pasado se sabe si el equipo asistió, faltó o se le impidió asistir.',
    pt: 'De cada ato passado se sabe se a equipe assistiu, faltou ou foi impedida de assistir.',
    en: 'Of each past act it is known whether the team attended, missed it or was kept out.',
  },
  'pact-signed-by-bidders': {
    es: 'Cada licitante firmó el pacto, o consta que se negó.',
    pt: 'Cada licitante assinou o pacto, ou consta que se recusou.',
    en: 'Each bidder signed the pact, or its refusal is on record.',
  },
  'document-access-checked': {
    es: 'Se revisó el acceso a cada documento de la lista.',
    pt: 'Verificou-se o acesso a cada documento da lista.',
    en: 'Access to each document of the list was checked.',
  },
  'award-recorded': {
    es: 'Consta el fallo, o que no se adjudicó.',
    pt: 'Consta a adjudicação, ou que ela não ocorreu.',
    en: 'The award is on record, or that there was none.',
  },
  'flags-answered': {
    es: 'Cada bandera roja fue atendida: se volvió hallazgo o se descartó con motivo.',
    pt: 'Cada bandeira vermelha foi tratada: virou constatação ou foi descartada com motivo.',
    en: 'Each red flag was answered: it became a finding, or was dismissed with a reason.',
  },
  'findings-put-to-authority': {
    es: 'Los hallazgos serios y graves se notificaron a la entidad, y se esperó su respuesta.',
    pt: 'As constatações sérias e graves foram notificadas ao órgão, e sua resposta foi aguardada.',
    en: 'Serious and grave findings were put to the authority, and its reply was awaited.',
  },
  'stage-report-adopted': {
    es: 'El informe de la etapa está aprobado.',
    pt: 'O relatório da etapa está aprovado.',
    en: 'The report of the stage is adopted.',
  },
  'contract-watched': {
    es: 'Se vigiló el contrato hasta su fin: visitas y modificaciones revisadas.',
    pt: 'O contrato foi fiscalizado até o fim: visitas e aditivos revisados.',
    en: 'The contract was watched to its end: visits made, amendments reviewed.',
  },
  'pact-breaches-ruled': {
    es: 'Cada incumplimiento del pacto que se denunció tiene una resolución.',
    pt: 'Cada descumprimento do pacto que se denunciou tem uma decisão.',
    en: 'Each reported breach of the pact was ruled on.',
  },
  'report-adopted': {
    es: 'El informe final está firmado, o aprobado por votación.',
    pt: 'O relatório final está assinado, ou aprovado por votação.',
    en: 'The final report is signed, or adopted by vote.',
  },
  'reply-window-over': {
    es: 'La entidad comentó el informe, o venció su plazo para hacerlo.',
    pt: 'O órgão comentou o relatório, ou seu prazo para isso terminou.',
    en: 'The authority commented on the report, or its time to do so is over.',
  },
  'report-published': {
    es: 'El informe final está publicado.',
    pt: 'O relatório final está publicado.',
    en: 'The final report is published.',
  },
  'dimensions-coded': {
    es: 'La efectividad y la apertura del caso están evaluadas.',
    pt: 'A efetividade e a abertura do caso estão avaliadas.',
    en: 'The effectiveness and openness of the case are assessed.',
  },
};
