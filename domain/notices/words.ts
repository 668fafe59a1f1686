import type { AnyFact } from '../../events/catalogue.ts';
import { inLanguage, type Language, type Words } from '../languages.ts';
import { ASSESSMENT_NOTICES } from './assessment-words.ts';

const GENERAL: Words = [
  'Hay una novedad que le concierne',
  'Há uma novidade que lhe diz respeito',
  'There is something new that concerns you',
];

/**
 * What a fact is called when somebody is told of it: in lists and as the subject of mails, so it names nobody and nothing, and says no
 * more than the type of the event, which is everybody's.
 */
export const NOTICE_WORDS: { readonly [T in AnyFact['type']]: Words } = {
  'person.added.v1': ['Se incorporó una persona', 'Uma pessoa foi incluída', 'A person was added'],
  'role.given.v1': ['Se dio una función', 'Uma função foi dada', 'A role was given'],
  'role.taken.v1': ['Se quitó una función', 'Uma função foi retirada', 'A role was taken away'],
  'person.suspended.v1': ['Se suspendió a una persona', 'Uma pessoa foi suspensa', 'A person was suspended'],
  'person.restored.v1': ['Se restableció a una persona', 'Uma pessoa foi restabelecida', 'A person was restored'],
  'case.opened.v1': ['Se abrió el caso', 'O caso foi aberto', 'The case was opened'],
  'process.imported.v1': [
    'Se importaron los datos oficiales del proceso',
    'Os dados oficiais do processo foram importados',
    'The official data of the process were imported',
  ],
  'process.kept.v1': [
    'Los datos oficiales del proceso siguen iguales',
    'Os dados oficiais do processo continuam iguais',
    'The official data of the process are the same',
  ],
  'interests.enrolled.v1': [
    'Se conocieron los intereses de una persona propuesta',
    'Os interesses de uma pessoa proposta ficaram conhecidos',
    'The interests of somebody proposed became known',
  ],
  'draw.alternate-called.v1': ['Se llamó a un suplente', 'Um suplente foi chamado', 'An alternate was called'],
  'act.attended.v1': ['El equipo asistió a un acto', 'A equipe assistiu a um ato', 'The team attended an act'],
  'document-access.checked.v1': [
    'Se revisó el acceso a un documento',
    'O acesso a um documento foi verificado',
    'The access to a document was checked',
  ],
  'recommendations.made.v1': ['Se hicieron recomendaciones', 'Foram feitas recomendações', 'Recommendations were made'],
  'process.changed.v1': [
    'Cambiaron los datos oficiales del proceso',
    'Os dados oficiais do processo mudaram',
    'The official data of the process changed',
  ],
  'stage.advanced.v1': ['El caso pasó a otra etapa', 'O caso passou a outra etapa', 'The case moved to another stage'],
  'case.suspended.v1': ['El caso está suspendido', 'O caso está suspenso', 'The case is suspended'],
  'case.resumed.v1': ['El caso se reanudó', 'O caso foi retomado', 'The case goes on'],
  'process.ended.v1': ['El proceso terminó antes', 'O processo terminou antes', 'The process ended early'],
  'member.proposed.v1': [
    'Hay una propuesta de designación',
    'Há uma proposta de designação',
    'Somebody is proposed for the team',
  ],
  'member.accepted.v1': ['Se aceptó una designación', 'Uma designação foi aceita', 'An appointment was accepted'],
  'member.declined.v1': ['Se declinó una designación', 'Uma designação foi recusada', 'An appointment was declined'],
  'proposal.lapsed.v1': ['Caducó una propuesta', 'Uma proposta caducou', 'A proposal lapsed'],
  'member.left.v1': ['Alguien dejó el equipo', 'Alguém deixou a equipe', 'Somebody left the team'],
  'accreditation.changed.v1': ['Cambió una acreditación', 'Uma acreditação mudou', 'An accreditation changed'],
  'accreditation.lapsed.v1': ['Venció una acreditación', 'Uma acreditação venceu', 'An accreditation lapsed'],
  'declaration.signed.v1': ['Se firmó una declaración', 'Uma declaração foi assinada', 'A declaration was signed'],
  'impediment.found.v1': ['Hay un impedimento', 'Há um impedimento', 'An impediment was found'],
  'impediment.ruled.v1': [
    'Se resolvió sobre un impedimento',
    'Foi decidido sobre um impedimento',
    'An impediment was ruled on',
  ],
  'officer.elected.v1': ['Se eligió un cargo', 'Um cargo foi eleito', 'An officer was elected'],
  'liaison.accredited.v1': [
    'Se acreditó un enlace',
    'Uma pessoa de ligação foi acreditada',
    'Somebody was accredited for an institution',
  ],
  'liaison.withdrawn.v1': [
    'Se retiró una acreditación de enlace',
    'A acreditação de uma pessoa de ligação foi retirada',
    'The accreditation for an institution was withdrawn',
  ],
  'draw.announced.v1': ['Se anunció un sorteo', 'Um sorteio foi anunciado', 'A draw was announced'],
  'draw.committed.v1': [
    'Una parte se comprometió en un sorteo',
    'Uma parte se comprometeu em um sorteio',
    'A party to a draw committed',
  ],
  'draw.revealed.v1': [
    'Una parte reveló su valor en un sorteo',
    'Uma parte revelou seu valor em um sorteio',
    'A party to a draw revealed its value',
  ],
  'draw.reveal-failed.v1': [
    'Faltó revelar un valor en un sorteo',
    'Faltou revelar um valor em um sorteio',
    'A value of a draw was not revealed',
  ],
  'draw.seeded.v1': [
    'Se registró el valor público de un sorteo',
    'O valor público de um sorteio foi registrado',
    'The public value of a draw was recorded',
  ],
  'draw.drawn.v1': ['Se realizó un sorteo', 'Um sorteio foi realizado', 'The lot was drawn'],
  'bidder.registered.v1': ['Se conoció un licitante', 'Um licitante ficou conhecido', 'A bidder became known'],
  'pact.signed-by-authority.v1': [
    'La entidad firmó el pacto',
    'A entidade assinou o pacto',
    'The contracting authority signed the pact',
  ],
  'pact.signed-by-bidder.v1': [
    'Un licitante firmó el pacto',
    'Um licitante assinou o pacto',
    'A bidder signed the pact',
  ],
  'pact.refused-by-bidder.v1': [
    'Un licitante no firmará el pacto',
    'Um licitante não assinará o pacto',
    'A bidder refused to sign the pact',
  ],
  'pact.text-deposited.v1': [
    'Se depositó el texto del pacto',
    'O texto do pacto foi depositado',
    'The text of the pact was deposited',
  ],
  'pact.breach-reported.v1': [
    'Se denunció un incumplimiento del pacto',
    'Foi denunciado um descumprimento do pacto',
    'A breach of the pact was reported',
  ],
  'pact.breach-answered.v1': [
    'Se respondió a un incumplimiento',
    'Houve resposta a um descumprimento',
    'There is an answer to a breach',
  ],
  'pact.breach-answer-lapsed.v1': [
    'Venció el plazo para responder a un incumplimiento',
    'Venceu o prazo para responder a um descumprimento',
    'The term to answer to a breach passed',
  ],
  'pact.breach-ruled.v1': [
    'Se resolvió sobre un incumplimiento',
    'Foi decidido sobre um descumprimento',
    'A breach was ruled on',
  ],
  'committee.constituted.v1': [
    'Se constituyó la comisión',
    'A comissão foi constituída',
    'The committee is constituted',
  ],
  'committee.term-ended.v1': [
    'Venció el periodo de la comisión',
    'Venceu o mandato da comissão',
    'The term of the committee is over',
  ],
  'committee.extended.v1': [
    'Se prorrogó la comisión',
    'A comissão foi prorrogada',
    'The term of the committee was extended',
  ],
  'committee.dissolved.v1': ['Se disolvió la comisión', 'A comissão foi dissolvida', 'The committee was dissolved'],
  'act.scheduled.v1': ['Hay un acto nuevo', 'Há um novo ato', 'An act is scheduled'],
  'act.rescheduled.v1': ['Un acto cambió de fecha', 'Um ato mudou de data', 'An act has another time'],
  'act.cancelled.v1': ['Se canceló un acto', 'Um ato foi cancelado', 'An act is cancelled'],
  'act.held.v1': ['Se celebró un acto', 'Um ato foi realizado', 'An act was held'],
  'act.not-attended.v1': [
    'El equipo no estuvo en un acto',
    'A equipe não esteve em um ato',
    'The team was not at an act',
  ],
  'act.account-corrected.v1': [
    'Se corrigió la relación de un acto',
    'O relato de um ato foi corrigido',
    'The account of an act was corrected',
  ],
  'award.recorded.v1': ['Se registró el fallo', 'A adjudicação foi registrada', 'The award is on record'],
  'award.corrected.v1': ['Se corrigió el fallo', 'A adjudicação foi corrigida', 'The award was corrected'],
  'flag.raised.v1': ['Hay una bandera roja', 'Há uma bandeira vermelha', 'A red flag was raised'],
  'flag.dismissed.v1': [
    'Se descartó una bandera roja',
    'Uma bandeira vermelha foi descartada',
    'A red flag was dismissed',
  ],
  'flag.turned-into-finding.v1': [
    'Una bandera roja dio lugar a un hallazgo',
    'Uma bandeira vermelha tornou-se um achado',
    'A red flag was turned into a finding',
  ],
  'contract.signed.v1': ['Se firmó el contrato', 'O contrato foi assinado', 'The contract was signed'],
  'contract.amended.v1': ['Se modificó el contrato', 'O contrato foi alterado', 'The contract was amended'],
  'amendment.reviewed.v1': ['Se revisó una modificación', 'Um aditivo foi examinado', 'An amendment was reviewed'],
  'site-visit.planned.v1': ['Hay una visita prevista', 'Há uma visita prevista', 'A visit is planned'],
  'site-visit.rescheduled.v1': ['Una visita cambió de fecha', 'Uma visita mudou de data', 'A visit has another time'],
  'site-visit.settled.v1': [
    'Hay resultado de una visita',
    'Há resultado de uma visita',
    'There is an outcome of a visit',
  ],
  'contract.ended.v1': ['Terminó el contrato', 'O contrato terminou', 'The contract ended'],
  'observation.filed.v1': ['Se presentó una observación', 'Uma observação foi apresentada', 'An observation was filed'],
  'observation.corrected.v1': [
    'Se corrigió una observación',
    'Uma observação foi corrigida',
    'An observation was corrected',
  ],
  'observation.withdrawn.v1': [
    'Se retiró una observación',
    'Uma observação foi retirada',
    'An observation was withdrawn',
  ],
  'embargo.extended.v1': ['Se prolongó un embargo', 'Um embargo foi prorrogado', 'An embargo was extended'],
  'embargo.ended.v1': ['Terminó un embargo', 'Um embargo terminou', 'An embargo ended'],
  'release.proposed.v1': [
    'Se propuso abrir una observación',
    'Foi proposta a abertura de uma observação',
    'It is proposed to open an observation',
  ],
  'observation.released.v1': ['Se abrió una observación', 'Uma observação foi aberta', 'An observation was opened'],
  'finding.notified.v1': [
    'Se puso un hallazgo en conocimiento de la entidad',
    'Um achado foi levado à entidade',
    'A finding was put to the contracting authority',
  ],
  'finding.replied.v1': ['Hay respuesta a un hallazgo', 'Há resposta a um achado', 'There is a reply to a finding'],
  'reply.lapsed.v1': [
    'Venció el plazo para responder a un hallazgo',
    'Venceu o prazo para responder a um achado',
    'The time to reply to a finding passed',
  ],
  'question.asked.v1': ['Hay una pregunta', 'Há uma pergunta', 'There is a question'],
  'question.answered.v1': ['Se respondió una pregunta', 'Uma pergunta foi respondida', 'A question was answered'],
  'answer.overdue.v1': [
    'Venció el plazo de una respuesta',
    'Venceu o prazo de uma resposta',
    'The time to answer a question passed',
  ],
  'escalation.sent.v1': [
    'Se envió un escalamiento',
    'Um escalonamento foi enviado',
    'Findings were sent to a control authority',
  ],
  'non-escalation.reasoned.v1': [
    'Se razonó por qué no se escala un hallazgo',
    'Foi justificado por que um achado não é escalonado',
    'It was reasoned why a finding is not escalated',
  ],
  'escalation.delivered.v1': [
    'Se entregó un escalamiento',
    'Um escalonamento foi entregue',
    'An escalation was delivered',
  ],
  'escalation.acknowledged.v1': [
    'Se acusó recibo de un escalamiento',
    'O recebimento de um escalonamento foi confirmado',
    'An escalation was acknowledged',
  ],
  'escalation.review-begun.v1': [
    'Empezó la revisión de un escalamiento',
    'Começou o exame de um escalonamento',
    'The review of an escalation began',
  ],
  'escalation.answered.v1': [
    'Se respondió un escalamiento',
    'Um escalonamento foi respondido',
    'An escalation was answered',
  ],
  'escalation.lapsed.v1': [
    'Venció el plazo de un escalamiento',
    'Venceu o prazo de um escalonamento',
    'The term of an escalation passed',
  ],
  'escalation.answer-revised.v1': [
    'Hay una respuesta nueva a un escalamiento',
    'Há uma nova resposta a um escalonamento',
    'An escalation was answered anew',
  ],
  'escalation.next-tier-declined.v1': [
    'No se acudirá a la autoridad propuesta',
    'Não se recorrerá à autoridade proposta',
    'The proposed authority is not asked',
  ],
  'finding.escalation-overdue.v1': [
    'Venció el plazo para escalar un hallazgo grave',
    'Venceu o prazo para escalonar um achado grave',
    'The term to escalate a grave finding passed',
  ],
  'proceeding.recorded.v1': [
    'Se registró una sanción o un procedimiento',
    'Foi registrada uma sanção ou um processo',
    'A sanction or a proceeding was recorded',
  ],
  'proceeding.moved.v1': [
    'Avanzó una sanción o un procedimiento',
    'Avançou uma sanção ou um processo',
    'A sanction or a proceeding moved on',
  ],
  'recommendation.responded.v1': [
    'Se respondió a una recomendación',
    'Uma recomendação foi respondida',
    'A recommendation was responded to',
  ],
  'recommendation.followed-up.v1': [
    'Se dio seguimiento a una recomendación',
    'Uma recomendação foi acompanhada',
    'A recommendation was followed up',
  ],
  'recommendation.overdue.v1': [
    'Venció el plazo de una recomendación',
    'Venceu o prazo de uma recomendação',
    'The due date of a recommendation passed',
  ],
  'tip.received.v1': ['Llegó un aviso ciudadano', 'Chegou um aviso do cidadão', 'A tip came in'],
  'tip.added-to.v1': ['Se amplió un aviso ciudadano', 'Um aviso do cidadão foi ampliado', 'A tip was added to'],
  'tip.answered.v1': ['Se respondió un aviso ciudadano', 'Um aviso do cidadão foi respondido', 'A tip was answered'],
  'tip.overdue.v1': [
    'Venció el plazo para responder un aviso ciudadano',
    'Venceu o prazo para responder um aviso do cidadão',
    'The term to answer a tip passed',
  ],
  'tip.made-lead.v1': [
    'El equipo recibió un aviso como pista',
    'A equipe recebeu um aviso como pista',
    'The team was given a tip as a lead',
  ],
  'document.declared.v1': ['Se anunció un documento', 'Um documento foi anunciado', 'A document was announced'],
  'document.arrived.v1': ['Llegó un documento', 'Um documento chegou', 'A document arrived'],
  'document.usable.v1': [
    'Un documento pasó la revisión',
    'Um documento passou na verificação',
    'A document passed its check',
  ],
  'document.refused.v1': ['Un documento no se aceptó', 'Um documento não foi aceito', 'A document was not taken'],
  'document.read.v1': ['Se consultó un documento', 'Um documento foi consultado', 'A document was read'],
  'document.bundled.v1': [
    'Se entregaron documentos en un paquete de evidencia',
    'Documentos foram entregues em um pacote de evidência',
    'Documents were given in a bundle of evidence',
  ],
  'report.drafted.v1': ['Hay un borrador de informe', 'Há uma minuta de relatório', 'A report was drafted'],
  'report.redrafted.v1': ['Se reescribió un informe', 'Um relatório foi reescrito', 'A draft was written anew'],
  'report.sent-for-reply.v1': [
    'Un informe espera comentarios',
    'Um relatório aguarda comentários',
    'A draft awaits comments',
  ],
  'report.commented.v1': [
    'Hay comentarios a un informe',
    'Há comentários a um relatório',
    'There are comments on a draft',
  ],
  'report.signed.v1': ['Se firmó un informe', 'Um relatório foi assinado', 'A report was signed'],
  'report.voted.v1': ['Hubo un voto sobre un informe', 'Houve um voto sobre um relatório', 'A report was voted on'],
  'report.adopted.v1': ['Se adoptó un informe', 'Um relatório foi adotado', 'A report was adopted'],
  'report.published.v1': ['Se publicó un informe', 'Um relatório foi publicado', 'A report was published'],
  ...ASSESSMENT_NOTICES,
  'team.inactive.v1': ['El equipo está inactivo', 'A equipe está inativa', 'Nothing was heard of the team'],
  'term.reminded.v1': ['Un plazo está por vencer', 'Um prazo está para vencer', 'A term comes to its end soon'],
  'roster.entry-added.v1': ['Usted entró al padrón', 'Você entrou no cadastro', 'You were entered in the roster'],
  'roster.entry-corrected.v1': [
    'Se corrigió su ficha en el padrón',
    'Seu registro no cadastro foi corrigido',
    'Your entry in the roster was corrected',
  ],
  'accreditation.granted.v1': ['Se le acreditó', 'Você foi acreditado', 'You were accredited'],
  'accreditation.renewed.v1': [
    'Se renovó su acreditación',
    'Sua acreditação foi renovada',
    'Your accreditation was renewed',
  ],
  'accreditation.suspended.v1': [
    'Se suspendió su acreditación',
    'Sua acreditação foi suspensa',
    'Your accreditation was suspended',
  ],
  'accreditation.reinstated.v1': [
    'Se restableció su acreditación',
    'Sua acreditação foi restabelecida',
    'Your accreditation holds again',
  ],
  'accreditation.removed.v1': [
    'Se retiró su acreditación',
    'Sua acreditação foi retirada',
    'Your accreditation was taken away',
  ],
};

const isNamed = (kind: string): kind is keyof typeof NOTICE_WORDS => Object.hasOwn(NOTICE_WORDS, kind);

/** What a fact is called in a language; one that no list names is called something new. */
export const saysOf = (kind: string, language: Language): string =>
  inLanguage((isNamed(kind) ? NOTICE_WORDS[kind] : undefined) ?? GENERAL, language);
