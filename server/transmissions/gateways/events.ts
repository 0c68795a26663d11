import { sendEvent } from "../../platform/jobs/inngest.ts";
import { explainError } from "../../platform/logging/failure.ts";
import type { Delivered, Destination } from "../gateway.ts";

/** Inngest's event API. The event has the transmission's id, so Inngest takes it once. */
export const events: Destination = {
  async deliver({ id, type: name, body }): Promise<Delivered> {
    try {
      await sendEvent({ id, name, data: JSON.parse(body) });
      return { outcome: "sent" };
    } catch (error) {
      return { outcome: "network", error: explainError(error) };
    }
  },
};
