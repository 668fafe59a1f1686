import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about the roster and its accreditations. */
export const ROSTER_REFUSALS = {
  'roster-entry-exists': [
    'Este identificador ya está en el padrón. Corrija su ficha, o agréguele una acreditación.',
    'Este identificador já está no cadastro. Corrija o registro dele, ou acrescente uma acreditação.',
    'Somebody stands in the roster under this identifier already. Correct the entry, or add an accreditation to it.',
  ],
  'roster-entry-unknown': [
    'Este identificador no está en el padrón. Agregue primero su ficha.',
    'Este identificador não está no cadastro. Acrescente primeiro o registro dele.',
    'Nobody stands in the roster under this identifier. Add the entry first.',
  ],
  'roster-entry-unchanged': [
    'El padrón ya dice lo mismo: no hay nada que cambiar.',
    'O cadastro já diz o mesmo: não há nada a mudar.',
    'The roster says the same already: there is nothing to change.',
  ],
  'roster-kind-differs': [
    'En el padrón este identificador es de otro tipo: una persona nunca se vuelve organización. Use otro identificador.',
    'No cadastro este identificador é de outro tipo: uma pessoa nunca se torna organização. Use outro identificador.',
    'The roster holds this identifier as another kind: a person never becomes an organisation. Use another identifier.',
  ],
  'accreditation-ends-before': [
    'La acreditación terminaría antes de empezar. Corrija una de las dos fechas.',
    'A acreditação terminaria antes de começar. Corrija uma das duas datas.',
    'The accreditation would end before it begins. Correct one of the two dates.',
  ],
  'accreditation-exists': [
    'Ya consta una acreditación con este número y emisor. Si continúa, renuévela.',
    'Já consta uma acreditação com este número e emissor. Se ela continua, renove-a.',
    'This number of this issuer is on record already. Renew that accreditation if it goes on.',
  ],
  'too-many-accreditations': [
    'La ficha ya tiene tantas acreditaciones como permite el padrón. Renueve una de ellas.',
    'O registro já tem tantas acreditações quanto o cadastro permite. Renove uma delas.',
    'The entry holds as many accreditations as the roster can. Renew one of them.',
  ],
  'accreditation-unknown': [
    'La ficha no tiene una acreditación así. Elíjala de las que tiene.',
    'O registro não tem uma acreditação assim. Escolha uma das que ele tem.',
    'The entry has no such accreditation. Choose one of those that it has.',
  ],
  'accreditation-state': [
    'La acreditación no está en un estado que permita esto: quizá está suspendida, ya vale o se retiró. Revise su ficha.',
    'A acreditação não está em um estado que permita isto: talvez esteja suspensa, já valha ou foi retirada. Confira o registro.',
    'The accreditation is not in a state that allows this: it may be suspended, in force or removed. Check the entry.',
  ],
  'renewal-not-later': [
    'Una renovación termina después que la acreditación actual. Para terminarla antes, retírela y diga por qué.',
    'Uma renovação termina depois da acreditação atual. Para encerrá-la antes, retire-a e diga por quê.',
    'A renewal ends later than the present accreditation. To end it earlier, remove it and say why.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
