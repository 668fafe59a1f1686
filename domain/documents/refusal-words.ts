import type { DocumentRefusal } from '../../events/vocabulary.ts';

/** A sentence or two in each language of the house. */
export interface InLanguages {
  readonly es: string;
  readonly pt: string;
  readonly en: string;
}

const said = (es: string, pt: string, en: string): InLanguages => ({ es, pt, en });

/** Why a file was not taken, and what its sender can do: no word of the trade, no blame, and always a next step. */
export const REFUSAL_WORDS: Readonly<Record<DocumentRefusal, InLanguages>> = {
  'hash-differs': said(
    'Lo que llegó no es lo que se anunció: el archivo cambió o se dañó en el camino. Anúncielo y envíelo de nuevo.',
    'O que chegou não é o que foi anunciado: o arquivo mudou ou se danificou no caminho. Anuncie e envie de novo.',
    'What arrived is not what was announced: the file changed or was damaged on its way. Announce and send it again.',
  ),
  'size-differs': said(
    'Llegaron más o menos bytes de los anunciados. Anúncielo y envíelo de nuevo, entero.',
    'Chegaram mais ou menos bytes do que os anunciados. Anuncie e envie de novo, inteiro.',
    'More or fewer bytes arrived than were announced. Announce and send it again, whole.',
  ),
  'type-differs': said(
    'El archivo no es lo que dice su nombre, o lleva otro archivo dentro. Ábralo, guárdelo o expórtelo de nuevo con su tipo verdadero y envíelo.',
    'O arquivo não é o que diz seu nome, ou traz outro arquivo dentro. Abra, salve ou exporte de novo com seu tipo verdadeiro e envie.',
    'The file is not what its name says, or carries another file. Open it, save or export it again as what it really is, and send that.',
  ),
  'extension-differs': said(
    'La terminación del nombre y el tipo declarado no coinciden. Envíelo con el nombre y el tipo que tiene de verdad.',
    'A terminação do nome e o tipo declarado não coincidem. Envie com o nome e o tipo que realmente tem.',
    'The ending of its name and its declared type do not agree. Send it with the name and type that it really has.',
  ),
  'type-not-allowed': said(
    'Archivos de este tipo no se reciben, ni imágenes en movimiento. Envíelo como PDF, foto, video, audio u otro de los tipos admitidos.',
    'Arquivos deste tipo não são recebidos, nem imagens em movimento. Envie como PDF, foto, vídeo, áudio ou outro dos tipos aceitos.',
    'Files of this type, and moving pictures, are not taken. Send it as a PDF, photo, film, recording or another of the accepted types.',
  ),
  'image-bomb': said(
    'La imagen tiene más puntos o páginas de los que se pueden abrir con seguridad. Redúzcala o divídala y envíela de nuevo.',
    'A imagem tem mais pontos ou páginas do que se pode abrir com segurança. Reduza ou divida e envie de novo.',
    'The picture has more pixels or pages than can be opened safely. Make it smaller or split it, and send it again.',
  ),
  'archive-bomb': said(
    'Desempaquetado, el archivo ocuparía demasiado o tardaría demasiado en revisarse. Divídalo y envíe las partes por separado.',
    'Desempacotado, o arquivo ocuparia demais ou demoraria demais para ser verificado. Divida e envie as partes separadas.',
    'Unpacked, the file would take too much room or too long to look into. Split it and send the pieces one by one.',
  ),
  'archive-nested': said(
    'Hay un archivo comprimido dentro de otro. Descomprímalo y envíe los archivos de dentro.',
    'Há um arquivo compactado dentro de outro. Descompacte e envie os arquivos de dentro.',
    'There is an archive inside an archive. Unpack it and send the files that are inside.',
  ),
  'archive-path': said(
    'Dentro del archivo comprimido hay nombres con rutas que no son seguras. Comprímalo de nuevo sin carpetas de fuera y envíelo.',
    'Dentro do arquivo compactado há nomes com caminhos que não são seguros. Compacte de novo sem pastas de fora e envie.',
    'Names inside the archive lead out of it. Pack it again with plain names and send it.',
  ),
  'archive-link': said(
    'Dentro del archivo comprimido hay enlaces en lugar de archivos. Comprima los archivos mismos y envíelos.',
    'Dentro do arquivo compactado há atalhos em vez de arquivos. Compacte os próprios arquivos e envie.',
    'The archive holds links instead of files. Pack the files themselves and send that.',
  ),
  'archive-encrypted': said(
    'Está protegido con contraseña, y nadie puede revisarlo. Quítele la contraseña y envíelo de nuevo.',
    'Está protegido com senha, e ninguém pode verificá-lo. Tire a senha e envie de novo.',
    'It is protected by a password, so nobody can look into it. Take the password off and send it again.',
  ),
  'active-content': said(
    'Contiene macros, programas o partes que se ejecutan o se buscan en otro lugar. Guárdelo sin ellas, por ejemplo como PDF, y envíelo de nuevo.',
    'Contém macros, programas ou partes que se executam ou se buscam em outro lugar. Salve sem elas, por exemplo como PDF, e envie de novo.',
    'It holds macros, programs or parts that run or are fetched from elsewhere. Save it without them, as a PDF for example, and send it again.',
  ),
  'embedded-file': said(
    'Lleva otro archivo adjunto dentro. Envíe ese archivo por separado, y el documento sin él.',
    'Traz outro arquivo anexado dentro. Envie esse arquivo separado, e o documento sem ele.',
    'Another file is attached inside it. Send that file by itself, and the document without it.',
  ),
  malformed: said(
    'El archivo está incompleto o dañado y no se puede abrir con seguridad. Expórtelo o guárdelo de nuevo y envíelo.',
    'O arquivo está incompleto ou danificado e não pode ser aberto com segurança. Exporte ou salve de novo e envie.',
    'The file is incomplete or damaged and cannot be opened safely. Export or save it again, and send that.',
  ),
  empty: said(
    'El archivo está vacío. Compruebe cuál quería enviar y envíelo.',
    'O arquivo está vazio. Confira qual queria enviar e envie.',
    'The file is empty. See which one you meant, and send it.',
  ),
  'name-unfit': said(
    'El nombre tiene signos que no se ven o que no todo equipo admite. Póngale un nombre sencillo y envíelo de nuevo.',
    'O nome tem sinais que não se veem ou que nem todo equipamento aceita. Dê um nome simples e envie de novo.',
    'Its name has signs that cannot be seen or that not every machine takes. Give it a plain name and send it again.',
  ),
  'not-arrived': said(
    'El archivo se anunció y no llegó a tiempo. Si todavía lo tiene, anúncielo y envíelo de nuevo.',
    'O arquivo foi anunciado e não chegou a tempo. Se ainda o tem, anuncie e envie de novo.',
    'The file was announced and did not arrive in time. If you still have it, announce and send it again.',
  ),
  'malware-found': said(
    'Un análisis encontró un programa dañino en el archivo. Nadie lo abrirá. Revise su equipo, y envíe una copia limpia, por ejemplo una foto o una impresión en PDF.',
    'Uma análise encontrou um programa nocivo no arquivo. Ninguém o abrirá. Verifique seu equipamento e envie uma cópia limpa, por exemplo uma foto ou uma impressão em PDF.',
    'A scan found harmful software in the file. Nobody will open it. Have your device looked at, and send a clean copy, such as a photo or a print as PDF.',
  ),
  'check-failed': said(
    'No logramos revisarlo, por un fallo nuestro o por algo inusual en el archivo. El original queda guardado un tiempo. Guárdelo en otro formato y envíelo de nuevo, o avise a la coordinación.',
    'Não conseguimos verificá-lo, por uma falha nossa ou por algo incomum no arquivo. O original fica guardado por um tempo. Salve em outro formato e envie de novo, ou avise a coordenação.',
    'We did not manage to look into it, by a fault of ours or something unusual in it. The original is kept for a while. Save it in another format and send it again, or tell the coordinator.',
  ),
};
