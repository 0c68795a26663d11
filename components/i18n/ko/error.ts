import type { ErrorTexts } from "../catalogue.ts";

export const error = {
  invalid_argument: "입력한 내용을 다시 확인해 주세요.",
  payload_too_large: "보내신 내용이 너무 커요.",
  malformed_json: "요청을 읽지 못했어요. 새로고침한 뒤 다시 시도해 주세요.",
  unauthorized: "로그인이 필요해요.",
  bad_signature: "요청의 서명을 확인하지 못했어요.",
  forbidden: "이 작업을 할 권한이 없어요.",
  cross_site: "다른 사이트에서 온 요청이라 막았어요. 선착 페이지에서 다시 시도해 주세요.",
  not_found: "찾으시는 항목이 없어요.",
  illegal_transition: "그사이 상태가 바뀌어 이 작업을 할 수 없어요. 새로고침해 주세요.",
  idempotency_key_missing: "요청을 다시 시작해 주세요.",
  idempotency_key_invalid: "요청을 다시 시작해 주세요.",
  idempotency_key_reused: "이미 다른 내용으로 처리된 요청이에요. 새로고침한 뒤 다시 시도해 주세요.",
  idempotency_in_progress: "같은 요청을 처리하고 있어요. 잠시만 기다려 주세요.",
  rate_limited: "요청이 너무 잦아요. 잠시 뒤 다시 시도해 주세요.",
  internal: "저희 쪽에 문제가 생겼어요. 잠시 뒤 다시 시도해 주세요.",
  unavailable: "지금은 응답할 수 없어요. 잠시 뒤 다시 시도해 주세요.",
} as const satisfies ErrorTexts;
