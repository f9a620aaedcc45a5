import { describe, expect, test } from "vitest";
import { Answers } from "../../generator/conform/server/answers.ts";
import { serverCases } from "../../generator/conform/server/serverCases.ts";
import type { Stage } from "../../generator/conform/server/stage.ts";
import { targetOf } from "../../generator/conform/server/target.ts";
import { encoderOf } from "../../generator/conform/wire/wire.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { contractOf, reviewCases } from "../review/reviewCases.ts";
import { byProtocol, shippedContract, shippedContracts } from "../support/shipped.ts";

/** Names of all cases against a server, of which none is run. */
function idsOf(contract: Contract, isAll = true): string[] {
  const nobody = () => {
    throw new Error("nothing is run");
  };
  const stage: Stage = {
    contract,
    reader: { client: nobody, server: nobody },
    encode: encoderOf(contract),
    open: nobody,
    target: targetOf(contract, { url: "ws://host/somewhere" }),
    strangers: [],
    quiet: 1,
    given: new Map(),
    isStrict: false,
    answers: new Answers(contract),
  };
  return serverCases(stage, isAll).map(({ id }) => id);
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

describe.each(byProtocol(await shippedContracts()))("cases of %s", (protocol, contract) => {
  test("have names of their own, made of the contract's", () => {
    const ids = idsOf(contract);
    expect(repeated(ids)).toEqual([]);
    expect(ids.filter((id) => !id.startsWith(`server/${protocol}/`))).toEqual([]);
  });
});

test.each(reviewCases())("there are cases for the contracts of %s, whatever they leave out", async (name) => {
  for (const file of ["before.yaml", "after.yaml"]) {
    const ids = idsOf(await contractOf(name, file));
    expect(ids.length).toBeGreaterThan(2);
    expect(repeated(ids)).toEqual([]);
  }
});

test("of frames that break the same rule, each message shows another place", async () => {
  const ids = idsOf(await shippedContract("terminal"), false);
  const missing = ids.filter((id) => id.includes("/missing/") && !id.endsWith("/type"));
  expect(missing.map((id) => id.replace("server/terminal/refuses/", ""))).toEqual([
    "execute_code/missing/sessionId",
    "terminal_command/missing/command",
    "save_file/missing/filename",
  ]);
});
