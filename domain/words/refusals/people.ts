import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about who may sign in, and in which roles. */
export const PEOPLE_REFUSALS = {
  'person-exists': [
    'Quien entra con este correo ya consta. Ábralo en la lista de personas y dele o quítele funciones allí.',
    'Quem entra com este e-mail já consta. Abra o registro na lista de pessoas e dê ou retire funções ali.',
    'Whoever signs in with this address is on record already. Open them in the list of people, and give or take roles there.',
  ],
  'person-unknown': [
    'Nadie consta con este identificador. Incorpore primero a la persona, con su correo.',
    'Ninguém consta com este identificador. Inclua primeiro a pessoa, com o e-mail dela.',
    'Nobody is on record under this identifier. Add the person first, with their address.',
  ],
  'person-suspended': [
    'Esta persona ya está suspendida.',
    'Esta pessoa já está suspensa.',
    'This person is suspended already.',
  ],
  'person-not-suspended': [
    'Esta persona no está suspendida: no hay nada que restablecer.',
    'Esta pessoa não está suspensa: não há nada a restabelecer.',
    'This person is not suspended: there is nothing to restore.',
  ],
  'role-held': [
    'Esta persona ya tiene esta función.',
    'Esta pessoa já tem esta função.',
    'This person has this role already.',
  ],
  'role-not-held': [
    'Esta persona no tiene esta función. Elija una de las que tiene.',
    'Esta pessoa não tem esta função. Escolha uma das que ela tem.',
    'This person does not have this role. Choose one of those that they have.',
  ],
  'roles-incompatible': [
    'Quien compra o vende es a quien se vigila: no puede tener ninguna otra función. Dé la otra función a otra persona, o quite primero la que lo impide.',
    'Quem compra ou vende é quem se fiscaliza: não pode ter nenhuma outra função. Dê a outra função a outra pessoa, ou retire primeiro a que o impede.',
    'Whoever buys or sells is whom we watch: they can have no other role. Give the other role to somebody else, or first take the one that stands in the way.',
  ],
  'own-access': [
    'Nadie decide sobre sus propias funciones ni sobre su propia suspensión. Pídaselo a otra persona que administre. De sí mismo solo puede constar que administra.',
    'Ninguém decide sobre as próprias funções nem sobre a própria suspensão. Peça a outra pessoa que administre. De si mesmo só pode constar que administra.',
    'Nobody decides about their own roles or their own suspension. Ask another administrator. Of yourself you can only record that you are an administrator.',
  ],
  'administrator-not-on-record': [
    'Según el registro usted ya no administra o está suspendido, aunque su sesión todavía diga lo contrario. Hable con otra persona que administre.',
    'Segundo o registro você já não administra ou está suspenso, embora a sua sessão ainda diga o contrário. Fale com outra pessoa que administre.',
    'The record says that you are no administrator any more, or are suspended, although your session still says otherwise. Talk to another administrator.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
