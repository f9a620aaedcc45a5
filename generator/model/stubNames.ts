import { fingerprint } from "../fingerprint.ts";
import { fold, identifierOf } from "./names.ts";

/** What a package calls its stubs and what belongs to them, for `panel`: */
export interface StubNames {
  /** `PanelClient` */
  readonly client: string;
  /** `PanelConnectOptions` */
  readonly connectOptions: string;
  /** `connectPanel` */
  readonly connect: string;
  /** `isPanelRejection` */
  readonly isRejection: string;
  /** `PanelSession` */
  readonly session: string;
  /** `PanelHandlers` */
  readonly handlers: string;
  /** `PanelServerOptions` */
  readonly serverOptions: string;
  /** `PanelServer` */
  readonly server: string;
  /** `servePanel` */
  readonly serve: string;
  /** `refusePanel` */
  readonly refuse: string;
  /** `User`: whom a server knows a connection to be of, in its types. */
  readonly user: string;
}

/** Decides the names of a protocol's stubs, none of which is a type of the contract. */
export function stubNames(protocol: string, identifiers: readonly string[]): StubNames {
  // The guard of a type is called after it.
  const taken = new Set(identifiers.flatMap((identifier) => [fold(identifier), fold(`is${identifier}`)]));
  const plain = identifierOf(protocol, "Protocol");
  const bases = [plain, `${plain}Protocol`];
  const isFree = (names: Omit<StubNames, "user">) => Object.values(names).every((name: string) => !taken.has(fold(name)));
  const user = taken.has(fold("User")) ? "SessionUser" : "User";
  const names = bases.map(namesFrom).find(isFree) ?? namesFrom(`${plain}_${fingerprint(plain)}`);
  return { ...names, user };
}

function namesFrom(base: string): Omit<StubNames, "user"> {
  return {
    client: `${base}Client`,
    connectOptions: `${base}ConnectOptions`,
    connect: `connect${base}`,
    isRejection: `is${base}Rejection`,
    session: `${base}Session`,
    handlers: `${base}Handlers`,
    serverOptions: `${base}ServerOptions`,
    server: `${base}Server`,
    serve: `serve${base}`,
    refuse: `refuse${base}`,
  };
}
