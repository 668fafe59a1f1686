import type {
  AchievementCode,
  BREACH_CONSEQUENCES,
  Dimension,
  ESCALATION_STEPS,
  EscalationOutcome,
  EscalationState,
  PACT_SIGNATORIES,
  PROCEEDING_KINDS,
  ProceedingState,
  QUESTIONED,
  REPORT_STATES,
  Remedy,
  TakeUpLevel,
  TIP_ANSWERS,
} from '../../events/vocabulary.ts';
import type { Verdict } from '../assessment/verdict.ts';
import type { Codes } from './codes-of-watch.ts';

/** The code lists of what became of what was seen, and of how it is judged. */

export const questioned: Codes<(typeof QUESTIONED)[number]> = {
  'contracting-authority': [['Contracting authority', 'Entidad contratante', 'Órgão contratante']],
  team: [['Team', 'Equipo', 'Equipe']],
};

export const escalationState: Codes<EscalationState> = {
  sent: [['Sent', 'Enviado', 'Enviado']],
  delivered: [['Delivered', 'Entregado', 'Entregue']],
  acknowledged: [['Acknowledged', 'Recibido', 'Recebido']],
  'under-review': [['Under review', 'En revisión', 'Em análise']],
  answered: [['Answered', 'Respondido', 'Respondido']],
  lapsed: [
    ['Lapsed', 'Vencido', 'Vencido'],
    ['Its term passed without an answer.', 'Su plazo pasó sin respuesta.', 'Seu prazo passou sem resposta.'],
  ],
};

export const escalationStep: Codes<(typeof ESCALATION_STEPS)[number]> = {
  sent: [['Sent', 'Enviado', 'Enviado']],
  delivered: [['Delivered', 'Entregado', 'Entregue']],
  acknowledged: [['Acknowledged', 'Recibido', 'Recebido']],
  'review-begun': [['Review begun', 'Revisión iniciada', 'Análise iniciada']],
  answered: [['Answered', 'Respondido', 'Respondido']],
  'answer-revised': [['Answer revised', 'Respuesta revisada', 'Resposta revista']],
  lapsed: [['Lapsed', 'Vencido', 'Vencido']],
  'next-tier-declined': [['Next tier declined', 'Siguiente nivel descartado', 'Próximo nível descartado']],
  'escalated-further': [['Escalated further', 'Escalado a otra autoridad', 'Escalado a outra autoridade']],
};

export const outcome: Codes<EscalationOutcome> = {
  'proceeding-opened': [['A proceeding was opened', 'Se abrió un procedimiento', 'Foi aberto um procedimento']],
  'inspection-planned': [['An inspection is planned', 'Se planeó una inspección', 'Foi planejada uma inspeção']],
  'referred-to-prosecutor': [
    ['Referred to the prosecutor', 'Se turnó a la fiscalía', 'Encaminhado ao ministério público'],
  ],
  'violation-corrected': [['The violation was corrected', 'La falta se corrigió', 'A falta foi corrigida']],
  'no-violation': [['No violation', 'No hubo falta', 'Não houve falta']],
  'no-competence': [['No competence', 'Sin competencia', 'Sem competência']],
  'insufficient-information': [['Insufficient information', 'Información insuficiente', 'Informação insuficiente']],
  'process-cancelled': [['The process was cancelled', 'Proceso cancelado', 'Processo cancelado']],
  'closed-without-action': [['Closed without action', 'Cerrado sin actuación', 'Encerrado sem atuação']],
};

export const remedy: Codes<Remedy> = {
  eliminated: [['Eliminated', 'Eliminada', 'Eliminada']],
  'not-eliminated': [['Not eliminated', 'No eliminada', 'Não eliminada']],
  'no-mechanism': [
    ['No mechanism', 'Sin mecanismo', 'Sem mecanismo'],
    [
      'No rule gives a way to eliminate it.',
      'Ninguna regla da una vía para eliminarla.',
      'Nenhuma regra dá um meio de eliminá-la.',
    ],
  ],
};

export const proceedingType: Codes<(typeof PROCEEDING_KINDS)[number]> = {
  'administrative-sanction': [['Administrative sanction', 'Sanción administrativa', 'Sanção administrativa']],
  'disciplinary-proceeding': [['Disciplinary proceeding', 'Procedimiento disciplinario', 'Procedimento disciplinar']],
  debarment: [['Debarment', 'Inhabilitación', 'Inabilitação']],
  'recovery-of-damages': [['Recovery of damages', 'Resarcimiento de daños', 'Ressarcimento de danos']],
  'criminal-proceeding': [['Criminal proceeding', 'Proceso penal', 'Processo penal']],
  'court-review': [['Court review', 'Revisión judicial', 'Revisão judicial']],
  other: [['Other', 'Otro', 'Outro']],
};

export const proceedingState: Codes<ProceedingState> = {
  opened: [['Opened', 'Abierto', 'Aberto']],
  decided: [['Decided', 'Resuelto', 'Decidido']],
  appealed: [['Appealed', 'Impugnado', 'Impugnado']],
  final: [['Final', 'Firme', 'Definitivo']],
  annulled: [['Annulled', 'Anulado', 'Anulado']],
};

