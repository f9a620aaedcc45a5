/** What generated packages with MessagePack frames import beside `codegen-v1`. */
export { msgpack } from "../msgpack.ts";
