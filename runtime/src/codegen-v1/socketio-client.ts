/** What generated clients over Socket.IO connect with. Needs `socket.io-client`. */
export { openSocketio } from "../socketioClient/openSocketio.ts";
