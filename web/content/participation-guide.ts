import type { Said } from '../../domain/languages.ts';
import type { Stage } from '../../events/vocabulary.ts';

/** What happens in each stage of a case, in a sentence for whoever never saw one. */
export const STAGES_EXPLAINED: Readonly<Record<Stage, Said>> = {
  appointment: {
    es: 'Se propone a quienes vigilarán. Aceptan y declaran que no tienen conflicto de interés.',
    pt: 'Propõe-se quem fiscalizará. Aceitam e declaram que não têm conflito de interesses.',
    en: 'Those who will watch are proposed. They accept, and declare that they have no conflict of interest.',
  },
  'tender-observation': {
    es: 'El equipo asiste a los actos, pide documentos, pregunta y deja por escrito lo que ve.',
    pt: 'A equipe assiste aos atos, pede documentos, pergunta e deixa por escrito o que vê.',
    en: 'The team attends the acts, asks for documents, puts questions and writes down what it sees.',
  },
  'award-review': {
    es: 'Revisa cómo se evaluó y a quién se adjudicó, y adopta su informe de esta etapa.',
    pt: 'Revisa como se avaliou e a quem se adjudicou, e adota seu relatório desta etapa.',
    en: 'It reviews how bids were evaluated and who won, and adopts its report on this stage.',
  },
  'implementation-monitoring': {
    es: 'Donde las reglas lo prevén, sigue la obra o la entrega hasta que el contrato termina.',
    pt: 'Onde as regras o preveem, acompanha a obra ou a entrega até que o contrato termine.',
    en: 'Where the rules provide for it, it follows the works or the delivery until the contract ends.',
  },
  'final-report': {
    es: 'Escribe su informe final. La autoridad puede responder, y la respuesta se publica con él.',
    pt: 'Escreve seu relatório final. A autoridade pode responder, e a resposta é publicada com ele.',
    en: 'It writes its final report. The authority may reply, and the reply is published with it.',
  },
  closed: {
    es: 'El informe está publicado. Meses después alguien mira si lo corregido sigue corregido.',
    pt: 'O relatório está publicado. Meses depois alguém olha se o corrigido continua corrigido.',
    en: 'The report is published. Months later somebody looks whether what was put right still is.',
  },
};

/** How participation works somewhere. What no source states is left out, not filled in. */
export interface ParticipationRules {
  readonly id: string;
  readonly figure: Said;
  readonly place: Said;
  readonly who?: Said;
  readonly how?: Said;
  readonly rights?: Said;
  readonly limits?: Said;
  readonly terms?: Said;
  readonly source: Said;
}

