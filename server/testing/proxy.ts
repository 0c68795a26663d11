import { connect, createServer, type Socket } from "node:net";
import { freePort } from "#scripts/services/ports.ts";

/** A server's door that can be shut: what stands between an app process and its Postgres or Redis in a test. */
export interface Proxy {
  /** The server's address, by way of the proxy. */
  readonly url: string;
  /** Cuts every connection; new ones are refused until {@link open}. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Starts a proxy in front of the server of an address such as `postgres://user@host:port/database`. */
export async function startProxy(address: string): Promise<Proxy> {
  const target = new URL(address);
  const through = new URL(address);
  through.hostname = "127.0.0.1";
  through.port = String(await freePort());
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const pair = [client, upstream] as const;
    for (const socket of pair) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        for (const end of pair) end.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  });
  const open = () =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(Number(through.port), through.hostname, resolve);
    });
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.resetAndDestroy();
    });
  await open();
  return { url: through.href, open, shut };
}
