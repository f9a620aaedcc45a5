/** What generated clients and servers use to sign as wallets do, and to check it. Needs `@noble/curves` and `@noble/hashes`. */
export { eip191Check, type VerifyAuth } from "../eip191/eip191Check.ts";
export { type PrivateKey, personalSign, walletAddress } from "../eip191/personalSign.ts";
export { signWorkflow, verifyWorkflow } from "../eip191/presetSignature.ts";
export { sortedJson } from "../eip191/sortedJson.ts";
export { type PersonalSignature, recoverAddress, verifyPersonal } from "../eip191/verifyPersonal.ts";
export { FLOWORK_STATEMENT, type WalletAuth, type WalletAuthOptions, walletAuth } from "../eip191/walletAuth.ts";
export {
  type FreshnessWindow,
  type WalletCheck,
  type WalletCheckOptions,
  type WalletVerdict,
  walletCheck,
} from "../eip191/walletCheck.ts";
