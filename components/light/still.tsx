import type { ReactNode } from "react";

/** In the scripts of a light page it has no children: what the server drew stays as it is. */
const AS_DRAWN = { __html: "" };

/** Content that no script changes, so that neither it nor its texts are sent a second time for the browser to draw. */
export function Still({ children }: { children?: ReactNode }) {
  if (children) return <div className="contents">{children}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set, which is the purpose.
  return <div className="contents" dangerouslySetInnerHTML={AS_DRAWN} />;
}
