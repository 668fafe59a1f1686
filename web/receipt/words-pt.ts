import type { ReceiptWords } from './words.ts';

export const PT: ReceiptWords = {
  title: 'Conferir um recibo',
  lead: 'Quem apresenta algo recebe um recibo. Aqui se vê se o registro público ainda diz o mesmo que o recibo.',
  stays: 'O arquivo não é enviado a ninguém: seu navegador lê o registro público e compara neste aparelho.',
  file: 'O arquivo do recibo',
  fileHint: 'O que você guardou ao apresentar, por exemplo «receipt-….json».',
  look: 'Conferir o recibo',
  looking: 'Lendo o registro público…',
  'no-file': 'Escolha o arquivo do seu recibo.',
  'no-receipt':
    'Esse arquivo não é um recibo. Escolha o que você guardou ao apresentar; o nome dele começa com «receipt».',
  'no-case':
    'Aqui não há nenhum caso {case}. Se o recibo é de outro site, confira lá; se é deste, mostre-o a uma pessoa auditora.',
  'no-network': 'Não foi possível ler o registro público. Verifique a conexão e tente de novo.',
  holds: 'O recibo coincide com o registro',
  wrong: 'O recibo não coincide com o registro',
  wrongSays:
    'Guarde o recibo e o que você enviou, e mostre os dois a uma pessoa auditora: algo foi mudado depois, ou o recibo não é o que foi dado.',
  event: 'Fato {event}',
  yes: 'Sim',
  no: 'Não',
  chained: 'Cada um dos {events} fatos do caso segue o anterior, sem faltar nenhum.',
  broken: 'A cadeia de fatos do caso se rompe no fato {event}: daí em diante não se pode confiar no registro.',
  unread:
    'O que foi escrito ainda não é público: não foi comparado. Com a marca do recibo poderá ser comparado quando for publicado.',
  noScript:
    'Este navegador não permite JavaScript, com o qual se compara aqui. Confira o recibo com o programa, como se diz abaixo.',
  byYourself: 'Sem esta página: para especialistas',
  byYourselfSays:
    'O programa deste projeto, que é livre, faz o mesmo, e com «--text» compara também o que você enviou:',
  asks: {
    told: 'O registro tem este fato.',
    whole: 'O fato está inteiro: sua marca é a do que ele diz.',
    same: 'É o do recibo, com sua hora e sua marca.',
    committed: 'O fato leva a marca do que foi escrito que está no recibo.',
    words: 'O que foi escrito e o registro guarda é o que foi apresentado.',
  },
};
