import type { ChecklistDocument } from '../../events/vocabulary.ts';
import type { Term } from '../clocks/term.ts';
import type { Language } from '../languages.ts';

export const WRIT_KINDS = ['petition-for-documents', 'complaint-to-control-authority'] as const;
export type WritKind = (typeof WRIT_KINDS)[number];

/** What a writ says in one language. Whoever signs it goes over it: what the case does not know is left open, in brackets. */
export interface WritWords {
  readonly titles: Readonly<Record<WritKind, string>>;
  readonly notAdvice: string;
  readonly to: string;
  readonly from: string;
  readonly process: string;
  readonly facts: string;
  readonly law: string;
  readonly asks: Readonly<Record<WritKind, string>>;
  readonly asksFor: Readonly<Record<WritKind, string>>;
  readonly documents: Readonly<Record<ChecklistDocument, string>>;
  readonly results: Readonly<Record<NotHad, string>>;
  readonly within: (number: number, unit: string) => string;
  readonly units: Readonly<Record<Term['unit'], string>>;
  readonly unverified: string;
  /** Where the profile tells the source of what was said. */
  readonly source: (profile: string, version: number) => string;
  readonly filedOn: string;
  readonly noLaw: string;
  readonly open: Readonly<Record<OpenField, string>>;
}

/** Why a document of a checklist is asked for. */
export const NOT_HAD = ['incomplete', 'late', 'refused', 'missing'] as const;
type NotHad = (typeof NOT_HAD)[number];

/** What a case does not know, and whoever signs fills in. */
export const OPEN_FIELDS = [
  'recipient',
  'name',
  'identity',
  'address',
  'facts',
  'documents',
  'law',
  'term',
  'placeAndDate',
  'signature',
] as const;
export type OpenField = (typeof OPEN_FIELDS)[number];

const es: WritWords = {
  titles: {
    'petition-for-documents': 'Petición de documentos',
    'complaint-to-control-authority': 'Denuncia ante la autoridad de control',
  },
  notAdvice:
    'Borrador llenado con los datos del caso. No es asesoría jurídica: revíselo y complete lo que está entre corchetes.',
  to: 'A',
  from: 'De',
  process: 'Proceso de contratación',
  facts: 'Hechos',
  law: 'Fundamento',
  asks: { 'petition-for-documents': 'Petición', 'complaint-to-control-authority': 'Solicitud' },
  asksFor: {
    'petition-for-documents': 'Solicito copia completa de los documentos siguientes:',
    'complaint-to-control-authority':
      'Solicito que se investiguen los hechos, que se informe del trámite que se dé a esta denuncia y de su resultado, y que se indique quién es competente si esta autoridad no lo es.',
  },
  documents: {
    'tender-notice': 'Convocatoria',
    'bidding-documents': 'Bases o pliego de condiciones',
    clarifications: 'Actas de las juntas de aclaraciones',
    'bid-opening-record': 'Acta de apertura de propuestas',
    'bids-received': 'Propuestas recibidas',
    'evaluation-report': 'Dictamen de evaluación',
    'award-ruling': 'Fallo de adjudicación',
    contract: 'Contrato',
  },
  results: {
    incomplete: 'se entregó incompleto',
    late: 'se entregó tarde',
    refused: 'fue negado',
    missing: 'no consta en el expediente',
  },
  within: (number, unit) => `El plazo que señala el perfil normativo del caso es de ${number} ${unit}.`,
  units: { 'working-day': 'días hábiles', 'calendar-day': 'días naturales', hour: 'horas', month: 'meses' },
  unverified: 'sin verificar en el texto oficial: compruébelo antes de firmar',
  source: (profile, version) => `perfil normativo ${profile}, versión ${version}`,
  filedOn: 'asentado el',
  noLaw: 'El perfil normativo del caso no señala disposición alguna.',
  open: {
    recipient: 'autoridad y persona titular a quien se dirige',
    name: 'nombre completo de quien firma',
    identity: 'identificación de quien firma',
    address: 'domicilio y correo para notificaciones',
    facts: 'hechos, con lugar, fecha y personas',
    documents: 'documentos que se piden',
    law: 'disposición en que se funda',
    term: 'plazo para responder y disposición que lo señala',
    placeAndDate: 'lugar y fecha',
    signature: 'firma',
  },
};

