import type { ReceiptWords } from './words.ts';

export const ES: ReceiptWords = {
  title: 'Comprobar un recibo',
  lead: 'Quien presenta algo recibe un recibo. Aquí se ve si el registro público dice todavía lo mismo que el recibo.',
  stays: 'El archivo no se envía a nadie: su navegador lee el registro público y lo compara en este equipo.',
  file: 'El archivo del recibo',
  fileHint: 'El que guardó al presentar, por ejemplo «receipt-….json».',
  look: 'Comprobar el recibo',
  looking: 'Leyendo el registro público…',
  'no-file': 'Elija el archivo de su recibo.',
  'no-receipt': 'Ese archivo no es un recibo. Elija el que guardó al presentar; su nombre empieza con «receipt».',
  'no-case':
    'Aquí no hay ningún caso {case}. Si el recibo es de otro sitio, compruébelo allí; si es de este, muéstrelo a una persona auditora.',
  'no-network': 'No se pudo leer el registro público. Revise la conexión y vuelva a intentarlo.',
  holds: 'El recibo coincide con el registro',
  wrong: 'El recibo no coincide con el registro',
  wrongSays:
    'Guarde el recibo y lo que envió, y muestre los dos a una persona auditora: algo se cambió después, o el recibo no es el que se dio.',
  event: 'Hecho {event}',
  yes: 'Sí',
  no: 'No',
  chained: 'Cada uno de los {events} hechos del caso sigue al anterior, sin que falte ninguno.',
  broken:
    'La cadena de hechos del caso se rompe en el hecho {event}: de ahí en adelante no se puede confiar en el registro.',
  unread:
    'Lo escrito todavía no es público: no se comparó. Con la huella del recibo podrá compararse cuando se publique.',
  noScript:
    'Este navegador no permite JavaScript, con el que se compara aquí. Compruebe el recibo con el programa, como se dice abajo.',
  byYourself: 'Sin esta página: para especialistas',
  byYourselfSays:
    'El programa de este proyecto, que es libre, hace lo mismo, y con «--text» compara también lo que usted envió:',
  asks: {
    told: 'El registro tiene este hecho.',
    whole: 'El hecho está entero: su huella es la de lo que dice.',
    same: 'Es el del recibo, con su hora y su huella.',
    committed: 'El hecho lleva la huella de lo escrito que está en el recibo.',
    words: 'Lo escrito que guarda el registro es lo que se presentó.',
  },
};
