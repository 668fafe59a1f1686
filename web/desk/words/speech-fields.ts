import type { FieldSaid } from './act-words.ts';

export const SPEECH_FIELDS = {
  reason: { label: ['Motivo', 'Motivo', 'Reason'] },
  language: { label: ['Idioma en que escribe', 'Idioma em que escreve', 'Language you write in'] },
  observationType: { label: ['Qué es', 'O que é', 'What it is'] },
  observedAt: { label: ['Cuándo lo vio', 'Quando viu', 'When you saw it'] },
  observationTitle: {
    label: ['Título', 'Título', 'Title'],
    hint: ['En pocas palabras, qué pasó.', 'Em poucas palavras, o que aconteceu.', 'In a few words, what happened.'],
  },
  narrative: {
    label: ['Relato', 'Relato', 'Account'],
    hint: [
      'Qué vio, quién estaba y qué se dijo. Separe lo que vio de lo que piensa.',
      'O que viu, quem estava e o que se disse. Separe o que viu do que pensa.',
      'What you saw, who was there, what was said. Keep what you saw apart from what you think.',
    ],
  },
  category: {
    label: ['Categoría', 'Categoria', 'Category'],
    hint: [
      'Elija lo que más se parece; si nada se parece, elija «otra» y dígalo con sus palabras.',
      'Escolha o que mais se parece; se nada se parece, escolha «outra» e diga com as suas palavras.',
      'Choose what comes closest; if nothing does, choose “other” and say it in your words.',
    ],
  },
  categoryText: { label: ['Categoría, en sus palabras', 'Categoria, em suas palavras', 'Category, in your words'] },
  severity: {
    label: ['Gravedad', 'Gravidade', 'Severity'],
    hint: [
      'Leve: un defecto que se corrige. Seria: puede cambiar el resultado. Grave: debe escalarse a una autoridad de control, o explicarse por qué no.',
      'Leve: um defeito que se corrige. Séria: pode mudar o resultado. Grave: deve ser escalonada a um órgão de controle, ou explicado por que não.',
      'Minor: a flaw that can be mended. Serious: it may change the result. Grave: it must be escalated to a control authority, or explained why not.',
    ],
  },
  legalBasis: {
    label: ['Fundamento legal', 'Fundamento legal', 'Legal basis'],
    hint: [
      'Un hallazgo lleva fundamento, artículos, o el motivo de no citar ninguno.',
      'Um achado leva fundamento, artigos, ou o motivo de não citar nenhum.',
      'A finding has a basis, provisions, or the reason for citing none.',
    ],
  },
  provisions: { label: ['Artículos', 'Artigos', 'Provisions'] },
  law: { label: ['Ley o reglamento', 'Lei ou regulamento', 'Law or regulation'] },
  provision: { label: ['Artículo', 'Artigo', 'Provision'] },
  noLegalBasisReason: {
    label: ['Por qué no se cita una norma', 'Por que não se cita uma norma', 'Why no law is cited'],
  },
  actSeen: { label: ['En qué acto', 'Em que ato', 'At which act'] },
  placeSeen: { label: ['Lugar', 'Lugar', 'Place'] },
  coordinates: { label: ['Coordenadas', 'Coordenadas', 'Coordinates'] },
  latitude: { label: ['Latitud', 'Latitude', 'Latitude'] },
  longitude: { label: ['Longitud', 'Longitude', 'Longitude'] },
  accuracyMetres: { label: ['Precisión en metros', 'Precisão em metros', 'Accuracy in metres'] },
  redFlags: { label: ['Banderas rojas que atiende', 'Sinais de alerta que atende', 'Red flags that it answers'] },
  pointers: {
    label: ['Datos oficiales a los que se refiere', 'Dados oficiais a que se refere', 'Official data it refers to'],
    hint: [
      'Un puntero JSON a la entrega OCDS: /tender/value.',
      'Um ponteiro JSON para a entrega OCDS: /tender/value.',
      'A JSON pointer into the OCDS release: /tender/value.',
    ],
  },
  evidence: {
    label: ['Fotos y documentos', 'Fotos e documentos', 'Photos and documents'],
    hint: [
      'El público recibe una copia sin los datos ocultos de la foto.',
      'O público recebe uma cópia sem os dados ocultos da foto.',
      'The public gets a copy without the hidden data of the photo.',
    ],
  },
  sanitised: {
    label: [
      'Al escalar o publicar, dejar fuera quién lo vio, dónde, y los datos de los archivos',
      'Ao escalonar ou publicar, deixar de fora quem viu, onde, e os dados dos arquivos',
      'When escalated or published, leave out who saw it, where, and what files tell of themselves',
    ],
  },
  documentHashes: {
    label: [
      'Huellas (SHA-256) de otros documentos',
      'Hashes (SHA-256) de outros documentos',
      'Hashes (SHA-256) of other documents',
    ],
  },
  visibility: { label: ['Quién la lee', 'Quem a lê', 'Who reads it'] },
  narrowed: {
    label: ['Cambiar quién la lee', 'Mudar quem a lê', 'Change who reads it'],
    hint: [
      'Solo puede pasar de sellada a reservada.',
      'Só pode passar de sigilosa a reservada.',
      'It can only go from sealed to restricted.',
    ],
  },
  stageSeen: { label: ['Etapa de la que trata', 'Etapa de que trata', 'Stage it is about'] },
  reply: { label: ['Respuesta', 'Resposta', 'Reply'] },
  until: { label: ['Hasta cuándo', 'Até quando', 'Until when'] },
  question: { label: ['Pregunta', 'Pergunta', 'Question'] },
  questionVisibility: { label: ['Cuándo se muestra', 'Quando é mostrada', 'When it is shown'] },
  answer: { label: ['Respuesta', 'Resposta', 'Answer'] },
  attachments: { label: ['Archivos', 'Arquivos', 'Files'] },
  finding: { label: ['Hallazgo', 'Achado', 'Finding'] },
  tipAnswer: { label: ['Qué se hizo con el aviso', 'O que se fez com o aviso', 'What was done with the tip'] },
  tipReason: {
    label: ['Explicación para quien lo envió', 'Explicação para quem o enviou', 'Explanation for whoever sent it'],
  },
  reportStage: { label: ['Etapa', 'Etapa', 'Stage'] },
  summary: {
    label: ['Resumen', 'Resumo', 'Summary'],
    hint: [
      'Qué se observó, de cuándo a cuándo y cómo.',
      'O que foi observado, de quando a quando e como.',
      'What was watched, from when to when, and how.',
    ],
  },
  conclusion: {
    label: ['Conclusión', 'Conclusão', 'Conclusion'],
    hint: [
      'Qué concluye el equipo, y de qué actos y hallazgos.',
      'O que a equipe conclui, e de quais atos e achados.',
      'What the team concludes, and from which acts and findings.',
    ],
  },
  cites: { label: ['Observaciones que cita', 'Observações que cita', 'Observations it cites'] },
  leavesOut: { label: ['Observaciones que deja fuera', 'Observações que deixa de fora', 'Observations it leaves out'] },
  observationLeftOut: { label: ['Observación', 'Observação', 'Observation'] },
  recommendations: { label: ['Recomendaciones', 'Recomendações', 'Recommendations'] },
  recommendedTo: { label: ['A quién', 'A quem', 'To whom'] },
  recommends: { label: ['Qué se recomienda', 'O que se recomenda', 'What is recommended'] },
  recommendedUntil: { label: ['Para cuándo', 'Para quando', 'By when'] },
  noRecommendationsReason: {
    label: ['Por qué no recomienda nada', 'Por que não recomenda nada', 'Why it recommends nothing'],
  },
  comments: { label: ['Comentarios', 'Comentários', 'Comments'] },
  vote: { label: ['Voto', 'Voto', 'Vote'] },
  dissent: {
    label: ['Voto particular', 'Voto divergente', 'Dissenting opinion'],
    hint: [
      'Necesario en un voto en contra. Se publica con el informe.',
      'Necessário num voto contra. É publicado com o relatório.',
      'Needed with a vote against. It is published with the report.',
    ],
  },
  takeUpLevel: { label: ['Adopción', 'Adoção', 'Take-up'] },
  asOf: { label: ['A qué fecha', 'Em que data', 'As of'] },
  takeUpEvidence: { label: ['En qué se nota', 'Em que se nota', 'Evidence'] },
  takeUpFiles: {
    label: ['Archivos que lo prueban', 'Arquivos que o comprovam', 'Files that prove it'],
    hint: [
      'Quedan como anexos del informe: cualquiera puede leerlos.',
      'Ficam como anexos do relatório: qualquer pessoa pode lê-los.',
      'They become annexes of the report: everybody can read them.',
    ],
  },
  response: { label: ['Respuesta de la institución', 'Resposta da instituição', 'Response of the institution'] },
  findings: { label: ['Hallazgos', 'Achados', 'Findings'] },
  controlAuthority: { label: ['Autoridad de control', 'Órgão de controle', 'Control authority'] },
  letter: {
    label: ['Carta', 'Carta', 'Letter'],
    hint: ['Qué se le pide a la autoridad.', 'O que se pede ao órgão.', 'What the authority is asked for.'],
  },
  outcome: { label: ['Resultado', 'Resultado', 'Outcome'] },
  remedies: {
    label: ['Remedio de cada hallazgo', 'Solução de cada achado', 'Remedy of each finding'],
    hint: [
      'Un hallazgo sin remedio elegido se envía sin remedio, si el resultado lo permite.',
      'Um achado sem solução escolhida é enviado sem solução, se o resultado o permite.',
      'A finding without a chosen remedy is sent without one, where the outcome allows it.',
    ],
  },
  remedy: { label: ['Remedio', 'Solução', 'Remedy'] },
  fileNumber: { label: ['Número de expediente', 'Número do processo', 'File number'] },
  inspectionOn: { label: ['Día de la inspección', 'Dia da inspeção', 'Day of the inspection'] },
  missing: { label: ['Qué información falta', 'Que informação falta', 'What information is missing'] },
  competentAuthority: {
    label: ['Autoridad de control competente', 'Órgão de controle competente', 'Control authority that is competent'],
    hint: [
      'Elija una, o nombre otro organismo abajo.',
      'Escolha um, ou nomeie outro organismo abaixo.',
      'Choose one, or name another body below.',
    ],
  },
  competentBody: { label: ['Otro organismo competente', 'Outro organismo competente', 'Another competent body'] },
  answerOfControl: {
    label: ['Respuesta, con sus razones', 'Resposta, com as suas razões', 'Answer, with its reasons'],
  },
  revisedBecause: { label: ['Por qué responde de nuevo', 'Por que responde de novo', 'Why you answer once more'] },
  escalationOf: { label: ['Escalamiento del que sigue', 'Escalonamento de que resulta', 'Escalation it follows from'] },
  findingsOf: { label: ['Hallazgos de los que sigue', 'Achados de que resulta', 'Findings it follows from'] },
  proceedingKind: { label: ['Qué es', 'O que é', 'What it is'] },
  proceedingState: { label: ['Cómo está', 'Como está', 'Where it stands'] },
  proceedingOn: { label: ['Desde qué día', 'Desde que dia', 'Since which day'] },
  conductedBy: { label: ['Quién lo lleva', 'Quem o conduz', 'Who conducts it'] },
  against: { label: ['Contra quién', 'Contra quem', 'Against whom'] },
  proceedingNote: { label: ['Nota', 'Nota', 'Note'] },
} as const satisfies Readonly<Record<string, FieldSaid>>;
