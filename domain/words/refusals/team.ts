import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about the team: proposals, declarations, impediments, offices, accreditation and those who act for institutions. */
export const TEAM_REFUSALS = {
  'already-in-team': [
    'Esta persona ya está propuesta o ya es parte del equipo. Elija a otra.',
    'Esta pessoa já está proposta ou já faz parte da equipe. Escolha outra.',
    'This person is proposed or in the team already. Choose somebody else.',
  ],
  'team-full': [
    'Con quienes están propuestos, el equipo ya tiene tantas personas como permite la norma. Antes debe salir alguien.',
    'Contando quem está proposto, a equipe já tem tantas pessoas quanto a norma permite. Antes, alguém precisa sair.',
    'With those who are proposed, the team holds as many people as the rules allow. Somebody must leave first.',
  ],
  'proposal-lapsed': [
    'El plazo para responder a la propuesta ya venció. Pida a la coordinación una propuesta nueva.',
    'O prazo para responder à proposta já venceu. Peça à coordenação uma nova proposta.',
    'The term to answer the proposal is over. Ask the coordinator for a new proposal.',
  ],
  'declaration-missing': [
    'Firme primero la declaración de no tener conflicto de interés en este proceso.',
    'Assine primeiro a declaração de não ter conflito de interesse neste processo.',
    'Sign the declaration of no conflict of interest for this process first.',
  ],
  'already-declared': [
    'Su declaración ya consta en el registro. No hace falta firmarla otra vez.',
    'A sua declaração já consta no registro. Não é preciso assiná-la outra vez.',
    'Your declaration is on record already. There is no need to sign it again.',
  ],
  'questions-unanswered': [
    'Conteste cada una de las preguntas sobre impedimentos, una sola vez.',
    'Responda a cada uma das perguntas sobre impedimentos, uma única vez.',
    'Answer each of the questions on impediments, once.',
  ],
  'no-impediment': [
    'No hay ningún impedimento de esta persona sobre el cual resolver.',
    'Não há nenhum impedimento desta pessoa sobre o qual decidir.',
    'There is no impediment to rule on for this person.',
  ],
  'impediment-standing': [
    'Usted tiene un impedimento en este caso. Antes de que pueda actuar, la coordinación debe resolver sobre él.',
    'Você tem um impedimento neste caso. Antes que possa atuar, a coordenação precisa decidir sobre ele.',
    'An impediment stands against you in this case. The coordinator must rule on it before you can act.',
  ],
  'not-in-team': [
    'Esta persona no es integrante del equipo. Elija a quien haya aceptado su designación.',
    'Esta pessoa não é integrante da equipe. Escolha quem tenha aceitado a designação.',
    'This person is no member of the team. Choose somebody who accepted the appointment.',
  ],
  'conflict-of-roles': [
    'Nadie vigila un caso y actúa en él por una institución. Elija a otra persona, o termine antes la otra función.',
    'Ninguém fiscaliza um caso e atua nele por uma instituição. Escolha outra pessoa, ou encerre antes a outra função.',
    'Nobody watches over a case and acts in it for an institution. Choose somebody else, or end the other role first.',
  ],
  'put-out-before': [
    'Esta persona dejó antes el equipo sin haber renunciado. Propóngala directamente y explique por qué ahora corresponde.',
    'Esta pessoa já deixou a equipe sem ter renunciado. Faça a proposta diretamente e explique por que agora é correta.',
    'This person left the team before without having resigned. Propose them by hand and explain why it is right now.',
  ],
  'nobody-to-replace': [
    'La persona que quiere reemplazar no ha dejado este equipo. Elija a alguien de la lista de quienes salieron.',
    'A pessoa que você quer substituir não deixou esta equipe. Escolha alguém da lista de quem saiu.',
    'The person to be replaced has not left this team. Choose somebody of the list of those who did.',
  ],
  'replaced-already': [
    'Ya hay alguien propuesto o designado en ese lugar. Espere su respuesta, o elija otro lugar.',
    'Já há alguém proposto ou designado nesse lugar. Aguarde a resposta, ou escolha outro lugar.',
    'Somebody was proposed or accepted in that place already. Await the answer, or choose another place.',
  ],
  'office-taken': [
    'Esta persona ya tiene un cargo, y nadie ocupa a la vez la presidencia y la secretaría. Elija a otra.',
    'Esta pessoa já tem um cargo, e ninguém ocupa ao mesmo tempo a presidência e a secretaria. Escolha outra.',
    'This person has an office already, and nobody is chair and secretary at once. Elect somebody else.',
  ],
  'too-many-liaisons': [
    'El caso ya tiene tantos enlaces de instituciones como permite el registro. Retire antes a uno que ya no haga falta.',
    'O caso já tem tantas pessoas de ligação quanto o registro permite. Retire antes uma que já não seja necessária.',
    'As many people are accredited for institutions as a record can hold. Withdraw one who is no longer needed first.',
  ],
  'liaison-incomplete': [
    'Diga qué licitante o qué autoridad de control representa esta persona; por la entidad contratante no se indica ninguno.',
    'Diga que licitante ou que autoridade de controle a pessoa representa; pelo órgão contratante não se indica nenhum.',
    'Say which bidder or which control authority this person acts for; for the contracting authority, name neither.',
  ],
  'liaison-unknown': [
    'Esta persona no está acreditada para eso en este caso. Elija a una de la lista de enlaces.',
    'Esta pessoa não está acreditada para isso neste caso. Escolha uma da lista de pessoas de ligação.',
    'This person is not accredited for that in this case. Choose one of those who are.',
  ],
  'already-accredited': [
    'Esta persona ya está acreditada para lo mismo. No hace falta acreditarla otra vez.',
    'Esta pessoa já está acreditada para o mesmo. Não é preciso acreditá-la outra vez.',
    'This person is accredited for the same already. There is no need to do it again.',
  ],
  'not-accredited': [
    'La norma pide personas acreditadas, y el padrón no tiene ninguna acreditación de esta. Consulte a quien administra el padrón.',
    'A norma pede pessoas acreditadas, e o cadastro não tem acreditação desta. Consulte quem administra o cadastro.',
    'The rules ask for accredited people, and the roster holds no accreditation of this one. Ask the administrator of the roster.',
  ],
  'accreditation-not-active': [
    'La acreditación de esta persona no está vigente ahora. Consulte a quien administra el padrón.',
    'A acreditação desta pessoa não está em vigor agora. Consulte quem administra o cadastro.',
    'The accreditation of this person does not hold now. Ask the administrator of the roster.',
  ],
  'accreditation-too-short': [
    'La acreditación de esta persona vence antes del fin previsto del caso. Pida que se renueve, o proponga a otra.',
    'A acreditação desta pessoa vence antes do fim previsto do caso. Peça que seja renovada, ou proponha outra pessoa.',
    'The accreditation ends before the case is expected to. Have it renewed, or propose somebody else.',
  ],
  'accreditation-lapsed': [
    'La acreditación venció mientras el caso seguía. Debe renovarse, o la coordinación debe reemplazar a quien la tenía.',
    'A acreditação venceu com o caso em andamento. Ela deve ser renovada, ou a coordenação deve substituir quem a tinha.',
    'The accreditation ended while the case went on. Have it renewed, or let the coordinator replace whoever held it.',
  ],
  'accreditation-unchanged': [
    'El caso ya sabe cómo está esta persona en el padrón, o no la tiene en su equipo: no hay nada que registrar.',
    'O caso já sabe como esta pessoa está no cadastro, ou não a tem na equipe: não há nada a registrar.',
    'The case knows how this person stands in the roster, or does not have them in its team: there is nothing to record.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
