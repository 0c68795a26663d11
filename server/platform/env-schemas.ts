import { isIP } from "node:net";
import { z } from "zod";

/** An address with one of these protocols, kept as it stands. */
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

/** Phone numbers with their inboxes. */
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

export const phoneLines = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((line) => line.trim() || []))
  .refine((lines) => lines.every((line) => /^\+\d{8,15}=\S+@\S+$/.test(line)))
  .transform((lines) =>
    lines.map((line) => {
      const [phoneNumber = "", inbox = ""] = line.split("=");
      return { phoneNumber, inbox };
    }),
  );

/** Origins with commas between. */
export const origins = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((origin) => origin.trim() || []))
  .refine((all) => all.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin));
