import { Signature, verifyMessage } from "ethers";
import { describe, expect, test } from "vitest";
import {
  FLOWORK_STATEMENT,
  recoverAddress,
  verifyPersonal,
  verifyWorkflow,
  walletAuth,
  walletCheck,
} from "../../runtime/src/codegen-v1/eip191.ts";
import { Claims } from "../../runtime/src/eip191/claims.ts";

const KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const OTHER = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const TIME = 1_735_689_600_000;

const auth = walletAuth(KEY, { now: () => TIME })();
const { address, message, signature } = auth;
const [r, s, v] = [signature.slice(2, 66), signature.slice(66, 130), signature.slice(130)];

function hex(number: bigint): string {
  return number.toString(16).padStart(64, "0");
}

describe("one signature has one spelling that counts", () => {
  test("its twin with a high s is refused, though the curve would take it", () => {
    const twin = `0x${r}${hex(ORDER - BigInt(`0x${s}`))}${v === "1b" ? "1c" : "1b"}`;
    expect(Signature.from(signature).s).toBe(`0x${s}`);
    expect(recoverAddress(message, twin)).toBeNull();
    expect(verifyPersonal({ address, message, signature: twin })).toBe(false);
  });

  test("the last byte may be 0 and 1, or 27 and 28", () => {
    const zero = v === "1b" ? "00" : "01";
    expect(verifyPersonal({ address, message, signature: `0x${r}${s}${zero}` })).toBe(true);
    const others = ["02", "03", "1d", "1e", "25", "26", "ff", v === "1b" ? "01" : "00", v === "1b" ? "1c" : "1b"];
    for (const last of others) expect(verifyPersonal({ address, message, signature: `0x${r}${s}${last}` })).toBe(false);
  });

  test("digits and address in any case", () => {
    const shouting = {
      address: `0x${address.slice(2).toUpperCase()}`,
      message,
      signature: `0x${signature.slice(2).toUpperCase()}`,
    };
    expect(verifyPersonal(shouting)).toBe(true);
    expect(verifyPersonal({ ...auth, address: address.toLowerCase() })).toBe(true);
    expect(verifyMessage(message, signature)).toBe(address);
  });
});

describe("what is no signature is refused, and nothing is thrown", () => {
  const zero = "0".repeat(64);
  test.each<[string, unknown]>([
    ["empty", ""],
    ["0x", "0x"],
    ["without 0x", signature.slice(2)],
    ["0X", `0X${signature.slice(2)}`],
    ["a digit short", signature.slice(0, -1)],
    ["a byte short, as of EIP-2098", signature.slice(0, -2)],
    ["a byte long", `${signature}00`],
    ["a line end", `${signature}\n`],
    ["no digits", `0x${"g".repeat(130)}`],
    ["zero", `0x${zero}${zero}1b`],
    ["r is zero", `0x${zero}${s}${v}`],
    ["s is zero", `0x${r}${zero}${v}`],
    ["r is the order", `0x${hex(ORDER)}${s}${v}`],
    ["s is the order", `0x${r}${hex(ORDER)}${v}`],
    ["r is greater than all", `0x${"f".repeat(64)}${s}${v}`],
    ["r is no point of the curve", `0x${hex(5n)}${s}${v}`],
    ["full width digits", `0x${"１".repeat(130)}`],
    ["a megabyte", `0x${"1".repeat(1_000_000)}`],
    ["nothing", undefined],
    ["null", null],
    ["a number", 1],
    ["a list", [signature]],
    ["bytes", new Uint8Array(65)],
  ])("%s", (_name, wrong) => {
    const given = { address, message, signature: wrong as string };
    expect(verifyPersonal(given)).toBe(false);
    expect(walletCheck()(given).ok).toBe(false);
  });

  test.each<[string, unknown]>([
    ["another's", walletAuth(OTHER)().address],
    ["none", ""],
    ["a digit short", address.slice(0, -1)],
    ["a digit long", `${address}0`],
    ["with a blank", ` ${address}`],
    ["without 0x", address.slice(2)],
    ["null", null],
    ["an object", { toLowerCase: () => address.toLowerCase() }],
  ])("an address that is %s", (_name, wrong) => {
    expect(verifyPersonal({ address: wrong as string, message, signature })).toBe(false);
  });

  test.each<[string, unknown]>([
    ["a line more", `${message}\n`],
    ["a line before", `\n${message}`],
    ["another time", `${message}1`],
    ["another composition", message.replace("Authentication", "Authentica\u0301tion")],
    ["nothing", ""],
    ["null", null],
    ["bytes", new TextEncoder().encode(message)],
  ])("a message with %s", (_name, wrong) => {
    expect(verifyPersonal({ address, message: wrong as string, signature })).toBe(false);
  });

  test("half a character, which UTF-8 would write as another", () => {
    const replaced = walletAuth(KEY, { statement: "\uFFFD" })();
    expect(verifyPersonal({ ...replaced, message: replaced.message.replace("\uFFFD", "\uD800") })).toBe(false);
  });

  test.each([
    null,
    undefined,
    1,
    "auth",
    [],
    [auth],
    {},
    { address, message },
    { ...auth, message: null },
  ])("an auth that is %j", (wrong) => {
    expect(walletCheck()(wrong)).toEqual({ ok: false, reason: "malformed" });
  });

  test("a workflow too deep to print", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(verifyWorkflow(address, deep, signature)).toBe(false);
    expect(verifyWorkflow(address, undefined, signature)).toBe(false);
  });
});

