import { env } from "#server/platform/config/env.ts";

/**
 * What the shop says of its business at the foot of its pages.
 * @returns each detail as it was set; undefined where it was left out
 */
export const businessDetails = () => ({
  name: env.BUSINESS_NAME,
  representative: env.BUSINESS_REPRESENTATIVE,
  number: env.BUSINESS_NUMBER,
  mailOrderNumber: env.BUSINESS_MAIL_ORDER_NUMBER,
  address: env.BUSINESS_ADDRESS,
  phone: env.BUSINESS_PHONE,
  email: env.BUSINESS_EMAIL,
  host: env.BUSINESS_HOST,
});
