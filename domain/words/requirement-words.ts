import type { Said } from '../languages.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';

/** What each requirement asks for, in words for everybody (rulebook, section 2). */
export const REQUIREMENT_WORDS: Readonly<Record<RequirementId, Said>> = {
  'team-complete': {
    es: 'Que el equipo tenga los integrantes que pide la norma.',
    pt: 'Que a equipe tenha os integrantes que a norma pede.',
    en: 'The team must have the members that the rules ask for.',
  },
  'declarations-clear': {
    es: 'Que cada integrante declare que no tiene conflicto de interés, y no haya impedimentos.',
    pt: 'Que cada integrante declare não ter conflito de interesse, e não haja impedimentos.',
    en: 'Each member must declare to have no conflict of interest, and no impediment may stand.',
  },
  'pact-signed-by-authority': {
    es: 'Que la entidad contratante firme el pacto de integridad.',
    pt: 'Que o órgão contratante assine o pacto de integridade.',
    en: 'The contracting authority must sign the integrity pact.',
  },
  'committee-constituted': {
    es: 'Que conste el acta de constitución de la comisión.',
    pt: 'Que conste a ata de constituição da comissão.',
    en: 'The act of constitution of the committee must be on record.',
  },
  'team-in-office': {
    es: 'Que el equipo siga completo, y cada integrante pueda actuar.',
    pt: 'Que a equipe continue completa, e cada integrante possa atuar.',
    en: 'The team must still be complete, and each member able to act.',
  },
  'acts-accounted': {
    es: 'Que de cada acto pasado se sepa si el equipo asistió, faltó o se le impidió asistir.',
    pt: 'Que de cada ato passado se saiba se a equipe assistiu, faltou ou foi impedida de assistir.',
    en: 'Of each past act it must be known whether the team attended, missed it or was kept out.',
  },
  'pact-signed-by-bidders': {
    es: 'Que cada licitante firme el pacto, o conste que se negó.',
    pt: 'Que cada licitante assine o pacto, ou conste que se recusou.',
    en: 'Each bidder must sign the pact, or its refusal be on record.',
  },
  'document-access-checked': {
    es: 'Que el equipo revise el acceso a cada documento de la lista.',
    pt: 'Que a equipe verifique o acesso a cada documento da lista.',
    en: 'The team must check its access to each document of the list.',
  },
  'award-recorded': {
    es: 'Que conste el fallo, o que no se adjudicó.',
    pt: 'Que conste a adjudicação, ou que ela não ocorreu.',
    en: 'The award must be on record, or that there was none.',
  },
  'flags-answered': {
    es: 'Que cada bandera roja se atienda: que se vuelva hallazgo o se descarte con motivo.',
    pt: 'Que cada bandeira vermelha seja tratada: que vire constatação ou seja descartada com motivo.',
    en: 'Each red flag must be answered: become a finding, or be dismissed with a reason.',
  },
  'findings-put-to-authority': {
    es: 'Que los hallazgos serios y graves se notifiquen a la entidad, y se espere su respuesta.',
    pt: 'Que as constatações sérias e graves sejam notificadas ao órgão, e sua resposta seja aguardada.',
    en: 'Serious and grave findings must be put to the authority, and its reply awaited.',
  },
  'stage-report-adopted': {
    es: 'Que el informe de la etapa se apruebe.',
    pt: 'Que o relatório da etapa seja aprovado.',
    en: 'The report of the stage must be adopted.',
  },
  'contract-watched': {
    es: 'Que el contrato se vigile hasta su fin: visitas hechas y modificaciones revisadas.',
    pt: 'Que o contrato seja fiscalizado até o fim: visitas feitas e aditivos revisados.',
    en: 'The contract must be watched to its end: visits made, amendments reviewed.',
  },
  'pact-breaches-ruled': {
    es: 'Que cada incumplimiento del pacto que se denunció tenga una resolución.',
    pt: 'Que cada descumprimento do pacto que se denunciou tenha uma decisão.',
    en: 'Each reported breach of the pact must be ruled on.',
  },
  'report-adopted': {
    es: 'Que el informe final se firme, o se apruebe por votación.',
    pt: 'Que o relatório final seja assinado, ou aprovado por votação.',
    en: 'The final report must be signed, or adopted by vote.',
  },
  'reply-window-over': {
    es: 'Que la entidad comente el informe, o venza su plazo para hacerlo.',
    pt: 'Que o órgão comente o relatório, ou seu prazo para isso termine.',
    en: 'The authority must comment on the report, or its time to do so be over.',
  },
  'report-published': {
    es: 'Que el informe final se publique.',
    pt: 'Que o relatório final seja publicado.',
    en: 'The final report must be published.',
  },
  'dimensions-coded': {
    es: 'Que se evalúen la efectividad y la apertura del caso.',
    pt: 'Que a efetividade e a abertura do caso sejam avaliadas.',
    en: 'The effectiveness and openness of the case must be assessed.',
  },
};