const pt: WritWords = {
  titles: {
    'petition-for-documents': 'Petição de documentos',
    'complaint-to-control-authority': 'Denúncia à autoridade de controle',
  },
  notAdvice:
    'Minuta preenchida com os dados do caso. Não é assessoria jurídica: revise-a e complete o que está entre colchetes.',
  to: 'A',
  from: 'De',
  process: 'Processo de contratação',
  facts: 'Fatos',
  law: 'Fundamento',
  asks: { 'petition-for-documents': 'Pedido', 'complaint-to-control-authority': 'Pedido' },
  asksFor: {
    'petition-for-documents': 'Solicito cópia completa dos documentos seguintes:',
    'complaint-to-control-authority':
      'Solicito que os fatos sejam investigados, que se informe o andamento desta denúncia e o seu resultado, e que se indique quem é competente se esta autoridade não o for.',
  },
  documents: {
    'tender-notice': 'Aviso de licitação',
    'bidding-documents': 'Edital e anexos',
    clarifications: 'Atas das reuniões de esclarecimento',
    'bid-opening-record': 'Ata de abertura das propostas',
    'bids-received': 'Propostas recebidas',
    'evaluation-report': 'Relatório de avaliação',
    'award-ruling': 'Decisão de adjudicação',
    contract: 'Contrato',
  },
  results: {
    incomplete: 'foi entregue incompleto',
    late: 'foi entregue com atraso',
    refused: 'foi negado',
    missing: 'não consta nos autos',
  },
  within: (number, unit) => `O prazo indicado pelo perfil normativo do caso é de ${number} ${unit}.`,
  units: { 'working-day': 'dias úteis', 'calendar-day': 'dias corridos', hour: 'horas', month: 'meses' },
  unverified: 'não verificado no texto oficial: confira antes de assinar',
  source: (profile, version) => `perfil normativo ${profile}, versão ${version}`,
  filedOn: 'registrado em',
  noLaw: 'O perfil normativo do caso não indica nenhuma disposição.',
  open: {
    recipient: 'autoridade e titular a quem se dirige',
    name: 'nome completo de quem assina',
    identity: 'documento de identidade de quem assina',
    address: 'endereço e correio para notificações',
    facts: 'fatos, com lugar, data e pessoas',
    documents: 'documentos pedidos',
    law: 'disposição em que se funda',
    term: 'prazo para responder e disposição que o indica',
    placeAndDate: 'lugar e data',
    signature: 'assinatura',
  },
};

const en: WritWords = {
  titles: {
    'petition-for-documents': 'Petition for documents',
    'complaint-to-control-authority': 'Complaint to the control authority',
  },
  notAdvice:
    'A draft filled in from the case. It is no legal advice: go over it, and complete what stands in brackets.',
  to: 'To',
  from: 'From',
  process: 'Contracting process',
  facts: 'Facts',
  law: 'Legal basis',
  asks: { 'petition-for-documents': 'Petition', 'complaint-to-control-authority': 'Request' },
  asksFor: {
    'petition-for-documents': 'I ask for a complete copy of these documents:',
    'complaint-to-control-authority':
      'I ask that the facts be investigated, that I be told how this complaint is handled and with what result, and who is competent if this authority is not.',
  },
  documents: {
    'tender-notice': 'Tender notice',
    'bidding-documents': 'Bidding documents',
    clarifications: 'Minutes of the clarification meetings',
    'bid-opening-record': 'Record of the bid opening',
    'bids-received': 'Bids received',
    'evaluation-report': 'Evaluation report',
    'award-ruling': 'Award ruling',
    contract: 'Contract',
  },
  results: {
    incomplete: 'was handed over incomplete',
    late: 'was handed over late',
    refused: 'was refused',
    missing: 'is not on file',
  },
  within: (number, unit) => `The profile of the case gives ${number} ${unit} for it.`,
  units: { 'working-day': 'working days', 'calendar-day': 'calendar days', hour: 'hours', month: 'months' },
  unverified: 'not verified in the official text: check it before you sign',
  source: (profile, version) => `profile ${profile}, version ${version}`,
  filedOn: 'filed on',
  noLaw: 'The profile of the case names no provision.',
  open: {
    recipient: 'authority and person addressed',
    name: 'full name of who signs',
    identity: 'identity document of who signs',
    address: 'address and mail for notices',
    facts: 'facts, with place, date and people',
    documents: 'documents that are asked for',
    law: 'provision that it rests on',
    term: 'term to answer, and the provision that gives it',
    placeAndDate: 'place and date',
    signature: 'signature',
  },
};

export const WRIT_WORDS: Readonly<Record<Language, WritWords>> = { es, pt, en };
