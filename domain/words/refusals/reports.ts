import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about reports, recommendations, and the judgement of a case. */
export const REPORT_REFUSALS = {
  'report-exists': [
    'Ya hay un informe de esta etapa. Siga con ese: mientras no se apruebe, su borrador se puede reescribir.',
    'Já há um relatório desta etapa. Siga com esse: enquanto não for aprovado, a minuta pode ser reescrita.',
    'There is a report on this stage already. Go on with that one: until it is adopted, its draft can be written anew.',
  ],
  'report-unknown': [
    'No hay un informe así en este caso. Elíjalo de la lista de informes.',
    'Não há um relatório assim neste caso. Escolha-o na lista de relatórios.',
    'There is no such report in this case. Choose one of its reports.',
  ],
  'report-state': [
    'El informe no está en un estado que permita esto. Vea en la página del caso cómo está.',
    'O relatório não está em um estado que permita isto. Veja na página do caso como ele está.',
    'The report is not in a state that allows this. See on the page of the case where it stands.',
  ],
  'report-incomplete': [
    'Al informe le falta algo que quien lo lea debe encontrar. Complete lo que se indica.',
    'Falta ao relatório algo que quem o lê deve encontrar. Complete o que está indicado.',
    'The report lacks what a reader must find in it. Complete what is listed.',
  ],
  'reply-window-open': [
    'La entidad contratante todavía puede comentar el borrador. Espere sus comentarios o el fin de su plazo.',
    'O órgão contratante ainda pode comentar a minuta. Aguarde os comentários ou o fim do prazo.',
    'The contracting authority may still comment on the draft. Wait for its comments, or for the end of its term.',
  ],
  'signature-not-asked': [
    'Una comisión aprueba sus informes por votación; solo el testigo social firma. Emita su voto.',
    'Uma comissão aprova seus relatórios por votação; só a testemunha social assina. Dê o seu voto.',
    'A committee votes on its reports; only a social witness signs. Cast your vote.',
  ],
  'vote-not-asked': [
    'El testigo social firma el informe; solo una comisión lo vota. Firme el informe.',
    'A testemunha social assina o relatório; só uma comissão o vota. Assine o relatório.',
    'A social witness signs the report; only a committee votes. Sign the report.',
  ],
  'already-voted': [
    'Su voto sobre este texto ya consta. Si el texto cambia, podrá votar de nuevo.',
    'O seu voto sobre este texto já consta. Se o texto mudar, você poderá votar novamente.',
    'Your vote on this text is on record already. If the text changes, you can vote again.',
  ],
  'dissent-missing': [
    'Para votar en contra, escriba su opinión disidente, que se publica con el informe.',
    'Para votar contra, escreva a sua opinião divergente, que é publicada com o relatório.',
    'To vote against, write your dissenting opinion, which is published with the report.',
  ],
  'recommendation-unknown': [
    'No hay una recomendación publicada así en este caso. Elíjala de la lista de recomendaciones.',
    'Não há uma recomendação publicada assim neste caso. Escolha-a na lista de recomendações.',
    'There is no such published recommendation in this case. Choose one of its recommendations.',
  ],
  'follow-up-in-the-future': [
    'El seguimiento cuenta lo que ya es, no lo que será. Revise la fecha.',
    'O acompanhamento conta o que já é, não o que será. Confira a data.',
    'A follow-up tells what is, not what will be. Check the date.',
  ],
  'follow-up-before-report': [
    'Esa fecha es anterior a la publicación de la recomendación: antes nada pudo hacerse por ella. Revise la fecha.',
    'Essa data é anterior à publicação da recomendação: antes, nada pôde ser feito por ela. Confira a data.',
    'This date is before the recommendation was published: nothing was done about it then. Check the date.',
  ],
  'follow-up-older': [
    'Ya consta un seguimiento más reciente. Cuente lo que se sabe a esa fecha o después, y ponga ahí las pruebas anteriores.',
    'Já consta um acompanhamento mais recente. Conte o que se sabe nessa data ou depois, e ponha nele as provas anteriores.',
    'A newer follow-up is on record. Tell what is known as of then or later, and put earlier evidence into it.',
  ],
  'follow-ups-too-many': [
    'La recomendación tuvo tantos seguimientos como permite el registro. No se puede agregar otro.',
    'A recomendação teve tantos acompanhamentos quanto o registro permite. Não é possível acrescentar outro.',
    'The recommendation was followed up as often as a record can hold. No other follow-up can be added.',
  ],
  'responses-too-many': [
    'La recomendación se respondió tantas veces como permite el registro. No se puede agregar otra respuesta.',
    'A recomendação foi respondida tantas vezes quanto o registro permite. Não é possível acrescentar outra resposta.',
    'The recommendation was responded to as often as a record can hold. No other response can be added.',
  ],
  'codes-contradict': [
    'Una dimensión se logró o no se logró, nunca ambas cosas. Elija solo una.',
    'Uma dimensão foi alcançada ou não, nunca as duas coisas. Escolha só uma.',
    'A dimension is achieved or not achieved, never both. Choose one.',
  ],
  'evidence-missing': [
    'Un juicio que decide algo necesita pruebas. Indique hechos o documentos del caso, o hable de las entrevistas.',
    'Um juízo que decide algo precisa de provas. Indique fatos ou documentos do caso, ou fale das entrevistas.',
    'A judgement that settles something needs evidence. Name events or documents of the case, or tell of interviews.',
  ],
  'event-unknown': [
    'El registro del caso no tiene un hecho con ese número. Elíjalo de la cronología.',
    'O registro do caso não tem um fato com esse número. Escolha-o na cronologia.',
    'The record of the case holds no event of this number. Choose one of the timeline.',
  ],
  'assessor-involved': [
    'Nadie evalúa aquello en que participó. Debe hacerlo alguien que no estuvo en el equipo ni actúa por una institución del caso.',
    'Ninguém avalia aquilo de que participou. Deve fazê-lo quem não esteve na equipe nem atua por uma instituição do caso.',
    'Nobody judges what they took part in. Let somebody do it who was never in the team and acts for no institution of the case.',
  ],
  'judgements-too-many': [
    'Esto se evaluó tantas veces como permite el registro. No se puede agregar otra evaluación.',
    'Isto foi avaliado tantas vezes quanto o registro permite. Não é possível acrescentar outra avaliação.',
    'This was judged as often as a record can hold. No other judgement can be added.',
  ],
  'was-not-done': [
    'Solo puede deshacerse lo que se hizo, y eso no consta. Elija hallazgos corregidos o recomendaciones adoptadas.',
    'Só pode ser desfeito o que foi feito, e isso não consta. Escolha achados corrigidos ou recomendações adotadas.',
    'Only what was done can be undone, and this was not. Choose findings that were remedied, or recommendations taken up.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