/** Why each requirement is asked for, in words for everybody. */
export const REQUIREMENT_WHYS: Readonly<Record<RequirementId, Said>> = {
  'team-complete': {
    es: 'Un proceso que nadie observa no está vigilado; una comisión decide solo con su presidencia y su secretaría.',
    pt: 'Um processo que ninguém observa não é fiscalizado; uma comissão decide só com presidência e secretaria.',
    en: 'A process that nobody watches is not overseen; a committee decides only with its officers in place.',
  },
  'declarations-clear': {
    es: 'Quien tiene algo que ganar con el resultado no puede vigilarlo.',
    pt: 'Quem tem algo a ganhar com o resultado não pode fiscalizá-lo.',
    en: 'Who has a stake in the outcome cannot watch over it.',
  },
  'pact-signed-by-authority': {
    es: 'El pacto obliga primero a la entidad; sin su firma, el testigo no tiene acceso.',
    pt: 'O pacto obriga primeiro o órgão; sem a sua assinatura, a testemunha não tem acesso.',
    en: 'The pact binds the authority first; without its signature the witness has no access.',
  },
  'committee-constituted': {
    es: 'Una comisión existe por su acta: quiénes la integran, qué vigila y por cuánto tiempo.',
    pt: 'Uma comissão existe por sua ata: quem a integra, o que fiscaliza e por quanto tempo.',
    en: 'A committee exists by its act: who its members are, what it watches and for how long.',
  },
  'team-in-office': {
    es: 'A quien se va se le sustituye: un equipo que se reduce ve menos de lo que prometió.',
    pt: 'Quem sai é substituído: uma equipe que diminui vê menos do que prometeu.',
    en: 'Who leaves is replaced: a watch that thins out sees less than it promised.',
  },
  'acts-accounted': {
    es: 'De lo que nadie observó debe saberse que nadie lo observó.',
    pt: 'Do que ninguém observou deve-se saber que ninguém o observou.',
    en: 'What nobody watched must be known as such.',
  },
  'pact-signed-by-bidders': {
    es: 'El pacto obliga solo a quien lo firma; negarse es público.',
    pt: 'O pacto obriga só a quem o assina; a recusa é pública.',
    en: 'The pact binds only those who sign it; a refusal is public.',
  },
  'document-access-checked': {
    es: 'Vigilar sin documentos es ir de visita: lo que se negó debe constar.',
    pt: 'Fiscalizar sem documentos é fazer uma visita: o que foi negado deve constar.',
    en: 'Oversight without documents is a visit: what was refused must be on record.',
  },
  'award-recorded': {
    es: 'Antes del fallo no hay nada que revisar; con él se abre lo que estaba sellado.',
    pt: 'Antes da adjudicação não há o que revisar; com ela se abre o que estava selado.',
    en: 'There is nothing to review before the ruling, and what was sealed until then opens with it.',
  },
  'flags-answered': {
    es: 'Una bandera roja señala dónde mirar: alguien tiene que haber mirado.',
    pt: 'Uma bandeira vermelha indica onde olhar: alguém precisa ter olhado.',
    en: 'A flag is a place to look: somebody must have looked.',
  },
  'findings-put-to-authority': {
    es: 'A nadie se le atribuye una falta sin oírlo, y ninguna irregularidad se queda en un cajón.',
    pt: 'A ninguém se atribui uma falta sem ouvi-lo, e nenhuma irregularidade fica na gaveta.',
    en: 'Nobody is found at fault unheard, and no irregularity stays in a drawer.',
  },
  'stage-report-adopted': {
    es: 'Lo que se vio en una etapa se escribe mientras está fresco.',
    pt: 'O que se viu em uma etapa se escreve enquanto está fresco.',
    en: 'What was seen in a stage is put down while it is fresh.',
  },
  'contract-watched': {
    es: 'La mayor parte de lo que promete una licitación se pierde después de la firma.',
    pt: 'A maior parte do que promete uma licitação se perde depois da assinatura.',
    en: 'Most of what a tender promises is lost after its signature.',
  },
  'pact-breaches-ruled': {
    es: 'Un pacto cuyos incumplimientos no tienen consecuencia no obliga a nadie; antes se oye a quien se acusa.',
    pt: 'Um pacto cujos descumprimentos não têm consequência não obriga ninguém; antes se ouve quem é acusado.',
    en: 'A pact whose breaches have no consequence binds nobody; who is accused is heard first.',
  },
  'report-adopted': {
    es: 'Es lo que el público recibe del caso: los testimonios breves y generales son la falla conocida de este campo.',
    pt: 'É o que o público recebe do caso: testemunhos breves e gerais são a falha conhecida deste campo.',
    en: 'It is what the public gets of the case: brief and general testimonies are the field’s known failure.',
  },
  'reply-window-over': {
    es: 'A quien se menciona se le oye antes de publicar.',
    pt: 'Quem é mencionado é ouvido antes de se publicar.',
    en: 'Who is written about is heard before it is public.',
  },
  'report-published': {
    es: 'Una vigilancia que nadie puede leer no sirve. Si es tarde, se anota que fue tarde; nunca se rechaza.',
    pt: 'Uma fiscalização que ninguém pode ler não serve. Se é tarde, anota-se que foi tarde; nunca se recusa.',
    en: 'Oversight that nobody can read is no oversight. Late is recorded as late, never refused.',
  },
  'dimensions-coded': {
    es: 'El caso debe responder si la vigilancia funcionó y si fue abierta.',
    pt: 'O caso deve responder se a fiscalização funcionou e se foi aberta.',
    en: 'The case must answer whether the oversight worked and whether it was open.',
  },
};
