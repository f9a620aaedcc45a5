import { escapeStep } from "@wirepact/runtime";
import { endpointChannel } from "../../../model/endpointChannel.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";

/** A path without the names of its parameters. */
export function nameless(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** The names of a path's parameters. */
export function parametersIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** Whether a server at one path answers whoever asks for the other. */
export function covers(path: string, other: string): boolean {
  const [own, asked] = [nameless(path).split("/"), nameless(other).split("/")];
  const isCovered = (step: string, index: number) => step === asked[index] || (step === "{}" && asked[index] !== "");
  return own.length === asked.length && own.every(isCovered);
}

/** What is the same in all that is said of the channel with the address. */
export function aboutChannel(
  pair: ContractPair,
  side: Side,
  place: string,
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  const [name = ""] = endpointChannel(pair[side].document) ?? [];
  return { level: "wire", message: null, from: ["client"], pointer: `/channels/${escapeStep(name)}${place}`, side };
}

/** Parameters that only one contract lists, but for those of the same path that have just another name. */
export function listedBeyond(pair: ContractPair, side: Side, other: Side): string[] {
  const [own, others] = [pair[side].endpoint, pair[other].endpoint];
  const isRenamed = nameless(own.path) === nameless(others.path);
  const [names, known] = [parametersIn(own.path), parametersIn(others.path)];
  const calledThere = (name: string) => (isRenamed ? (known[names.indexOf(name)] ?? name) : name);
  return own.parameters
    .map(({ name }) => name)
    .filter((name) => !others.parameters.some((one) => one.name === calledThere(name)));
}
