import type { AchievementCode } from '../../events/vocabulary.ts';
import type { Said } from '../languages.ts';
import type { Classification, SuccessDimension, Tool } from './framework.ts';

/**
 * How the study codes a dimension of an initiative (Table 9). Where the symbol cannot be read in the copy at hand it is said to be so,
 * with what the running text says beside it: it is never filled in.
 */
export type StudyCoding =
  | { readonly readable: true; readonly codes: readonly AchievementCode[] }
  | { readonly readable: false; readonly text?: Said };

/** One of the study’s nine initiatives, as Tables 8 and 9 and their running text have it. */
export interface Initiative {
  readonly id: string;
  /** Its own name, in its own language. */
  readonly name: string;
  readonly explained: Said;
  /** ISO 3166-1. */
  readonly country: string;
  readonly level: 'national' | 'subnational' | 'national-subnational';
  readonly origin: 'governmental' | 'extraGovernmental';
  readonly discontinued: boolean;
  readonly classification: Classification;
  /** Where Table 8 names other tools than the running text and its figures do. */
  readonly toolsInTable8?: readonly Tool[];
  readonly success: Readonly<Record<SuccessDimension, StudyCoding>>;
}

const coded = (...codes: readonly AchievementCode[]): StudyCoding => ({ readable: true, codes });
const achieved = coded('achieved');
const notAchieved = coded('notAchieved');
const unreadable: StudyCoding = { readable: false };
const unreadableBut = (text: Said): StudyCoding => ({ readable: false, text });

const DURING_AND_AFTER = ['transparencyExDure', 'monitoringExDureControlExPost'] as const;
const WATCHED = ['tender', 'award', 'implementation'] as const;
const ALL_STAGES = ['planning', ...WATCHED] as const;

