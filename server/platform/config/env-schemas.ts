import { isIP } from "node:net";
import { z } from "zod";
import { mailAddressesIn, phoneNumberOf } from "#server/platform/values/phone.ts";

/** An address with one of these protocols, kept unchanged. */
export const urlWith = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

/** An http address without the slashes at its end. */
export const httpUrl = urlWith("http:", "https:").transform((text) => text.replace(/\/+$/, ""));

export const flag = z
  .enum(["on", "off", "true", "false", "1", "0"])
  .transform((text) => text === "on" || text === "true" || text === "1");

export const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));

/** One address, or those of a cluster. */
export const redisUrls = z.string().refine((text) => text.split(",").every(isRedisUrl));

function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && ["redis:", "rediss:"].includes(new URL(text).protocol);
}

/** An address to listen on. */
export const listenAddress = z
  .string()
  .transform((text) => (text === "localhost" ? "127.0.0.1" : text))
  .refine((text) => isIP(text) !== 0);

/** `finance=money@example.com,alert=a@example.com,alert=b@example.com`: addresses by department. */
export const departmentMail = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((entry) => entry.trim() || []))
  .refine((entries) =>
    entries.every((entry) =>
      /^(admin|inventory|logistics|fulfillment|finance|procurement|marketing|alert)=[^\s=@]+@[^\s=@]+$/.test(
        entry,
      ),
    ),
  )
  .transform((entries) =>
    entries.map((entry) => {
      const [department = "", address = ""] = entry.split("=");
      return { department, address };
    }),
  );

/** Phone numbers with their inboxes. */
export const phoneLines = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((line) => line.trim() || []))
  .transform((lines, problems) =>
    lines.flatMap((line) => {
      const [number = "", inbox = "", ...more] = line.split("=");
      const phoneNumber = phoneNumberOf(number);
      const [address] = mailAddressesIn(inbox);
      if (phoneNumber && address && more.length === 0) return { phoneNumber, inbox: address };
      problems.addIssue("is no number with its inbox");
      return [];
    }),
  );

/** Texts with commas between, each as `read` understands it. */
const listOf = (unset: string, read: (text: string) => string | undefined) =>
  z
    .string()
    .default(unset)
    .transform((text, problems) =>
      text.split(",").flatMap((one) => {
        const known = read(one.trim());
        if (known) return known;
        problems.addIssue(`${one} is not understood`);
        return [];
      }),
    );

/** Numbers with commas between. */
export const smsSenders = listOf("1577-7011", phoneNumberOf);

/** Addresses and domains with commas between. */
export const emailSenders = listOf("coupang.com", (text) =>
  /^[^\s,]*[^\s.@,]\.[a-z]{2,}$/i.test(text) ? text.toLowerCase() : undefined,
);

/** Origins with commas between. */
export const origins = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((origin) => origin.trim() || []))
  .refine((all) => all.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin));
