import { Code, code, comment, join, key, name } from "../emit/code.ts";
import type { Language } from "./language.ts";
import { printMethod, type Style, unused } from "./printMethod.ts";
import type { Setting, Start, StubFile, StubSide } from "./stubFile.ts";

/** The runtime's class of errors, which the package has, too: what is scaffolded imports nothing but the package. */
export const REFUSAL = "WirepactError";

/** Prints the import of the class of errors alone. */
export function printRefusalImport({ module }: StubFile): Code {
  return code`import { ${name(REFUSAL)} } from ${module};`;
}

/** Prints the file of somebody who has written nothing yet; it runs as it is. */
export function printStubFile(file: StubFile, language: Language): string {
  return printers[file.side](file, language).text;
}

const printers: Readonly<Record<StubSide, (file: StubFile, language: Language) => Code>> = {
  server: printServer,
  client: printClient,
};

function printServer(file: StubFile, language: Language): Code {
  const { call, type, module, start, protocol } = file;
  const methods = printMethods(file, "object");
  const refuses = methods.text.includes(`new ${REFUSAL}(`);
  const about = "What the server does with each message.";
  const [tag, annotation] = typed(language, code`@type`, type, module);
  return code`${printImport(file, language, refuses ? [REFUSAL] : [])}
${comment([about, tag])}export const handlers${annotation} = {
${methods}};

${start.letIn === "" ? code`` : code`// TODO: ${new Code(start.letIn)}\n`}const server = ${name(call)}(handlers);
await server.listen(Number(${variable("PORT")} ?? ${start.port}));
console.log(${`${protocol}: listening on port`}, server.port);
`;
}

function printClient(file: StubFile, language: Language): Code {
  const { call, type, module, start } = file;
  const methods = printMethods(file, "calls");
  const receiver = name(methods.text === "" ? unused("client") : "client");
  const [tag, annotation] = typed(language, code`@param`, type, module, code` ${receiver}`);
  const about = "What the client does with each message that it did not ask for.";
  const wallet = start.isSigned ? code`import { walletAuth } from "@wirepact/runtime/eip191";\n` : code``;
  return code`${printImport(file, language)}${wallet}
${comment([about, tag])}export function listen(${receiver}${annotation})${language === "typescript" ? code`: void` : code``} {
${methods}}

const url = process.argv[2] ?? ${start.url};
const client = await ${name(call)}(url${printConnectOptions(start)});
listen(client);
`;
}

/** What a file says of a value's type: in a comment where its language has no other place. */
function typed(language: Language, tag: Code, type: string, module: string, of: Code = code``): [Code | undefined, Code] {
  if (language === "typescript") return [undefined, code`: ${name(type)}`];
  return [code`${tag} {import(${module}).${name(type)}}${of}`, code``];
}

function printImport({ type, call, module }: StubFile, language: Language, more: readonly string[] = []): Code {
  const types = language === "typescript" ? [code`type ${name(type)}`] : [];
  return code`import { ${join([...types, ...[call, ...more].map(name)], ", ")} } from ${module};\n`;
}

function printMethods({ methods }: StubFile, kind: Style["kind"]): Code {
  const style: Style = { kind, indent: "  ", step: "  ", receiver: "client", type: "", refusal: REFUSAL };
  const needed = methods.filter(({ isOptional }) => !isOptional);
  return join(
    needed.map((method) => printMethod(method, style)),
    "",
  );
}

function printConnectOptions({ query, isSigned }: Start): Code {
  const auth = isSigned ? [code`auth: walletAuth(${variable("WALLET_KEY")} ?? "")`] : [];
  const asked = query.length === 0 ? [] : [code`query: ${printSettings(query)}`];
  const options = [...auth, ...asked];
  return options.length === 0 ? code`` : code`, {\n${options.map((option) => code`  ${option},\n`)}}`;
}

function printSettings(settings: readonly Setting[]): Code {
  const entries = settings.map((setting) => code`${key(setting.name)}: ${variable(setting.variable)} ?? ${setting.fallback}`);
  return code`{ ${join(entries, ", ")} }`;
}

/** A variable of the environment, in a way that every setting of the compiler takes. */
function variable(text: string): Code {
  return code`process.env[${text}]`;
}
