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
}

/** Decides the names of a protocol's stubs, none of which is a type of the contract. */
export function stubNames(protocol: string, identifiers: readonly string[]): StubNames {
  const taken = new Set(identifiers.map(fold));
  const plain = identifierOf(protocol, "Protocol");
  const bases = [plain, `${plain}Protocol`];
  const isFree = (names: StubNames) => Object.values(names).every((name: string) => !taken.has(fold(name)));
  return bases.map(namesFrom).find(isFree) ?? namesFrom(`${plain}_${fingerprint(plain)}`);
}

function namesFrom(base: string): StubNames {
  return {
    client: `${base}Client`,
    connectOptions: `${base}ConnectOptions`,
    connect: `connect${base}`,
    session: `${base}Session`,
    handlers: `${base}Handlers`,
    serverOptions: `${base}ServerOptions`,
    server: `${base}Server`,
    serve: `serve${base}`,
    refuse: `refuse${base}`,
  };
}
