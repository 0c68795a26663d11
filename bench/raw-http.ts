import { connect, type Socket } from "node:net";

export interface RawAnswer {
  /** 0 where the connection broke. */
  readonly status: number;
  readonly body: string;
}

interface Waiting {
  readonly bytes: string;
  readonly take: (answer: RawAnswer) => void;
}

const HEAD_END = "\r\n\r\n";

/**
 * Kept-alive connections that send prepared bytes, one request after the other on each: what a generator of load can do
 * with little CPU. A request waits where all connections are taken.
 */
export class RawClient {
  readonly #port: number;
  readonly #max: number;
  readonly #idle: Socket[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #taking = new Map<Socket, Waiting["take"]>();
  #open = 0;

  constructor(url: string, max: number) {
    this.#port = Number(new URL(url).port);
    this.#max = max;
  }

  send(bytes: string, take: Waiting["take"]): void {
    const socket = this.#idle.pop();
    if (socket) this.#write(socket, { bytes, take });
    else {
      this.#waiting.push({ bytes, take });
      if (this.#open < this.#max) this.#connect();
    }
  }

  /** Gives up what was not sent. @returns how many requests that were */
  forget(): number {
    return this.#waiting.splice(0).length;
  }

  close(): void {
    this.forget();
    for (const socket of [...this.#idle, ...this.#taking.keys()]) socket.destroy();
  }

  #write(socket: Socket, { bytes, take }: Waiting): void {
    this.#taking.set(socket, take);
    socket.write(bytes, "latin1");
  }

  #connect(): void {
    this.#open += 1;
    const socket = connect(this.#port, "127.0.0.1");
    socket.setNoDelay(true);
    let text = "";
    socket.on("connect", () => this.#next(socket));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const answer = answerIn(text);
      if (!answer) return;
      text = "";
      this.#answered(socket, answer);
      this.#next(socket);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#open -= 1;
      const at = this.#idle.indexOf(socket);
      if (at >= 0) this.#idle.splice(at, 1);
      this.#answered(socket, { status: 0, body: "" });
    });
  }

  #answered(socket: Socket, answer: RawAnswer): void {
    const take = this.#taking.get(socket);
    this.#taking.delete(socket);
    take?.(answer);
  }

  #next(socket: Socket): void {
    const next = this.#waiting.shift();
    if (next) this.#write(socket, next);
    else this.#idle.push(socket);
  }
}

/** The answer that the text is, or nothing while it is not whole. */
function answerIn(text: string): RawAnswer | undefined {
  const head = text.indexOf(HEAD_END);
  if (head < 0) return undefined;
  const start = head + HEAD_END.length;
  const status = Number(text.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2));
  if (length) {
    const end = start + Number(length[1]);
    return text.length >= end ? { status, body: text.slice(start, end) } : undefined;
  }
  if (status === 204) return { status, body: "" };
  return text.endsWith("0\r\n\r\n") ? { status, body: text.slice(start) } : undefined;
}

/** A request as its bytes. */
export function requestBytes(
  method: "GET" | "POST",
  path: string,
  {
    headers = {},
    body,
  }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): string {
  const all: Record<string, string> = { host: "127.0.0.1", ...headers };
  if (body !== undefined) {
    all["content-type"] ??= "application/json";
    all["content-length"] = String(Buffer.byteLength(body));
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}${HEAD_END}${body ?? ""}`;
}
