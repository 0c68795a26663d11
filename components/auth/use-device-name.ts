import { useTranslations } from "next-intl";
import type { LoginSessionView } from "#server/auth/contract.ts";
import { deviceOf } from "./device-name.ts";

/** Gives the word for the device of a login session in the reader's language. */
export function useDeviceName() {
  const t = useTranslations("devices");
  return ({ userAgent }: Pick<LoginSessionView, "userAgent">) => {
    const device = deviceOf(userAgent);
    return device ? t("device", device) : t("unknown");
  };
}
