import { checkNames, givenNames } from "../misspelled.ts";
import { CONNECT_OPTIONS, CONTRACT_OPTIONS } from "./optionNames.ts";

/** Refuses options that nothing reads: a credential under a misspelled name would not be sent. */
export function checkOptions(protocol: string, options: object): void {
  checkNames(givenNames(options), [...CONTRACT_OPTIONS, ...CONNECT_OPTIONS], `options of ${protocol}`);
}
