import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";

/** A request as an {@link oddServer} got it. */
export interface GotRequest {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly url: string;
  readonly method: string;
}

type Answer = (request: GotRequest, response: ServerResponse) => unknown;

/** A real HTTP server on loopback that answers as the test says and remembers what it got. */
export async function oddServer(answer: Answer) {
  const got: GotRequest[] = [];
  let current = answer;
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => "");
    const seen = { headers: request.headers, body, url: request.url ?? "", method: request.method ?? "" };
    got.push(seen);
    await current(seen, response);
  });
  const sockets = await listen(server);
  return {
    ...sockets,
    got,
    answers(next: Answer) {
      current = next;
    },
  };
}

/** A server that speaks no HTTP, or not all of it. */
export async function rawServer(onConnection: (socket: Socket) => void) {
  return listen(createTcpServer(onConnection));
}

async function listen(server: Server) {
  const open = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections++;
    open.add(socket);
    socket.once("close", () => open.delete(socket)).on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
