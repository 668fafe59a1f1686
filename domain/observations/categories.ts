import type { FINDING_CATEGORIES } from '../../events/vocabulary.ts';

type Category = (typeof FINDING_CATEGORIES)[number];

/** What a category is called, in the languages of the API. */
export interface Titles {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

/** Where the codes come from. The titles are ours: shorter than the official ones, and none of them is the law’s own wording. */
export const CATEGORIES_SOURCE =
  'Codes of PROZORRO’s monitoring (code list violation-types, prozorro.gov.ua); titles of Veedor.';

/** The categories of a finding, each in plain words. */
export const CATEGORIES: Readonly<Record<Category, Titles>> = {
  corruptionDescription: {
    en: 'What is bought was defined against the rules',
    es: 'El objeto de la contratación se definió contra las reglas',
    pt: 'O objeto da contratação foi definido contra as regras',
  },
  corruptionProcurementMethodType: {
    en: 'The wrong procedure was chosen or applied',
    es: 'Se eligió o aplicó un procedimiento que no corresponde',
    pt: 'Foi escolhido ou aplicado um procedimento indevido',
  },
  corruptionPublicDisclosure: {
    en: 'Information was not published, or late',
    es: 'La información no se publicó o se publicó tarde',
    pt: 'A informação não foi publicada ou foi publicada tarde',
  },
  corruptionBiddingDocuments: {
    en: 'The bidding documents do not meet the law',
    es: 'Las bases de licitación no cumplen la ley',
    pt: 'O edital não cumpre a lei',
  },
  documentsForm: {
    en: 'Procurement documents are wrong in form',
    es: 'Los documentos de la contratación tienen defectos de forma',
    pt: 'Os documentos da contratação têm defeitos de forma',
  },
  corruptionAwarded: {
    en: 'A bid that had to be rejected was not',
    es: 'No se desechó una propuesta que debía desecharse',
    pt: 'Não foi desclassificada uma proposta que deveria sê-lo',
  },
  corruptionCancelled: {
    en: 'A procedure that had to be cancelled was not',
    es: 'No se canceló un procedimiento que debía cancelarse',
    pt: 'Não foi cancelado um procedimento que deveria sê-lo',
  },
  corruptionContracting: {
    en: 'The contract differs from the bidding documents or the winning bid',
    es: 'El contrato difiere de las bases o de la propuesta ganadora',
    pt: 'O contrato difere do edital ou da proposta vencedora',
  },
  corruptionChanges: {
    en: 'Essential terms of the contract were changed without legal ground',
    es: 'Se modificaron condiciones esenciales del contrato sin fundamento legal',
    pt: 'Condições essenciais do contrato foram alteradas sem fundamento legal',
  },
  other: {
    en: 'Another breach of procurement rules',
    es: 'Otro incumplimiento de las reglas de contratación',
    pt: 'Outro descumprimento das regras de contratação',
  },
  corruptionUntimely: {
    en: 'Clarifications were given late or not at all',
    es: 'Las aclaraciones se dieron tarde o no se dieron',
    pt: 'Os esclarecimentos foram dados tarde ou não foram dados',
  },
  corruptionBidSecurity: {
    en: 'The bid security asked for exceeds the legal limit',
    es: 'La garantía de la propuesta excede el límite legal',
    pt: 'A garantia da proposta excede o limite legal',
  },
  corruptionFailureDocuments: {
    en: 'Information or documents that the law asks for were not handed over',
    es: 'No se entregó información o documentos que la ley exige',
    pt: 'Não foram entregues informações ou documentos que a lei exige',
  },
  corruptionConsideration: {
    en: 'Bids were not considered within the term',
    es: 'Las propuestas no se evaluaron dentro del plazo',
    pt: 'As propostas não foram analisadas no prazo',
  },
  servicesWithoutProcurementProcedure: {
    en: 'Something was bought before or without the procedure that the law asks for',
    es: 'Se compró antes o al margen del procedimiento que la ley exige',
    pt: 'Comprou-se antes ou à margem do procedimento que a lei exige',
  },
  useProceduresNotByLaw: {
    en: 'A dialogue, a restricted tender or a negotiation was used where the law does not allow it',
    es: 'Se usó diálogo, licitación restringida o negociación donde la ley no lo permite',
    pt: 'Usou-se diálogo, licitação restrita ou negociação onde a lei não o permite',
  },
  rejectionOfBidsNotByLaw: {
    en: 'A bid was rejected without legal ground',
    es: 'Se desechó una propuesta sin fundamento legal',
    pt: 'Uma proposta foi desclassificada sem fundamento legal',
  },
  inaccuratePersonalData: {
    en: 'Data entered into the procurement system are wrong or out of date',
    es: 'Los datos registrados en el sistema de contratación son inexactos o no se actualizaron',
    pt: 'Os dados registrados no sistema de contratação são inexatos ou não foram atualizados',
  },
  deadlineForThePublicationDocumentation: {
    en: 'The bidding documents were published after their deadline',
    es: 'Las bases de licitación se publicaron fuera de plazo',
    pt: 'O edital foi publicado fora do prazo',
  },
  notComplyDecisionACU: {
    en: 'A decision of the body that rules on challenges was not obeyed',
    es: 'No se acató la resolución del órgano que decide las impugnaciones',
    pt: 'Não foi acatada a decisão do órgão que julga as impugnações',
  },
  contractsWithoutProcurement: {
    en: 'A contract to pay was signed before or without the procedure that the law asks for',
    es: 'Se firmó un contrato oneroso antes o al margen del procedimiento que la ley exige',
    pt: 'Foi assinado um contrato oneroso antes ou à margem do procedimento que a lei exige',
  },
};
