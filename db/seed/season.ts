import type { SeatMapPlanInput } from "#server/seat-maps/contract.ts";
import type { EntryCodes } from "#server/terms/values.ts";
import { DEMO_HALL } from "./hall.ts";

/** A date of a show, by Korean days from the day on which it is made. */
export interface Evening {
  readonly inDays: number;
  /** In Korea, `19:30` unless it says so. */
  readonly at?: string;
  /** When sales open, by minutes from now, or, where it says an hour, on the next day at that hour in Korea. */
  readonly opens: number | `${number}:${number}`;
  readonly price?: number;
  readonly totalStock?: number;
  readonly maxPerUser?: number;
  /** The demo's buyer has all of its tickets, where payments are pretended. */
  readonly isSoldOut?: true;
}

export interface Show {
  readonly title: string;
  readonly description: string;
  readonly venue: string;
  readonly runningMinutes: number;
  readonly ageRating: number;
  readonly doorsMinutesBefore: number;
  readonly entryCodes?: EntryCodes;
  readonly transferable?: true;
  /** Where it sells numbered seats, each at its section's price. */
  readonly hall?: SeatMapPlanInput;
  /** It is the show whose sales open in a few minutes, at each start again. */
  readonly opensSoon?: true;
  readonly evenings: readonly Evening[];
}

const HOURS = 60;
const DAYS = 24 * HOURS;

/** A house's season: one show of each kind that the shop knows. */
export const SEASON: readonly Show[] = [
  {
    title: "첫눈 콘서트",
    description:
      "겨울밤, 작은 공연장에서 듣는 한 시간. 조용히 시작해 모두 함께 부르며 끝나요.\n\n입장 순서대로 앉는 비지정석이에요.",
    venue: "서울 마포 · 웨이브홀",
    ...{ runningMinutes: 70, ageRating: 8, doorsMinutesBefore: 40, transferable: true },
    evenings: [
      { inDays: 14, opens: -2 * HOURS, price: 66_000, totalStock: 300 },
      { inDays: 15, at: "15:00", opens: -2 * HOURS, price: 66_000, totalStock: 300 },
      { inDays: 15, opens: -2 * HOURS, price: 66_000, totalStock: 300 },
    ],
  },
  {
    title: "새벽 재즈 클럽",
    description: "테이블 열둘, 연주자 넷. 아주 작은 무대라 연주자의 숨소리까지 들려요.",
    venue: "서울 성수 · 블루문",
    ...{ runningMinutes: 90, ageRating: 19, doorsMinutesBefore: 30, transferable: true },
    evenings: [
      { inDays: 6, at: "21:00", opens: -1 * DAYS, price: 40_000, totalStock: 12 },
      { inDays: 5, at: "21:00", opens: -1 * DAYS, price: 40_000, totalStock: 4, isSoldOut: true },
    ],
  },
  {
    title: "한겨울 심포니",
    description:
      "한겨울에 어울리는 관현의 밤이에요.\n\n배치도에서 좌석을 직접 고르거나, 추천 좌석을 받아 보세요.",
    venue: "서울 서초 · 선착 콘서트홀",
    ...{ runningMinutes: 110, ageRating: 8, doorsMinutesBefore: 60 },
    hall: DEMO_HALL,
    evenings: [{ inDays: 20, opens: -2 * HOURS }],
  },
  {
    title: "한 사람을 위한 밤",
    description: "배우 한 명, 조명 하나, 팔십 석. 캡처한 QR은 입구에서 직원이 한 번 더 확인해요.",
    venue: "서울 혜화 · 작은극장 봄",
    ...{ runningMinutes: 80, ageRating: 14, doorsMinutesBefore: 20, entryCodes: "ASK" },
    evenings: [
      { inDays: 9, opens: -3 * HOURS, price: 45_000, totalStock: 80 },
      { inDays: 10, opens: -3 * HOURS, price: 45_000, totalStock: 80 },
    ],
  },
  {
    title: "겨울 비트",
    description:
      "자정까지 이어지는 전자 비트의 밤. 입장할 때는 30초마다 바뀌는 QR만 받으니 휴대폰을 가져와 주세요.",
    venue: "인천 · 부두 스테이지",
    ...{ runningMinutes: 240, ageRating: 19, doorsMinutesBefore: 90, entryCodes: "MOVING" },
    evenings: [{ inDays: 12, opens: -5 * HOURS, price: 77_000, totalStock: 500 }],
  },
  {
    title: "눈 내리는 마을의 동화",
    description: "아이와 함께 보는 그림자 공연. 곧 판매가 시작돼요. 미리 로그인하고 기다려 주세요.",
    venue: "대전 · 모두의 극장",
    ...{ runningMinutes: 55, ageRating: 0, doorsMinutesBefore: 30, transferable: true, opensSoon: true },
    evenings: [{ inDays: 18, at: "14:00", opens: 10, price: 25_000, totalStock: 120 }],
  },
  {
    title: "봄의 오페라 갈라",
    description: "라 트라비아타부터 카르멘까지, 유명한 아리아만 모았어요. 내일 판매가 시작돼요.",
    venue: "부산 · 바다극장",
    ...{ runningMinutes: 130, ageRating: 8, doorsMinutesBefore: 60 },
    evenings: [{ inDays: 40, opens: "20:00", price: 120_000, totalStock: 800 }],
  },
];
