import { computeAddress, verifyMessage, Wallet } from "ethers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  personalSign,
  recoverAddress,
  signWorkflow,
  sortedJson,
  verifyPersonal,
  verifyWorkflow,
  walletAddress,
  walletAuth,
} from "../../runtime/src/codegen-v1/eip191.ts";
import { signed } from "../../schemas/flowork/auth.ts";
import { sampleWorkflow } from "../../schemas/flowork/shapes.ts";

/** The first of the well-known Hardhat accounts: everybody has its key. */
const KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => {
  const own = Uint8Array.from(bytes);
  own[0] = (own[0] ?? 0) >> 1;
  own[31] = (own[31] ?? 0) | 1;
  return own;
});
const texts = fc.string({ unit: "grapheme" });

describe("another library agrees", () => {
  test("it accepts what we sign, to the last digit", async () => {
    await fc.assert(
      fc.asyncProperty(key, texts, async (privateKey, message) => {
        const wallet = new Wallet(`0x${Buffer.from(privateKey).toString("hex")}`);
        const signature = personalSign(message, privateKey);
        expect(signature).toBe(await wallet.signMessage(message));
        expect(verifyMessage(message, signature)).toBe(wallet.address);
      }),
      { numRuns: 15 },
    );
  });

  test("we accept what it signs", async () => {
    await fc.assert(
      fc.asyncProperty(key, texts, async (privateKey, message) => {
        const wallet = new Wallet(`0x${Buffer.from(privateKey).toString("hex")}`);
        const signature = await wallet.signMessage(message);
        expect(recoverAddress(message, signature)).toBe(wallet.address);
        expect(verifyPersonal({ address: wallet.address, message, signature })).toBe(true);
        expect(verifyPersonal({ address: wallet.address, message: `${message}\n`, signature })).toBe(false);
      }),
      { numRuns: 15 },
    );
  });

  test("addresses have its case", () => {
    fc.assert(
      fc.property(key, (privateKey) => {
        expect(walletAddress(privateKey)).toBe(computeAddress(`0x${Buffer.from(privateKey).toString("hex")}`));
      }),
      { numRuns: 15 },
    );
  });
});

describe("private keys", () => {
  test("may be bytes, or digits with or without 0x", () => {
    const signature = personalSign("hi", KEY);
    expect(personalSign("hi", KEY.slice(2))).toBe(signature);
    expect(personalSign("hi", Buffer.from(KEY.slice(2), "hex"))).toBe(signature);
  });

  const order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  const wrong = [
    "",
    "0x",
    KEY.slice(0, -1),
    `${KEY}0`,
    `${KEY.slice(0, -1)}g`,
    "0".repeat(64),
    order,
    new Uint8Array(31),
    new Uint8Array(32),
  ];

  test.each(wrong)("%s is none, and is not repeated in the error", (privateKey) => {
    const error = thrown(() => walletAuth(privateKey));
    expect(error).toBeInstanceOf(TypeError);
    if (privateKey.length > 40) expect(String(error)).not.toContain(String(privateKey).slice(2, 40));
  });
});

describe("the examples of flowork hold", () => {
  test("its auth", () => {
    const { auth } = signed({});
    expect(verifyPersonal(auth)).toBe(true);
    expect(walletAuth(KEY, { now: () => 1735689600000 })()).toEqual(auth);
  });

  test("the signature of a preset", () => {
    const workflow_data = sampleWorkflow;
    const signature =
      "0xc19987da3f58a51fb2cb711292a6ae9232bf185b07bfdafe916b729d16685ba1501b27059d6bb78fcf24b3e9af5711d17925ede4555d2eeb7cbf0b1b285c3c881b";
    expect(verifyWorkflow(ADDRESS, workflow_data, signature)).toBe(true);
    expect(verifyWorkflow(ADDRESS.toLowerCase(), workflow_data, signature)).toBe(true);
    expect(signWorkflow(workflow_data, KEY)).toBe(signature);
    expect(verifyWorkflow(ADDRESS, { ...workflow_data, more: 1 }, signature)).toBe(false);
  });
});

test("a wallet's proof says whose it is, and signs presets", () => {
  const auth = walletAuth(KEY);
  expect(auth.address).toBe(ADDRESS);
  expect(verifyWorkflow(ADDRESS, sampleWorkflow, auth.signPreset(sampleWorkflow))).toBe(true);
});

describe("each call signs anew", () => {
  test("with the time of the call, and a statement of one's own", async () => {
    let time = 1000;
    const auth = walletAuth(KEY, { now: () => time, statement: "Chat: " });
    expect(auth().message).toBe("Chat: 1000");
    time = 2000;
    expect(auth()).toEqual({
      address: ADDRESS,
      message: "Chat: 2000",
      signature: await new Wallet(KEY).signMessage("Chat: 2000"),
    });
  });
});

describe("sorted JSON", () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [{ d: null, c: true }] }, `{"a":[{"c":true,"d":null}],"b":1}`],
    [{ 10: "x", 9: "y", "": 0 }, `{"":0,"10":"x","9":"y"}`],
    [{ "\u{1F600}": 1, "\uFB00": 2 }, `{"\u{1F600}":1,"\uFB00":2}`],
    [{ a: undefined, b: '\u2028"' }, `{"b":"\u2028\\""}`],
    [JSON.parse(`{"__proto__":1,"constructor":2}`), `{"__proto__":1,"constructor":2}`],
    [1.5e300, "1.5e+300"],
    ["", `""`],
  ])("%j", (value, text) => expect(sortedJson(value)).toBe(text));

  test("says the same as JSON, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(sortedJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(sortedJson(reversed(value))).toBe(sortedJson(value));
      }),
    );
  });

  test.each([Number.NaN, Infinity, undefined, () => 1, Symbol("x"), [undefined], 1n])("what is not JSON throws", (value) => {
    expect(() => sortedJson(value)).toThrow(TypeError);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
