import { type NextRequest, NextResponse } from "next/server";

// biome-ignore lint/style/noProcessEnv: Next writes NODE_ENV into this bundle, which must not load the app's configuration.
const isDevelopment = process.env.NODE_ENV === "development";

/** The one page that lets another company's window in; its script is trusted by the script that loads it. */
const opensTossWindow = (path: string): boolean =>
  // biome-ignore lint/style/noProcessEnv: as above.
  process.env.PAYMENT_PROVIDER === "toss" && /^\/orders\/[^/]+\/pay$/.test(path);

/** The one page that reads pictures of a camera, by WebAssembly where the browser has no reader of its own. */
const readsCodes = (path: string): boolean => path === "/door";

/**
 * Gives every page a content security policy with a nonce of its own; Next puts the nonce on the scripts it writes.
 * Inline styles stay allowed: menus, progress bars and toasts are placed by the style attribute.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const toss = opensTossWindow(request.nextUrl.pathname) ? " https://*.tosspayments.com" : "";
  const wasm = readsCodes(request.nextUrl.pathname) ? " 'wasm-unsafe-eval'" : "";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${wasm}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data:${toss}`,
    "font-src 'self'",
    `connect-src 'self'${toss}`,
    `frame-src 'self'${toss}`,
    "object-src 'none'",
    "worker-src 'self'",
    "base-uri 'self'",
    `form-action 'self'${toss}`,
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: "/((?!api/|_next/static|_next/image|favicon|icon|apple-icon|opengraph-image|manifest).*)",
};
