import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about draws of lots. */
export const DRAW_REFUSALS = {
  'draw-under-way': [
    'En este caso ya hay un sorteo en curso. Termínelo primero, para que nadie pueda escoger entre sorteos.',
    'Neste caso já há um sorteio em andamento. Termine-o primeiro, para que ninguém possa escolher entre sorteios.',
    'A draw is under way in this case already. Finish it first, so that nobody can choose among draws.',
  ],
  'draw-unknown': [
    'No hay un sorteo así en este caso. Elíjalo de la lista de sorteos.',
    'Não há um sorteio assim neste caso. Escolha-o na lista de sorteios.',
    'There is no such draw in this case. Choose one of its draws.',
  ],
  'draw-state': [
    'El sorteo no está en el paso en que esto se hace. Revise qué paso espera ahora.',
    'O sorteio não está no passo em que isto se faz. Confira que passo ele aguarda agora.',
    'The draw is not at the step where this is done. Check which step it waits for now.',
  ],
  'candidates-too-few': [
    'Faltan candidatos: deben ser al menos tantos como lugares y suplentes juntos.',
    'Faltam candidatos: devem ser pelo menos tantos quanto os lugares e os suplentes juntos.',
    'There are too few candidates: there must be at least as many as places and alternates together.',
  ],
  'draw-hours-unfit': [
    'Las horas del sorteo están muy cerca o muy lejos. Deje al menos cinco minutos antes de cada paso, y no más de 60 días en total.',
    'As horas do sorteio estão próximas ou distantes demais. Deixe ao menos cinco minutos antes de cada passo, e não mais de 60 dias ao todo.',
    'The hours of the draw are too close together or too far off. Leave at least five minutes before each step, and no more than 60 days in all.',
  ],
  'parties-unfit': [
    'Las partes deben ser dos personas distintas: quien anuncia el sorteo o enlaces de este caso, y ninguna candidata.',
    'As partes devem ser duas pessoas diferentes: quem anuncia o sorteio ou pessoas de ligação do caso, e nenhuma candidata.',
    'The parties must be two different people: whoever announces the draw or people accredited in this case, and no candidate.',
  ],
  'not-party-to-draw': [
    'Solo las dos partes que nombra el anuncio del sorteo comprometen y revelan un valor.',
    'Só as duas partes que o anúncio do sorteio nomeia comprometem e revelam um valor.',
    'Only the two parties that the announcement names commit and reveal a value.',
  ],
  'already-committed': [
    'Su compromiso ya consta y no se puede cambiar. Espere a que toque revelar el valor.',
    'O seu compromisso já consta e não pode ser mudado. Aguarde a hora de revelar o valor.',
    'Your commitment is on record and cannot be another. Wait until it is time to reveal the value.',
  ],
  'already-revealed': [
    'Su valor ya consta en el registro. No tiene que hacer nada más.',
    'O seu valor já consta no registro. Você não precisa fazer mais nada.',
    'Your value is on record already. There is nothing more to do.',
  ],
  'reveal-term-over': [
    'El plazo para comprometer y revelar ya venció: el sorteo sigue sin su valor.',
    'O prazo para comprometer e revelar já venceu: o sorteio segue sem o seu valor.',
    'The term to commit and reveal is over: the draw goes on without your value.',
  ],
  'commitment-broken': [
    'Este no es el valor que usted comprometió. Copie exactamente el que guardó entonces.',
    'Este não é o valor que você comprometeu. Copie exatamente o que guardou naquele momento.',
    'This is not the value that you committed to. Copy exactly the one that you kept then.',
  ],
  'value-not-published': [
    'El valor público anunciado todavía no se publica. Tome el primero que salga a partir de la hora anunciada.',
    'O valor público anunciado ainda não foi publicado. Use o primeiro que sair a partir da hora anunciada.',
    'The public value that was announced is not published yet. Take the first that appears from the announced hour on.',
  ],
  'value-implausible': [
    'Esto no es un valor de la fuente pública anunciada. Cópielo completo de ella.',
    'Isto não é um valor da fonte pública anunciada. Copie-o por inteiro a partir dela.',
    'This is no value of the public source that was announced. Copy it whole from there.',
  ],
  'place-not-free': [
    'Todos los lugares de este sorteo están ocupados u ofrecidos. Se llama a un suplente cuando alguien declina o sale.',
    'Todos os lugares deste sorteio estão ocupados ou oferecidos. Chama-se um suplente quando alguém recusa ou sai.',
    'Every place of this draw is held or offered. An alternate is called once somebody declines or leaves.',
  ],
  'no-alternate-left': [
    'No quedan suplentes de este sorteo. Anuncie otro sorteo, o proponga a alguien directamente.',
    'Não restam suplentes deste sorteio. Anuncie outro sorteio, ou proponha alguém diretamente.',
    'No alternate of this draw is left. Announce a new draw, or propose somebody by hand.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