export const PARTICIPATION_RULES: readonly ParticipationRules[] = [
  {
    id: 'mx-federal',
    figure: {
      es: 'Testigo social, federación',
      pt: 'Testemunha social, federação',
      en: 'Social witness, federation',
    },
    place: { es: 'México', pt: 'México', en: 'Mexico' },
    how: {
      es: 'Se elige de un padrón público, por convocatoria abierta. Desde el 17 de abril de 2025 la figura está a cargo de la Secretaría Anticorrupción y Buen Gobierno.',
      pt: 'É escolhida de um cadastro público, por convocatória aberta. Desde 17 de abril de 2025 a figura está a cargo da Secretaría Anticorrupción y Buen Gobierno.',
      en: 'Chosen from a public roster by open call. Since 17 April 2025 the Secretaría Anticorrupción y Buen Gobierno is in charge.',
    },
    rights: {
      es: 'Hasta el 16 de abril de 2025: participa en todas las etapas hasta la firma del contrato y emite un testimonio público con observaciones y recomendaciones.',
      pt: 'Até 16 de abril de 2025: participa de todas as etapas até a assinatura do contrato e emite um testemunho público com observações e recomendações.',
      en: 'Until 16 April 2025: takes part in all stages up to the signing of the contract, and issues a public testimony with observations and recommendations.',
    },
    limits: {
      es: 'Debe avisar de las irregularidades que vea.',
      pt: 'Deve avisar das irregularidades que vir.',
      en: 'Must give notice of any irregularity seen.',
    },
    source: {
      es: 'Prensa sobre la ley federal de contrataciones (fuente secundaria). Perfiles mx-federal-2000 y mx-federal-2025.',
      pt: 'Imprensa sobre a lei federal de contratações (fonte secundária). Perfis mx-federal-2000 e mx-federal-2025.',
      en: 'Press on the federal procurement law (secondary source). Profiles mx-federal-2000 and mx-federal-2025.',
    },
  },
  {
    id: 'mx-coahuila',
    figure: { es: 'Testigo social, Coahuila', pt: 'Testemunha social, Coahuila', en: 'Social witness, Coahuila' },
    place: { es: 'México, Coahuila', pt: 'México, Coahuila', en: 'Mexico, Coahuila' },
    who: {
      es: 'Quien lleva un año fuera de cargos públicos.',
      pt: 'Quem está há um ano fora de cargos públicos.',
      en: 'Whoever has been out of public office for a year.',
    },
    how: {
      es: 'Toma antes el curso de capacitación.',
      pt: 'Faz antes o curso de capacitação.',
      en: 'By taking the training course first.',
    },
    terms: {
      es: 'El testimonio, a más tardar 3 días hábiles después de participar.',
      pt: 'O testemunho, no máximo 3 dias úteis depois de participar.',
      en: 'The testimony, at most 3 working days after taking part.',
    },
    source: {
      es: 'Prensa de enero de 2026 (fuente secundaria). Perfil mx-coahuila.',
      pt: 'Imprensa de janeiro de 2026 (fonte secundária). Perfil mx-coahuila.',
      en: 'Press of January 2026 (secondary source). Profile mx-coahuila.',
    },
  },
  {
    id: 'do-183-15',
    figure: { es: 'Comisión de veeduría', pt: 'Comissão de fiscalização cidadã', en: 'Oversight committee' },
    place: { es: 'República Dominicana', pt: 'República Dominicana', en: 'Dominican Republic' },
    who: {
      es: 'Personas del sector privado, universidades, iglesias católica y evangélicas, e independientes.',
      pt: 'Pessoas do setor privado, universidades, igrejas católica e evangélicas, e independentes.',
      en: 'People of the private sector, universities, the Catholic and evangelical churches, and independents.',
    },
    how: {
      es: 'El Ministerio de la Presidencia la formaliza con la institución que compra.',
      pt: 'O Ministério da Presidência a formaliza com a instituição que compra.',
      en: 'The Ministry of the Presidency formalises it together with the institution that buys.',
    },
    rights: {
      es: 'Es cívica y autónoma.',
      pt: 'É cívica e autônoma.',
      en: 'It is civic and autonomous.',
    },
    limits: { es: 'No es remunerada.', pt: 'Não é remunerada.', en: 'It is unpaid.' },
    source: {
      es: 'Decreto 183-15 con Decreto 188-14 (fuente secundaria). Perfil do-183-15.',
      pt: 'Decreto 183-15 com Decreto 188-14 (fonte secundária). Perfil do-183-15.',
      en: 'Decreto 183-15 with Decreto 188-14 (secondary source). Profile do-183-15.',
    },
  },
  {
    id: 'co-ley-850',
    figure: { es: 'Veeduría ciudadana', pt: 'Veeduría cidadã', en: 'Citizen oversight (veeduría)' },
    place: { es: 'Colombia', pt: 'Colômbia', en: 'Colombia' },
    who: {
      es: 'No puede serlo quien contrata, supervisa, abastece o trabaja en lo que se vigila, o lo hizo el año anterior; ni sus parientes, ni funcionarios relacionados, ediles, concejales, diputados o congresistas (art. 19).',
      pt: 'Não pode sê-lo quem contrata, supervisiona, fornece ou trabalha no que se fiscaliza, ou o fez no ano anterior; nem seus parentes, nem funcionários relacionados, ediles, vereadores, deputados ou congressistas (art. 19).',
      en: 'Not those who contract, supervise, supply or work on what is watched, or did in the year before; nor their relatives, related officials, ediles, councillors, deputies or members of Congress (art. 19).',
    },
    how: {
      es: 'Se elige democráticamente, se levanta un acta y se inscribe en la Personería o en la Cámara de Comercio (art. 3).',
      pt: 'É eleita democraticamente, lavra-se uma ata e inscreve-se na Personería ou na Câmara de Comércio (art. 3).',
      en: 'It is elected democratically, an act is drawn up, and it is inscribed at the Personería or the Cámara de Comercio (art. 3).',
    },
    rights: {
      es: 'Sus solicitudes de información deben responderse (art. 17, literal c).',
      pt: 'Seus pedidos de informação devem ser respondidos (art. 17, alínea c).',
      en: 'Its requests for information must be answered (art. 17, c).',
    },
    limits: {
      es: 'No se paga ni da calidad de funcionario (art. 8), y no puede detener obras (art. 20).',
      pt: 'Não é paga nem dá qualidade de funcionário (art. 8), e não pode deter obras (art. 20).',
      en: 'It is unpaid and makes nobody an official (art. 8), and it may not stop works (art. 20).',
    },
    terms: {
      es: 'Peticiones, 15 días hábiles; documentos, 10; copias, 3 tras el silencio. Una queja se responde en 6 meses.',
      pt: 'Petições, 15 dias úteis; documentos, 10; cópias, 3 após o silêncio. Uma queixa é respondida em 6 meses.',
      en: 'Petitions, 15 working days; documents, 10; copies, 3 after silence. A complaint is answered within 6 months.',
    },
    source: {
      es: 'Ley 850 de 2003 y plazos de peticiones (fuente secundaria). Perfil co-ley-850.',
      pt: 'Lei 850 de 2003 e prazos de petições (fonte secundária). Perfil co-ley-850.',
      en: 'Ley 850 of 2003 and terms of petitions (secondary source). Profile co-ley-850.',
    },
  },
  {
    id: 'ti-integrity-pact',
    figure: { es: 'Pacto de integridad', pt: 'Pacto de integridade', en: 'Integrity pact' },
    place: { es: 'Cualquier lugar', pt: 'Qualquer lugar', en: 'Anywhere' },
    who: {
      es: 'Quien monitorea es independiente, competente y de buena reputación.',
      pt: 'Quem monitora é independente, competente e de boa reputação.',
      en: 'The monitor is independent, competent and of good reputation.',
    },
    how: {
      es: 'La autoridad y todos los licitantes firman el pacto, que los obliga.',
      pt: 'A autoridade e todos os licitantes assinam o pacto, que os obriga.',
      en: 'The authority and all bidders sign the pact, which binds them.',
    },
    rights: {
      es: 'Sigue la planeación, la licitación, la evaluación y adjudicación, la ejecución y el cierre. Acude primero a las partes y después a las autoridades.',
      pt: 'Acompanha o planejamento, a licitação, a avaliação e adjudicação, a execução e o encerramento. Recorre primeiro às partes e depois às autoridades.',
      en: 'It follows planning, bidding, evaluation and award, implementation and finalisation. It turns to the parties first, then to the authorities.',
    },
    source: {
      es: 'Transparencia Internacional, pactos de integridad (fuente secundaria). Perfil ti-integrity-pact.',
      pt: 'Transparência Internacional, pactos de integridade (fonte secundária). Perfil ti-integrity-pact.',
      en: 'Transparency International, integrity pacts (secondary source). Profile ti-integrity-pact.',
    },
  },
];

/** Why this is counted at all: what became of participation where nobody counted. */
export const KNOWN_OBSTACLES: readonly Said[] = [
  {
    es: 'República Dominicana: se crearon 24 comisiones de veeduría. Hubo informes que no se presentaron, y muchas se disolvieron.',
    pt: 'República Dominicana: criaram-se 24 comissões de fiscalização cidadã. Houve relatórios não apresentados, e muitas se dissolveram.',
    en: 'Dominican Republic: 24 oversight committees were created. Reports were not filed, and many committees dissolved.',
  },
  {
    es: 'México, 2018: hubo testigos sociales en 144 de 12 312 procedimientos en que correspondía (1.16 %). Los testimonios fueron «muy breves y generales».',
    pt: 'México, 2018: houve testemunhas sociais em 144 de 12.312 procedimentos em que cabia (1,16 %). Os testemunhos foram «muito breves e gerais».',
    en: 'Mexico, 2018: there were social witnesses in 144 of 12,312 eligible procedures (1.16 %). Testimonies were “very brief and general”.',
  },
];
