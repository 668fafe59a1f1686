/** The mark of the house: an eye that looks over a line of the record. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path
      d="M3 14C7 7 12 5 16 5s9 2 13 9c-4 7-9 9-13 9S7 21 3 14Z"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
    />
    <circle cx="16" cy="14" r="4.5" fill="currentColor" />
    <path d="M5 28h22" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
  </svg>
);

/** The same as a file, for the tab of a browser. */
export const MARK_FILE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0d3b4a"/><g fill="none" stroke="#fff" stroke-width="2.5"><path d="M5 14c4-6 8-7.5 11-7.5S23 8 27 14c-4 6-8 7.500-11 7.500S9 20 5 14Z"/><path d="M7 27h18" stroke-linecap="round"/></g><circle cx="16" cy="14" r="3.800" fill="#fff"/></svg>';
