import { WirepactError, type WirepactErrorFacts } from "../wirepactError.ts";

/** The error of a call that comes when the client is closed for good: it says why, and how the last connection ended. */
export function closedError(message: string, reason: WirepactError | undefined): WirepactError {
  if (reason === undefined) return new WirepactError("closed", `${message}: the client is closed`);
  return new WirepactError("closed", `${message}: ${textOf(reason)}`, { cause: reason, ...endOf(reason) });
}

/** The error of a client whose last attempt failed too. */
export function noAttemptLeft(last: WirepactError): WirepactError {
  return new WirepactError("unreachable", `no attempt is left: ${textOf(last)}`, { cause: last, ...endOf(last) });
}

/** What an error says without the code that leads it. */
function textOf({ code, message }: WirepactError): string {
  return message.slice(`[${code}] `.length);
}

/** How the connection that an error tells of ended. */
function endOf({ status, closeCode, closeReason }: WirepactError): WirepactErrorFacts {
  return {
    ...(status === undefined ? {} : { status }),
    ...(closeCode === undefined ? {} : { closeCode }),
    ...(closeReason === undefined ? {} : { closeReason }),
  };
}
