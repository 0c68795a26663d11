export const seatMap = {
  stage: "무대",
  closer: "확대",
  farther: "축소",
  all: "전체 보기",
} as const;
