import type {
  ACT_ACCOUNTS,
  AccreditationLoss,
  ActKind,
  ChecklistDocument,
  CONDITIONS,
  DepartureCause,
  DissolutionCause,
  DOCUMENT_ACCESS_RESULTS,
  InstrumentId,
  ObservationType,
  Office,
  ProcessEnding,
  Severity,
  Stage,
  VISIT_OUTCOMES,
} from '../../events/vocabulary.ts';
import type { SEALS } from '../observations/seal.ts';
import type { Words } from './words.ts';

/** A code: what it is called, and what it means where the title does not say it all. */
export type Code = readonly [title: Words, meaning?: Words];
export type Codes<K extends string> = Readonly<Record<K, Code>>;

/** The code lists of who watches and of what is watched. The codes are those of the house’s own vocabulary. */

export const instrument: Codes<InstrumentId> = {
  'integrity-pact': [
    ['Integrity pact', 'Pacto de integridad', 'Pacto de integridade'],
    [
      'Authority and bidders sign a pact that accredited social witnesses watch.',
      'La entidad y los licitantes firman un pacto que vigilan testigos sociales acreditados.',
      'A entidade e os licitantes assinam um pacto fiscalizado por testemunhas sociais acreditadas.',
    ],
  ],
  'oversight-committee': [
    ['Oversight committee', 'Comisión de veeduría', 'Comissão de fiscalização cidadã'],
    [
      'A committee of citizens watches the purchases of an institution.',
      'Una comisión de ciudadanos vigila las compras de una institución.',
      'Uma comissão de cidadãos fiscaliza as compras de uma instituição.',
    ],
  ],
};

export const stage: Codes<Stage> = {
  appointment: [['Appointment', 'Designación', 'Designação']],
  'tender-observation': [['Observation of the tender', 'Observación de la licitación', 'Observação da licitação']],
  'award-review': [['Review of the award', 'Revisión de la adjudicación', 'Revisão da adjudicação']],
  'implementation-monitoring': [
    ['Monitoring of the works', 'Seguimiento de la ejecución', 'Acompanhamento da execução'],
  ],
  'final-report': [['Final report', 'Informe final', 'Relatório final']],
  closed: [['Closed', 'Cerrado', 'Encerrado']],
};

export const condition: Codes<(typeof CONDITIONS)[number]> = {
  running: [['Running', 'En curso', 'Em andamento']],
  suspended: [
    ['Suspended', 'Suspendido', 'Suspenso'],
    [
      'A challenge or an order stopped the process; every term stands still.',
      'Una impugnación o una orden detuvo el proceso; los plazos no corren.',
      'Uma impugnação ou uma ordem parou o processo; os prazos não correm.',
    ],
  ],
};

export const ending: Codes<ProcessEnding> = {
  cancelled: [['Cancelled', 'Cancelado', 'Cancelado']],
  deserted: [['Deserted', 'Desierto', 'Deserto']],
  annulled: [['Annulled', 'Anulado', 'Anulado']],
};

export const standing: Codes<'proposed' | 'accepted'> = {
  proposed: [['Proposed', 'Propuesta', 'Proposta']],
  accepted: [['Accepted', 'Aceptada', 'Aceita']],
};

export const office: Codes<Office> = {
  chair: [['Chair', 'Presidencia', 'Presidência']],
  secretary: [['Secretary', 'Secretaría', 'Secretaria']],
};

export const accreditationLoss: Codes<AccreditationLoss> = {
  suspended: [['Suspended', 'Suspendida', 'Suspensa']],
  removed: [['Removed', 'Retirada', 'Retirada']],
  lapsed: [['Lapsed', 'Vencida', 'Vencida']],
};

export const departureCause: Codes<DepartureCause> = {
  resignation: [['Resignation', 'Renuncia', 'Renúncia']],
  removal: [['Removal', 'Remoción', 'Remoção']],
  impediment: [['Impediment', 'Impedimento', 'Impedimento']],
  death: [['Death', 'Fallecimiento', 'Falecimento']],
  'accreditation-lapsed': [['Accreditation lapsed', 'Acreditación vencida', 'Acreditação vencida']],
};

export const dissolutionCause: Codes<DissolutionCause> = {
  'object-fulfilled': [['Object fulfilled', 'Objeto cumplido', 'Objeto cumprido']],
  'term-ended': [['Term ended', 'Plazo terminado', 'Prazo terminado']],
  'members-lacking': [['Members lacking', 'Faltan integrantes', 'Faltam membros']],
  'authority-order': [['Order of an authority', 'Orden de autoridad', 'Ordem de autoridade']],
};

export const signature: Codes<'awaited' | 'signed' | 'refused'> = {
  awaited: [['Awaited', 'Pendiente', 'Pendente']],
  signed: [['Signed', 'Firmó', 'Assinou']],
  refused: [['Refused', 'Se negó', 'Recusou-se']],
};

