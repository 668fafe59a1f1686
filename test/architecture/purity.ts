import ts from 'typescript';

/** Names of the outside world. Alone they are the world's; a name that the file itself declares is the file's. */
const WORLD = new Set([
  'console',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** Answers that depend on when or where they are asked: clock, chance, time zone and language of the machine. */
const UNSTEADY = new Set(['Date.now', 'Math.random']);
const LOCAL_TIME = /^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$/;
const LOCAL_LANGUAGE = /^(localeCompare|toLocale\w*|toDateString|toTimeString)$/;

const isName = (node: ts.Node): node is ts.Identifier => ts.isIdentifier(node);

/** Whether this identifier stands for a value, and not for a property, a label of an object or a declaration. */
const isUse = (node: ts.Identifier) => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !(ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isImportSpecifier(parent));
};

const namesDeclaredIn = (file: ts.SourceFile) => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name !== undefined && isName(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
};

/** Only a formatter that names its language and its time zone says the same on every machine. */
const isLocalFormatter = (node: ts.NewExpression) => {
  if (!node.expression.getText().startsWith('Intl.')) return false;
  const [language, options] = node.arguments ?? [];
  const namesLanguage = language !== undefined && language.getText() !== 'undefined';
  return (
    !namesLanguage ||
    (node.expression.getText() === 'Intl.DateTimeFormat' && !/\btimeZone\b/.test(options?.getText() ?? ''))
  );
};

const impurityOf = (node: ts.Node, declared: ReadonlySet<string>): string | undefined => {
  if (ts.isNewExpression(node) && isLocalFormatter(node)) {
    return 'Intl without a language or a time zone takes the machine’s';
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) {
    return 'new Date() reads the clock';
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date() reads the clock';
  if (ts.isPropertyAccessExpression(node)) {
    if (UNSTEADY.has(node.getText())) return `${node.getText()} is not the same every time`;
    if (LOCAL_TIME.test(node.name.text)) return `${node.name.text} depends on the machine’s time zone`;
    if (LOCAL_LANGUAGE.test(node.name.text)) return `${node.name.text} depends on the machine’s language`;
  }
  if (isName(node) && WORLD.has(node.text) && !declared.has(node.text) && isUse(node)) {
    return `${node.text} belongs to the outside`;
  }
  if (ts.isVariableStatement(node) && ts.isSourceFile(node.parent)) {
    const isConstant = (node.declarationList.flags & ts.NodeFlags.Const) !== 0;
    if (!isConstant) return 'let at the top of a module is state that outlives a decision';
  }
  return undefined;
};

/** Every place where this source reaches for clock, chance, machine or state: `line: why`. Empty for a pure one. */
export const impuritiesOf = (source: string): readonly string[] => {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const declared = namesDeclaredIn(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const impurity = impurityOf(node, declared);
    if (impurity !== undefined) {
      found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${impurity}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
