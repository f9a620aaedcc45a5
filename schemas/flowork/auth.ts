import { eip191, named, Type } from "wirepact/define";

/** The first half of every client frame. */
export const Auth = named(
  "Auth",
  Type.Object(
    {
      address: Type.String({ description: "The signer's public address, `0x` and 40 hex digits; compared without case." }),
      message: Type.String({
        description: "The text that was signed; the GUI uses `Flowork GUI-to-Engine Authentication: <unix ms>`.",
      }),
      signature: Type.String({ description: "EIP-191 `personal_sign` of the message: `0x` and 130 hex digits." }),
    },
    { description: "Who sends the frame, and the proof of it." },
  ),
);

/** Each frame proves its sender; the upgrade proves nothing. */
export const wallet = eip191(
  "/auth",
  "Every frame carries an EIP-191 signature of `message`; the address it recovers to must be `address`, compared without case.",
);

/** A signature that holds, made with the first of the well-known Hardhat test accounts. */
const sampleAuth = {
  address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  message: "Flowork GUI-to-Engine Authentication: 1735689600000",
  signature:
    "0xde549f33ffe4f456553cb2a73ef41ba7c6883b8c8f3b3ba1c814c962f5cb77e836d8cb9f29599283c208a35493d7feb178f4bd9d27d3d1919e491a9eedc5b61e1b",
};

/** An example's payload as the whole frame that travels. */
export function signed<Payload>(payload: Payload) {
  return { auth: sampleAuth, payload };
}
