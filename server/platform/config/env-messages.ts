import { createECDH } from "node:crypto";
import { z } from "zod";
import { variable } from "#server/platform/config/env-declaration.ts";
import { departmentMail, origins, urlWith } from "#server/platform/config/env-schemas.ts";

/** A number from 1 to the order of the curve, in 32 bytes. */
function isPrivateKey(text: string): boolean {
  try {
    createECDH("prime256v1").setPrivateKey(text, "base64url");
    return /^[\w-]{43}$/.test(text);
  } catch {
    return false;
  }
}

/** How mails and notifications reach people. */
export const messages = {
  SMTP_URL: variable({
    schema: urlWith("smtp:", "smtps:").optional(),
    expects: "smtp://user:password@host:port",
    unset: "mail is kept in the sandbox mailbox",
    secret: true,
  }),
  DEPARTMENT_MAIL: variable({
    schema: departmentMail,
    expects:
      "departments (admin, inventory, logistics, fulfillment, finance, procurement, marketing, alert) with an e-mail " +
      "address each, such as finance=money@example.com, with commas between",
    unset: "departments are told in the app, and by e-mail their members who want it",
  }),

  PUSH_PRIVATE_KEY: variable({
    schema: z.string().refine(isPrivateKey).optional(),
    expects: "a VAPID private key in base64url, as `npx web-push generate-vapid-keys` prints one",
    unset: "derived from `AUTH_SECRET`; with another key every browser has to be turned on again",
    secret: true,
  }),
  PUSH_SERVICES: variable({
    schema: origins,
    expects: "origins of push services besides those of the known browsers, with commas between",
    unset: "notifications go to the push services of Chrome, Firefox, Safari and Edge alone",
  }),
};
