import { z } from "zod";
import { variable } from "#server/platform/config/env-declaration.ts";

const line = (expects: string) =>
  variable({
    schema: z.string().trim().min(1).max(200).optional(),
    expects,
    unset: "the footer leaves its line out, and a shop that sells is warned at the start",
  });

/** What Korean law asks a shop to say of itself on its pages (전자상거래법, article 10). */
export const business = {
  BUSINESS_NAME: line("the name of the business (상호)"),
  BUSINESS_REPRESENTATIVE: line("the name of its representative (대표자)"),
  BUSINESS_NUMBER: variable({
    ...line(""),
    schema: z
      .string()
      .regex(/^\d{3}-?\d{2}-?\d{5}$/)
      .transform((text) => text.replace(/^(\d{3})-?(\d{2})-?(\d{5})$/, "$1-$2-$3"))
      .optional(),
    expects: "the business registration number (사업자등록번호), such as 123-45-67890",
  }),
  BUSINESS_MAIL_ORDER_NUMBER: line("the number of the mail-order report (통신판매업 신고번호)"),
  BUSINESS_ADDRESS: line("the address of the business"),
  BUSINESS_PHONE: line("the telephone number that buyers call"),
  BUSINESS_EMAIL: variable({
    ...line(""),
    schema: z.email().optional(),
    expects: "the e-mail address that buyers write to",
  }),
  BUSINESS_HOST: line("the name of the hosting provider (호스팅 제공자)"),
};
