import type { Language } from '../../languages.ts';

const EXAMPLE = `\`\`\`json
{
  "oversight": [
    {
      "id": "ip-0123456789abcdefghij",
      "instrument": "integrity-pact",
      "stage": "award-review",
      "condition": "running",
      "team": [{ "id": "witness-1", "standing": "accepted", "declarationSigned": true, "impeded": false }],
      "observations": [
        {
          "id": "observation-2",
          "stage": "tender-observation",
          "dateFiled": "2026-03-17T15:00:00.000Z",
          "late": false,
          "version": 1,
          "seal": "until-award",
          "contentHash": "7b0e…"
        }
      ],
      "verdict": "open",
      "verdictComputed": "open",
      "verdictAssessed": "open"
    }
  ]
}
\`\`\`
`;

const EN = `# Oversight

An extension of the Open Contracting Data Standard 1.1 for what citizens see of a contracting process: social witnesses under an integrity pact, and oversight committees.
The standard has places for the process, its parties, its milestones and its documents; it has none for who watches, what was seen and what became of it.

## What it adds

- \`oversight\`: a list of the cases of this process, one for each instrument that it is watched under. Cases are merged by their \`id\`.
- \`tender/surveillanceMechanisms\` and \`contracts/surveillanceMechanisms\`: under which mechanisms the process is watched, with the name and the codes under which Mexico publishes it.
- Codes for \`partyRole\` (\`independentMonitor\`, \`socialWitness\`, \`oversightCommitteeMember\`, \`controlAuthority\`) and \`documentType\`.

An entry of \`oversight\` tells the team, acts and attendance, access to documents, observations, dialogue, escalations with their outcomes, proceedings, breaches of the pact, red flags, amendments, reports, recommendations, tips,
milestones of effectiveness and openness, the codings and the verdict that follow from them, and \`record\`: the hash that commits to every event of the case.

## How to read it

- **Sealed observations are there, without their words.** \`seal\` says what they wait for, \`sealedUntil\` until when where a date is known, and \`contentHash\` is the commitment that their words are held against once they open. Count them: nothing is left out.
- A withdrawn observation keeps its place, with the date and the reason.
- People bear pseudonymous identifiers, the same as in the events of the case.
- Red flags are places to look, never verdicts. A finding is a *possible* irregularity; its \`reply\` belongs to it.
- \`codings\` holds the computed coding and, beside it, the one of an assessor where there is one. \`verdict\` takes the latter first; where the two exclude one another it is \`contested\`. What each alone would say stands beside it.
- Every list is a whole (\`wholeListMerge\`): a newer release replaces it.
- \`leftOut\` is there only where a case is too large for one answer, and says what is missing and where it is read.

## Example

${EXAMPLE}
Each codelist stands under \`codelists/\`; every file is served in English, and in Spanish and Portuguese with \`?language=es\` and \`?language=pt\`.
`;

