/** The publication policy that every package names. It stands in the repository as docs/open-data.md. */
export const PUBLICATION_POLICY = `# Open data

What is published of every oversight case, under which licence, and how to use it.

## What there is

| address | what it is |
| --- | --- |
| \`/cases/{case}/ocds/release\` | the case as an OCDS 1.1.5 release, in a release package |
| \`/cases/{case}/ocds/record\` | the same as a record package: the release, and the compiled release |
| \`/cases/{case}/feed.atom\` | what happened in the case, newest first (Atom, RFC 4287); \`?language=es\`, \`pt\` or \`en\`, \`?limit\`, and \`rel="next"\` for what came before |
| \`/ocds/extensions/oversight/extension.json\` | the extension that describes what the standard has no place for, with its schema, code lists and documentation |
| \`/cases/{case}/events\` | the record itself: every event with its hash |
| \`/changes\` | what changed in which case, over all cases, from the beginning; each answer bears the \`cursor\` to go on with |

No token is needed, and none changes what is told: everybody gets the same bytes.

## All of it, as files

Static files under \`/open-data/\`, with names that stay. On AWS a distribution of their own serves them: the output \`OpenDataUrl\` of the stack \`VeedorOpenData\` says where.

| file | what it is |
| --- | --- |
| \`/open-data/datapackage.json\` | every file below but \`cases/\`, with its length, its SHA-256, its columns and the licence (Frictionless Data Package) |
| \`/open-data/\` | the same as a page |
| \`/open-data/records/{part}.jsonl\` | the OCDS records of the cases of a part, one in each line |
| \`/open-data/tables/{table}/{part}.csv\` | a table: \`cases\`, and one for each list of \`oversight\` (\`observations\`, \`escalations\`, \`milestones\`, ...); what is within a thing has a table of its own (\`escalations-steps\`) |
| \`/open-data/schemas/{table}.json\` | what its columns mean (Table Schema), in English, Spanish and Portuguese |
| \`/open-data/cases/{case}/record.json\` | a case as an OCDS record package, whole, however large |

- **Parts.** \`2026-03-001\` holds the first two hundred cases that opened in March 2026 (UTC), \`2026-03-002\` those after them. A case never leaves its part.
- **How fresh.** The file of a case follows within minutes of what it tells. A part is written anew ten minutes after the last time at the earliest, and \`datapackage.json\` after it: where a hash does not fit, a newer file is there already, and the descriptor follows. Each file is replaced whole.
- **Tables.** UTF-8, commas, CRLF, quotes doubled (RFC 4180). A column is named by its way in the release: \`reply/dateDue\`. Lists are JSON. Rows are joined by \`case\` and by \`escalations/id\` and its like. An apostrophe stands before a text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a line break, so that no spreadsheet computes it; numbers are numbers.
- \`cases\` names for each case its record with length and SHA-256. A process that is watched under two instruments has a record for each of the two cases.

## What is in a release

- The contracting process as the official data last told it: buyer, tender, bids, awards, contracts. Where the official data tell of no award or contract yet, what is on record in the case stands in.
- \`parties\`: besides its organisations the team (\`independentMonitor\` with \`socialWitness\` or \`oversightCommitteeMember\`) and the control authorities that were turned to (\`controlAuthority\`).
- \`tender/milestones\`, \`contracts/milestones\` and \`contracts/implementation/milestones\`: acts, visits and reports, and the milestones of effectiveness (E) and openness (O) by their code.
- \`tender/documents\`: published reports, and documents that everybody may open.
- \`oversight\`: everything else that is public, one entry for each case of the process.

## What is never in it

Sealed observations are listed with their hash and what they wait for, never with their words or their author: those that wait for the award open with it, those that are restricted only when two people open them. Drafts, tips in words, accounts that name people, and
who somebody is behind a pseudonymous identifier are not open data. What an author withdrew is a tombstone with its reason.

## How to rely on it

- **Ids.** \`ocid\` is the one of the official data. The id of a release ends with the number of the last event that it tells of; \`date\` is when that was recorded. The same record gives the same bytes.
- **Every release repeats all that is known.** Keep the newest; there is nothing to merge. Keep older ones, or read the events, to see what changed.
- **Fetch again cheaply.** Send the \`ETag\` back as \`If-None-Match\`: an unchanged case answers \`304\` without a body. An embargo that a date opens shows with the next event, which is recorded when it ends.
- **Follow all cases.** Read \`/changes\` from the beginning, as far as \`rel="next"\` leads, and keep the last \`cursor\`; ask with it again whenever you like, and fetch the cases that it names. No change is ever put before one that you have read; \`at\` can go back between cases.
- **Check it.** \`oversight/record\` names the last event and its hash, which commits to every event before it. \`contentHash\` of an observation is the commitment that its words can be held against.
- A case too large for one answer of the API says in \`oversight/leftOut\` what was left out and where it is read.
- Texts that people wrote are in their own language, which \`language\` names; everything else is codes, with titles in Spanish, Portuguese and English in the code lists.
- An official contract that names no award repeats the id of the only award, or else its own, as \`awardID\`, which the standard demands. Codes of items, amendments and documents of the official data are not repeated: their publisher has them.

## Licence

[Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/). Name the deployment that you took the data from. Documents that a release links to can have a licence of their own.
`;
