import type { Words } from '../languages.ts';

/** When each milestone is achieved (rulebook, section 9). */
export const ACHIEVED_WHEN = {
  'watch-in-place': [
    'El equipo quedó designado antes del primer acto de la licitación.',
    'A equipe foi designada antes do primeiro ato da licitação.',
    'Appointment was left before the tender’s first act.',
  ],
  'acts-watched': [
    'El equipo asistió a todos los actos de la licitación y de la adjudicación; las faltas cuentan como no logrado, salvo que la autoridad haya obstruido.',
    'A equipe assistiu a todos os atos da licitação e da adjudicação; as faltas contam como não alcançado, salvo se a autoridade obstruiu.',
    'Every act of tender and award was attended; missed ones count as not achieved unless the authority obstructed.',
  ],
  'award-reviewed-in-time': [
    'El informe sobre la adjudicación se adoptó antes de la firma del contrato.',
    'O relatório sobre a adjudicação foi adotado antes da assinatura do contrato.',
    'The award report was adopted before the contract was signed.',
  ],
  'irregularities-answered': [
    'Todo escalamiento se respondió dentro de su plazo.',
    'Todo escalonamento foi respondido dentro do prazo.',
    'Every escalation was answered within its term.',
  ],
  'irregularities-remedied': [
    'Todo hallazgo con código de remedio quedó eliminado; se muestra la proporción.',
    'Todo achado com código de remédio foi eliminado; mostra-se a proporção.',
    'Every finding with a remedy code is eliminated; the share is shown.',
  ],
  'report-on-time': [
    'El informe final se publicó dentro del plazo del perfil normativo.',
    'O relatório final foi publicado dentro do prazo do perfil normativo.',
    'The final report was published within the profile’s term.',
  ],
  'recommendations-taken-up': [
    'Toda recomendación tuvo al menos una respuesta concreta en su fecha; se muestra la proporción.',
    'Toda recomendação teve ao menos uma resposta concreta na sua data; mostra-se a proporção.',
    'Every recommendation reached at least concrete feedback by its due date; the share is shown.',
  ],
  sustained: [
    'El seguimiento, pasados los meses del perfil normativo, no encontró nada deshecho.',
    'O acompanhamento, passados os meses do perfil normativo, não encontrou nada desfeito.',
    'Follow-up after the profile’s months found nothing undone.',
  ],
  'documents-accessible': [
    'Se obtuvo, completo y a tiempo, todo documento aplicable de las listas de acceso.',
    'Todo documento aplicável das listas de acesso foi obtido, completo e no prazo.',
    'Every applicable document of the access checklists was obtained, complete and in time.',
  ],
  'acts-open': [
    'Ningún acto fue obstruido y la ciudadanía pudo entrar donde el perfil normativo dice que es público.',
    'Nenhum ato foi obstruído e os cidadãos puderam entrar onde o perfil normativo diz que é público.',
    'No act was obstructed, and citizens were admitted where the profile says public.',
  ],
  'published-as-it-happens': [
    'Cada observación se puede leer desde que se presenta o, si está bajo reserva, desde que la reserva termina: se abre sola, sin días de espera.',
    'Cada observação pode ser lida desde que é apresentada ou, se está sob sigilo, desde que o sigilo termina: abre-se sozinha, sem dias de espera.',
    'Every observation can be read once it is filed or, where it is sealed, once its seal ends: it opens by itself, without days of waiting.',
  ],
  'citizens-heard': [
    'La puerta de avisos está abierta y cada uno se responde a tiempo, con código y razón.',
    'A porta de avisos está aberta e cada um é respondido no prazo, com código e razão.',
    'Tips are open, and each is answered with a code and a reason in time.',
  ],
  'authority-answers': [
    'Toda pregunta se respondió a tiempo.',
    'Toda pergunta foi respondida no prazo.',
    'Every question was answered in time.',
  ],
  'report-open': [
    'El informe final es público como página, PDF y datos (OCDS), con licencia abierta.',
    'O relatório final é público como página, PDF e dados (OCDS), com licença aberta.',
    'The final report is public as page, PDF and data (OCDS), under an open licence.',
  ],
  'participation-scope': [
    'Hay pruebas del nivel de participación que el caso declara, desde informar hasta empoderar (espectro IAP2).',
    'Há provas do nível de participação que o caso declara, de informar a empoderar (espectro IAP2).',
    'There is evidence of the level of participation that the case claims, from inform to empower (IAP2 spectrum).',
  ],
} as const satisfies Record<string, Words>;

export type MilestoneName = keyof typeof ACHIEVED_WHEN;
