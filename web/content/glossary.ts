import type { Said } from '../../domain/languages.ts';

interface Term {
  /** Its anchor: it stays when words change. */
  readonly id: string;
  readonly name: Said;
  readonly meaning: Said;
}

/** The words of the field, for whoever meets them for the first time. */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'act',
    name: { es: 'Acto', pt: 'Ato', en: 'Act' },
    meaning: {
      es: 'Un paso público de la compra al que el equipo puede asistir: junta de aclaraciones, apertura de ofertas, fallo, firma del contrato.',
      pt: 'Um passo público da compra ao qual a equipe pode assistir: reunião de esclarecimentos, abertura das propostas, adjudicação, assinatura do contrato.',
      en: 'A public step of a procurement that the team may attend: clarification meeting, bid opening, award, signing of the contract.',
    },
  },
  {
    id: 'case',
    name: { es: 'Caso', pt: 'Caso', en: 'Case' },
    meaning: {
      es: 'La vigilancia de una contratación, desde que se designa a quien vigila hasta que se publica su informe final.',
      pt: 'A fiscalização de uma contratação, desde que se designa quem fiscaliza até que se publica seu relatório final.',
      en: 'The watch over one contracting process, from the appointment of those who watch to the publication of their final report.',
    },
  },
  {
    id: 'control-authority',
    name: { es: 'Autoridad de control', pt: 'Autoridade de controle', en: 'Control authority' },
    meaning: {
      es: 'El órgano que puede investigar, corregir o sancionar: un órgano interno de control, una contraloría, una auditoría superior.',
      pt: 'O órgão que pode investigar, corrigir ou punir: um controle interno, uma controladoria, um tribunal de contas.',
      en: 'The body that can investigate, correct or sanction: an internal control body, a comptroller, a supreme audit institution.',
    },
  },
  {
    id: 'effectiveness',
    name: { es: 'Efectividad', pt: 'Efetividade', en: 'Effectiveness' },
    meaning: {
      es: 'Si la vigilancia sirvió: ocho hitos, de E1 a E8, que se calculan de los hechos del caso.',
      pt: 'Se a fiscalização serviu: oito marcos, de E1 a E8, que se calculam a partir dos fatos do caso.',
      en: 'Whether the oversight worked: eight milestones, E1 to E8, computed from the events of the case.',
    },
  },
  {
    id: 'embargo',
    name: { es: 'Sello (embargo)', pt: 'Selo (embargo)', en: 'Seal (embargo)' },
    meaning: {
      es: 'Una observación puede quedar sellada hasta el fallo para no dar ventaja a nadie. Se sabe que existe; lo que dice se abre después.',
      pt: 'Uma observação pode ficar selada até a adjudicação para não dar vantagem a ninguém. Sabe-se que existe; o que diz abre-se depois.',
      en: 'An observation can be sealed until the award so that nobody gains by it. Everybody sees that it exists; what it says opens later.',
    },
  },
  {
    id: 'escalation',
    name: { es: 'Escalamiento', pt: 'Escalonamento', en: 'Escalation' },
    meaning: {
      es: 'Llevar un hallazgo grave a una autoridad de control, que debe responder en un plazo. Si no responde, pasa a la siguiente.',
      pt: 'Levar uma constatação grave a uma autoridade de controle, que deve responder em um prazo. Se não responde, passa à seguinte.',
      en: 'Taking a grave finding to a control authority, which must answer within a term. Where it does not, the next one is turned to.',
    },
  },
  {
    id: 'finding',
    name: { es: 'Hallazgo', pt: 'Constatação', en: 'Finding' },
    meaning: {
      es: 'Una observación que señala algo que no fue como debía: leve, seria o grave.',
      pt: 'Uma observação que aponta algo que não foi como devia: leve, séria ou grave.',
      en: 'An observation that points to something that was not as it should be: minor, serious or grave.',
    },
  },
  {
    id: 'integrity-pact',
    name: { es: 'Pacto de integridad', pt: 'Pacto de integridade', en: 'Integrity pact' },
    meaning: {
      es: 'El compromiso de la entidad y de los licitantes de no pagar, pedir ni aceptar sobornos, vigilado por un testigo social.',
      pt: 'O compromisso do órgão e dos licitantes de não pagar, pedir nem aceitar propinas, fiscalizado por uma testemunha social.',
      en: 'The commitment of an authority and of the bidders not to pay, ask for or take bribes, watched by a social witness.',
    },
  },
  {
    id: 'ocid',
    name: { es: 'OCID', pt: 'OCID', en: 'OCID' },
    meaning: {
      es: 'El identificador único de una contratación en el estándar de datos de contrataciones abiertas (OCDS).',
      pt: 'O identificador único de uma contratação no padrão de dados de contratações abertas (OCDS).',
      en: 'The unique identifier of a contracting process in the Open Contracting Data Standard (OCDS).',
    },
  },
  {
    id: 'openness',
    name: { es: 'Apertura', pt: 'Abertura', en: 'Openness' },
    meaning: {
      es: 'Si la vigilancia fue abierta: siete hitos, de O1 a O7, que se calculan de los hechos del caso.',
      pt: 'Se a fiscalização foi aberta: sete marcos, de O1 a O7, que se calculam a partir dos fatos do caso.',
      en: 'Whether the oversight was open: seven milestones, O1 to O7, computed from the events of the case.',
    },
  },
  {
    id: 'oversight-committee',
    name: { es: 'Comisión de veeduría', pt: 'Comissão de fiscalização cidadã', en: 'Oversight committee' },
    meaning: {
      es: 'Un grupo de ciudadanas y ciudadanos que vigila una contratación o una obra, decide por votación y rinde un informe.',
      pt: 'Um grupo de cidadãs e cidadãos que fiscaliza uma contratação ou uma obra, decide por votação e apresenta um relatório.',
      en: 'A group of citizens that watches a procurement or a work, decides by vote and renders a report.',
    },
  },
  {
    id: 'profile',
    name: { es: 'Perfil normativo', pt: 'Perfil normativo', en: 'Legal profile' },
    meaning: {
      es: 'Las reglas de un lugar: plazos, días hábiles, umbrales y autoridades. Cada dato lleva su fuente, y dice si fue verificado.',
      pt: 'As regras de um lugar: prazos, dias úteis, limites e autoridades. Cada dado traz sua fonte, e diz se foi verificado.',
      en: 'The rules of a place: terms, working days, thresholds and authorities. Each carries its source, and says whether it was verified.',
    },
  },
  {
    id: 'record',
    name: { es: 'Registro', pt: 'Registro', en: 'Record' },
    meaning: {
      es: 'La lista de todos los hechos de un caso, en orden. Cada uno lleva la huella del anterior: si algo se borra o se cambia, se nota. Quien reescribiera todo lo que sigue queda descubierto por cualquiera que haya anotado antes una huella.',
      pt: 'A lista de todos os fatos de um caso, em ordem. Cada um traz a marca do anterior: o que se apaga ou se muda aparece. Quem reescrevesse tudo o que segue é descoberto por qualquer pessoa que antes tenha anotado uma marca.',
      en: 'The list of all events of a case, in order. Each carries the hash of the one before: what is removed or changed shows. Whoever wrote anew all that follows is found out by anybody who noted a hash before.',
    },
  },
  {
    id: 'red-flag',
    name: { es: 'Bandera roja', pt: 'Bandeira vermelha', en: 'Red flag' },
    meaning: {
      es: 'Un patrón en los datos que conviene mirar, como un plazo muy corto o una sola oferta. No prueba nada por sí sola.',
      pt: 'Um padrão nos dados que convém olhar, como um prazo muito curto ou uma só proposta. Não prova nada por si só.',
      en: 'A pattern in the data that is worth a look, such as a very short term or a single bid. It proves nothing by itself.',
    },
  },
  {
    id: 'social-witness',
    name: { es: 'Testigo social', pt: 'Testemunha social', en: 'Social witness' },
    meaning: {
      es: 'Una persona u organización independiente que acompaña una contratación con voz y sin voto, y dice públicamente lo que vio.',
      pt: 'Uma pessoa ou organização independente que acompanha uma contratação com voz e sem voto, e diz publicamente o que viu.',
      en: 'An independent person or organisation that attends a procurement with voice and without vote, and tells in public what they saw.',
    },
  },
  {
    id: 'tip',
    name: { es: 'Aviso ciudadano', pt: 'Aviso de cidadão', en: 'Citizen’s tip' },
    meaning: {
      es: 'Lo que cualquiera puede contar al equipo sin dar su nombre. Quien avisa recibe un código para seguir la respuesta.',
      pt: 'O que qualquer pessoa pode contar à equipe sem dar seu nome. Quem avisa recebe um código para acompanhar a resposta.',
      en: 'What anyone can tell the team without giving a name. Whoever tells gets a code to follow the answer with.',
    },
  },
];
