import type { Words } from '../../languages.ts';
import type { RefusalWord } from '../../refusals.ts';

/** Refusals about files that are handed in. */
export const DOCUMENT_REFUSALS = {
  'purpose-unfit': [
    'Un archivo con este fin no se agrega aquí, o no le corresponde a usted agregarlo. Elija a qué pertenece.',
    'Um arquivo com este fim não se anexa aqui, ou não cabe a você anexá-lo. Escolha a que ele pertence.',
    'A file for this purpose is not attached here, or not by you. Choose what it belongs to.',
  ],
  'document-type-unfit': [
    'No se aceptan archivos de este tipo. Guárdelo en otro formato, por ejemplo PDF, y entréguelo de nuevo.',
    'Não se aceitam arquivos deste tipo. Salve-o em outro formato, por exemplo PDF, e entregue-o novamente.',
    'Files of this type are not taken. Save it in another format, such as PDF, and hand it in again.',
  ],
  'document-type-differs': [
    'El nombre del archivo no corresponde a su tipo. Póngale la terminación correcta y entréguelo de nuevo.',
    'O nome do arquivo não corresponde ao seu tipo. Dê-lhe a terminação correta e entregue-o novamente.',
    'The name of the file does not fit its type. Give it the right ending and hand it in again.',
  ],
  'document-too-large': [
    'El archivo es demasiado grande. Redúzcalo o divídalo, y entréguelo de nuevo.',
    'O arquivo é grande demais. Reduza-o ou divida-o, e entregue-o novamente.',
    'The file is too large. Make it smaller or split it, and hand it in again.',
  ],
  'document-declared': [
    'Este archivo ya está aquí o se espera que llegue. No hace falta entregarlo otra vez.',
    'Este arquivo já está aqui ou é esperado. Não é preciso entregá-lo outra vez.',
    'This file is here already, or expected. There is no need to hand it in again.',
  ],
  'documents-too-many': [
    'Aquí ya no cabe ningún archivo más. Junte los que faltan en un ZIP y entréguelo donde también corresponda.',
    'Aqui já não cabe nenhum arquivo. Junte os que faltam em um ZIP e entregue-o onde também couber.',
    'No other file can be attached here. Put the further ones into one ZIP and hand it in where else it belongs.',
  ],
  'quota-full': [
    'Los archivos de este caso, de este aviso o suyos ya ocupan todo el espacio disponible. Entregue uno más pequeño, o consulte a la coordinación.',
    'Os arquivos deste caso, deste aviso ou seus já ocupam todo o espaço disponível. Entregue um menor, ou consulte a coordenação.',
    'The files of this case, of this tip, or yours, take all the room there is. Hand in a smaller one, or ask the coordinator.',
  ],
  'document-unknown': [
    'No hay un documento así en este caso, o usted no puede verlo. Elíjalo de la lista de documentos.',
    'Não há um documento assim neste caso, ou você não pode vê-lo. Escolha-o na lista de documentos.',
    'There is no such document in this case, or none that you may see. Choose one of its documents.',
  ],
  'document-state': [
    'El documento no está en condiciones para esto: quizá aún se revisa, o no se aceptó. Espere la revisión, o elija otro.',
    'O documento não está em condições para isto: talvez ainda esteja em exame, ou não foi aceito. Aguarde o exame, ou escolha outro.',
    'The document is not in a state for this: it may still be checked, or was not taken. Wait for the check, or choose another.',
  ],
  'document-superseded': [
    'Ya hay una versión más reciente de este documento. Siga a partir de ella.',
    'Já há uma versão mais recente deste documento. Continue a partir dela.',
    'There is a newer version of this document already. Go on from that one.',
  ],
} satisfies Partial<Record<RefusalWord, Words>>;
