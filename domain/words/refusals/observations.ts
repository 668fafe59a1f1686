import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about observations and findings, their seals, and questions. */
export const OBSERVATION_REFUSALS = {
  'observation-unknown': [
    'No hay una observación así en este caso, o usted no puede verla. Elíjala de la lista de observaciones.',
    'Não há uma observação assim neste caso, ou você não pode vê-la. Escolha-a na lista de observações.',
    'There is no such observation in this case, or none that you may see. Choose one of its observations.',
  ],
  'observed-before-the-case': [
    'Lo observado es anterior a la apertura del caso, que solo reúne lo que vio su equipo. Revise la fecha.',
    'O observado é anterior à abertura do caso, que só reúne o que sua equipe viu. Confira a data.',
    'The observation is older than the case, which only holds what its team saw. Check the date.',
  ],
  'finding-incomplete': [
    'A un hallazgo le hacen falta la categoría, la gravedad y la norma en que se funda, o por qué no se cita ninguna. Complételos.',
    'Um achado precisa da categoria, da gravidade e da norma em que se funda, ou do motivo de não citar nenhuma. Complete-os.',
    'A finding needs a category, a severity, and a legal basis or the reason why none is cited. Complete what is missing.',
  ],
  'not-a-finding': [
    'Esto es solo para hallazgos. Elija uno; a otra observación quítele la categoría y la gravedad.',
    'Isto é só para achados. Escolha um; de outra observação, retire a categoria e a gravidade.',
    'This is for findings alone. Choose one; take category and severity off any other observation.',
  ],
  'finding-notified': [
    'Este hallazgo ya se notificó a la entidad contratante. Espere su respuesta.',
    'Este achado já foi notificado ao órgão contratante. Aguarde a resposta.',
    'This finding was put to the contracting authority already. Wait for its reply.',
  ],
  'finding-replied': [
    'La entidad contratante ya respondió a este hallazgo: se responde una sola vez.',
    'O órgão contratante já respondeu a este achado: responde-se uma única vez.',
    'The contracting authority replied to this finding already: it is answered once.',
  ],
  'not-the-author': [
    'Esto lo hace solo quien presentó la observación; sobre el fin de su sello decide también la coordinación. Pídaselo.',
    'Só quem apresentou a observação faz isto; sobre o fim do sigilo decide também a coordenação. Faça-lhe o pedido.',
    'Only whoever filed the observation does this; on the end of its seal the coordinator decides too. Ask them.',
  ],
  'observation-withdrawn': [
    'Esta observación fue retirada y queda como está. Si hay algo más que decir, presente una nueva.',
    'Esta observação foi retirada e fica como está. Se há mais a dizer, apresente uma nova.',
    'This observation was withdrawn and stays as it is. File a new one where there is more to say.',
  ],
  'corrections-too-many': [
    'La observación se corrigió tantas veces como permite el registro. Retírela y presente una nueva.',
    'A observação foi corrigida tantas vezes quanto o registro permite. Retire-a e apresente uma nova.',
    'The observation was corrected as often as a record can hold. Withdraw it and file a new one.',
  ],
  'visibility-widened': [
    'Una corrección no cambia quién puede leer la observación; solo la que espera el fallo puede hacerse reservada. Déjelo como está.',
    'Uma correção não muda quem pode ler a observação; só a que espera a adjudicação pode tornar-se reservada. Deixe como está.',
    'A correction does not change who may read it; only one that waits for the award can become restricted. Leave that as it is.',
  ],
  'not-embargoed': [
    'Solo se prolonga el sello de una observación que espera el fallo y sigue sellada. Elija una así.',
    'Só se prorroga o sigilo de uma observação que espera a adjudicação e continua sob sigilo. Escolha uma assim.',
    'Only the seal of an observation that waits for the award and is still sealed can be extended. Choose such a one.',
  ],
  'embargo-end-unfit': [
    'El sello debe terminar después de hoy y de su fin actual, y antes del máximo que permite la norma. Elija otra fecha.',
    'O sigilo deve terminar depois de hoje e do seu fim atual, e antes do máximo que a norma permite. Escolha outra data.',
    'The seal must end after today and its present end, and before the longest term that the rules allow. Choose another date.',
  ],
  'not-restricted': [
    'Dos personas abren solo una observación reservada que sigue sellada. Elija una así.',
    'Duas pessoas abrem só uma observação reservada que continua sob sigilo. Escolha uma assim.',
    'Only a restricted observation that is still sealed is opened by two people. Choose such a one.',
  ],
  'release-proposed': [
    'Ya se propuso abrir esta observación. Falta que la coordinación esté de acuerdo.',
    'Já foi proposta a abertura desta observação. Falta que a coordenação concorde.',
    'It is proposed already that this observation be opened. A coordinator must agree.',
  ],
  'release-not-proposed': [
    'Nadie del equipo ha propuesto abrir esta observación como está ahora. Primero debe proponerlo quien la presentó.',
    'Ninguém da equipe propôs abrir esta observação como está agora. Primeiro, quem a apresentou deve propor.',
    'Nobody of the team proposed to open this observation as it stands now. Its author proposes it first.',
  ],
  'second-person-needed': [
    'Una observación reservada la abren dos personas: debe confirmarlo alguien que no la presentó ni propuso abrirla.',
    'Duas pessoas abrem uma observação reservada: deve confirmar alguém que não a apresentou nem propôs abri-la.',
    'Two people open a restricted observation: somebody must confirm who neither filed it nor proposed to open it.',
  ],
  'question-unknown': [
    'No hay en este caso una pregunta así que le corresponda. Elíjala de la lista de preguntas.',
    'Não há neste caso uma pergunta assim que caiba a você. Escolha-a na lista de perguntas.',
    'There is no such question for you in this case. Choose one of its questions.',
  ],
  'question-answered': [
    'Esta pregunta ya tiene respuesta: se responde una sola vez.',
    'Esta pergunta já tem resposta: responde-se uma única vez.',
    'This question was answered already: it is answered once.',
  ],
  'answers-itself': [
    'Nadie responde a una pregunta de su propia parte. Debe responder alguien de la parte a la que se preguntó.',
    'Ninguém responde a uma pergunta da sua própria parte. Deve responder alguém da parte a quem se perguntou.',
    'Nobody answers a question of their own side. Somebody of the side that was asked must answer it.',
  ],
  'team-asked': [
    'La entidad contratante ya preguntó al equipo sobre este informe: se pregunta una vez por informe.',
    'O órgão contratante já perguntou à equipe sobre este relatório: pergunta-se uma vez por relatório.',
    'The team was asked about this report already: the contracting authority asks once for each report.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
