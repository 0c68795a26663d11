import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { patient } from "../../testing/patience.ts";
import { emailDestination } from "./email.ts";

const message = {
  id: "transmission_1",
  type: "Email",
  aggregateId: "user_1",
  body: JSON.stringify({ to: "buyer@example.com", subject: "[선착] 예매", text: "티켓이 도착했습니다." }),
  traceId: "0".repeat(32),
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A mail server that replies to RCPT as it is told, and keeps what it was given. */
async function mailServer(replyToRecipient: string | null) {
  const got: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 mail.test ready");
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      got.push(text);
      if (inData) {
        if (!text.endsWith("\r\n.\r\n")) return;
        inData = false;
        return say("250 kept as 7");
      }
      if (/^EHLO|^HELO|^MAIL|^RSET/i.test(text)) return say("250 ok");
      if (/^RCPT/i.test(text)) return replyToRecipient && say(replyToRecipient);
      if (/^DATA/i.test(text)) {
        inData = true;
        return say("354 go on");
      }
      if (/^QUIT/i.test(text)) socket.end("221 bye\r\n");
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(
    () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  );
  return { got, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const deliver = (url: string | undefined, timeoutMs = patient(5000)) =>
  emailDestination(() => url, timeoutMs).deliver(message, new AbortController().signal);

it("hands a mail over, with an id that stays the same", async () => {
  const { got, url } = await mailServer("250 ok");
  expect(await deliver(url)).toMatchObject({
    outcome: "sent",
    response: expect.stringContaining("kept as 7"),
  });
  const all = got.join("");
  expect(all).toContain("RCPT TO:<buyer@example.com>");
  expect(all).toContain("Message-ID: <transmission_1@seonchak>");
});

it.each([
  ["550 no such mailbox", "permanent", 550],
  ["451 come back later", "status", 451],
])("takes %j for %s", async (reply, outcome, status) => {
  const { url } = await mailServer(reply);
  expect(await deliver(url)).toMatchObject({ outcome, status });
});

it("does not wait for a server that stops talking, and tells of one that is not there", async () => {
  const { url } = await mailServer(null);
  expect(await deliver(url, 400)).toMatchObject({ outcome: "timeout" });
  expect(await deliver("smtp://127.0.0.1:1")).toMatchObject({ outcome: "network" });
});

it("keeps the mail where there is no server", async () => {
  expect(await deliver(undefined)).toMatchObject({ outcome: "sent" });
});
