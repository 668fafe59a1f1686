import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about the case itself: who may act, its stage, its profile and its official data. */
export const CASE_REFUSALS = {
  'not-permitted': [
    'Con su función en este caso usted no puede hacer esto. Pregunte a la coordinación quién puede.',
    'Com a sua função neste caso você não pode fazer isto. Pergunte à coordenação quem pode.',
    'Your role in this case does not allow this. Ask the coordinator who may do it.',
  ],
  'wrong-stage': [
    'Esto no corresponde a la etapa en que está el caso. Vea en su página qué se puede hacer ahora.',
    'Isto não corresponde à etapa em que o caso está. Veja na página dele o que pode ser feito agora.',
    'This does not belong to the stage that the case is in. See on its page what can be done now.',
  ],
  'case-suspended': [
    'El caso está suspendido y sus plazos no corren. Espere a que la coordinación lo reanude y envíe esto de nuevo.',
    'O caso está suspenso e os prazos não correm. Aguarde até que a coordenação o retome e envie isto novamente.',
    'The case is suspended and its terms stand still. Wait until the coordinator resumes it, then send this again.',
  ],
  'case-not-suspended': [
    'El caso no está suspendido: no hay nada que reanudar.',
    'O caso não está suspenso: não há nada a retomar.',
    'The case is not suspended: there is nothing to resume.',
  ],
  'case-exists': [
    'Ya hay un caso de este instrumento para la misma contratación. Siga en ese caso.',
    'Já existe um caso deste instrumento para a mesma contratação. Continue nesse caso.',
    'There is a case of this instrument for the same contracting process already. Go on in that one.',
  ],
  'requirements-unmet': [
    'El caso todavía no puede pasar de etapa. Vea en su página qué falta y complételo primero.',
    'O caso ainda não pode mudar de etapa. Veja na página dele o que falta e complete antes.',
    'The case cannot leave its stage yet. See on its page what is missing, and complete that first.',
  ],
  'too-many-suspensions': [
    'El caso se suspendió tantas veces como permite el registro. Registre el fin del proceso, o siga adelante.',
    'O caso foi suspenso tantas vezes quanto o registro permite. Registre o fim do processo, ou siga em frente.',
    'The case was suspended as often as a record can hold. Record the end of the process, or go on.',
  ],
  'profile-unknown': [
    'Ese perfil normativo no existe. Elija uno de la lista.',
    'Esse perfil normativo não existe. Escolha um da lista.',
    'There is no such legal profile. Choose one of the list.',
  ],
  'profile-not-for-instrument': [
    'Este perfil normativo es de otro instrumento. Elija uno que sea del instrumento del caso.',
    'Este perfil normativo é de outro instrumento. Escolha um que seja do instrumento do caso.',
    'This legal profile is for another instrument. Choose one for the instrument of the case.',
  ],
  'profile-not-valid': [
    'Este perfil normativo no rige en la fecha en que empieza la licitación o, si no consta, hoy. Elija uno que sí rija.',
    'Este perfil normativo não vigora na data em que a licitação começa ou, se ela não consta, hoje. Escolha um que vigore.',
    'This legal profile does not rule on the day when the tender starts or, where none is known, today. Choose one that does.',
  ],
  'process-unusable': [
    'En el documento no se encontró ninguna contratación que se pueda leer. Revise que sean los datos oficiales completos.',
    'Não foi encontrada no documento nenhuma contratação que possa ser lida. Confira se são os dados oficiais completos.',
    'No contracting process could be read from the document. Check that it holds the official data, whole.',
  ],
  'process-ambiguous': [
    'El documento trae varias contrataciones. Diga de cuál se trata.',
    'O documento traz várias contratações. Diga de qual se trata.',
    'The document holds several contracting processes. Say which one is meant.',
  ],
  'process-differs': [
    'Estos datos son de otra contratación. Elija los de la contratación de este caso.',
    'Estes dados são de outra contratação. Escolha os da contratação deste caso.',
    'These data are about another contracting process. Choose those of the process of this case.',
  ],
  'process-older': [
    'Estos datos oficiales son anteriores a los que ya se conocen. Envíe unos más recientes.',
    'Estes dados oficiais são anteriores aos que já se conhecem. Envie outros mais recentes.',
    'These official data are older than those that are known. Send newer ones.',
  ],
  'process-unchanged': [
    'Los datos oficiales dicen lo mismo que antes: no hay nada que registrar.',
    'Os dados oficiais dizem o mesmo que antes: não há nada a registrar.',
    'The official data say what they said before: there is nothing to record.',
  ],
  'not-for-this-instrument': [
    'Esto no existe en el instrumento de este caso: es propio del pacto de integridad o de la comisión de veeduría.',
    'Isto não existe no instrumento deste caso: é próprio do pacto de integridade ou da comissão de fiscalização cidadã.',
    'The instrument of this case has no such step: it belongs to the integrity pact alone, or to the oversight committee alone.',
  ],
  'stage-not-reached': [
    'El caso todavía no llega a esa etapa. Elija la etapa actual o una anterior.',
    'O caso ainda não chegou a essa etapa. Escolha a etapa atual ou uma anterior.',
    'The case has not reached that stage yet. Choose its present stage or an earlier one.',
  ],
  'term-running': [
    'El plazo todavía no termina. Espere a que venza para hacer esto.',
    'O prazo ainda não terminou. Espere que ele vença para fazer isto.',
    'The term is not over yet. Do this once it is.',
  ],
  'nothing-to-lapse': [
    'Lo que se esperaba llegó a tiempo o ya se resolvió: no hay ningún plazo vencido que registrar.',
    'O que se esperava chegou a tempo ou já foi resolvido: não há nenhum prazo vencido a registrar.',
    'What was awaited came in time, or was settled: there is no missed term to record.',
  ],
  'reason-missing': [
    'Escriba el motivo. Quien sale del equipo por decisión ajena, o lee un documento con partes omitidas, debe conocerlo.',
    'Escreva o motivo. Quem sai da equipe por decisão alheia, ou lê um documento com partes omitidas, deve conhecê-lo.',
    'Give the reason. Whoever is put out of a team, or reads a document with parts left out, must be told why.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
