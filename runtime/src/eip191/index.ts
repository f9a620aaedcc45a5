/** `@wirepact/runtime/eip191`: signing as wallets do, and checking it. Needs `@noble/curves` and `@noble/hashes`. */
export { type PrivateKey, personalSign, walletAddress } from "./personalSign.ts";
export { signWorkflow, verifyWorkflow } from "./presetSignature.ts";
export { type PersonalSignature, recoverAddress, verifyPersonal } from "./verifyPersonal.ts";
export { FLOWORK_STATEMENT, type WalletAuth, type WalletAuthOptions, walletAuth } from "./walletAuth.ts";
