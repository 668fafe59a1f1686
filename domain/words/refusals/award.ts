import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about the award, red flags, the contract and its amendments. */
export const AWARD_REFUSALS = {
  'award-contradicts': [
    'El fallo se contradice: si se adjudica, hay proveedor; si no, ni proveedor ni valor; y nunca es anterior a la apertura de ofertas.',
    'A adjudicação se contradiz: se há, nomeia fornecedor; se não, nem fornecedor nem valor; e nunca é anterior à abertura das propostas.',
    'The award contradicts itself: one that is made names a supplier, none has neither supplier nor value, and none precedes the bid opening.',
  ],
  'award-recorded-already': [
    'El fallo ya consta. Si algo está mal, corríjalo.',
    'A adjudicação já consta. Se algo está errado, corrija-a.',
    'The award is on record already. If something is wrong, correct it.',
  ],
  'award-not-published': [
    'Los datos oficiales que se leyeron no traen ningún fallo con fecha. Actualícelos, o registre el fallo directamente.',
    'Os dados oficiais que foram lidos não trazem nenhuma adjudicação com data. Atualize-os, ou registre-a diretamente.',
    'The official data that were last read tell of no award with its date. Refresh them, or record the award by hand.',
  ],
  'award-not-recorded': [
    'Todavía no consta ningún fallo que corregir. Regístrelo primero.',
    'Ainda não consta nenhuma adjudicação a corrigir. Registre-a primeiro.',
    'No award is on record to correct. Record it first.',
  ],
  'nothing-awarded': [
    'Consta que no se adjudicó, así que no hay contrato que firmar. Si se registró mal, corrija antes el fallo.',
    'Consta que não houve adjudicação, então não há contrato a assinar. Se foi registrada errada, corrija-a antes.',
    'It is on record that nothing was awarded, so there is nothing to sign. If that is wrong, correct the award first.',
  ],
  'flag-unknown': [
    'No hay una bandera roja así en este caso. Elíjala de la lista de banderas rojas.',
    'Não há uma bandeira vermelha assim neste caso. Escolha-a na lista de bandeiras vermelhas.',
    'There is no such red flag in this case. Choose one of its red flags.',
  ],
  'flag-answered': [
    'Esta bandera roja ya fue atendida: se volvió hallazgo o se descartó.',
    'Esta bandeira vermelha já foi tratada: virou achado ou foi descartada.',
    'This red flag was answered already: it was turned into a finding, or dismissed.',
  ],
  'contract-signed-already': [
    'La firma del contrato ya consta. No se registra otra vez, ni puede constar que no se adjudicó.',
    'A assinatura do contrato já consta. Não se registra outra vez, nem pode constar que não houve adjudicação.',
    'The signature of the contract is on record. It is recorded once, and the award cannot become none after it.',
  ],
  'contract-not-signed': [
    'Todavía no consta ningún contrato. Registre primero su firma.',
    'Ainda não consta nenhum contrato. Registre primeiro a assinatura.',
    'No contract is on record yet. Record its signature first.',
  ],
  'contract-ended': [
    'El fin del contrato ya consta. No hace falta registrarlo otra vez.',
    'O fim do contrato já consta. Não é preciso registrá-lo outra vez.',
    'The end of the contract is on record already. There is no need to record it again.',
  ],
  'amendment-unknown': [
    'No hay una modificación así en este caso. Elíjala de la lista de modificaciones.',
    'Não há um aditivo assim neste caso. Escolha-o na lista de aditivos.',
    'There is no such amendment in this case. Choose one of its amendments.',
  ],
  'amendment-reviewed': [
    'El equipo ya revisó esta modificación. Si vio algo más, presente una observación.',
    'A equipe já examinou este aditivo. Se viu algo mais, apresente uma observação.',
    'The team looked at this amendment already. If there is more to say, file an observation.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
