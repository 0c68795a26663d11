import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { sendSpansTo } from "./span.ts";

/** Sends spans where a collector is set. The library is loaded only then. */
export async function startTracing(): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service } = env;
  if (!endpoint) return;
  const { exportOverOtlp } = await import("./otlp.ts");
  const exporting = singleton(
    "span-export",
    () => exportOverOtlp({ endpoint, service }),
    async ({ close }) => {
      sendSpansTo(undefined);
      await close();
    },
  );
  sendSpansTo(exporting.send);
}
