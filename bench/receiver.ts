import { createServer } from "node:http";

/** An outside system that takes `DELAY_MS` for each message and then says yes. */
const delayMs = Number(process.env.DELAY_MS);
createServer((request, response) => {
  request.resume();
  setTimeout(() => response.end("{}"), delayMs);
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("listening"));
