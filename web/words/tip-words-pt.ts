import { TIP_INVITATION } from './tip-invitation.ts';
import type { TipWords } from './tip-words.ts';

export const TIP_WORDS_PT: TipWords = {
  invite: TIP_INVITATION.pt,
  form: {
    title: 'Enviar um aviso',
    lead: 'Conte o que viu ou sabe sobre esta compra. Não é preciso dar seu nome.',
    about: 'Sobre o caso',
    what: 'O que é um aviso',
    whatSays:
      'É o que qualquer pessoa conta sobre uma compra que está sendo fiscalizada: algo que viu na obra, um depósito vazio, uma licitação que parecia combinada. Não é uma denúncia criminal nem a substitui.',
    becomes: 'O que acontece com ele',
    becomesSays:
      'A coordenação do caso lê e responde uma vez, com um motivo e dentro de um prazo. Se for útil, ele é entregue como pista à equipe que fiscaliza. Que chegou um aviso, e se foi respondido no prazo, todos podem ver; o que ele diz, não.',
    reads: 'Quem lê',
    readsSays:
      'A coordenação e a auditoria do sistema leem tudo. A equipe lê o que você conta somente se virar pista, e nunca quem enviou. Nem o órgão contratante nem as empresas leem nada.',
    protect: 'Como se proteger',
    text: 'O que aconteceu',
    textHint: 'Diga também quando e onde, se souber. Até {max} caracteres.',
    language: 'Idioma em que escreve',
    files: 'Fotos ou documentos (opcional)',
    filesHint:
      'Até {files} arquivos, que juntos não pesem mais de {size} MB: uma ou duas fotos de celular. De cada um se guarda uma cópia sem o lugar nem o aparelho em que foi feito, e só essa cópia é entregue.',
    filesAgain: 'Por segurança, o navegador não guarda os arquivos escolhidos: escolha-os outra vez.',
    who: 'Quem avisa (opcional)',
    whoSays:
      'Deixe vazio se não quer que ninguém saiba quem você é. Se preencher, só a coordenação e a auditoria leem.',
    name: 'Nome',
    contact: 'Como falar com você',
    contactHint: 'Um telefone ou um e-mail. Não é preciso para receber a resposta.',
    send: 'Enviar o aviso',
    notTaken:
      'Este caso está encerrado e não recebe mais avisos novos. O que você já enviou pode ser acompanhado com seu código.',
  },
  advice: [
    'Não escreva seu nome, nem algo que só você possa saber, se isso o identifica.',
    'Não use a rede nem o equipamento do seu trabalho. Uma janela anônima não deixa rastro em um celular compartilhado.',
    'Aqui não se guarda o endereço de onde você escreve, nem quem abriu esta página.',
    'Se estiver em perigo, primeiro fique em segurança: o aviso pode esperar.',
  ],
  sent: {
    title: 'Seu aviso chegou',
    lead: 'Este é o seu código. É a única coisa que abre seu aviso: não será mostrado de novo e ninguém pode dá-lo outra vez.',
    code: 'Código do seu aviso',
    select:
      'Toque no código para selecioná-lo inteiro, e copie-o. «Imprimir», no menu do seu navegador, também guarda esta página como PDF: só em um aparelho que ninguém mais use.',
    keep: 'Como guardá-lo',
    look: 'Ver meu aviso',
    files: 'Arquivos',
    answerBy: 'A resposta deve estar aqui até {date}.',
    toCase: 'Voltar ao caso',
  },
  keeping: [
    'Copie em papel, imprima esta página ou tire uma foto que só você veja.',
    'Não envie a ninguém: quem tiver o código lê seu aviso.',
    'Para ver a resposta, entre em «Acompanhar um aviso» e escreva o código lá.',
  ],
  entrance: {
    title: 'Acompanhar um aviso',
    lead: 'Escreva o código que recebeu ao enviá-lo: verá em que situação está, o que responderam, e poderá acrescentar algo.',
    code: 'Código do aviso',
    codeHint: 'Começa com «ip-» ou «oc-». Tanto faz usar maiúsculas, espaços ou várias linhas.',
    open: 'Abrir meu aviso',
    lost: 'Um código perdido não pode ser recuperado, porque aqui não é guardado. Você pode enviar outro aviso.',
  },
  followed: {
    title: 'Seu aviso',
    about: 'Sobre o caso',
    received: 'Chegou',
    answerBy: 'Resposta até',
    state: 'Situação',
    waiting: 'Aguarda resposta',
    overdue: 'Sem resposta e fora do prazo',
    answered: 'Respondido',
    lead: 'A equipe o tem como pista',
    answer: 'A resposta',
    late: 'Foi respondido fora do prazo.',
    written: 'O que você escreveu',
    addition: 'O que acrescentou',
    files: 'Seus arquivos',
    add: 'Acrescentar algo',
    addText: 'O que quer acrescentar',
    addHint: 'Se acrescentar arquivos, diga em poucas palavras o que mostram. Até {max} caracteres.',
    addSend: 'Acrescentar ao aviso',
    noAnswer: 'Ainda não há resposta.',
    leave: 'Quando terminar, feche esta janela: quem usar este aparelho depois poderia voltar e lê-la.',
  },
  answers: {
    'passed-to-team': 'A equipe que fiscaliza está com ele',
    'passed-to-control-authority': 'Foi passado a um órgão de controle',
    'known-already': 'Já era conhecido',
    'insufficient-information': 'Falta informação para segui-lo',
    'no-competence': 'Não é algo que este sistema possa atender',
    'not-about-this-case': 'Não trata deste caso',
    abusive: 'É abusivo',
  },
  documents: {
    awaited: 'A caminho',
    checking: 'Em verificação',
    usable: 'Recebido',
    refused: 'Não foi aceito',
  },
  fates: {
    coming: 'Chegou, e está sendo verificado.',
    here: 'Já o tínhamos.',
    full: 'Não cabe: um aviso admite cinco arquivos e 20 MB no total, e cada caso tem seu próprio limite.',
    later: 'Chegaram arquivos demais de uma vez. Acrescente-o em «Ver meu aviso» depois de: {time}.',
    failed: 'Não foi possível receber. Seu aviso está a salvo; acrescente o arquivo em «Ver meu aviso».',
  },
  flaws: {
    textMissing: 'Escreva o que aconteceu.',
    tooLong: 'É longo demais: cabem {max} caracteres.',
    signs: 'Tem sinais que não podem ser lidos. Apague e escreva outra vez.',
    codeMissing: 'Escreva o código do seu aviso.',
    codeMistyped:
      'Isso não é um código completo. Começa com «ip-» ou «oc-», segue um número e termina em grupos de quatro sinais.',
    codeUnknown: 'Nenhum aviso se abre com este código. Confira sinal por sinal.',
    filesTooMany: 'Escolha no máximo {files} arquivos.',
    filesTooLarge: 'Juntos pesam mais de {size} MB. Escolha menos, ou uma foto de tamanho menor.',
    fileType:
      '«{file}»: arquivos deste tipo não são recebidos. Envie uma foto, um PDF, um áudio, um vídeo ou um documento de texto.',
    fileName: '«{file}»: o nome do arquivo não pode ser usado. Troque-o por um mais curto e simples.',
    fileEmpty: '«{file}» está vazio.',
  },
  told: {
    busy: 'Ainda não foi enviado: este caso recebeu muitos avisos de uma vez. O que você escreveu continua aqui; envie outra vez depois de: {time}.',
    sentBefore:
      'Este formulário já tinha sido enviado com outras palavras, e aquele envio está a salvo. O que vê agora não foi enviado: se quiser que também chegue, envie.',
    failed: 'Algo falhou do nosso lado e não sabemos se chegou. Envie outra vez: se já tinha chegado, não se repetirá.',
    unreadable: 'O formulário chegou incompleto e nada foi enviado. Complete e envie de novo.',
    tooLarge:
      'O que enviou pesa demais e não chegou. Volte no navegador para recuperar o que escreveu, e escolha menos arquivos.',
    closed: 'Este caso está encerrado e não recebe mais avisos novos.',
    full: 'A este aviso não se pode acrescentar mais. Você pode enviar outro.',
    added: 'O que você acrescentou chegou.',
  },
};
