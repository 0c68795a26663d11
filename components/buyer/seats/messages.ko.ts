export const seats = {
  title: "좌석 고르기",
  hint: "한 분이 {max, number}석까지 고를 수 있어요",
  sections: "구역",
  sectionHint: "{price} · {free, plural, =0 {남은 좌석 없음} other {{free, number}석 남음}}",
  list: "{section} 좌석",
  keys: "방향 키로 좌석을 옮겨 다니고, 스페이스 키로 고를 수 있어요.",
  legend: { free: "고를 수 있음", chosen: "고른 좌석", taken: "선점되거나 판매됨" },
  seat: "{seat}, {price}, {state}",
  chosen: {
    title: "고른 좌석",
    none: "아직 고른 좌석이 없어요.",
    remove: "{seat} 빼기",
    count: "{count, number}석을 골랐어요.",
  },
  lost: {
    title: "다른 분이 먼저 선점한 좌석이 있어요",
    body: "{seats} · 나머지는 그대로 골라 두었어요. 다른 좌석을 골라 주세요.",
  },
  full: "{max, number}석을 모두 골랐어요. 바꾸려면 고른 좌석을 먼저 빼 주세요.",
  total: "합계",
  take: "{count, plural, =0 {좌석을 골라 주세요} other {{count, number}석 선점하기}}",
} as const;
