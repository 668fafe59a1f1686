import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about citizens' tips. */
export const TIP_REFUSALS = {
  'tips-too-many': [
    'Este caso recibió demasiados avisos en poco tiempo. Guarde el suyo y envíelo de nuevo más tarde.',
    'Este caso recebeu avisos demais em pouco tempo. Guarde o seu e envie-o novamente mais tarde.',
    'This case took too many tips in a short time. Keep yours and send it again later.',
  ],
  'tip-files-too-many': [
    'Este caso recibió demasiados archivos en poco tiempo. Guarde el suyo y envíelo más tarde; lo que escribió está a salvo.',
    'Este caso recebeu arquivos demais em pouco tempo. Guarde o seu e envie-o mais tarde; o que você escreveu está a salvo.',
    'This case took too many files in a short time. Keep yours and send it later; what the tip says is safe.',
  ],
  'tip-unknown': [
    'No hay un aviso así en este caso, o el código es otro. Revise el código letra por letra.',
    'Não há um aviso assim neste caso, ou o código é outro. Confira o código letra por letra.',
    'There is no such tip in this case, or its code is another one. Check the code letter by letter.',
  ],
  'tip-full': [
    'A este aviso ya no se le puede agregar nada. Envíe otro.',
    'A este aviso já não se pode acrescentar nada. Envie outro.',
    'Nothing more can be added to this tip. Send another one.',
  ],
  'tip-answered': [
    'Este aviso ya tiene respuesta: se responde una sola vez.',
    'Este aviso já tem resposta: responde-se uma única vez.',
    'This tip was answered already: it is answered once.',
  ],
  'tip-not-lead': [
    'La respuesta dice que el equipo tiene este aviso, y todavía no lo tiene. Entrégueselo primero como pista.',
    'A resposta diz que a equipe tem este aviso, e ela ainda não o tem. Entregue-o primeiro como pista.',
    'The answer says that the team has this tip, and it does not have it yet. Give it to the team as a lead first.',
  ],
  'tip-made-lead': [
    'El equipo ya tiene este aviso como pista. No hace falta entregárselo otra vez.',
    'A equipe já tem este aviso como pista. Não é preciso entregá-lo outra vez.',
    'The team has this tip as a lead already. There is no need to give it again.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
