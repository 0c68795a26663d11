import { INVENTORY_LEVELS, SALE_STATUSES } from "#server/catalog/values.ts";
import { LevelBadge, PausedBadge, SaleBadge } from "../buyer/catalog/sale-badge.tsx";
import { Samples } from "./board.tsx";

/** How a sale stands, and how much of it is left. */
export function CatalogSamples() {
  return (
    <>
      <Samples>
        {SALE_STATUSES.map((status) => (
          <SaleBadge key={status} status={status} />
        ))}
        <PausedBadge />
      </Samples>
      <Samples>
        {INVENTORY_LEVELS.map((level) => (
          <LevelBadge key={level} level={level} />
        ))}
      </Samples>
    </>
  );
}
