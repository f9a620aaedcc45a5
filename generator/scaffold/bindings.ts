import { Node, type SourceFile, SyntaxKind } from "ts-morph";

/** The names by which a file knows an export, such as `ChatHandlers`: its own, and those that an import gave it. */
export function namesOf(source: SourceFile, exported: string): ReadonlySet<string> {
  const specifiers = source.getImportDeclarations().flatMap((declared) => declared.getNamedImports());
  const aliases = specifiers.filter((specifier) => specifier.getName() === exported).map((specifier) => specifier.getAliasNode());
  return new Set([exported, ...aliases.flatMap((alias) => alias?.getText() ?? [])]);
}

/** Whether a type is one of the wanted, perhaps with arguments of its own or wrapped, as in `Partial<PanelHandlers<User>>`. */
export function mentions(text: string | undefined, names: ReadonlySet<string>): boolean {
  return text?.split(/[^\p{ID_Continue}$]+/u).some((word) => names.has(word)) ?? false;
}

/** What the tags of a comment say, where a language without types has its own: `@type`, `@satisfies`, `@implements`, `@param`. */
export function tagsOf(node: Node | undefined, ...tags: readonly string[]): string[] {
  if (!Node.isJSDocable(node)) return [];
  return node
    .getJsDocs()
    .flatMap((comment) => comment.getTags())
    .filter((tag) => tags.includes(tag.getTagName()))
    .map((tag) => tag.getText());
}

/** Whether something is called by one of the names, alone or as a member of a module. */
export function isCallOf(node: Node, names: ReadonlySet<string>): boolean {
  if (!Node.isCallExpression(node)) return false;
  const callee = node.getExpression();
  return names.has(Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText());
}

/** An expression without parentheses, `await` and words about its type. */
export function bare(node: Node | undefined): Node | undefined {
  const isWrapped =
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isAwaitExpression(node) ||
    Node.isNonNullExpression(node);
  return isWrapped ? bare(node.getExpression()) : node;
}

/** What a name stands for: the value of the only variable, or the only class, that the file declares under it. */
export function declaredAs(source: SourceFile, name: string): Node | undefined {
  const variables = source.getDescendantsOfKind(SyntaxKind.VariableDeclaration).filter((one) => one.getName() === name);
  const classes = source.getDescendantsOfKind(SyntaxKind.ClassDeclaration).filter((one) => one.getName() === name);
  const [found, ...others] = [...variables, ...classes];
  if (others.length > 0) return undefined;
  return Node.isVariableDeclaration(found) ? bare(found.getInitializer()) : found;
}

/** The name of a member, as the program would know it; undefined where it is computed. */
export function memberName(node: Node | undefined): string | undefined {
  if (Node.isComputedPropertyName(node)) {
    const inner = bare(node.getExpression());
    return Node.isStringLiteral(inner) || Node.isNoSubstitutionTemplateLiteral(inner) ? inner.getLiteralText() : undefined;
  }
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (Node.isNumericLiteral(node)) return String(node.getLiteralValue());
  // The text of an identifier as it is meant, without its escapes.
  return Node.isIdentifier(node) ? node.compilerNode.text : undefined;
}