export const actType: Codes<ActKind> = {
  'call-for-tenders': [['Call for tenders', 'Convocatoria', 'Convocação']],
  'clarification-meeting': [['Clarification meeting', 'Junta de aclaraciones', 'Reunião de esclarecimentos']],
  'site-visit': [['Site visit', 'Visita al sitio', 'Visita ao local']],
  'bid-opening': [['Bid opening', 'Apertura de ofertas', 'Abertura das propostas']],
  'technical-evaluation': [['Technical evaluation', 'Evaluación técnica', 'Avaliação técnica']],
  'economic-evaluation': [['Economic evaluation', 'Evaluación económica', 'Avaliação econômica']],
  'award-ruling': [['Award ruling', 'Fallo', 'Decisão de adjudicação']],
  'contract-signing': [['Contract signing', 'Firma del contrato', 'Assinatura do contrato']],
};

export const attendance: Codes<(typeof ACT_ACCOUNTS)[number] | 'awaited' | 'cancelled'> = {
  awaited: [['Awaited', 'Pendiente', 'Pendente']],
  attended: [['Attended', 'Presenciado', 'Presenciado']],
  missed: [
    ['Missed', 'No presenciado', 'Não presenciado'],
    [
      'The act was held without the team, for reasons of its own.',
      'El acto se celebró sin el equipo, por causas de este.',
      'O ato foi realizado sem a equipe, por causas desta.',
    ],
  ],
  obstructed: [
    ['Obstructed', 'Obstruido', 'Obstruído'],
    [
      'The act was held and the team was kept from it.',
      'El acto se celebró y se impidió la presencia del equipo.',
      'O ato foi realizado e a presença da equipe foi impedida.',
    ],
  ],
  cancelled: [['Cancelled', 'Cancelado', 'Cancelado']],
};

export const visitOutcome: Codes<(typeof VISIT_OUTCOMES)[number]> = {
  done: [['Done', 'Hecha', 'Feita']],
  excused: [['Excused', 'Excusada', 'Dispensada']],
};

export const checklistDocument: Codes<ChecklistDocument> = {
  'tender-notice': [['Tender notice', 'Convocatoria', 'Edital de convocação']],
  'bidding-documents': [['Bidding documents', 'Bases de licitación', 'Documentos da licitação']],
  clarifications: [['Clarifications', 'Aclaraciones', 'Esclarecimentos']],
  'bid-opening-record': [['Record of the bid opening', 'Acta de apertura', 'Ata de abertura']],
  'bids-received': [['Bids received', 'Ofertas recibidas', 'Propostas recebidas']],
  'evaluation-report': [['Evaluation report', 'Dictamen de evaluación', 'Parecer de avaliação']],
  'award-ruling': [['Award ruling', 'Fallo', 'Decisão de adjudicação']],
  contract: [['Contract', 'Contrato', 'Contrato']],
};

export const documentAccessResult: Codes<(typeof DOCUMENT_ACCESS_RESULTS)[number]> = {
  obtained: [['Obtained', 'Obtenido', 'Obtido']],
  incomplete: [['Incomplete', 'Incompleto', 'Incompleto']],
  late: [['Late', 'Tardío', 'Tardio']],
  refused: [['Refused', 'Negado', 'Negado']],
  'not-applicable': [['Not applicable', 'No aplica', 'Não se aplica']],
};

export const observationType: Codes<ObservationType> = {
  'act-attended': [['Act attended', 'Acto presenciado', 'Ato presenciado']],
  finding: [
    ['Finding', 'Hallazgo', 'Achado'],
    ['A possible irregularity.', 'Una posible irregularidad.', 'Uma possível irregularidade.'],
  ],
  'good-practice': [['Good practice', 'Buena práctica', 'Boa prática']],
  'access-obstacle': [['Obstacle to access', 'Obstáculo de acceso', 'Obstáculo de acesso']],
  'site-visit': [['Site visit', 'Visita', 'Visita']],
};

export const severity: Codes<Severity> = {
  minor: [['Minor', 'Leve', 'Leve']],
  serious: [['Serious', 'Seria', 'Séria']],
  grave: [['Grave', 'Grave', 'Grave']],
};

export const seal: Codes<(typeof SEALS)[number]> = {
  open: [['Open', 'Abierto', 'Aberto']],
  'until-award': [
    ['Sealed until the award', 'Sellado hasta la adjudicación', 'Lacrado até a adjudicação'],
    [
      'Bids are secret until the ruling: recording the award opens it by itself.',
      'Las ofertas son secretas hasta el fallo: registrar la adjudicación lo abre por sí solo.',
      'As propostas são secretas até a decisão: registrar a adjudicação o abre por si só.',
    ],
  ],
  'embargo-extended': [['Sealed until a date', 'Sellado hasta una fecha', 'Lacrado até uma data']],
  restricted: [
    ['Restricted', 'Restringido', 'Restrito'],
    [
      'Sealed to protect people: only two persons together open it.',
      'Sellado para proteger a personas: solo dos personas juntas lo abren.',
      'Lacrado para proteger pessoas: só duas pessoas juntas o abrem.',
    ],
  ],
};
