import { createServer } from "node:net";

/** A TCP port of 127.0.0.1 that nothing listens on now. Another program may still take it before the caller does. */
export async function freePort(): Promise<number> {
  const server = await listen(0, "127.0.0.1");
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

/** Whether the app could listen on `port` of `host`, or of every address; false when it is taken or not permitted. */
export async function canListenOn(port: number, host?: string): Promise<boolean> {
  try {
    const server = await listen(port, host);
    await new Promise((closed) => server.close(closed));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number, host?: string) {
  const server = createServer();
  return new Promise<typeof server>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}
