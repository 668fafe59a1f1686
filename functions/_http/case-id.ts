/** Case ids are made by us: anything else cannot name a case, and is not looked for. */
export const CASE_ID = /^(ip|oc)-[0-9a-z]{20}$/;

/** What the id of an example begins with after its instrument. No other id does: theirs are hexadecimal digits. */
export const EXAMPLE_MARK = 'example';

/** Whether an id is that of an example: its opening says so too, and this is known without reading it. */
export const isExampleCase = (caseId: string): boolean => caseId.slice('ip-'.length).startsWith(EXAMPLE_MARK);
