/** What generated clients over Socket.IO connect with. Needs `socket.io-client`. */
export { createHttpCall, type HttpCallOptions } from "../client/httpCall.ts";
export { openSocketio } from "../socketioClient/openSocketio.ts";
