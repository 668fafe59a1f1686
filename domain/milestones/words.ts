import { inLanguage, type Language, type Words } from '../languages.ts';
import type { ReportForm } from './report-forms.ts';

/** Why a milestone stands as it does, or what it still waits for. */
export const BECAUSE = {
  'team-being-appointed': [
    'El equipo todavía se está designando.',
    'A equipe ainda está sendo designada.',
    'The team is still being appointed.',
  ],
  'ended-before-acts': [
    'El proceso terminó antes de que se programara acto alguno.',
    'O processo terminou antes que algum ato fosse marcado.',
    'The process ended before any act was scheduled.',
  ],
  'acts-before-team': [
    'El primer acto de la licitación fue antes de que el equipo estuviera designado.',
    'O primeiro ato da licitação foi antes de a equipe estar designada.',
    'The first act of the tender came before the team was in place.',
  ],
  'ended-before-team': [
    'El proceso terminó antes de que hubiera equipo, y antes de su primer acto.',
    'O processo terminou antes que houvesse equipe, e antes de seu primeiro ato.',
    'The process ended before a team was in place, and before its first act.',
  ],
  'team-before-acts': [
    'El equipo estaba designado antes del primer acto de la licitación.',
    'A equipe estava designada antes do primeiro ato da licitação.',
    'The team was in place before the first act of the tender.',
  ],
  'no-act-scheduled-yet': [
    'Todavía no hay acto de la licitación programado.',
    'Ainda não há ato da licitação marcado.',
    'No act of the tender is scheduled yet.',
  ],
  'no-tender-act-on-record': [
    'No consta ningún acto de la licitación.',
    'Não consta nenhum ato da licitação.',
    'No act of the tender is on record.',
  ],
  'acts-missed': [
    'El equipo faltó a uno o más actos.',
    'A equipe faltou a um ou mais atos.',
    'The team missed one act or more.',
  ],
  'dissolved-before-acts': [
    'La comisión se disolvió antes del último acto de la licitación y la adjudicación.',
    'A comissão foi dissolvida antes do último ato da licitação e da adjudicação.',
    'The committee was dissolved before the last act of tender and award.',
  ],
  'acts-to-come': [
    'Faltan actos de la licitación y la adjudicación.',
    'Faltam atos da licitação e da adjudicação.',
    'Acts of the tender and the award are still to come.',
  ],
  'all-acts-obstructed': ['Todo acto fue obstruido.', 'Todo ato foi obstruído.', 'Every act was obstructed.'],
  'no-act-scheduled': ['No se programó ningún acto.', 'Nenhum ato foi marcado.', 'No act was scheduled.'],
  'acts-attended': [
    'El equipo asistió a todos los actos.',
    'A equipe assistiu a todos os atos.',
    'Every act was attended.',
  ],
  'attendance-unknown': [
    'No consta si el equipo asistió a todos los actos.',
    'Não consta se a equipe assistiu a todos os atos.',
    'It is not on record whether every act was attended.',
  ],
  'dissolved-before-award-report': [
    'La comisión se disolvió antes de adoptar su informe sobre la adjudicación.',
    'A comissão foi dissolvida antes de adotar seu relatório sobre a adjudicação.',
    'The committee was dissolved before its report on the award was adopted.',
  ],
  'ended-before-award-review': [
    'El proceso terminó antes de que se revisara su adjudicación.',
    'O processo terminou antes que sua adjudicação fosse examinada.',
    'The process ended before its award was reviewed.',
  ],
  'award-report-awaited': [
    'El informe sobre la adjudicación todavía no está adoptado.',
    'O relatório sobre a adjudicação ainda não foi adotado.',
    'The report on the award is not adopted yet.',
  ],
  'award-report-before-any-contract': [
    'El informe sobre la adjudicación se adoptó antes de que se firmara contrato alguno.',
    'O relatório sobre a adjudicação foi adotado antes da assinatura de qualquer contrato.',
    'The report on the award was adopted before any contract was signed.',
  ],
  'contract-before-award-report': [
    'El contrato se firmó antes de que se adoptara el informe sobre la adjudicación.',
    'O contrato foi assinado antes da adoção do relatório sobre a adjudicação.',
    'The contract was signed before the report on the award was adopted.',
  ],
  'award-report-before-contract': [
    'El informe sobre la adjudicación se adoptó antes de la firma del contrato.',
    'O relatório sobre a adjudicação foi adotado antes da assinatura do contrato.',
    'The report on the award was adopted before the contract was signed.',
  ],
  'escalation-unanswered': [
    'Un escalamiento no se respondió dentro de su plazo.',
    'Um escalonamento não foi respondido dentro do prazo.',
    'An escalation was not answered within its term.',
  ],
  'escalation-awaits-answer': [
    'Un escalamiento espera su respuesta.',
    'Um escalonamento aguarda sua resposta.',
    'An escalation awaits its answer.',
  ],
  'escalations-answered': [
    'Todo escalamiento se respondió dentro de su plazo.',
    'Todo escalonamento foi respondido dentro do prazo.',
    'Every escalation was answered within its term.',
  ],
  'nothing-escalated': ['No se escaló nada.', 'Nada foi escalonado.', 'Nothing was escalated.'],
  'nothing-escalated-yet': [
    'Hasta ahora no se ha escalado nada.',
    'Até agora nada foi escalonado.',
    'Nothing was escalated so far.',
  ],
  'finding-not-remedied': [
    'Un hallazgo no fue remediado.',
    'Um achado não foi remediado.',
    'A finding was not remedied.',
  ],
  'findings-remedied': [
    'Todo hallazgo con código de remedio quedó eliminado.',
    'Todo achado com código de remédio foi eliminado.',
    'Every finding with a remedy code is eliminated.',
  ],
  'no-remedy-codes': [
    'Ningún hallazgo lleva código de remedio.',
    'Nenhum achado tem código de remédio.',
    'No finding carries a remedy code.',
  ],
  'no-remedy-codes-yet': [
    'Hasta ahora ningún hallazgo lleva código de remedio.',
    'Até agora nenhum achado tem código de remédio.',
    'No finding carries a remedy code so far.',
  ],
  'report-awaited': [
    'El informe final todavía no está publicado.',
    'O relatório final ainda não foi publicado.',
    'The final report is not published yet.',
  ],
  'report-late': [
    'El informe final se publicó después de su plazo.',
    'O relatório final foi publicado depois do prazo.',
    'The final report was published after its term.',
  ],
  'report-in-time': [
    'El informe final se publicó dentro de su plazo.',
    'O relatório final foi publicado dentro do prazo.',
    'The final report was published within its term.',
  ],
  'recommendation-not-taken-up': [
    'Una recomendación no tuvo respuesta concreta en su fecha.',
    'Uma recomendação não teve resposta concreta na sua data.',
    'A recommendation had no concrete feedback by its due date.',
  ],
  'final-report-may-recommend': [
    'El informe final puede recomendar más.',
    'O relatório final pode recomendar mais.',
    'The final report may recommend more.',
  ],
  'nothing-recommended': [
    'Ningún informe recomienda nada.',
    'Nenhum relatório recomenda nada.',
    'No report recommends anything.',
  ],
  'due-dates-not-kept': [
    'El informe se redactó antes de que se guardaran las fechas de las recomendaciones.',
    'O relatório foi redigido antes que as datas das recomendações fossem guardadas.',
    'The report was drafted before the due dates of recommendations were kept.',
  ],
  'recommendations-taken-up': [
    'Toda recomendación tuvo respuesta concreta en su fecha.',
    'Toda recomendação teve resposta concreta na sua data.',
    'Every recommendation had concrete feedback by its due date.',
  ],
  'recommendation-not-due': [
    'Una recomendación todavía no vence.',
    'Uma recomendação ainda não venceu.',
    'A recommendation is not due yet.',
  ],
  'not-closed-yet': [
    'El caso todavía no está cerrado.',
    'O caso ainda não está encerrado.',
    'The case is not closed yet.',
  ],
  'nothing-to-sustain': [
    'Nada se remedió ni se adoptó que pudiera deshacerse.',
    'Nada foi remediado nem adotado que pudesse ser desfeito.',
    'Nothing was remedied or taken up that could be undone.',
  ],
  'something-undone': [
    'Algo de lo remediado o adoptado ya no se mantiene.',
    'Algo do que foi remediado ou adotado já não se mantém.',
    'Something that was remedied or taken up does not stand any more.',
  ],
  'still-stands': [
    'Pasados los meses, todo lo remediado y adoptado se mantiene.',
    'Passados os meses, tudo o que foi remediado e adotado se mantém.',
    'After the months, all that was remedied and taken up still stands.',
  ],
  'months-running': [
    'Corren todavía los meses después del cierre.',
    'Ainda correm os meses depois do encerramento.',
    'The months after the closing are still running.',
  ],
  'check-fell-due': [
    'Pasaron los meses, y nadie ha comprobado todavía si lo logrado se mantiene.',
    'Passaram os meses, e ninguém verificou ainda se o alcançado se mantém.',
    'The months are over, and nobody has looked yet whether what was achieved still stands.',
  ],
  'document-lacking': [
    'Un documento llegó incompleto o tarde, o fue negado.',
    'Um documento chegou incompleto ou tarde, ou foi negado.',
    'A document was incomplete, late or refused.',
  ],
  'checklists-incomplete': [
    'Las listas de acceso todavía no están completas.',
    'As listas de acesso ainda não estão completas.',
    'The access checklists are not complete yet.',
  ],
  'no-document-applicable': [
    'Ningún documento era aplicable.',
    'Nenhum documento era aplicável.',
    'No document was applicable.',
  ],
  'documents-obtained': [
    'Se obtuvo todo documento aplicable.',
    'Todo documento aplicável foi obtido.',
    'Every applicable document was obtained.',
  ],
  'act-obstructed': ['Un acto fue obstruido.', 'Um ato foi obstruído.', 'An act was obstructed.'],
  'citizens-not-admitted': [
    'No se dejó entrar a la ciudadanía a un acto público.',
    'Os cidadãos não puderam entrar em um ato público.',
    'Citizens were not admitted to a public act.',
  ],
  'admission-unknown': [
    'No consta si la ciudadanía pudo entrar a todo acto público.',
    'Não consta se os cidadãos puderam entrar em todo ato público.',
    'It is not on record whether citizens were admitted to every public act.',
  ],
  'acts-open': [
    'Ningún acto fue obstruido y la ciudadanía pudo entrar a los públicos.',
    'Nenhum ato foi obstruído e os cidadãos puderam entrar nos públicos.',
    'No act was obstructed, and citizens were admitted to the public ones.',
  ],
  'observations-sealed': [
    'Hay observaciones selladas hasta la adjudicación o el fin de su embargo.',
    'Há observações seladas até a adjudicação ou o fim de seu embargo.',
    'Observations are sealed until the award or the end of their embargo.',
  ],
  'observations-public': [
    'Toda observación que puede ser pública lo es.',
    'Toda observação que pode ser pública é pública.',
    'Every observation that may be public is public.',
  ],
  'no-observation-yet': [
    'Hasta ahora no se ha presentado ninguna observación.',
    'Até agora nenhuma observação foi apresentada.',
    'No observation was filed so far.',
  ],
  'no-public-observation': [
    'No se presentó ninguna observación que pueda ser pública.',
    'Nenhuma observação que possa ser pública foi apresentada.',
    'No observation was filed that may be public.',
  ],
  'tip-unanswered': [
    'Un aviso no se respondió dentro de su plazo.',
    'Um aviso não foi respondido dentro do prazo.',
    'A tip was not answered within its term.',
  ],
  'tip-awaits-answer': ['Un aviso espera respuesta.', 'Um aviso aguarda resposta.', 'A tip awaits its answer.'],
  'tips-answered': [
    'Todo aviso se respondió dentro de su plazo, con código y razón.',
    'Todo aviso foi respondido dentro do prazo, com código e razão.',
    'Every tip was answered within its term, with a code and a reason.',
  ],
  'no-tip-yet': [
    'Nadie ha enviado un aviso hasta ahora.',
    'Ninguém enviou um aviso até agora.',
    'Nobody sent a tip so far.',
  ],
  'no-tip': ['Nadie envió un aviso.', 'Ninguém enviou um aviso.', 'Nobody sent a tip.'],
  'question-unanswered': [
    'Una pregunta no se respondió dentro de su plazo.',
    'Uma pergunta não foi respondida dentro do prazo.',
    'A question was not answered within its term.',
  ],
  'question-awaits-answer': [
    'Una pregunta espera respuesta.',
    'Uma pergunta aguarda resposta.',
    'A question awaits its answer.',
  ],
  'questions-answered': [
    'Toda pregunta se respondió dentro de su plazo.',
    'Toda pergunta foi respondida dentro do prazo.',
    'Every question was answered within its term.',
  ],
  'no-question-yet': [
    'Hasta ahora no se ha hecho ninguna pregunta.',
    'Até agora nenhuma pergunta foi feita.',
    'No question was asked so far.',
  ],
  'no-question': ['No se hizo ninguna pregunta.', 'Nenhuma pergunta foi feita.', 'No question was asked.'],
  'report-forms-awaited': [
    'El informe final es público, y falta en las formas que se nombran.',
    'O relatório final é público, e falta nas formas que se nomeiam.',
    'The final report is public, and still missing in the forms that are named.',
  ],
  'report-open': [
    'El informe final es público en todas las formas que se piden.',
    'O relatório final é público em todas as formas que se pedem.',
    'The final report is public in every form that is asked for.',
  ],
  'no-level-claimed-yet': [
    'La coordinación todavía no ha declarado un nivel de participación.',
    'A coordenação ainda não declarou um nível de participação.',
    'The coordinator has not claimed a level of participation yet.',
  ],
  'no-level-claimed': [
    'No se declaró ningún nivel de participación.',
    'Nenhum nível de participação foi declarado.',
    'No level of participation was claimed.',
  ],
  'level-told-by-interviews': [
    'El nivel declarado se apoya solo en entrevistas: falta un evento o documento que se pueda consultar.',
    'O nível declarado apoia-se só em entrevistas: falta um evento ou documento que se possa consultar.',
    'The level that is claimed rests on interviews alone: an event or document that can be looked up is missing.',
  ],
  'level-evidenced': [
    'El nivel declarado se apoya en eventos o documentos del caso.',
    'O nível declarado apoia-se em eventos ou documentos do caso.',
    'The level that is claimed rests on events or documents of the case.',
  ],
} as const satisfies Record<string, Words>;

export type Because = keyof typeof BECAUSE;

/** The forms that a report still lacks. */
export const FORM_WORDS: Readonly<Record<ReportForm, Words>> = {
  page: ['página', 'página', 'page'],
  pdf: ['PDF', 'PDF', 'PDF'],
  ocds: ['datos OCDS', 'dados OCDS', 'OCDS data'],
  'open-licence': ['licencia abierta', 'licença aberta', 'open licence'],
};

/** Why a milestone stands as it does, in a sentence. */
export const becauseIn = (
  language: Language,
  { because, waitsFor = [] }: { readonly because: Because; readonly waitsFor?: readonly ReportForm[] },
): string => {
  const sentence = inLanguage(BECAUSE[because], language);
  if (waitsFor.length === 0) return sentence;
  return `${sentence.slice(0, -1)}: ${waitsFor.map((form) => inLanguage(FORM_WORDS[form], language)).join(', ')}.`;
};
