import { TIP_INVITATION } from './tip-invitation.ts';
import type { TipWords } from './tip-words.ts';

export const TIP_WORDS_EN: TipWords = {
  invite: TIP_INVITATION.en,
  form: {
    title: 'Send a tip',
    lead: 'Tell what you saw or know about this purchase. You need not give your name.',
    about: 'About the case',
    what: 'What a tip is',
    whatSays:
      'It is what anybody tells about a purchase under watch: something seen on a building site, an empty warehouse, a tender that looked arranged. It is no criminal complaint and does not replace one.',
    becomes: 'What happens with it',
    becomesSays:
      'The coordinators of the case read it and answer it once, with a reason and within a term. If it helps, the team that watches gets it as a lead. Everybody can see that a tip came and whether it was answered in time; nobody else sees what it says.',
    reads: 'Who reads it',
    readsSays:
      'The coordinators and the auditors of the system read all of it. The team reads what you tell only once it is a lead, and never who sent it. Neither the authority that buys nor the companies read any of it.',
    protect: 'How to protect yourself',
    text: 'What happened',
    textHint: 'Say when and where too, if you know. Up to {max} characters.',
    language: 'Language you write in',
    files: 'Photos or documents (optional)',
    filesHint:
      'Up to {files} files of no more than {size} MB together: one or two photos of a phone. Of each, a copy is made without the place and the device it was made with, and only that copy is given to anybody.',
    filesAgain: 'Browsers do not keep the files that were chosen: choose them again.',
    who: 'Who sends it (optional)',
    whoSays:
      'Leave it empty if nobody should know who you are. If you fill it in, only coordinators and auditors read it.',
    name: 'Name',
    contact: 'How to reach you',
    contactHint: 'A telephone or a mail address. You do not need it to get the answer.',
    send: 'Send the tip',
    notTaken: 'This case is closed and takes no new tips. What you sent before can be followed with its code.',
  },
  advice: [
    'Do not write your name, or anything that only you can know, if it would give you away.',
    'Do not use the network or the devices of your work. A private window leaves no trace on a shared phone.',
    'We do not keep the address that you write from, nor who opened this page.',
    'If you are in danger, get to safety first: the tip can wait.',
  ],
  sent: {
    title: 'Your tip has arrived',
    lead: 'This is your code. Nothing else opens your tip: it is not shown again, and nobody can give it to you twice.',
    code: 'Code of your tip',
    select:
      'Tap the code to select all of it, and copy it. “Print”, in the menu of your browser, also saves this page as a PDF: only on a device that nobody else uses.',
    keep: 'How to keep it',
    look: 'See my tip',
    files: 'Files',
    answerBy: 'The answer has to be here by {date}.',
    toCase: 'Back to the case',
  },
  keeping: [
    'Copy it on paper, print this page, or take a photo that only you see.',
    'Send it to nobody: whoever has it reads your tip.',
    'To see the answer, go to “Follow a tip” and enter it there.',
  ],
  entrance: {
    title: 'Follow a tip',
    lead: 'Enter the code that you got when you sent it: you see how it stands, what you were answered, and can add to it.',
    code: 'Code of the tip',
    codeHint: 'It begins with “ip-” or “oc-”. Capitals, blanks and line breaks do not matter.',
    open: 'Open my tip',
    lost: 'A code that is lost cannot be found again, because we do not keep it. You can send another tip.',
  },
  followed: {
    title: 'Your tip',
    about: 'About the case',
    received: 'Arrived',
    answerBy: 'Answer by',
    state: 'How it stands',
    waiting: 'Waits for an answer',
    overdue: 'Not answered, and out of time',
    answered: 'Answered',
    lead: 'The team has it as a lead',
    answer: 'The answer',
    late: 'It was answered late.',
    written: 'What you wrote',
    addition: 'What you added',
    files: 'Your files',
    add: 'Add something',
    addText: 'What you want to add',
    addHint: 'If you add files, say in a few words what they show. Up to {max} characters.',
    addSend: 'Add to the tip',
    noAnswer: 'There is no answer yet.',
    leave: 'Close this window when you are done: whoever uses this device next could go back and read it.',
  },
  answers: {
    'passed-to-team': 'The team that watches has it',
    'passed-to-control-authority': 'It was passed on to a control authority',
    'known-already': 'It was known already',
    'insufficient-information': 'There is too little information to follow it up',
    'no-competence': 'It is nothing that this system can take up',
    'not-about-this-case': 'It is not about this case',
    abusive: 'It is abusive',
  },
  documents: {
    awaited: 'On its way',
    checking: 'Being checked',
    usable: 'Received',
    refused: 'Not taken',
  },
  fates: {
    coming: 'It arrived and is being checked.',
    here: 'We had it already.',
    full: 'There is no room: a tip takes five files and 20 MB in all, and each case has a limit of its own.',
    later: 'Too many files came at once. Add it from “See my tip” after: {time}.',
    failed: 'It could not be taken in. Your tip is safe; add the file from “See my tip”.',
  },
  flaws: {
    textMissing: 'Write what happened.',
    tooLong: 'It is too long: there is room for {max} characters.',
    signs: 'It holds signs that cannot be read. Delete it and write it again.',
    codeMissing: 'Enter the code of your tip.',
    codeMistyped:
      'This is no whole code. It begins with “ip-” or “oc-”, goes on with a number and ends with groups of four signs.',
    codeUnknown: 'No tip opens with this code. Check it sign by sign.',
    filesTooMany: 'Choose {files} files at most.',
    filesTooLarge: 'Together they weigh more than {size} MB. Choose fewer, or a smaller photo.',
    fileType:
      '“{file}”: files of this type are not taken. Send a photo, a PDF, a recording, a film or a text document.',
    fileName: '“{file}”: the name of the file cannot be used. Give it a shorter and simpler one.',
    fileEmpty: '“{file}” is empty.',
  },
  told: {
    busy: 'Not sent yet: this case got many tips at once. What you wrote is still here; send it again after: {time}.',
    sentBefore:
      'This form was sent before with other words, and what was sent then is safe. What you see now was not sent: if you want it to arrive too, send it.',
    failed:
      'Something failed on our side, and we do not know whether it arrived. Send it again: if it had arrived, nothing is told twice.',
    unreadable: 'The form arrived incomplete, and nothing was sent. Complete it and send it again.',
    tooLarge:
      'What you sent weighs too much and did not arrive. Go back in your browser to find what you wrote, and choose fewer files.',
    closed: 'This case is closed and takes no new tips.',
    full: 'Nothing more can be added to this tip. You can send another one.',
    added: 'What you added has arrived.',
  },
};
