export { openWebSocket } from "../websocketClient/browser.ts";
