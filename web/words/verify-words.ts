import type { Language } from '../../domain/languages.ts';

/** What the pages say on which reports and records are checked. */
export type VerifyWords = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'report'
    | 'code'
    | 'codeHint'
    | 'look'
    | 'mistyped'
    | 'unknown'
    | 'found'
    | 'foundOn'
    | 'reportTitle'
    | 'read'
    | 'pdf'
    | 'case'
    | 'pdfs'
    | 'hash'
    | 'handIn'
    | 'file'
    | 'fileHint'
    | 'compare'
    | 'noFile'
    | 'genuine'
    | 'genuineSays'
    | 'notGenuine'
    | 'notGenuineSays'
    | 'yourHash'
    | 'byYourself'
    | 'byYourselfSays'
    | 'record'
    | 'recordSays'
    | 'recordHow'
    | 'receipt',
    string
  >
>;

export const VERIFY_WORDS: Readonly<Record<Language, VerifyWords>> = {
  es: {
    title: 'Comprobar un informe o un registro',
    lead: 'Cualquiera puede comprobar que un informe es el publicado, y que nada se borró ni se cambió en el registro de un caso.',
    report: 'Un informe en PDF',
    code: 'Código de verificación',
    codeHint: 'Está al pie del informe, junto al código QR: dieciséis letras y números, por ejemplo 7GMB-….',
    look: 'Buscar el informe',
    mistyped: 'Ese código tiene algún error: revíselo letra por letra. No lleva las letras I, L, O ni U.',
    unknown: 'Ningún informe publicado lleva ese código.',
    found: 'Este informe está publicado',
    foundOn: 'Se publicó el {date}. El código que está en su copia es el de este informe.',
    reportTitle: 'Informe',
    read: 'Leerlo aquí',
    pdf: 'Descargar el PDF en {language} ({size})',
    case: 'Caso',
    pdfs: 'Los PDF publicados',
    hash: 'Huella (SHA-256)',
    handIn: '¿Es este el PDF que usted tiene?',
    file: 'El archivo PDF',
    fileHint: 'Hasta 4 MB. No se guarda: solo se calcula su huella.',
    compare: 'Comprobar el archivo',
    noFile: 'Elija el archivo PDF que quiere comprobar.',
    genuine: 'Es auténtico',
    genuineSays: 'El archivo es, byte por byte, el PDF publicado.',
    notGenuine: 'No es el publicado',
    notGenuineSays:
      'El archivo no es ninguno de los PDF publicados de este informe: aunque cambie un solo byte, la huella es otra.',
    yourHash: 'La huella del archivo que usted entregó',
    byYourself: 'Sin entregar el archivo: para especialistas',
    byYourselfSays:
      'Calcule la huella en su propia computadora con el comando «sha256sum informe.pdf» y compárela con estas:',
    record: 'El registro de un caso',
    recordSays:
      'Cada hecho de un caso lleva la huella del anterior, así que la última huella compromete todo lo que pasó antes. Quien la haya anotado ayer puede ver hoy si algo cambió.',
    recordHow:
      'Para especialistas: descargue los hechos de «/cases/CASO/events» y recalcule la cadena, o use el comando «npm run verify -- CASO» del programa, que es libre.',
    receipt: '¿Tiene un recibo? Compruébelo en su navegador',
  },
  pt: {
    title: 'Conferir um relatório ou um registro',
    lead: 'Qualquer pessoa pode conferir que um relatório é o publicado, e que nada foi apagado nem mudado no registro de um caso.',
    report: 'Um relatório em PDF',
    code: 'Código de verificação',
    codeHint: 'Está no pé do relatório, ao lado do código QR: dezesseis letras e números, por exemplo 7GMB-….',
    look: 'Procurar o relatório',
    mistyped: 'Esse código tem algum erro: confira letra por letra. Ele não usa as letras I, L, O nem U.',
    unknown: 'Nenhum relatório publicado tem esse código.',
    found: 'Este relatório está publicado',
    foundOn: 'Foi publicado em {date}. O código que está na sua cópia é o deste relatório.',
    reportTitle: 'Relatório',
    read: 'Ler aqui',
    pdf: 'Baixar o PDF em {language} ({size})',
    case: 'Caso',
    pdfs: 'Os PDF publicados',
    hash: 'Marca (SHA-256)',
    handIn: 'É este o PDF que você tem?',
    file: 'O arquivo PDF',
    fileHint: 'Até 4 MB. Não fica guardado: só se calcula sua marca.',
    compare: 'Conferir o arquivo',
    noFile: 'Escolha o arquivo PDF que quer conferir.',
    genuine: 'É autêntico',
    genuineSays: 'O arquivo é, byte por byte, o PDF publicado.',
    notGenuine: 'Não é o publicado',
    notGenuineSays:
      'O arquivo não é nenhum dos PDF publicados deste relatório: mesmo que mude um só byte, a marca é outra.',
    yourHash: 'A marca do arquivo que você entregou',
    byYourself: 'Sem entregar o arquivo: para especialistas',
    byYourselfSays:
      'Calcule a marca em seu próprio computador com o comando «sha256sum relatorio.pdf» e compare com estas:',
    record: 'O registro de um caso',
    recordSays:
      'Cada fato de um caso traz a marca do anterior, de modo que a última marca compromete tudo o que aconteceu antes. Quem a anotou ontem pode ver hoje se algo mudou.',
    recordHow:
      'Para especialistas: baixe os fatos de «/cases/CASO/events» e recalcule a cadeia, ou use o comando «npm run verify -- CASO» do programa, que é livre.',
    receipt: 'Você tem um recibo? Confira-o no seu navegador',
  },
  en: {
    title: 'Check a report or a record',
    lead: 'Anyone can check that a report is the published one, and that nothing was removed or changed in the record of a case.',
    report: 'A report as PDF',
    code: 'Verification code',
    codeHint: 'It stands at the foot of the report, beside the QR code: sixteen letters and digits, such as 7GMB-….',
    look: 'Find the report',
    mistyped: 'That code has an error: check it letter by letter. It has no letters I, L, O or U.',
    unknown: 'No published report bears that code.',
    found: 'This report is published',
    foundOn: 'It was published on {date}. The code on your copy is the code of this report.',
    reportTitle: 'Report',
    read: 'Read it here',
    pdf: 'Download the PDF in {language} ({size})',
    case: 'Case',
    pdfs: 'The published PDFs',
    hash: 'Hash (SHA-256)',
    handIn: 'Is this the PDF that you have?',
    file: 'The PDF file',
    fileHint: 'Up to 4 MB. It is not kept: only its hash is computed.',
    compare: 'Check the file',
    noFile: 'Choose the PDF file that you want to check.',
    genuine: 'It is genuine',
    genuineSays: 'The file is the published PDF, byte by byte.',
    notGenuine: 'It is not the published one',
    notGenuineSays: 'The file is none of the published PDFs of this report: even one changed byte gives another hash.',
    yourHash: 'The hash of the file that you handed in',
    byYourself: 'Without handing it in: for specialists',
    byYourselfSays:
      'Compute the hash on your own computer with the command “sha256sum report.pdf” and compare it with these:',
    record: 'The record of a case',
    recordSays:
      'Each event of a case carries the hash of the one before, so that the last hash commits to all that happened before it. Whoever noted it yesterday can see today whether anything changed.',
    recordHow:
      'For specialists: download the events from “/cases/CASE/events” and compute the chain again, or use the command “npm run verify -- CASE” of the program, which is free.',
    receipt: 'Do you hold a receipt? Check it in your browser',
  },
};
