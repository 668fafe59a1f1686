import type { RedFlag } from '../../events/vocabulary.ts';
import type { Language } from '../languages.ts';

/** What a flag is called, and what it tells those who look: a place to look, never a verdict. */
export interface FlagText {
  readonly title: string;
  readonly explanation: string;
}

export const FLAG_TEXTS: Readonly<Record<RedFlag, Readonly<Record<Language, FlagText>>>> = {
  R003: {
    es: {
      title: 'Plazo corto para presentar ofertas',
      explanation:
        'Entre el inicio y el cierre de la recepción de ofertas hay menos de 15 días. Quien no sabía de antemano pudo no tener tiempo. Conviene ver qué plazo pide la ley y si hubo urgencia justificada.',
    },
    en: {
      title: 'Short submission period',
      explanation:
        'Less than 15 days lie between the start and the end of the tender period. Whoever did not know beforehand may have lacked the time. Look at the term that the law asks for, and whether urgency was justified.',
    },
    pt: {
      title: 'Prazo curto para apresentar propostas',
      explanation:
        'Entre o início e o fim do prazo para propostas há menos de 15 dias. Quem não sabia de antemão pode não ter tido tempo. Convém ver que prazo a lei pede e se houve urgência justificada.',
    },
  },
  R018: {
    es: {
      title: 'Un solo oferente',
      explanation:
        'En un procedimiento abierto a la competencia hubo un solo oferente. Puede ser un mercado pequeño o requisitos que excluyen. Conviene ver las bases y a quiénes se invitó.',
    },
    en: {
      title: 'Single bid received',
      explanation:
        'A procedure open to competition had one tenderer only. The market may be small, or the requirements may exclude. Look at the bidding documents and at who was invited.',
    },
    pt: {
      title: 'Um só licitante',
      explanation:
        'Num procedimento aberto à concorrência houve um só licitante. O mercado pode ser pequeno ou os requisitos podem excluir. Convém ver o edital e quem foi convidado.',
    },
  },
  R024: {
    es: {
      title: 'Precio cercano al ganador',
      explanation:
        'La segunda oferta válida más baja está inusualmente cerca de la ganadora, comparada con otros procesos. Puede ser un mercado de precios conocidos o una oferta de acompañamiento. Conviene comparar ambas ofertas.',
    },
    en: {
      title: 'Price close to the winner',
      explanation:
        'The second-lowest valid bid is unusually close to the winning one, compared with other processes. Prices may be well known, or a bid may only accompany another. Compare the two bids.',
    },
    pt: {
      title: 'Preço próximo ao do vencedor',
      explanation:
        'A segunda proposta válida mais baixa está invulgarmente próxima da vencedora, em comparação com outros processos. Os preços podem ser conhecidos ou a proposta pode ser de cobertura. Convém comparar as duas.',
    },
  },
  R028: {
    es: {
      title: 'Precios idénticos',
      explanation:
        'Oferentes distintos presentaron el mismo precio. Ocurre con tarifas fijas, y también cuando se comparte un precio. Conviene ver si el precio estaba regulado.',
    },
    en: {
      title: 'Identical prices',
      explanation:
        'Different tenderers submitted the same price. It happens where prices are fixed, and where a price is shared. Look whether the price was regulated.',
    },
    pt: {
      title: 'Preços idênticos',
      explanation:
        'Licitantes diferentes apresentaram o mesmo preço. Acontece com tarifas fixas e também quando um preço é partilhado. Convém ver se o preço era regulado.',
    },
  },
  R030: {
    es: {
      title: 'Ganó una oferta tardía',
      explanation:
        'La oferta de quien ganó figura como recibida después del cierre. El dato puede ser de captura, o el cierre una fecha sin hora. Conviene ver el acta de apertura.',
    },
    en: {
      title: 'Late bid won',
      explanation:
        'The bid of the winner is shown as received after the deadline. It may be a matter of typing, or of a deadline without a time of day. Look at the record of the opening.',
    },
    pt: {
      title: 'Venceu uma proposta tardia',
      explanation:
        'A proposta de quem venceu consta como recebida depois do prazo. Pode ser erro de registo ou um prazo sem hora. Convém ver a ata de abertura.',
    },
  },
  R035: {
    es: {
      title: 'Todas descalificadas menos la ganadora',
      explanation:
        'Solo las ofertas de quien ganó quedaron como válidas; las de los demás fueron descalificadas. Conviene leer el motivo de cada descalificación y si se aplicó igual a quien ganó.',
    },
    en: {
      title: 'All but the winner disqualified',
      explanation:
        'Only the bids of the winner stayed valid; those of the others were disqualified. Read the reason of each disqualification, and whether it was applied to the winner alike.',
    },
    pt: {
      title: 'Todas desclassificadas menos a vencedora',
      explanation:
        'Só as propostas de quem venceu ficaram válidas; as dos outros foram desclassificadas. Convém ler o motivo de cada desclassificação e se foi aplicado igualmente a quem venceu.',
    },
  },
  R036: {
    es: {
      title: 'Oferta más baja descalificada',
      explanation:
        'La oferta de menor precio fue descalificada y se adjudicó a otra. Importa cuando decide el precio. Conviene leer el motivo y si el defecto se podía subsanar.',
    },
    en: {
      title: 'Lowest bid disqualified',
      explanation:
        'The bid of the lowest price was disqualified and another one won. It matters where the price decides. Read the reason, and whether the defect could have been put right.',
    },
    pt: {
      title: 'Proposta mais baixa desclassificada',
      explanation:
        'A proposta de menor preço foi desclassificada e outra venceu. Importa quando o preço decide. Convém ler o motivo e se o defeito podia ser sanado.',
    },
  },
  R038: {
    es: {
      title: 'Descalificaciones excesivas',
      explanation:
        'Comparado con otros, este comprador descalifica una parte inusual de las ofertas, o a este oferente se las descalifican. Conviene ver los motivos que se repiten.',
    },
    en: {
      title: 'Excessive disqualifications',
      explanation:
        'Compared with others, this authority disqualifies an unusual share of bids, or this tenderer has an unusual share of them disqualified. Look at the reasons that come again.',
    },
    pt: {
      title: 'Desclassificações excessivas',
      explanation:
        'Em comparação com outros, este comprador desclassifica uma parte invulgar das propostas, ou este licitante tem muitas desclassificadas. Convém ver os motivos que se repetem.',
    },
  },
  R048: {
    es: {
      title: 'Proveedor heterogéneo',
      explanation:
        'A este proveedor se le adjudican cosas de clases inusualmente distintas. Puede ser un mayorista, o alguien que solo intermedia. Conviene ver si tiene con qué cumplir.',
    },
    en: {
      title: 'Heterogeneous supplier',
      explanation:
        'This supplier is awarded things of unusually many kinds. It may be a wholesaler, or somebody who only stands between. Look whether it has the means to deliver.',
    },
    pt: {
      title: 'Fornecedor heterogéneo',
      explanation:
        'A este fornecedor são adjudicadas coisas de tipos invulgarmente diferentes. Pode ser um grossista ou alguém que só intermedeia. Convém ver se tem meios para cumprir.',
    },
  },
  R058: {
    es: {
      title: 'Oferta con precio muy bajo',
      explanation:
        'La oferta ganadora está inusualmente por debajo de la segunda, comparada con otros procesos. Puede ser eficiencia, o un precio con el que no se cumple. Conviene ver el análisis de precios.',
    },
    en: {
      title: 'Heavily discounted bid',
      explanation:
        'The winning bid lies unusually far below the second one, compared with other processes. It may be efficiency, or a price at which nobody can deliver. Look at the analysis of prices.',
    },
    pt: {
      title: 'Proposta com preço muito baixo',
      explanation:
        'A proposta vencedora está invulgarmente abaixo da segunda, em comparação com outros processos. Pode ser eficiência ou um preço com que não se cumpre. Convém ver a análise de preços.',
    },
  },
};
