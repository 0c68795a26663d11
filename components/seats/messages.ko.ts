export const seatName = {
  inRow: "{section} {row}열 {label}번",
  listed: "{section} {number}",
} as const;
