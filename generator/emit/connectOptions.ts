import { pointerSteps } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import type { Type } from "../model/type.ts";
import { block, type Code, code, comment, join, name, property } from "./code.ts";
import type { TypeImports } from "./moduleImports.ts";

/** Declares what a client may be told when it connects: what every client may, and what this contract asks for. */
export function declareConnectOptions(contract: Contract, runtime: TypeImports, types: TypeImports): Code {
  const { stubs } = contract;
  const members = [parameters(contract), query(contract, runtime), headers(contract, runtime), auth(contract, types)];
  const about = comment([`What {@link ${stubs.connect}} may be told.`]);
  return code`${about}export interface ${name(stubs.connectOptions)} extends ${runtime.type("ConnectOptions")} ${block(members)}\n`;
}

/** Names of the options that this contract's clients have beside those of every client. */
export function connectOptionsOf({ endpoint }: Contract): string[] {
  const inHeaders = credentialsIn(endpoint, "header");
  const named = inHeaders.filter((entry) => !isAuthorization(entry));
  return [
    ...(endpoint.parameters.length > 0 ? ["parameters"] : []),
    ...(endpoint.query.length + credentialsIn(endpoint, "query").length > 0 ? ["query"] : []),
    ...(inHeaders.length > named.length || bearers(endpoint).length > 0 ? ["bearer"] : []),
    ...(named.length > 0 ? ["headers"] : []),
    ...(signature({ endpoint }) === undefined ? [] : ["auth"]),
  ];
}

/** Whether there is something that a client must be told. */
export function mustBeTold({ endpoint }: Contract): boolean {
  return endpoint.query.some(({ required }) => required) || signature({ endpoint }) !== undefined;
}

/** A parameter, or a credential: what it is for, and what it is called. */
interface Entry {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

function parameters({ endpoint }: Contract): Code {
  if (endpoint.parameters.length === 0) return code``;
  const about = "Parameters of the path; needed where the address that is given has no path of its own.";
  const entries = endpoint.parameters.map((parameter) => ({ ...parameter, required: true }));
  return member(about, "parameters", false, entries, code`string`);
}

function query({ endpoint }: Contract, runtime: TypeImports): Code {
  const known = new Set(endpoint.query.map((parameter) => parameter.name));
  const entries = [...endpoint.query, ...credentialsIn(endpoint, "query").filter((entry) => !known.has(entry.name))];
  if (entries.length === 0) return code``;
  const about = "Parameters of the query. A function is asked anew for every attempt to connect.";
  const isNeeded = entries.some(({ required }) => required);
  return member(about, "query", isNeeded, entries, runtime.type("Credential"));
}

function headers({ endpoint }: Contract, runtime: TypeImports): Code {
  const entries = credentialsIn(endpoint, "header");
  const named = entries.filter((entry) => !isAuthorization(entry));
  const [bearer] = [...entries.filter((entry) => !named.includes(entry)), ...bearers(endpoint)];
  const lines = [bearer?.description, "Browsers cannot send it. A function is asked anew for every attempt to connect."];
  const own = bearer === undefined ? code`` : code`${comment(lines, "  ")}  bearer?: ${runtime.type("Credential")};\n`;
  if (named.length === 0) return own;
  const rest = code`    [name: string]: ${runtime.type("Credential")};\n`;
  const about = "Headers of the request; browsers can send none. A function is asked anew for every attempt.";
  return code`${own}${member(about, "headers", false, named, runtime.type("Credential"), rest)}`;
}

function isAuthorization({ name: header }: Entry): boolean {
  return header.toLowerCase() === "authorization";
}

function member(about: string, key: string, isNeeded: boolean, entries: readonly Entry[], type: Code, rest = code``): Code {
  const lines = entries.map(
    ({ name: entry, description, required }) =>
      code`${comment([description], "    ")}    ${property(entry)}${required ? code`` : code`?`}: ${type};\n`,
  );
  return code`${comment([about], "  ")}  ${name(key)}${isNeeded ? code`` : code`?`}: {\n${join(lines, "")}${rest}  };\n`;
}

function credentialsIn({ credentials }: Contract["endpoint"], place: "query" | "header"): Entry[] {
  return credentials.flatMap(({ descriptor, description }) => {
    if (descriptor === null || !("in" in descriptor) || descriptor.in !== place) return [];
    return [{ name: descriptor.name, description, required: false }];
  });
}

function bearers({ credentials }: Contract["endpoint"]): Entry[] {
  const own = credentials.filter(({ descriptor }) => descriptor?.kind === "bearer");
  return own.map(({ name: scheme, description }) => ({ name: scheme, description, required: false }));
}

/** The place of the signature that every frame carries; undefined where none does. */
function signature({ endpoint }: Pick<Contract, "endpoint">) {
  return endpoint.credentials.find(({ descriptor }) => descriptor?.kind === "eip191");
}

function auth(contract: Contract, types: TypeImports): Code {
  const credential = signature(contract);
  if (credential?.descriptor?.kind !== "eip191") return code``;
  const steps = pointerSteps(credential.descriptor.pointer);
  const own = contract.messages.filter(({ from }) => from.includes("client"));
  const [found] = own.flatMap(({ type }) => typeAt(type, steps) ?? []);
  const proof = found?.kind === "reference" ? types.type(found.identifier) : code`unknown`;
  const about = "What every frame carries. A function is asked anew for every attempt to connect.";
  return code`${comment([credential.description, about], "  ")}  auth: ${proof} | (() => ${proof} | Promise<${proof}>);\n`;
}

function typeAt(type: Type, [step, ...rest]: readonly string[]): Type | undefined {
  if (step === undefined) return type;
  if (type.kind !== "object") return undefined;
  const field = type.fields.find((one) => one.name === step);
  return field && typeAt(field.type, rest);
}
