import type { Contract } from "../model/contract.ts";
import { emitAsyncapi } from "./asyncapi.ts";
import { emitClient } from "./client.ts";
import { emitClientTypes } from "./clientTypes.ts";
import { emitDescriptor } from "./descriptor.ts";
import { emitEntry } from "./entry.ts";
import type { EmittedFile } from "./file.ts";
import { emitFixtures } from "./fixtures.ts";
import { emitPackage } from "./packageFile.ts";
import { emitReadme } from "./readme.ts";
import { emitSchemas } from "./schemas.ts";
import { emitServer } from "./server.ts";
import { emitServerTypes } from "./serverTypes.ts";
import type { Render } from "./template.ts";
import { emitTypes } from "./types.ts";
import { emitValidators } from "./validators/emitValidators.ts";

/** Makes some files of a package from its contract. Pure: no disk, clock or environment; the skeletons come rendered. */
export type Emitter = (contract: Contract, render: Render) => EmittedFile[];

/** Every emitter, by the part of the package that it makes. */
export const emitters = {
  asyncapi: emitAsyncapi,
  client: emitClient,
  clientTypes: emitClientTypes,
  contract: emitDescriptor,
  entry: emitEntry,
  fixtures: emitFixtures,
  package: emitPackage,
  readme: emitReadme,
  schemas: emitSchemas,
  server: emitServer,
  serverTypes: emitServerTypes,
  types: emitTypes,
  validators: emitValidators,
} as const satisfies Readonly<Record<string, Emitter>>;

/** Makes all files of a package, in the order of their paths. */
export function emit(contract: Contract, render: Render): EmittedFile[] {
  const files = Object.values(emitters).flatMap((emitter: Emitter) => emitter(contract, render));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
