/** How judgements are called when somebody is told of them: Spanish, Portuguese, English. */
export const ASSESSMENT_NOTICES = {
  'factor.assessed.v1': [
    'Se valoró un factor de éxito',
    'Um fator de sucesso foi avaliado',
    'A success factor was assessed',
  ],
  'participation.claimed.v1': [
    'Se declaró un nivel de participación',
    'Um nível de participação foi declarado',
    'A level of participation was claimed',
  ],
  'sustained.fell-due.v1': [
    'Toca comprobar si lo logrado se mantiene',
    'É hora de verificar se o alcançado se mantém',
    'It is time to check whether what was achieved still stands',
  ],
  'sustained.checked.v1': [
    'Se comprobó si lo logrado se mantiene',
    'Verificou-se se o alcançado se mantém',
    'It was checked whether what was achieved still stands',
  ],
  'dimension.coded.v1': ['Se codificó una dimensión', 'Uma dimensão foi codificada', 'A dimension was coded'],
} as const;
