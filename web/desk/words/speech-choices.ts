import { LANGUAGES, type Words } from '../../../domain/languages.ts';
import { CATEGORIES } from '../../../domain/observations/categories.ts';
import {
  escalationStep,
  outcome,
  proceedingState,
  proceedingType,
  remedy,
  reportState,
  takeUp,
  tipAnswer,
} from '../../../domain/open-data/codes-of-follow-up.ts';
import { type Code, observationType, severity, stage } from '../../../domain/open-data/codes-of-watch.ts';
import { FLAG_TEXTS } from '../../../domain/red-flags/texts.ts';
import type { MISSING_CONTENT } from '../../../domain/reports/minimum-content.ts';
import type { DOCUMENT_STATES, QUESTION_VISIBILITIES, VISIBILITIES, VOTES } from '../../../events/vocabulary.ts';
import type { ChoicesSaid } from './act-words.ts';

type TitledCodes<K extends string> = Readonly<Record<K, Code>>;

/** Code lists of the open data say English first. */
const called = <K extends string>(codes: TitledCodes<K>): ChoicesSaid =>
  Object.fromEntries(
    Object.entries<Code>(codes).map(([code, [[en, es, pt]]]) => [code, [es, pt, en] as const satisfies Words]),
  );

const CATEGORY_WORDS: ChoicesSaid = Object.fromEntries(
  Object.entries(CATEGORIES).map(([code, { es, pt, en }]) => [code, [es, pt, en] as const]),
);

const flagWords = (part: 'title' | 'explanation'): ChoicesSaid =>
  Object.fromEntries(
    Object.entries(FLAG_TEXTS).map(([code, { es, pt, en }]) => [code, [es[part], pt[part], en[part]] as const]),
  );

const SEVERITY_WORDS = called(severity);

export const SPEECH_CHOICES = {
  types: called(observationType),
  stages: called(stage),
  severities: SEVERITY_WORDS,
  categories: CATEGORY_WORDS,
  outcomes: called(outcome),
  remedies: called(remedy),
  takeUp: called(takeUp),
  tipAnswers: called(tipAnswer),
  proceedingKinds: called(proceedingType),
  proceedingStates: called(proceedingState),
  reportStates: called(reportState),
  escalationSteps: called(escalationStep),
  flagTitles: flagWords('title'),
  flagTexts: flagWords('explanation'),
  languages: Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      (
        {
          es: ['Español', 'Espanhol', 'Spanish'],
          pt: ['Portugués', 'Português', 'Portuguese'],
          en: ['Inglés', 'Inglês', 'English'],
        } as const
      )[language],
    ]),
  ),
  visibilities: {
    public: ['Pública desde ahora', 'Pública desde agora', 'Public from now on'],
    'after-award': ['Sellada hasta el fallo', 'Em sigilo até a adjudicação', 'Sealed until the award'],
    restricted: [
      'Reservada, para proteger a personas',
      'Reservada, para proteger pessoas',
      'Restricted, to protect people',
    ],
  } satisfies Readonly<Record<(typeof VISIBILITIES)[number], Words>>,
  questionVisibilities: {
    public: ['Pública desde ahora', 'Pública desde agora', 'Public from now on'],
    'after-award': ['Visible después del fallo', 'Visível depois da adjudicação', 'Shown after the award'],
  } satisfies Readonly<Record<(typeof QUESTION_VISIBILITIES)[number], Words>>,
  votes: {
    for: ['A favor', 'A favor', 'For'],
    against: ['En contra', 'Contra', 'Against'],
    abstain: ['Abstención', 'Abstenção', 'Abstention'],
  } satisfies Readonly<Record<(typeof VOTES)[number], Words>>,
  fileStates: {
    awaited: ['Aún no llega', 'Ainda não chegou', 'Not here yet'],
    checking: ['En revisión', 'Em verificação', 'Being checked'],
    usable: ['Revisado', 'Verificado', 'Checked'],
    refused: ['No se aceptó', 'Não foi aceito', 'Not accepted'],
  } satisfies Readonly<Record<(typeof DOCUMENT_STATES)[number], Words>>,
  missingContent: {
    'summary-too-brief': [
      'El resumen es muy breve: diga qué se observó, de cuándo a cuándo y cómo, en al menos {charactersMin} caracteres (tiene {characters}).',
      'O resumo é muito breve: diga o que foi observado, de quando a quando e como, em pelo menos {charactersMin} caracteres (tem {characters}).',
      'The summary is too brief: say what was watched, from when to when, and how, in {charactersMin} characters at least (it has {characters}).',
    ],
    'conclusion-too-brief': [
      'La conclusión es muy breve: diga qué concluye el equipo y de qué, en al menos {charactersMin} caracteres (tiene {characters}).',
      'A conclusão é muito breve: diga o que a equipe conclui e de quê, em pelo menos {charactersMin} caracteres (tem {characters}).',
      'The conclusion is too brief: say what the team concludes and from what, in {charactersMin} characters at least (it has {characters}).',
    ],
    'conclusion-too-general': [
      'La conclusión se repite: nombre actos, fechas y hallazgos. Necesita al menos {differentWordsMin} palabras distintas (tiene {differentWords}).',
      'A conclusão se repete: nomeie atos, datas e achados. Precisa de pelo menos {differentWordsMin} palavras diferentes (tem {differentWords}).',
      'The conclusion repeats itself: name acts, dates and findings. It needs {differentWordsMin} different words at least (it has {differentWords}).',
    ],
    'conclusion-repeats-summary': [
      'La conclusión dice lo mismo que el resumen. Concluya a partir de lo observado.',
      'A conclusão diz o mesmo que o resumo. Conclua a partir do que foi observado.',
      'The conclusion says what the summary says. Conclude from what was seen.',
    ],
    'observations-unaccounted': [
      'Estas observaciones no se citan ni se dice por qué quedan fuera: {observations}',
      'Estas observações não são citadas nem se diz por que ficam de fora: {observations}',
      'These observations are neither cited nor left out with a reason: {observations}',
    ],
    'recommendations-missing': [
      'El informe final recomienda algo, o dice por qué no recomienda nada.',
      'O relatório final recomenda algo, ou diz por que não recomenda nada.',
      'A final report recommends something, or says why it recommends nothing.',
    ],
    'recommendations-contradict': [
      'Recomienda algo y también dice por qué no recomienda nada. Deje una de las dos cosas.',
      'Recomenda algo e também diz por que não recomenda nada. Deixe uma das duas coisas.',
      'It recommends something and also says why it recommends nothing. Keep one of the two.',
    ],
    'recommendations-due-past': [
      'La fecha de alguna recomendación ya pasó.',
      'A data de alguma recomendação já passou.',
      'The date of some recommendation is over already.',
    ],
  } satisfies Readonly<Record<keyof typeof MISSING_CONTENT, Words>>,
} as const satisfies Readonly<Record<string, ChoicesSaid>>;