describe("freshness", () => {
  const at = (now: number, freshness = { maxAge: 60_000, ahead: 5_000 }) => walletCheck({ now: () => now, freshness });
  const signedBy = (text: string) => walletAuth(KEY, { statement: text, now: () => TIME })();

  test("is not asked for by default: a signature holds as long as old clients use it", () => {
    expect(walletCheck({ now: () => TIME * 2 })(auth)).toEqual({ ok: true, address: address.toLowerCase() });
  });

  test.each([0, 60_000, -5_000])("%i ms after it was signed, a signature holds", (age) => {
    expect(at(TIME + age)(auth)).toEqual({ ok: true, address: address.toLowerCase() });
  });

  test.each([60_001, -5_001])("%i ms after it was signed, it does not", (age) => {
    expect(at(TIME + age)(auth)).toEqual({ ok: false, reason: "stale" });
  });

  test("is looked at each time, though the signature is known", () => {
    let now = TIME;
    const check = walletCheck({ now: () => now, freshness: { maxAge: 1000 } });
    expect(check(auth).ok).toBe(true);
    now += 1001;
    expect(check(auth)).toEqual({ ok: false, reason: "stale" });
  });

  test.each([
    "",
    "Sign in to evil.example: ",
    `Hello\n${FLOWORK_STATEMENT}`,
    `${FLOWORK_STATEMENT}-`,
    `${FLOWORK_STATEMENT}0x`,
    `${FLOWORK_STATEMENT} `,
    `${FLOWORK_STATEMENT}+`,
    `${FLOWORK_STATEMENT}\n`,
    `${FLOWORK_STATEMENT}1\n`,
  ])("a message that is not the statement and a time: %j", (statement) =>
    expect(at(TIME)(signedBy(statement))).toEqual({ ok: false, reason: "stale" }));

  test("a fresh message under an old signature", () => {
    const check = at(TIME + 100_000);
    expect(check({ ...auth, message: `${FLOWORK_STATEMENT}${TIME + 100_000}` })).toEqual({ ok: false, reason: "signature" });
  });
});

describe("C4: a signature that is sent again on another connection", () => {
  const [mine, theirs] = [{}, {}];
  const checkAt = (clock: { now: number }, more: object = {}) =>
    walletCheck({ now: () => clock.now, freshness: { maxAge: 60_000, ...more } });
  const good = { ok: true, address: address.toLowerCase() };
  const replayed = { ok: false, reason: "replayed" };

  test("is refused there, however it is spelt, and still holds on its own", () => {
    const check = checkAt({ now: TIME });
    expect([check(auth, mine), check(auth, mine)]).toEqual([good, good]);
    const spellings = [
      auth,
      { ...auth, address: address.toLowerCase() },
      { ...auth, signature: `0x${signature.slice(2).toUpperCase()}` },
      { ...auth, signature: `0x${r}${s}${v === "1b" ? "00" : "01"}` },
    ];
    for (const spelling of spellings) expect(check(spelling, theirs)).toEqual(replayed);
    expect(check(auth, mine)).toEqual(good);
  });

  test("is refused when its connection is long gone, until it is too old for any", () => {
    const clock = { now: TIME };
    const check = checkAt(clock);
    expect(check(auth, mine)).toEqual(good);
    clock.now += 60_000;
    expect(check(auth, theirs)).toEqual(replayed);
    clock.now += 1;
    expect(check(auth, theirs)).toEqual({ ok: false, reason: "stale" });
  });

  test("is not taken from its owner by who only claims to have it", () => {
    const check = checkAt({ now: TIME });
    const wrong = { ...auth, signature: walletAuth(OTHER, { now: () => TIME })().signature };
    expect(check(wrong, theirs)).toEqual({ ok: false, reason: "signature" });
    expect(check(auth, mine)).toEqual(good);
  });

  test("holds where it may be used again, and where nothing has to be fresh", () => {
    const reusable = checkAt({ now: TIME }, { reusable: true });
    const always = walletCheck();
    for (const check of [reusable, always]) expect([check(auth, mine), check(auth, theirs)]).toEqual([good, good]);
  });

  test("each of one wallet's signatures has a connection of its own", () => {
    const check = checkAt({ now: TIME + 1 });
    expect(check(auth, mine)).toEqual(good);
    expect(check(walletAuth(KEY, { now: () => TIME + 1 })(), theirs)).toEqual(good);
  });

  test("what is remembered is bounded, and forgotten when it is too old", () => {
    const claims = new Claims();
    for (let n = 0; n < 10_000; n += 1) expect(claims.claim(String(n), mine, 100, 0)).toBe(true);
    expect(claims.claim("0", theirs, 100, 0)).toBe(false);
    expect(claims.claim("one more", mine, 100, 0)).toBe(true);
    expect([claims.claim("1", theirs, 100, 0), claims.size]).toEqual([false, 10_000]);
    expect(claims.claim("0", theirs, 100, 0)).toBe(true);
    expect([claims.claim("later", mine, 300, 200), claims.size]).toEqual([true, 1]);
  });
});

describe("what is remembered", () => {
  test("is the whole: a known signature does not carry another message or address", () => {
    const check = walletCheck();
    expect(check(auth).ok).toBe(true);
    expect(check({ ...auth, message: `${message}1` }).ok).toBe(false);
    expect(check({ ...auth, address: walletAuth(OTHER)().address }).ok).toBe(false);
    expect(check({ address, message: `${message}","${signature}`, signature: "" }).ok).toBe(false);
    expect(check({ ...auth, address: address.toUpperCase().replace("0X", "0x") }).ok).toBe(true);
  });
});
