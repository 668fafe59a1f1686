import type { DIALOGUE } from '../acts/dialogue.ts';
import type { ESCALATIONS } from '../acts/escalations.ts';
import type { OBSERVATIONS } from '../acts/observations.ts';
import type { REPORTS } from '../acts/reports.ts';
import type { ActSaid } from './act-words.ts';

type Named<Table> = Readonly<Record<keyof Table, ActSaid>>;

const OBSERVATION_ACTS: Named<typeof OBSERVATIONS> = {
  'file-observation': {
    does: ['Presentar una observación', 'Apresentar uma observação', 'File an observation'],
    says: [
      'Lo que escribe se guarda en este equipo hasta que quede en el registro.',
      'O que escreve fica guardado neste aparelho até estar no registro.',
      'What you write is kept on this device until it is on record.',
    ],
  },
  'correct-observation': {
    does: ['Corregir', 'Corrigir', 'Correct'],
    says: [
      'Se guarda como una versión nueva. La anterior queda al lado y se puede leer.',
      'É guardada como uma nova versão. A anterior fica ao lado e pode ser lida.',
      'It is kept as a new version. The one before stays beside it and can be read.',
    ],
  },
  'withdraw-observation': {
    does: ['Retirar', 'Retirar', 'Withdraw'],
    says: [
      'Queda en el registro, marcada como retirada y con su motivo.',
      'Fica no registro, marcada como retirada e com o seu motivo.',
      'It stays on record, marked as withdrawn and with your reason.',
    ],
  },
  'notify-finding': {
    does: [
      'Notificar el hallazgo a la entidad',
      'Notificar o achado ao órgão contratante',
      'Put the finding to the authority',
    ],
    says: [
      'La entidad podrá leer el hallazgo y empieza su plazo para responder.',
      'O órgão contratante poderá ler o achado e começa o seu prazo para responder.',
      'The authority can then read the finding, and its term to reply begins.',
    ],
  },
  'reply-to-finding': {
    does: ['Responder al hallazgo', 'Responder ao achado', 'Reply to the finding'],
    says: [
      'Se responde una sola vez. La respuesta se publica junto con el hallazgo.',
      'Responde-se uma só vez. A resposta é publicada junto com o achado.',
      'You reply once. The reply is published beside the finding.',
    ],
  },
  'reason-non-escalation': {
    does: ['Explicar por qué no se escala', 'Explicar por que não se escalona', 'Say why it is not escalated'],
  },
  'extend-embargo': {
    does: ['Alargar el sello', 'Prorrogar o sigilo', 'Extend the seal'],
    says: [
      'Seguirá sellada hasta esa fecha aunque se registre el fallo.',
      'Continuará em sigilo até essa data, mesmo que a adjudicação seja registrada.',
      'It stays sealed until that date although the award is on record.',
    ],
  },
  'propose-release': {
    does: ['Proponer que se abra', 'Propor que seja aberta', 'Propose to open it'],
    says: [
      'Se abre solo si otra persona está de acuerdo. Piense en quién necesita protección.',
      'Só se abre se outra pessoa concordar. Pense em quem precisa de proteção.',
      'It opens only if a second person agrees. Think of who needs protection.',
    ],
  },
  'release-observation': {
    does: ['Abrir la observación', 'Abrir a observação', 'Open the observation'],
    says: [
      'Todo el mundo podrá leerla. No se puede volver a cerrar.',
      'Todos poderão lê-la. Não pode ser fechada de novo.',
      'Everybody will be able to read it. It cannot be closed again.',
    ],
  },
};

const DIALOGUE_ACTS: Named<typeof DIALOGUE> = {
  'ask-question': {
    does: ['Preguntar a la entidad', 'Perguntar ao órgão contratante', 'Ask the authority'],
    says: [
      'La entidad tiene un plazo para responder, y pregunta y respuesta quedan en el registro.',
      'O órgão contratante tem um prazo para responder, e pergunta e resposta ficam no registro.',
      'The authority has a term to answer; question and answer stay on record.',
    ],
  },
  'answer-question': { does: ['Responder la pregunta', 'Responder à pergunta', 'Answer the question'] },
  'answer-authority-question': {
    does: ['Responder a la entidad', 'Responder ao órgão contratante', 'Answer the authority'],
  },
  'dismiss-flag': { does: ['Descartar con un motivo', 'Descartar com um motivo', 'Dismiss with a reason'] },
  'turn-flag-into-finding': {
    does: ['Ligar a un hallazgo', 'Ligar a um achado', 'Tie to a finding'],
    says: [
      'Primero presente el hallazgo; aquí se liga la bandera con él.',
      'Primeiro apresente o achado; aqui o sinal é ligado a ele.',
      'File the finding first; here the flag is tied to it.',
    ],
  },
  'make-tip-lead': {
    does: ['Dar como pista al equipo', 'Dar como pista à equipe', 'Give to the team as a lead'],
    says: [
      'El equipo leerá el texto. El nombre y el contacto se quedan con la coordinación.',
      'A equipe lerá o texto. O nome e o contato ficam com a coordenação.',
      'The team will read the text. Name and contact stay with the coordinator.',
    ],
  },
  'answer-tip': {
    does: ['Responder el aviso', 'Responder ao aviso', 'Answer the tip'],
    says: [
      'Se responde una sola vez. Quien envió el aviso la lee con su código.',
      'Responde-se uma só vez. Quem enviou o aviso a lê com o seu código.',
      'It is answered once. Whoever sent the tip reads it with their code.',
    ],
  },
};

