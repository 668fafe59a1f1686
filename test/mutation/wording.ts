/** As much of a place in changed code as is looked at here (Babel’s, as Stryker hands it out). */
interface Place {
  readonly node: {
    readonly type: string;
    readonly value?: unknown;
    readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
    readonly properties?: readonly { readonly key?: { readonly name?: string } }[];
  };
}

const REASON = 'A sentence is for people: no rule compares it.';

const saysSomething = (text: unknown): boolean => typeof text === 'string' && text.includes(' ');

/** Texts with a blank in them are sentences, in quotes or as the message of a form: what they say is worth no test each. */
const shouldIgnore = ({ node }: Place): string | undefined => {
  const { type, value, quasis = [], properties = [] } = node;
  const isSentence =
    (type === 'StringLiteral' && saysSomething(value)) ||
    (type === 'TemplateLiteral' && quasis.some((quasi) => saysSomething(quasi.value.raw))) ||
    (type === 'ObjectExpression' && properties.length === 1 && properties[0]?.key?.name === 'error');
  return isSentence ? REASON : undefined;
};

export const wording = { kind: 'Ignore', name: 'wording', value: { shouldIgnore } };
