import { may, must } from './field.ts';

/** Fields that several objects of the extension have. */
export const ID = must('text', 'Identifier', 'Identificador', 'Identificador');
export const STAGE = must({ code: 'oversightStage' }, 'Stage of the case', 'Etapa del caso', 'Etapa do caso');
export const DESCRIPTION = may('text', 'What was written', 'Lo que se escribió', 'O que foi escrito');
export const REASON = may('text', 'Reason', 'Razón', 'Razão');
export const DUE = must('date', 'Until when it is in time', 'Hasta cuándo está a tiempo', 'Até quando está no prazo');
export const PLACE = may('text', 'Place', 'Lugar', 'Lugar');
export const COORDINATES = may({ one: 'OversightCoordinates' }, 'Coordinates', 'Coordenadas', 'Coordenadas');
export const EARLIER = may('dates', 'Dates it had before', 'Fechas anteriores', 'Datas anteriores');
export const OVERDUE = must(
  'yes-no',
  'Whether its term passed first',
  'Si antes pasó su plazo',
  'Se antes passou seu prazo',
);
export const LATE = may('yes-no', 'Whether it was late', 'Si fue tardío', 'Se foi tardio');