/** The nine cases of the study (Tables 8 and 9). */
export const INITIATIVES: readonly Initiative[] = [
  {
    id: 'testigo-social',
    name: 'Testigo Social',
    explained: {
      es: 'Un testigo social, designado de un padrón, observa una contratación y publica su testimonio.',
      pt: 'Uma testemunha social, designada de um cadastro, observa uma contratação e publica o seu testemunho.',
      en: 'A social witness, appointed from a roster, observes a procurement and publishes a testimony.',
    },
    country: 'MX',
    level: 'national',
    origin: 'extraGovernmental',
    discontinued: false,
    classification: {
      moments: DURING_AND_AFTER,
      stages: WATCHED,
      tools: ['integrityPact'],
      means: ['citizenRepresentation'],
      ends: ['accountability', 'ruleOfLaw'],
      scope: ['involve'],
    },
    success: {
      effectiveness: achieved,
      openness: achieved,
      behaviourChange: achieved,
      socialAcceptance: achieved,
      replication: unreadableBut({
        es: 'Es en sí una réplica de los pactos de integridad; no se sabe si se replicó más allá.',
        pt: 'É ela própria uma réplica dos pactos de integridade; não se sabe se foi replicada além disso.',
        en: 'It is itself a replication of integrity pacts; whether it was replicated further is not known.',
      }),
    },
  },
  {
    id: 'qali-warma',
    name: 'Comités de Compra, Programa Nacional de Alimentación Escolar Qali Warma',
    explained: {
      es: 'Comités de compra elegidos conducen la licitación, la adjudicación y los fondos de la comida escolar.',
      pt: 'Comitês de compra eleitos conduzem a licitação, a adjudicação e os fundos da merenda escolar.',
      en: 'Elected purchase committees run tender, award and funds of school meals.',
    },
    country: 'PE',
    level: 'national-subnational',
    origin: 'governmental',
    discontinued: false,
    classification: {
      moments: DURING_AND_AFTER,
      stages: WATCHED,
      tools: ['communityLedProcurement'],
      means: ['deliberation', 'citizenRepresentation'],
      ends: ['accountability', 'ruleOfLaw', 'politicalInclusion'],
      scope: ['empower'],
    },
    success: {
      effectiveness: achieved,
      openness: achieved,
      behaviourChange: achieved,
      socialAcceptance: unreadableBut({
        es: 'Con controversias por casos que aparecieron en los medios.',
        pt: 'Com controvérsias por casos que apareceram na imprensa.',
        en: 'With controversies over cases in the media.',
      }),
      replication: unreadable,
    },
  },
  {
    id: 'gasto-publico-bahiense',
    name: 'Gasto Público Bahiense',
    explained: {
      es: 'Un portal muestra y compara las compras de un municipio para que cualquiera las siga.',
      pt: 'Um portal mostra e compara as compras de um município para que qualquer pessoa as acompanhe.',
      en: 'A portal shows and compares the purchases of a municipality for anybody to follow.',
    },
    country: 'AR',
    level: 'subnational',
    origin: 'extraGovernmental',
    discontinued: true,
    classification: {
      moments: ['monitoringExDureControlExPost'],
      stages: ['implementation'],
      tools: ['spendingMonitoringPlatform'],
      means: ['digitalParticipation'],
      ends: ['accountability', 'responsiveness'],
      scope: ['collaborate'],
    },
    success: {
      effectiveness: achieved,
      openness: unreadableBut({
        es: 'Dado el origen de la iniciativa.',
        pt: 'Dada a origem da iniciativa.',
        en: 'Given the origin of the initiative.',
      }),
      behaviourChange: achieved,
      socialAcceptance: achieved,
      replication: unreadable,
    },
  },
  {
    id: 'cuidando-do-meu-bairro',
    name: 'Cuidando do Meu Bairro',
    explained: {
      es: 'Un mapa del gasto de una ciudad en el que los vecinos ven y preguntan en qué se gasta.',
      pt: 'Um mapa da despesa de uma cidade no qual os moradores veem e perguntam em que se gasta.',
      en: 'A map of a city’s spending on which residents see, and ask, what it is spent on.',
    },
    country: 'BR',
    level: 'subnational',
    origin: 'extraGovernmental',
    discontinued: false,
    classification: {
      moments: ['monitoringExDureControlExPost'],
      stages: ['implementation'],
      tools: ['spendingMonitoringPlatform'],
      means: ['deliberation', 'digitalParticipation'],
      ends: ['accountability', 'responsiveness', 'ruleOfLaw'],
      scope: ['inform', 'involve'],
    },
    success: {
      effectiveness: achieved,
      openness: achieved,
      behaviourChange: achieved,
      socialAcceptance: achieved,
      replication: notAchieved,
    },
  },
  {
    id: 'ba-obras',
    name: 'BA Obras',
    explained: {
      es: 'Un portal de las obras públicas de una ciudad, con su contrato, su avance y su costo.',
      pt: 'Um portal das obras públicas de uma cidade, com o seu contrato, o seu avanço e o seu custo.',
      en: 'A portal of a city’s public works, each with its contract, its progress and its cost.',
    },
    country: 'AR',
    level: 'subnational',
    origin: 'governmental',
    discontinued: false,
    classification: {
      moments: DURING_AND_AFTER,
      stages: ['implementation'],
      tools: ['spendingMonitoringPlatform', 'publicHearing'],
      means: ['deliberation', 'digitalParticipation'],
      ends: ['accountability', 'responsiveness', 'politicalInclusion'],
      scope: ['collaborate'],
    },
    success: {
      effectiveness: achieved,
      openness: achieved,
      behaviourChange: achieved,
      socialAcceptance: achieved,
      replication: achieved,
    },
  },
  {
    id: 'tianguis-digital-ecobici',
    name: 'Tianguis Digital, experiencia Ecobici',
    explained: {
      es: 'Proveedores, ciudadanía y funcionarios deliberan en línea las bases de una licitación antes de que se publique.',
      pt: 'Fornecedores, cidadãos e servidores deliberam em linha o edital de uma licitação antes de ser publicado.',
      en: 'Suppliers, citizens and officials deliberate online on the terms of a tender before it is published.',
    },
    country: 'MX',
    level: 'subnational',
    origin: 'governmental',
    discontinued: false,
    classification: {
      moments: ['transparencyExDure'],
      stages: ['planning'],
      tools: ['multiStakeholderDialogue'],
      means: ['deliberation'],
      ends: ['responsiveness', 'politicalInclusion'],
      scope: ['consult', 'involve'],
    },
    success: {
      effectiveness: achieved,
      openness: achieved,
      behaviourChange: achieved,
      socialAcceptance: achieved,
      replication: notAchieved,
    },
  },
  {
    id: 'audiencias-publicas',
    name: 'Audiencias Públicas, DNCP',
    explained: {
      es: 'Sesiones formales y públicas en las que la entidad expone una contratación y responde.',
      pt: 'Sessões formais e públicas nas quais a entidade expõe uma contratação e responde.',
      en: 'Formal public sessions in which the authority presents a procurement and answers.',
    },
    country: 'PY',
    level: 'national',
    origin: 'governmental',
    discontinued: false,
    classification: {
      moments: DURING_AND_AFTER,
      stages: ALL_STAGES,
      tools: ['publicHearing'],
      means: ['deliberation'],
      ends: ['responsiveness', 'politicalInclusion'],
      scope: ['consult', 'involve'],
    },
    success: {
      effectiveness: achieved,
      openness: achieved,
      behaviourChange: unreadable,
      socialAcceptance: achieved,
      replication: unreadable,
    },
  },
  {
    id: 'comisiones-de-veeduria-ciudadana',
    name: 'Comisiones de Veeduría Ciudadana',
    explained: {
      es: 'Comisiones de ciudadanos observan, vigilan y monitorean las compras de una institución.',
      pt: 'Comissões de cidadãos observam, fiscalizam e monitoram as compras de uma instituição.',
      en: 'Committees of citizens observe, watch and monitor the purchases of an institution.',
    },
    country: 'DO',
    level: 'national',
    origin: 'governmental',
    discontinued: false,
    classification: {
      moments: DURING_AND_AFTER,
      stages: ALL_STAGES,
      tools: ['publicOversightCommittee'],
      means: ['deliberation', 'citizenRepresentation'],
      ends: ['responsiveness', 'ruleOfLaw'],
      scope: ['involve'],
    },
    toolsInTable8: ['spendingMonitoringPlatform'],
    success: {
      effectiveness: unreadableBut({
        es: 'La efectividad y la continuidad han variado en cada dependencia.',
        pt: 'A efetividade e a continuidade variaram em cada órgão.',
        en: 'Effectiveness and continuation have varied in each department.',
      }),
      openness: unreadableBut({
        es: 'El acceso al proceso se limita a miembros destacados de la sociedad.',
        pt: 'O acesso ao processo limita-se a membros destacados da sociedade.',
        en: 'Access to the process is restricted to prominent members of society.',
      }),
      behaviourChange: unreadableBut({
        es: 'No ha logrado consolidar la participación de las organizaciones de la sociedad civil.',
        pt: 'Não conseguiu consolidar a participação das organizações da sociedade civil.',
        en: 'It has not been able to consolidate the involvement of civil society organisations.',
      }),
      socialAcceptance: unreadableBut({
        es: 'Objeto de críticas de organizaciones de la sociedad civil.',
        pt: 'Objeto de críticas de organizações da sociedade civil.',
        en: 'Subject to criticism by civil society organisations.',
      }),
      replication: unreadable,
    },
  },
  {
    id: 'ferias-inclusivas',
    name: 'Ferias Metropolitanas Inclusivas',
    explained: {
      es: 'Ferias en las que pequeños productores y proveedores conocen lo que se comprará y se inscriben.',
      pt: 'Feiras nas quais pequenos produtores e fornecedores conhecem o que será comprado e se inscrevem.',
      en: 'Fairs at which small producers and suppliers learn what will be bought, and enrol.',
    },
    country: 'EC',
    level: 'subnational',
    origin: 'governmental',
    discontinued: false,
    classification: {
      moments: ['transparencyExDure'],
      stages: ['planning', 'tender', 'award'],
      tools: ['publicForum'],
      means: ['deliberation'],
      ends: ['politicalInclusion', 'socialEquality'],
      scope: ['involve'],
    },
    success: {
      effectiveness: unreadableBut({
        es: 'Debilitada por la introducción de un nuevo sistema de compra inclusiva.',
        pt: 'Enfraquecida pela introdução de um novo sistema de compra inclusiva.',
        en: 'Undermined by the introduction of a new inclusive procurement system.',
      }),
      openness: achieved,
      behaviourChange: unreadable,
      socialAcceptance: achieved,
      replication: unreadableBut({
        es: 'El modelo es de alcance nacional: se realiza en todo el país según normas locales.',
        pt: 'O modelo é de alcance nacional: realiza-se em todo o país segundo normas locais.',
        en: 'The model is national in scope; carried out throughout the country under local regulations.',
      }),
    },
  },
];
