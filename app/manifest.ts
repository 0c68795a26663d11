import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";

/** What a phone shows of the shop when it is put on the home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [t, lang] = await Promise.all([getTranslations("shell"), getLocale()]);
  return {
    id: "/",
    lang,
    name: t("name"),
    description: t("description"),
    // By this address, and no other of the first page, a device with kept tickets leads to them where there is no network.
    start_url: "/?app",
    shortcuts: [{ name: t("myTickets"), url: "/me/tickets" }],
    display: "standalone",
    background_color: "#f6f6f3",
    theme_color: "#2b3fd6",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
