import type { Contract, Message } from "../../model/contract.ts";
import { type Code, code, join, name } from "../code.ts";
import { BANNER, type EmittedFile } from "../file.ts";
import type { Render } from "../template.ts";
import { type CompiledValidatorCode, compiledValidators } from "./compiledValidators.ts";

/** Emits `validators/*.js`, a compiled validator each, and `validators.js`, which gives them their types. */
export function emitValidators(contract: Contract, render: Render): EmittedFile[] {
  const compiled = compiledValidators(contract).map((validator) => ({
    path: `validators/${validator.identifier}.js`,
    text: printModule(validator),
  }));
  return [...compiled, ...emitIndex(contract, render)];
}

function printModule(validator: CompiledValidatorCode): string {
  const { identifier, references, runtime, constants, functionName, functionText } = validator;
  const imports = [
    ...(runtime.length > 0 ? [`import { ${runtime.join(", ")} } from "@wirepact/runtime/codegen-v1";`] : []),
    ...references.filter((other) => other !== identifier).map((other) => `import { ${other} } from "./${other}.js";`),
  ];
  const own = references.includes(identifier) ? [`const ${identifier} = ${functionName};`] : [];
  return [BANNER, ...imports, `export { ${functionName} as ${identifier} };`, ...own, ...constants, functionText, ""].join("\n");
}

function emitIndex(contract: Contract, render: Render): EmittedFile[] {
  const identifiers = [...contract.definitions, ...contract.messages].map(({ identifier }) => identifier);
  const view = {
    imports: join(
      identifiers.map((each) => code`import { ${name(each)} } from ${`./validators/${each}.js`};\n`),
      "",
    ).text,
    guards: join(identifiers.map(printGuard), "").text,
    client: join(tableOf(contract, "client").map(printEntry), "").text,
    server: join(tableOf(contract, "server").map(printEntry), "").text,
    types: join(
      ["ParsedClientMessage", "ParsedServerMessage", ...identifiers].map(
        (each) => code`
  ${name(each)},`,
      ),
      "",
    ).text,
    guardTypes: join([...contract.definitions, ...contract.messages].map(printGuardType), "").text,
  };
  return [
    { path: "validators.js", text: `${BANNER}\n${render("validators.js", view)}` },
    { path: "validators.d.ts", text: `${BANNER}\n${render("validators.d.ts", view)}` },
  ];
}

function tableOf({ messages }: Contract, side: "client" | "server"): readonly Message[] {
  return messages.filter(({ from }) => from.includes(side));
}

function printEntry({ name: wireName, identifier }: Message): Code {
  return code`  [${wireName}, ${name(identifier)}],\n`;
}

function printGuard(identifier: string): Code {
  return code`export const ${name(`is${identifier}`)} = /* @__PURE__ */ createValidator(${name(identifier)});\n`;
}

function printGuardType({ identifier }: { readonly identifier: string }): Code {
  return code`/** Whether a value is a {@link ${name(identifier)}}; also a Standard Schema. */\nexport declare const ${name(`is${identifier}`)}: Validator<${name(identifier)}>;\n`;
}