const REPORT_ACTS: Named<typeof REPORTS> = {
  'draft-report': {
    does: ['Redactar el informe de la etapa', 'Redigir o relatório da etapa', 'Draft the report on the stage'],
    says: [
      'Cite cada observación presentada desde el informe anterior, o diga por qué queda fuera.',
      'Cite cada observação apresentada desde o relatório anterior, ou diga por que fica de fora.',
      'Cite every observation filed since the report before, or say why it is left out.',
    ],
  },
  'redraft-report': {
    does: ['Volver a redactar', 'Redigir de novo', 'Write anew'],
    says: [
      'Las firmas y los votos sobre el texto anterior dejan de contar.',
      'As assinaturas e os votos sobre o texto anterior deixam de valer.',
      'Signatures and votes on the former text no longer count.',
    ],
  },
  'send-report-for-reply': {
    does: [
      'Enviar a la entidad para comentarios',
      'Enviar ao órgão contratante para comentários',
      'Send to the authority for comments',
    ],
  },
  'comment-on-report': {
    does: ['Comentar el borrador', 'Comentar o rascunho', 'Comment on the draft'],
    says: [
      'Se comenta una sola vez. Los comentarios se publican con el informe.',
      'Comenta-se uma só vez. Os comentários são publicados com o relatório.',
      'You comment once. The comments are published with the report.',
    ],
  },
  'ask-team': {
    does: ['Preguntar al equipo', 'Perguntar à equipe', 'Ask the team'],
    says: ['Una sola pregunta por informe.', 'Uma só pergunta por relatório.', 'One question for each report.'],
  },
  'sign-report': {
    does: ['Firmar el informe', 'Assinar o relatório', 'Sign the report'],
    says: ['Su firma lo adopta.', 'A sua assinatura o adota.', 'Your signature adopts it.'],
  },
  'vote-on-report': {
    does: ['Votar', 'Votar', 'Vote'],
    says: [
      'El voto que hace mayoría adopta el informe. Un voto en contra lleva su voto particular.',
      'O voto que faz maioria adota o relatório. Um voto contra leva o seu voto divergente.',
      'The vote that makes the majority adopts the report. A vote against carries its dissent.',
    ],
  },
  'publish-report': {
    does: ['Publicar el informe', 'Publicar o relatório', 'Publish the report'],
    says: [
      'Todo el mundo podrá leerlo, con los comentarios y los votos particulares.',
      'Todos poderão lê-lo, com os comentários e os votos divergentes.',
      'Everybody will be able to read it, with the comments and the dissents.',
    ],
  },
  'follow-up-recommendation': {
    does: ['Registrar el seguimiento', 'Registrar o acompanhamento', 'Record the follow-up'],
  },
  'respond-to-recommendation': {
    does: ['Responder a la recomendación', 'Responder à recomendação', 'Respond to the recommendation'],
  },
};

const ESCALATION_ACTS: Named<typeof ESCALATIONS> = {
  'escalate-findings': {
    does: ['Escalar a una autoridad de control', 'Escalonar a um órgão de controle', 'Escalate to a control authority'],
    says: [
      'Recibe la carta, los hallazgos y sus pruebas, y empieza su plazo para responder.',
      'Recebe a carta, os achados e as suas provas, e começa o seu prazo para responder.',
      'It gets the letter, the findings and their evidence, and its term to answer begins.',
    ],
  },
  'record-delivery': {
    does: ['Registrar la entrega', 'Registrar a entrega', 'Record the delivery'],
  },
  'acknowledge-escalation': {
    does: ['Acusar recibo', 'Acusar o recebimento', 'Acknowledge'],
  },
  'begin-review': { does: ['Iniciar la revisión', 'Iniciar a análise', 'Begin the review'] },
  'answer-escalation': {
    does: ['Responder al escalamiento', 'Responder ao escalonamento', 'Answer the escalation'],
    says: [
      'Según el resultado, cada hallazgo lleva su remedio.',
      'Conforme o resultado, cada achado leva a sua solução.',
      'Depending on the outcome, each finding has its remedy.',
    ],
  },
  'revise-answer': {
    does: ['Responder de nuevo', 'Responder de novo', 'Answer once more'],
    says: [
      'Para lo que resultó después, o para corregir. Las respuestas anteriores quedan.',
      'Para o que resultou depois, ou para corrigir. As respostas anteriores ficam.',
      'For what came of it later, or to correct. The earlier answers stay.',
    ],
  },
  'escalate-further': {
    does: ['Acudir a la siguiente autoridad', 'Recorrer ao próximo órgão', 'Send to the next authority'],
  },
  'decline-next-tier': {
    does: ['No acudir a ella, con un motivo', 'Não recorrer a ele, com um motivo', 'Do not ask it, with a reason'],
  },
  'record-proceeding': {
    does: [
      'Registrar una sanción o un procedimiento',
      'Registrar uma sanção ou um procedimento',
      'Record a sanction or a proceeding',
    ],
    says: [
      'Nombres y números se dicen a todo el mundo solo cuando es firme.',
      'Nomes e números só são ditos a todos quando for definitivo.',
      'Names and numbers are told to everybody only once it is final.',
    ],
  },
  'move-proceeding': {
    does: ['Registrar cómo sigue', 'Registrar como segue', 'Record where it stands now'],
  },
};

export const SPEECH_ACTS = { ...OBSERVATION_ACTS, ...DIALOGUE_ACTS, ...REPORT_ACTS, ...ESCALATION_ACTS };
