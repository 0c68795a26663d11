import type { ko } from "./ko.ts";
import type { Locale } from "./locale.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof ko;
  }
}
