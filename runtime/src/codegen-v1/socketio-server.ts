/** What generated servers over Socket.IO listen with. Needs `socket.io`. */
export { openSocketioServer } from "../socketioServer/openSocketioServer.ts";