const ES = `# Veeduría

Una extensión del Estándar de Datos para las Contrataciones Abiertas 1.1 para lo que la ciudadanía ve de un proceso de contratación: testigos sociales bajo un pacto de integridad y comisiones de veeduría.
El estándar tiene lugar para el proceso, sus partes, sus hitos y sus documentos; no lo tiene para quién vigila, qué se vio y en qué acabó.

## Qué agrega

- \`oversight\`: la lista de los casos de este proceso, uno por cada instrumento bajo el que se vigila. Los casos se combinan por su \`id\`.
- \`tender/surveillanceMechanisms\` y \`contracts/surveillanceMechanisms\`: bajo qué mecanismos se vigila el proceso, con el nombre y los códigos con que México lo publica.
- Códigos para \`partyRole\` (\`independentMonitor\`, \`socialWitness\`, \`oversightCommitteeMember\`, \`controlAuthority\`) y \`documentType\`.

Cada entrada de \`oversight\` cuenta el equipo, los actos y la asistencia, el acceso a documentos, las observaciones, el diálogo, los escalamientos con sus resultados, los procedimientos, los incumplimientos del pacto, las banderas rojas, las modificaciones, los informes, las recomendaciones, los avisos,
los hitos de efectividad y apertura, las codificaciones y el veredicto que de ellos resultan, y \`record\`: el hash que compromete todos los eventos del caso.

## Cómo leerla

- **Las observaciones selladas están, sin sus palabras.** \`seal\` dice qué esperan, \`sealedUntil\` hasta cuándo si hay fecha, y \`contentHash\` es el compromiso con el que se cotejan sus palabras cuando se abren. Cuéntelas: no falta ninguna.
- Una observación retirada conserva su lugar, con la fecha y la razón.
- Las personas llevan identificadores seudónimos, los mismos que en los eventos del caso.
- Las banderas rojas dicen dónde mirar, nunca son veredictos. Un hallazgo es una *posible* irregularidad; su \`reply\` le pertenece.
- \`codings\` lleva la codificación calculada y, a su lado, la de una persona evaluadora si la hay. \`verdict\` toma primero esta; si se excluyen es \`contested\`. Al lado está lo que diría cada una por sí sola.
- Cada lista está completa (\`wholeListMerge\`): una entrega más nueva la reemplaza.
- \`leftOut\` está solo donde un caso no cabe en una respuesta, y dice qué falta y dónde se lee.

## Ejemplo

${EXAMPLE}
Las listas de códigos están bajo \`codelists/\`; cada archivo se sirve en inglés, y en español y portugués con \`?language=es\` y \`?language=pt\`.
`;

const PT = `# Fiscalização cidadã

Uma extensão do Padrão de Dados para Contratações Abertas 1.1 para o que os cidadãos veem de um processo de contratação: testemunhas sociais sob um pacto de integridade e comissões de fiscalização.
O padrão tem lugar para o processo, suas partes, seus marcos e seus documentos; não o tem para quem fiscaliza, o que foi visto e em que deu.

## O que acrescenta

- \`oversight\`: a lista dos casos deste processo, um para cada instrumento sob o qual é fiscalizado. Os casos são combinados por seu \`id\`.
- \`tender/surveillanceMechanisms\` e \`contracts/surveillanceMechanisms\`: sob que mecanismos o processo é fiscalizado, com o nome e os códigos com que o México o publica.
- Códigos para \`partyRole\` (\`independentMonitor\`, \`socialWitness\`, \`oversightCommitteeMember\`, \`controlAuthority\`) e \`documentType\`.

Cada entrada de \`oversight\` conta a equipe, os atos e a presença, o acesso a documentos, as observações, o diálogo, os escalonamentos com seus resultados, os procedimentos, os descumprimentos do pacto, as bandeiras vermelhas, as modificações, os relatórios, as recomendações, os avisos,
os marcos de efetividade e abertura, as codificações e o veredicto que deles resultam, e \`record\`: o hash que compromete todos os eventos do caso.

## Como ler

- **As observações lacradas estão lá, sem suas palavras.** \`seal\` diz o que esperam, \`sealedUntil\` até quando se há data, e \`contentHash\` é o compromisso com que suas palavras são conferidas quando se abrem. Conte-as: não falta nenhuma.
- Uma observação retirada conserva seu lugar, com a data e a razão.
- As pessoas levam identificadores pseudônimos, os mesmos dos eventos do caso.
- As bandeiras vermelhas dizem onde olhar, nunca são veredictos. Um achado é uma *possível* irregularidade; sua \`reply\` lhe pertence.
- \`codings\` traz a codificação calculada e, ao lado, a de um avaliador se houver. \`verdict\` toma primeiro esta; se se excluem é \`contested\`. Ao lado está o que diria cada uma por si só.
- Cada lista está completa (\`wholeListMerge\`): uma entrega mais nova a substitui.
- \`leftOut\` está só onde um caso não cabe em uma resposta, e diz o que falta e onde se lê.

## Exemplo

${EXAMPLE}
As listas de códigos estão em \`codelists/\`; cada arquivo é servido em inglês, e em espanhol e português com \`?language=es\` e \`?language=pt\`.
`;

/** The documentation of the extension. */
export const README: Readonly<Record<Language, string>> = { en: EN, es: ES, pt: PT };
