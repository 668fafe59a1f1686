import type { AgendaItem } from '../../domain/agenda/item.ts';
import type { Language } from '../../domain/languages.ts';

type Task = AgendaItem['what'];

interface Words {
  readonly calendar: string;
  readonly suspended: string;
  /** Stands for what is undisclosed. */
  readonly undisclosed: string;
  readonly tasks: Readonly<Record<Task, string>>;
}

/** What a feed says beside the title of a case. What is confidential never stands in one, and what is undisclosed without its task. */
export const FEED_WORDS: Readonly<Record<Language, Words>> = {
  es: {
    calendar: 'Veedor: agenda',
    suspended: 'suspendido',
    undisclosed: 'Plazo reservado',
    tasks: {
      'answer-proposal': 'Responder la propuesta',
      'sign-declaration': 'Firmar la declaración',
      'reply-to-finding': 'Respuesta al hallazgo',
      'escalate-or-explain': 'Tarea del equipo',
      'answer-question': 'Respuesta a la pregunta del equipo',
      'answer-authority-question': 'Respuesta a la pregunta de la autoridad',
      'answer-escalation': 'Respuesta al escalamiento',
      'choose-next-tier': 'Decidir sobre la siguiente instancia de control',
      'comment-on-report': 'Comentarios al informe',
      'publish-report': 'Publicar el informe',
      'follow-up-recommendation': 'Seguimiento de una recomendación',
      'check-sustained': 'Comprobación de que lo logrado se mantiene',
      'answer-tip': 'Responder al aviso ciudadano',
      'answer-breach': 'Tarea confidencial',
      'extend-or-dissolve': 'Prorrogar o disolver la comisión',
      'reveal-for-draw': 'Revelar para el sorteo',
      'record-public-value': 'Registrar el valor público del sorteo',
      'attend-act': 'Acto',
      'visit-site': 'Visita',
    },
  },
  pt: {
    calendar: 'Veedor: agenda',
    suspended: 'suspenso',
    undisclosed: 'Prazo reservado',
    tasks: {
      'answer-proposal': 'Responder à proposta',
      'sign-declaration': 'Assinar a declaração',
      'reply-to-finding': 'Resposta ao achado',
      'escalate-or-explain': 'Tarefa da equipe',
      'answer-question': 'Resposta à pergunta da equipe',
      'answer-authority-question': 'Resposta à pergunta da autoridade',
      'answer-escalation': 'Resposta ao escalonamento',
      'choose-next-tier': 'Decidir sobre a próxima instância de controle',
      'comment-on-report': 'Comentários ao relatório',
      'publish-report': 'Publicar o relatório',
      'follow-up-recommendation': 'Acompanhamento de uma recomendação',
      'check-sustained': 'Verificação de que o alcançado se mantém',
      'answer-tip': 'Responder ao aviso do cidadão',
      'answer-breach': 'Tarefa confidencial',
      'extend-or-dissolve': 'Prorrogar ou dissolver a comissão',
      'reveal-for-draw': 'Revelar para o sorteio',
      'record-public-value': 'Registrar o valor público do sorteio',
      'attend-act': 'Ato',
      'visit-site': 'Visita',
    },
  },
  en: {
    calendar: 'Veedor: agenda',
    suspended: 'suspended',
    undisclosed: 'Confidential term',
    tasks: {
      'answer-proposal': 'Answer the proposal',
      'sign-declaration': 'Sign the declaration',
      'reply-to-finding': 'Reply to a finding',
      'escalate-or-explain': 'Task of the team',
      'answer-question': 'Answer to a question of the team',
      'answer-authority-question': 'Answer to a question of the authority',
      'answer-escalation': 'Answer to an escalation',
      'choose-next-tier': 'Decide about the next control authority',
      'comment-on-report': 'Comments on the report',
      'publish-report': 'Publish the report',
      'follow-up-recommendation': 'Follow-up of a recommendation',
      'check-sustained': 'Check that what was achieved still stands',
      'answer-tip': 'Answer the tip',
      'answer-breach': 'Confidential task',
      'extend-or-dissolve': 'Extend or dissolve the committee',
      'reveal-for-draw': 'Reveal for the draw',
      'record-public-value': 'Record the public value of the draw',
      'attend-act': 'Act',
      'visit-site': 'Visit',
    },
  },
};
