import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about acts, visits, their times, and the access to documents. */
export const ACT_REFUSALS = {
  'act-unknown': [
    'No hay un acto así en este caso. Elíjalo de la lista de actos.',
    'Não há um ato assim neste caso. Escolha-o na lista de atos.',
    'There is no such act in this case. Choose one of its acts.',
  ],
  'act-accounted': [
    'Ya consta si el equipo asistió a este acto. Si algo está mal, corrija lo registrado.',
    'Já consta se a equipe compareceu a este ato. Se algo está errado, corrija o registrado.',
    'It is on record already whether the team attended this act. If something is wrong, correct the account.',
  ],
  'act-not-held-yet': [
    'El acto todavía no se realiza. Regístrelo cuando haya llegado su hora.',
    'O ato ainda não foi realizado. Registre-o quando tiver chegado a hora.',
    'The act has not been held yet. Record this once its time has come.',
  ],
  'act-cancelled': [
    'El acto fue cancelado: ya nadie lo espera. Si al final se realiza, programe uno nuevo.',
    'O ato foi cancelado: ninguém mais o espera. Se afinal for realizado, marque um novo.',
    'The act was cancelled: nobody waits for it any more. Schedule a new one if it is held after all.',
  ],
  'act-held-already': [
    'Ya consta que este acto se realizó, y a qué hora empezó.',
    'Já consta que este ato foi realizado, e a que horas começou.',
    'It is on record already that this act was held, and when it began.',
  ],
  'act-time-past': [
    'La hora del acto ya pasó: si se realizó, lo dice el equipo o la coordinación. Pida a la coordinación que lo registre.',
    'A hora do ato já passou: se foi realizado, quem diz é a equipe ou a coordenação. Peça à coordenação que o registre.',
    'The time of the act is over: the team or the coordinator says whether it was held. Ask the coordinator to record it.',
  ],
  'act-not-accounted': [
    'Todavía no hay nada que corregir. Registre primero quién asistió al acto, o por qué nadie.',
    'Ainda não há nada a corrigir. Registre primeiro quem compareceu ao ato, ou por que ninguém.',
    'There is nothing to correct yet. Record first who attended the act, or why nobody did.',
  ],
  'account-incomplete': [
    'La corrección debe contarlo todo: quién estuvo presente o, si no fue nadie, por qué.',
    'A correção deve contar tudo: quem esteve presente ou, se ninguém foi, por quê.',
    'A correction tells the whole account: who was present or, if nobody was, why.',
  ],
  'date-unchanged': [
    'Esta es la fecha y hora que ya consta. Indique otra, u otro lugar.',
    'Esta é a data e hora que já consta. Indique outra, ou outro lugar.',
    'This is the time that is on record already. Give another one, or another place.',
  ],
  'new-date-past': [
    'La nueva fecha ya pasó. Si el acto o la visita ya se hizo, regístrelo con la fecha real.',
    'A nova data já passou. Se o ato ou a visita já foi feito, registre-o com a data real.',
    'The new time is over already. If the act was held or the visit done, record that, with its real time.',
  ],
  'too-many-dates': [
    'Se cambió de fecha tantas veces como permite el registro. Si es un acto, cancélelo y programe uno nuevo.',
    'Mudou de data tantas vezes quanto o registro permite. Se é um ato, cancele-o e marque um novo.',
    'It was moved as often as a record can hold. If it is an act, cancel it and schedule a new one.',
  ],
  'interval-reversed': [
    'El fin es anterior al comienzo. Revise cuál de las dos horas está mal.',
    'O fim é anterior ao começo. Confira qual das duas horas está errada.',
    'It ends before it begins. Check which of the two times is wrong.',
  ],
  'local-time-skipped': [
    'Esa hora no existió en ese lugar: ese día el reloj se adelantó. Elija una hora de antes o de después del cambio.',
    'Essa hora não existiu nesse lugar: nesse dia o relógio foi adiantado. Escolha uma hora de antes ou de depois da mudança.',
    'The clocks there never showed this time: they were put forward over it. Choose a time before or after the change.',
  ],
  'local-time-twice': [
    'Esa hora se repitió en ese lugar porque el reloj se atrasó. Diga si fue la primera o la segunda vez.',
    'Essa hora se repetiu nesse lugar porque o relógio foi atrasado. Diga se foi a primeira ou a segunda vez.',
    'The clocks there showed this time twice, as they were put back. Say whether the first or the second is meant.',
  ],
  'offset-unfit': [
    'A esa hora el lugar tiene otra diferencia con la hora universal. Elija una de las que corresponden.',
    'A essa hora o lugar tem outra diferença em relação à hora universal. Escolha uma das que correspondem.',
    'At this time the place has another difference from universal time. Choose one of those that it has.',
  ],
  'quorum-missing': [
    'Participaron menos integrantes de los que pide el quórum. Corrija la cuenta; si está bien, no vale como asistencia ni como votación.',
    'Participaram menos integrantes do que o quórum pede. Corrija a contagem; se está certa, não vale como presença nem como votação.',
    'Fewer members took part than the quorum asks for. Correct the count; if it is right, the act was missed, or the vote is void.',
  ],
  'document-not-on-checklist': [
    'Este documento no está en la lista de acceso de esa etapa. Elija uno de la lista.',
    'Este documento não está na lista de acesso dessa etapa. Escolha um da lista.',
    'This document is not on the access checklist of that stage. Choose one of the list.',
  ],
  'visit-unknown': [
    'No hay una visita así en este caso. Elíjala de la lista de visitas.',
    'Não há uma visita assim neste caso. Escolha-a na lista de visitas.',
    'There is no such visit in this case. Choose one of its visits.',
  ],
  'visit-settled': [
    'Ya consta que esta visita se hizo o se justificó. Si hace falta otra, prográmela.',
    'Já consta que esta visita foi feita ou justificada. Se outra for necessária, marque-a.',
    'This visit is on record as done or excused already. Plan another one if it is needed.',
  ],
  'observed-in-the-future': [
    'Esa fecha u hora todavía no llega. Revísela, y también el reloj y la zona horaria de su dispositivo.',
    'Essa data ou hora ainda não chegou. Confira-a, e também o relógio e o fuso horário do seu aparelho.',
    'This time lies in the future. Check it, and the clock and the time zone of your device.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
