import type { Contract } from "../model/contract.ts";
import { adaptersOf } from "./adapters.ts";
import { block, type Code, code, comment, join, name, property } from "./code.ts";
import { DOOR, TypeImports } from "./moduleImports.ts";

/** Declares what a server may be told: what every server may, and what this contract's credentials and query ask for. */
export function declareServerOptions(contract: Contract, user: Code, runtime: TypeImports) {
  const { stubs } = contract;
  const proofs = declareProofs(contract);
  const session = code`${name(stubs.session)}<${user}>`;
  const { parameters, query } = contract.endpoint;
  const request = parameters.length + query.length === 0 ? code`` : code`, ${session}["request"]`;
  const base = code`${runtime.type("ServerOptions")}<${user}, ${session}${request}>`;
  const about = comment([`What {@link ${stubs.serve}} may be told.`]);
  const members = [...proofs.members, ...queryMembers(contract)];
  const declared = code`${about}export interface ${name(stubs.serverOptions)}<${user} = unknown> extends ${base} ${block(members)}\n`;
  return { declared, imports: proofs.imports };
}

/** Names of the options that this contract's servers have beside those of every server. */
export function serverOptionsOf(contract: Contract): string[] {
  const { upgradeCheck, frameCheck } = adaptersOf(contract);
  return [
    ...(upgradeCheck === null ? [] : ["jwt"]),
    ...(frameCheck === null ? [] : ["freshness", "verifyAuth"]),
    ...contract.endpoint.query.flatMap(({ option }) => option ?? []),
  ];
}

/** That nobody is asked for the contract's credentials until the server says so; nothing where it has none, or all frames are signed. */
export function whoIsLetIn(contract: Contract): string {
  const { upgradeCheck, frameCheck } = adaptersOf(contract);
  if (contract.endpoint.credentials.length === 0 || frameCheck !== null) return "";
  const asks = upgradeCheck === null ? "`authenticate`" : "`authenticate` or `jwt`";
  return `Without ${asks} everybody is let in: the contract's credentials are asked of nobody.`;
}

function declareProofs(contract: Contract): { readonly members: Code[]; readonly imports: Code } {
  const { upgradeCheck, frameCheck } = adaptersOf(contract);
  const members: Code[] = [];
  const imports: Code[] = [];
  if (upgradeCheck !== null) {
    const door = new TypeImports(`${DOOR}/${upgradeCheck.door}`);
    const about =
      "What is demanded of tokens; without it none is asked for. A token's claims are the `proof` that `authenticate` gets.";
    members.push(code`${comment([about], "  ")}  jwt?: ${door.type("JwtOptions")};\n`);
    imports.push(door.print());
  }
  if (frameCheck !== null) {
    const door = new TypeImports(`${DOOR}/${frameCheck.door}`);
    const fresh =
      "How old a frame's signature may be, and that it holds on one connection; without it, it holds for ever and on each.";
    members.push(code`${comment([fresh], "  ")}  freshness?: ${door.type("FreshnessWindow")};\n`);
    const own = "A check in the place of the signature's; false turns it off.";
    members.push(code`${comment([own], "  ")}  verifyAuth?: ${door.type("VerifyAuth")} | false;\n`);
    imports.push(door.print());
  }
  return { members, imports: join(imports, "") };
}

function queryMembers({ endpoint }: Contract): Code[] {
  return endpoint.query.flatMap(({ option, name: parameter, description }) => {
    if (option === null) return [];
    const about = `What the query's \`${parameter.replaceAll("`", "'")}\` must be; without it, any value will do.`;
    return [code`${comment([description, about], "  ")}  ${property(option)}?: string;\n`];
  });
}
