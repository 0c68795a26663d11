import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that can be cut: every connection stays open, and nothing comes through. */
export interface Way {
  /** The same address, by this way. */
  readonly url: string;
  freeze(): void;
  /** Lets through what comes from now on; what was sent before is lost. */
  thaw(): void;
  /** Leads elsewhere from now on, and ends the connections to where it led before. */
  leadTo(url: string): void;
  close(): void;
}

/** Opens a way on loopback to the server of `url`. */
export async function openWay(url: string): Promise<Way> {
  let there = new URL(url);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(there.port), there.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => !frozen && to.write(chunk));
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: here.href,
    freeze() {
      frozen = true;
    },
    thaw() {
      frozen = false;
    },
    leadTo(next) {
      there = new URL(next);
      cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}
