import { get, patch, post } from "../platform/http/rest.ts";
import { signedWebhook } from "../platform/http/webhook.ts";
import { getSession } from "./commands/get-session.ts";
import { moveSession } from "./commands/move-session.ts";
import { receiveEmail, receiveSms } from "./commands/receive-message.ts";
import { releasePhoneLine } from "./commands/release-phone-line.ts";
import { startSession } from "./commands/start-session.ts";
import { InboundEmail, InboundSms } from "./contract.ts";

export const integrationRoutes = [
  post("/integration/session", startSession, { statusOf: ({ isNew }) => (isNew ? 201 : 200) }),
  get("/integration/session/:id", getSession),
  patch("/integration/session/:id/status", moveSession),
  post("/integration/inbound/sms", receiveSms, { status: 202, input: signedWebhook, body: InboundSms }),
  post("/integration/inbound/email", receiveEmail, { status: 202, input: signedWebhook, body: InboundEmail }),
  post("/admin/phone-lines/:id/release", releasePhoneLine, { status: 200 }),
];
