import type { Said } from '../languages.ts';
import type { ProcurementStage, Tool } from './framework.ts';

/** A tool of participation: what it is, and where in a procurement it acts (the study, Figures 5 to 12). */
export interface ToolDescription {
  readonly name: Said;
  readonly explained: Said;
  readonly stages: readonly ProcurementStage[];
  /** Where the study saw it, with its country. */
  readonly examples: readonly string[];
}

const FROM_TENDER = ['tender', 'award', 'implementation'] as const;
const THROUGHOUT = ['planning', ...FROM_TENDER] as const;

export const TOOL_DESCRIPTIONS: Readonly<Record<Tool, ToolDescription>> = {
  integrityPact: {
    name: {
      es: 'Pacto de integridad con testigo social',
      pt: 'Pacto de integridade com testemunha social',
      en: 'Integrity pact with a social witness',
    },
    explained: {
      es: 'Acuerdo entre la entidad contratante y los licitantes que vigila una persona externa en nombre de la ciudadanía: informa de desviaciones a las autoridades, les da seguimiento, recomienda y publica un testimonio.',
      pt: 'Acordo entre o órgão contratante e os licitantes, fiscalizado por uma pessoa externa em nome dos cidadãos: informa desvios às autoridades, acompanha-os, recomenda e publica um testemunho.',
      en: 'An agreement between contracting authority and bidders, watched by an external expert on behalf of citizens who reports deviations to the authorities, follows them up, recommends and publishes a testimony.',
    },
    stages: FROM_TENDER,
    examples: ['Testigo Social (MX)'],
  },
  communityLedProcurement: {
    name: {
      es: 'Compra conducida por la comunidad',
      pt: 'Compra conduzida pela comunidade',
      en: 'Community-led procurement',
    },
    explained: {
      es: 'Comités de compra elegidos conducen la licitación, la adjudicación y los fondos.',
      pt: 'Comitês de compra eleitos conduzem a licitação, a adjudicação e os fundos.',
      en: 'Elected purchase committees run tender, award and funds.',
    },
    stages: FROM_TENDER,
    examples: ['Qali Warma (PE)'],
  },
  publicOversightCommittee: {
    name: { es: 'Comisión de veeduría', pt: 'Comissão de fiscalização cidadã', en: 'Public oversight committee' },
    explained: {
      es: 'Una comisión de ciudadanos observa, vigila y monitorea las compras de una institución.',
      pt: 'Uma comissão de cidadãos observa, fiscaliza e monitora as compras de uma instituição.',
      en: 'A committee of citizens observes, watches and monitors an institution’s purchases.',
    },
    stages: THROUGHOUT,
    examples: ['Comisiones de Veeduría Ciudadana (DO)'],
  },
  spendingMonitoringPlatform: {
    name: {
      es: 'Plataforma de seguimiento del gasto',
      pt: 'Plataforma de acompanhamento da despesa',
      en: 'Spending-monitoring platform',
    },
    explained: {
      es: 'Un portal de datos abiertos en el que la ciudadanía sigue y cuestiona el gasto.',
      pt: 'Um portal de dados abertos no qual os cidadãos acompanham e questionam a despesa.',
      en: 'An open-data portal where citizens follow and question spending.',
    },
    stages: ['implementation'],
    examples: ['Cuidando do Meu Bairro (BR)', 'BA Obras (AR)', 'Gasto Público Bahiense (AR)'],
  },
  multiStakeholderDialogue: {
    name: {
      es: 'Diálogo entre múltiples actores',
      pt: 'Diálogo entre múltiplos atores',
      en: 'Multi-stakeholder dialogue',
    },
    explained: {
      es: 'Proveedores, ciudadanía, observadores y funcionarios deliberan.',
      pt: 'Fornecedores, cidadãos, observadores e servidores deliberam.',
      en: 'Suppliers, citizens, observers and officials deliberate.',
    },
    stages: ['planning'],
    examples: ['Tianguis Digital, Ecobici (MX)'],
  },
  publicHearing: {
    name: { es: 'Audiencia pública', pt: 'Audiência pública', en: 'Public hearing' },
    explained: {
      es: 'Sesión formal con horas, espacios y procedimiento fijados, las más de las veces no vinculante, que la entidad responde.',
      pt: 'Sessão formal com horários, espaços e procedimento fixados, na maioria das vezes não vinculante, que a entidade responde.',
      en: 'A formal session with set times, spaces and procedure, mostly non-binding, that the authority answers.',
    },
    stages: THROUGHOUT,
    examples: ['Audiencias Públicas (PY)'],
  },
  publicForum: {
    name: {
      es: 'Foro público y participación temprana de proveedores',
      pt: 'Fórum público e participação antecipada de fornecedores',
      en: 'Public forum and early supplier involvement',
    },
    explained: {
      es: 'Solicitudes de información, ferias de proveedores y diálogo competitivo antes de la licitación.',
      pt: 'Pedidos de informação, feiras de fornecedores e diálogo competitivo antes da licitação.',
      en: 'Requests for information, supplier fairs and competitive dialogue before the tender.',
    },
    stages: ['planning', 'tender', 'award'],
    examples: ['Ferias Inclusivas (EC)'],
  },
  participatoryBudget: {
    name: {
      es: 'Presupuesto participativo e iniciativa ciudadana',
      pt: 'Orçamento participativo e iniciativa cidadã',
      en: 'Participatory budget and citizen initiative',
    },
    explained: {
      es: 'La ciudadanía propone y vota en qué se gasta.',
      pt: 'Os cidadãos propõem e votam em que se gasta.',
      en: 'Citizens propose and vote what is spent on.',
    },
    stages: ['planning'],
    examples: ['BA Elige (AR)'],
  },
};
