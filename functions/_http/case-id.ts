/** Case ids are made by us: anything else cannot name a case, and is not looked for. */
export const CASE_ID = /^(ip|oc)-[0-9a-z]{20}$/;
