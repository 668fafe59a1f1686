import type { ReceiptWords } from './words.ts';

export const EN: ReceiptWords = {
  title: 'Check a receipt',
  lead: 'Whoever files something is given a receipt. Here you see whether the public record still says what the receipt says.',
  stays: 'The file is sent to nobody: your browser reads the public record and compares it on this device.',
  file: 'The file of the receipt',
  fileHint: 'The one that you saved when you filed, such as “receipt-….json”.',
  look: 'Check the receipt',
  looking: 'Reading the public record…',
  'no-file': 'Choose the file of your receipt.',
  'no-receipt':
    'That file is no receipt. Choose the one that you saved when you filed; its name begins with “receipt”.',
  'no-case':
    'There is no case {case} here. If the receipt is from another site, check it there; if it is from this one, show it to an auditor.',
  'no-network': 'The public record could not be read. Check your connection and try again.',
  holds: 'The receipt agrees with the record',
  wrong: 'The receipt does not agree with the record',
  wrongSays:
    'Keep the receipt and what you sent, and show both to an auditor: something was changed since, or the receipt is not the one that was given.',
  event: 'Event {event}',
  yes: 'Yes',
  no: 'No',
  chained: 'Each of the {events} events of the case follows the one before, and none is missing.',
  broken: 'The chain of events of the case breaks at event {event}: from there on the record cannot be trusted.',
  unread:
    'What was written is not public yet: it was not compared. The hash on the receipt lets it be compared once it is published.',
  noScript:
    'This browser does not allow JavaScript, which does the comparing here. Check the receipt with the program, as it says below.',
  byYourself: 'Without this page: for specialists',
  byYourselfSays:
    'The program of this project, which is free, does the same, and with “--text” compares what you sent too:',
  asks: {
    told: 'The record has this event.',
    whole: 'The event is whole: its hash is that of what it says.',
    same: 'It is the one of the receipt, with its time and its hash.',
    committed: 'The event carries the hash of the words that is on the receipt.',
    words: 'The words that the record keeps are those that were filed.',
  },
};