export const breachConsequence: Codes<(typeof BREACH_CONSEQUENCES)[number]> = {
  warning: [['Warning', 'Advertencia', 'Advertência']],
  exclusion: [['Exclusion', 'Exclusión', 'Exclusão']],
  'guarantee-enforced': [['Guarantee enforced', 'Garantía ejecutada', 'Garantia executada']],
  'contract-terminated': [['Contract terminated', 'Contrato rescindido', 'Contrato rescindido']],
  'referred-to-authority': [['Referred to an authority', 'Turnado a una autoridad', 'Encaminhado a uma autoridade']],
  'not-a-breach': [['Not a breach', 'No hubo incumplimiento', 'Não houve descumprimento']],
};

export const pactSignatory: Codes<(typeof PACT_SIGNATORIES)[number]> = {
  'contracting-authority': [['Contracting authority', 'Entidad contratante', 'Órgão contratante']],
  bidder: [['Bidder', 'Licitante', 'Licitante']],
};

export const redFlagAnswer: Codes<'dismissed' | 'turned-into-finding'> = {
  dismissed: [['Dismissed with a reason', 'Descartada con razón', 'Descartada com razão']],
  'turned-into-finding': [['Turned into a finding', 'Convertida en hallazgo', 'Convertida em achado']],
};

export const reportState: Codes<(typeof REPORT_STATES)[number]> = {
  draft: [['Draft', 'Borrador', 'Rascunho']],
  'in-reply': [['Open for comments', 'Abierto a comentarios', 'Aberto a comentários']],
  adopted: [['Adopted', 'Adoptado', 'Adotado']],
  published: [['Published', 'Publicado', 'Publicado']],
};

export const takeUp: Codes<TakeUpLevel> = {
  none: [['None', 'Ninguna', 'Nenhuma']],
  some: [['Some', 'Alguna', 'Alguma']],
  formal: [['Formal', 'Formal', 'Formal']],
  'concrete-feedback': [['Concrete feedback', 'Respuesta concreta', 'Resposta concreta']],
  'put-into-practice': [['Put into practice', 'Puesta en práctica', 'Posta em prática']],
  'problem-solved': [['Problem solved', 'Problema resuelto', 'Problema resolvido']],
};

export const tipAnswer: Codes<(typeof TIP_ANSWERS)[number]> = {
  'passed-to-team': [['Passed to the team', 'Pasado al equipo', 'Passado à equipe']],
  'passed-to-control-authority': [
    ['Passed to a control authority', 'Pasado a una autoridad de control', 'Passado a uma autoridade de controle'],
  ],
  'known-already': [['Known already', 'Ya se conocía', 'Já era conhecido']],
  'insufficient-information': [['Insufficient information', 'Información insuficiente', 'Informação insuficiente']],
  'no-competence': [['No competence', 'Sin competencia', 'Sem competência']],
  'not-about-this-case': [['Not about this case', 'No trata de este caso', 'Não trata deste caso']],
  abusive: [['Abusive', 'Abusivo', 'Abusivo']],
};

export const dimension: Codes<Dimension> = {
  effectiveness: [['Effectiveness', 'Efectividad', 'Efetividade']],
  openness: [['Openness', 'Apertura', 'Abertura']],
};

export const achievement: Codes<AchievementCode> = {
  achieved: [['Achieved', 'Logrado', 'Alcançado']],
  notAchieved: [['Not achieved', 'No logrado', 'Não alcançado']],
  informationMissing: [['Information missing', 'Falta información', 'Falta informação']],
  furtherTimeNeeded: [['Further time needed', 'Requiere más tiempo', 'Requer mais tempo']],
};

export const codingSource: Codes<'computed' | 'assessed'> = {
  computed: [
    ['Computed', 'Calculada', 'Calculada'],
    [
      'From the events of the case alone.',
      'Solo a partir de los eventos del caso.',
      'Somente a partir dos eventos do caso.',
    ],
  ],
  assessed: [
    ['Assessed', 'Evaluada', 'Avaliada'],
    [
      'Set by an assessor, with reasons.',
      'Fijada por una persona evaluadora, con razones.',
      'Fixada por um avaliador, com razões.',
    ],
  ],
};

/** By the rule of `domain/assessment/verdict.ts`. */
export const verdict: Codes<Verdict> = {
  successful: [
    ['Successful', 'Exitoso', 'Bem-sucedido'],
    [
      'Effectiveness and openness are both achieved.',
      'Efectividad y apertura están logradas.',
      'Efetividade e abertura foram alcançadas.',
    ],
  ],
  notSuccessful: [
    ['Not successful', 'No exitoso', 'Não bem-sucedido'],
    ['One of the two is not achieved.', 'Una de las dos no está lograda.', 'Uma das duas não foi alcançada.'],
  ],
  contested: [
    ['Contested', 'Controvertido', 'Controverso'],
    [
      'Of a dimension the events say that it is achieved and the assessor that it is not, or the other way round.',
      'De una dimensión los eventos dicen que está lograda y la persona evaluadora que no, o al revés.',
      'De uma dimensão os eventos dizem que foi alcançada e o avaliador que não, ou o contrário.',
    ],
  ],
  open: [
    ['Open', 'Abierto', 'Em aberto'],
    ['Not decided yet.', 'Aún sin decidir.', 'Ainda sem decisão.'],
  ],
};
