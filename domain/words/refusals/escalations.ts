import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about escalations to control authorities, their answers, and what these lead to. */
export const ESCALATION_REFUSALS = {
  'control-authority-unknown': [
    'La norma de este caso no tiene esa autoridad de control. Elija una de la lista.',
    'A norma deste caso não tem essa autoridade de controle. Escolha uma da lista.',
    'The rules of this case have no such control authority. Choose one of the list.',
  ],
  'escalation-unknown': [
    'No hay un escalamiento así en este caso, o no le corresponde a usted. Elíjalo de la lista de escalamientos.',
    'Não há um escalonamento assim neste caso, ou ele não cabe a você. Escolha-o na lista de escalonamentos.',
    'There is no such escalation in this case, or it is not yours to deal with. Choose one of its escalations.',
  ],
  'escalation-state': [
    'El escalamiento no está en un estado que permita esto. Vea en la página del caso cómo está.',
    'O escalonamento não está em um estado que permita isto. Veja na página do caso como ele está.',
    'The escalation is not in a state that allows this. See on the page of the case where it stands.',
  ],
  'tier-escalated': [
    'Uno de los hallazgos ya se envió a este nivel de control, al que se acude una vez. Quítelo, o elija otro nivel.',
    'Um dos achados já foi enviado a este nível de controle, ao qual se recorre uma vez. Retire-o, ou escolha outro nível.',
    'One of the findings was sent to this tier of control already, and each is asked once. Leave it out, or choose another tier.',
  ],
  'nothing-proposed': [
    'Después de este escalamiento no se propone otra autoridad, o ya se decidió. Si corresponde, escale los hallazgos directamente.',
    'Depois deste escalonamento não se propõe outra autoridade, ou já se decidiu. Se couber, escalone os achados diretamente.',
    'No authority is proposed after this escalation, or that was settled. Escalate the findings by hand if that is right.',
  ],
  'next-tier-unfit': [
    'Esa autoridad de control no es de las que se proponen ahora. Elija una de ellas.',
    'Essa autoridade de controle não é uma das que se propõem agora. Escolha uma delas.',
    'This control authority is none of those that are proposed now. Choose one of them.',
  ],
  'finding-escalated': [
    'Uno de los hallazgos ya se envió a esa autoridad de control, o ya consta por qué no se escala. Déjelo fuera.',
    'Um dos achados já foi enviado a essa autoridade de controle, ou já consta por que não se escalona. Deixe-o de fora.',
    'One of the findings was sent to that control authority, or it is on record why it is not escalated. Leave it out.',
  ],
  'not-grave': [
    'Solo un hallazgo grave necesita que se explique por qué no se escala. Este no lo es.',
    'Só um achado grave precisa que se explique por que não é escalonado. Este não é.',
    'Only a grave finding needs a reason for not being escalated. This one is not grave.',
  ],
  'remedies-incomplete': [
    'Cada remedio va con un hallazgo de este escalamiento, una sola vez. Revise si falta uno que el resultado pide, o sobra alguno.',
    'Cada remédio vai com um achado deste escalonamento, uma única vez. Confira se falta um que o resultado pede, ou sobra algum.',
    'Each remedy belongs to one finding of this escalation, once. Check whether one that the outcome asks for is missing, or one is too many.',
  ],
  'outcome-contradicts': [
    'Los remedios no van con este resultado. Cambie los remedios o elija otro resultado.',
    'Os remédios não combinam com este resultado. Mude os remédios ou escolha outro resultado.',
    'The remedies contradict the outcome. Change the remedies, or choose another outcome.',
  ],
  'outcome-incomplete': [
    'A este resultado le falta un dato, o lleva uno que es de otro resultado. Llene solo los campos que pide.',
    'A este resultado falta um dado, ou ele traz um que é de outro resultado. Preencha só os campos que ele pede.',
    'This outcome lacks something, or says what belongs to another one. Fill in the fields that it asks for, and no other.',
  ],
  'inspection-date-past': [
    'La inspección no puede planearse para un día que ya pasó. Elija hoy o un día posterior.',
    'A inspeção não pode ser planejada para um dia que já passou. Escolha hoje ou um dia posterior.',
    'An inspection is not planned for a day that is over. Choose today or a later day.',
  ],
  'answers-too-many': [
    'El escalamiento se respondió tantas veces como permite el registro. No se puede agregar otra respuesta.',
    'O escalonamento foi respondido tantas vezes quanto o registro permite. Não é possível acrescentar outra resposta.',
    'The escalation was answered as often as a record can hold. No other answer can be added.',
  ],
  'proceeding-unknown': [
    'No hay un procedimiento así en este caso, o usted no puede verlo. Elíjalo de la lista de procedimientos.',
    'Não há um procedimento assim neste caso, ou você não pode vê-lo. Escolha-o na lista de procedimentos.',
    'There is no such proceeding in this case that you may see. Choose one of its proceedings.',
  ],
  'proceeding-unlinked': [
    'Diga de qué escalamiento o de qué hallazgos viene este procedimiento. Una autoridad de control indica su escalamiento.',
    'Diga de que escalonamento ou de que achados vem este procedimento. Uma autoridade de controle indica seu escalonamento.',
    'Say which escalation or which findings this proceeding follows from. A control authority names its escalation.',
  ],
  'proceeding-known': [
    'Este procedimiento ya consta, con el mismo tipo y número. Registre ahí en qué va ahora.',
    'Este procedimento já consta, com o mesmo tipo e número. Registre nele em que ponto está agora.',
    'This proceeding is on record already, under its kind and number. Record there where it stands now.',
  ],
  'proceeding-unexplained': [
    'El procedimiento ya va adelantado. Explique en la nota cómo llegó a ese punto, o regístrelo desde su comienzo.',
    'O procedimento já está adiantado. Explique na nota como chegou a esse ponto, ou registre-o desde o começo.',
    'The proceeding is well under way already. Tell in the note how it came there, or record it from its beginning.',
  ],
  'proceeding-state': [
    'Esto no puede seguir al punto en que está el procedimiento. Elija uno de los pasos que sí pueden seguir.',
    'Isto não pode vir depois do ponto em que o procedimento está. Escolha um dos passos que podem vir.',
    'This cannot follow from where the proceeding stands. Choose one of the steps that can.',
  ],
  'proceeding-date-unfit': [
    'Esa fecha es futura, o anterior al paso previo del procedimiento o a lo que le dio lugar. Revísela.',
    'Essa data é futura, ou anterior ao passo prévio do procedimento ou ao que lhe deu origem. Confira-a.',
    'This date lies in the future, or before the last step of the proceeding or what it follows from. Check it.',
  ],
  'proceeding-steps-too-many': [
    'El procedimiento avanzó tantas veces como permite el registro. Registre otro que continúe desde este.',
    'O procedimento avançou tantas vezes quanto o registro permite. Registre outro que continue a partir deste.',
    'The proceeding moved as often as a record can hold. Record another one that goes on from it.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
