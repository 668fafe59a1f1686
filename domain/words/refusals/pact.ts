import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about the committee, the integrity pact, its breaches and the bidders. */
export const PACT_REFUSALS = {
  'committee-not-ready': [
    'La comisión se constituye cuando tiene el mínimo de integrantes aceptados, presidencia y secretaría. Complete lo que falte.',
    'A comissão se constitui quando tem o mínimo de integrantes aceitos, presidência e secretaria. Complete o que falta.',
    'A committee is constituted once it has its minimum of accepted members, a chair and a secretary. Complete what is missing.',
  ],
  'already-constituted': [
    'El acta de constitución de la comisión ya consta. No hace falta registrarla otra vez.',
    'A ata de constituição da comissão já consta. Não é preciso registrá-la outra vez.',
    'The act of constitution is on record already. There is no need to record it again.',
  ],
  'not-constituted': [
    'Todavía no consta el acta de constitución de la comisión. Regístrela primero.',
    'A ata de constituição da comissão ainda não consta. Registre-a primeiro.',
    'The act of constitution of the committee is not on record yet. Record it first.',
  ],
  'duration-too-long': [
    'La comisión no puede durar tantos meses, contando las prórrogas. Indique menos.',
    'A comissão não pode durar tantos meses, contando as prorrogações. Indique menos.',
    'A committee cannot last so many months, extensions included. Give fewer.',
  ],
  'extension-too-short': [
    'Aun con esos meses, el periodo de la comisión ya habría terminado. Indique más.',
    'Mesmo com esses meses, o mandato da comissão já teria terminado. Indique mais.',
    'Even with so many months the term of the committee would be over already. Give more.',
  ],
  'cause-unfounded': [
    'El registro no confirma esta causa: hay integrantes suficientes, o no consta que el periodo terminó. Elija la que corresponda.',
    'O registro não confirma esta causa: há integrantes suficientes, ou não consta que o mandato terminou. Escolha a que cabe.',
    'The record does not bear this cause out: there are members enough, or no end of the term is on record. Choose the right one.',
  ],
  'dissolution-incomplete': [
    'Para disolverse, la comisión debe votarlo y hacer constar el acta. Registre los votos e indique el acta.',
    'Para se dissolver, a comissão deve votar e lavrar a ata. Registre os votos e indique a ata.',
    'A committee dissolves itself by a vote that is in its minutes. Record the votes and name the minutes.',
  ],
  'too-many-votes': [
    'Se contaron más votos que integrantes en funciones. Revise la cuenta.',
    'Foram contados mais votos do que integrantes em exercício. Confira a contagem.',
    'More votes were counted than members are in office. Check the count.',
  ],
  'majority-missing': [
    'Debe estar a favor más de la mitad de los integrantes en funciones. Sin esa mayoría, la comisión sigue.',
    'Mais da metade dos integrantes em exercício deve ser a favor. Sem essa maioria, a comissão continua.',
    'More than half of the members in office must be for it. Without that majority the committee goes on.',
  ],
  'already-signed': [
    'Esta firma, o la negativa a firmar, ya consta. No hace falta registrarla otra vez.',
    'Esta assinatura, ou a recusa de assinar, já consta. Não é preciso registrá-la outra vez.',
    'This signature, or the refusal to sign, is on record already. There is no need to record it again.',
  ],
  'pact-text-unchanged': [
    'Este es el texto que ya está depositado: no hay nada que cambiar.',
    'Este é o texto que já está depositado: não há nada a mudar.',
    'This is the text that is deposited already: there is nothing to change.',
  ],
  'pact-text-differs': [
    'Este no es el texto del pacto que está depositado. Firme o entregue exactamente el depositado.',
    'Este não é o texto do pacto que está depositado. Assine ou entregue exatamente o depositado.',
    'This is not the text of the pact that is deposited. Sign, or hand in, exactly the deposited one.',
  ],
  'act-file-unusable': [
    'El archivo de este texto o acta aún se revisa, o no se aceptó. Espere la revisión o, si no se aceptó, entregue otro en buen estado.',
    'O arquivo deste texto ou ata ainda está em exame, ou não foi aceito. Aguarde o exame ou, se não foi aceito, entregue outro íntegro.',
    'The file of this text or act is still being checked, or was not taken. Wait for the check or, if it was not taken, hand in a sound one.',
  ],
  'act-file-differs': [
    'El texto o acta que indica no es ninguno de los archivos entregados. Elija uno de ellos, o entregue primero el suyo.',
    'O texto ou a ata que você indica não é nenhum dos arquivos entregues. Escolha um deles, ou entregue antes o seu.',
    'The text or act that you name is none of the files that were handed in. Choose one of those, or hand in yours first.',
  ],
  'pact-concluded': [
    'El texto del pacto ya no puede cambiar: todos lo firmaron, se abrieron las ofertas o hubo demasiadas versiones.',
    'O texto do pacto já não pode mudar: todos o assinaram, as propostas foram abertas ou houve versões demais.',
    'The text of the pact can change no more: everybody signed it, the bids were opened, or it had too many editions.',
  ],
  'accused-incomplete': [
    'Si se señala a un licitante, diga a cuál; si se señala a la entidad contratante, no indique ninguno.',
    'Se um licitante é apontado, diga qual; se é o órgão contratante, não indique nenhum.',
    'Where a bidder is accused, say which one; where the contracting authority is, name no bidder.',
  ],
  'not-bound': [
    'Solo puede incumplir el pacto quien lo firmó. Si hay algo que señalar, presente un hallazgo.',
    'Só pode descumprir o pacto quem o assinou. Se há algo a apontar, apresente um achado.',
    'Only who signed the pact can breach it. File a finding instead.',
  ],
  'breach-unknown': [
    'No hay un incumplimiento así en este caso, o no le toca a usted. Elíjalo de la lista de incumplimientos.',
    'Não há um descumprimento assim neste caso, ou ele não cabe a você. Escolha-o na lista de descumprimentos.',
    'There is no such breach in this case, or it is not yours to deal with. Choose one of the list of breaches.',
  ],
  'breach-answered': [
    'La respuesta a este incumplimiento ya consta. No hace falta enviarla otra vez.',
    'A resposta a este descumprimento já consta. Não é preciso enviá-la outra vez.',
    'The answer to this breach is on record already. There is no need to send it again.',
  ],
  'breach-ruled': [
    'La coordinación ya resolvió sobre este incumplimiento. Lea su resolución en la página del caso.',
    'A coordenação já decidiu sobre este descumprimento. Leia a decisão na página do caso.',
    'The coordinator ruled on this breach already. Read the ruling on the page of the case.',
  ],
  'breach-unheard': [
    'La parte señalada todavía puede responder. Resuelva cuando responda o venza su plazo.',
    'A parte apontada ainda pode responder. Decida quando ela responder ou o prazo vencer.',
    'Who is accused may still answer. Rule once the answer is here or the term is over.',
  ],
  'bidder-unknown': [
    'No hay un licitante así en este caso. Elija uno de la lista, o regístrelo primero.',
    'Não há um licitante assim neste caso. Escolha um da lista, ou registre-o primeiro.',
    'There is no such bidder in this case. Choose one of the list, or register it first.',
  ],
  'too-many-bidders': [
    'El caso ya tiene tantos licitantes como permite el registro. No se puede agregar otro.',
    'O caso já tem tantos licitantes quanto o registro permite. Não é possível acrescentar outro.',
    'The case holds as many bidders as a record can hold. No other can be added.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
