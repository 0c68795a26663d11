import type { ErrorTexts } from "#components/i18n/required.ts";
import type { DateRule } from "#server/catalog/values.ts";
import type { UnavailablePart } from "#server/platform/operation/errors.ts";

export const error = {
  invalid_argument: "입력한 내용을 다시 확인해 주세요.",
  payload_too_large: "보내신 내용이 너무 커요.",
  malformed_json: "요청을 처리하지 못했어요. 새로고침한 뒤 다시 시도해 주세요.",
  json_required: "요청을 처리하지 못했어요. 새로고침한 뒤 다시 시도해 주세요.",
  method_not_allowed: "요청을 처리하지 못했어요. 새로고침한 뒤 다시 시도해 주세요.",
  unauthorized: "로그인이 필요해요.",
  bad_signature: "요청의 서명을 확인하지 못했어요.",
  forbidden: "이 작업을 할 권한이 없어요.",
  cross_site: "다른 사이트에서 온 요청이라 막았어요. 선착 페이지에서 다시 시도해 주세요.",
  not_member: "이 부서의 구성원이 아니에요.",
  not_staff: "운영자만 부서의 구성원이 될 수 있어요.",
  not_found: "찾으시는 항목이 없어요.",
  illegal_transition: "그사이 상태가 바뀌어 이 작업을 할 수 없어요. 새로고침해 주세요.",
  idempotency_key_missing: "요청을 다시 시작해 주세요.",
  idempotency_key_invalid: "요청을 다시 시작해 주세요.",
  idempotency_key_reused: "이미 다른 내용으로 처리된 요청이에요. 새로고침한 뒤 다시 시도해 주세요.",
  idempotency_in_progress: "같은 요청을 처리하고 있어요. 잠시만 기다려 주세요.",
  rate_limited: "요청이 너무 잦아요. 잠시 뒤 다시 시도해 주세요.",
  too_many_streams: "실시간 연결이 많아 주기적으로 확인하고 있어요. 예매는 그대로 할 수 있어요.",
  internal: "저희 쪽에 문제가 생겼어요. 잠시 뒤 다시 시도해 주세요.",
  unavailable: "지금은 응답할 수 없어요. 잠시 뒤 다시 시도해 주세요.",
  email_taken: "이미 가입된 이메일이에요. 로그인해 주세요.",
  wrong_credentials: "이메일이나 비밀번호가 맞지 않아요.",
  wrong_password: "비밀번호가 맞지 않아요.",
  erasure_hold: "선점한 티켓이 있어요. 선점을 취소하거나 시간이 끝난 뒤에 탈퇴할 수 있어요.",
  erasure_order: "결제를 기다리거나 결과를 확인하는 주문이 있어요. 주문이 끝난 뒤에 탈퇴할 수 있어요.",
  erasure_ticket:
    "아직 끝나지 않은 공연의 티켓이 있어요. 주문을 취소하거나 공연이 끝난 뒤에 탈퇴할 수 있어요.",
  erasure_refund: "아직 끝나지 않은 환불이 있어요. 돈을 돌려받은 뒤에 탈퇴할 수 있어요.",
  erasure_events:
    "아직 끝나지 않은 공연을 열고 있어요. 공연을 취소하거나 보관하거나, 모두 끝난 뒤에 탈퇴할 수 있어요.",
  erasure_connection: "쿠팡 계정을 연결하는 중이에요. 연결을 취소한 뒤에 탈퇴할 수 있어요.",
  access_token_invalid: "로그인이 만료됐어요. 다시 로그인해 주세요.",
  login_session_ended: "이 기기의 로그인이 종료됐어요. 다시 로그인해 주세요.",
  login_session_suspended: "이 기기의 로그인이 잠시 정지됐어요. 고객센터에 문의해 주세요.",
  account_suspended:
    "이용이 정지된 계정이라 로그인할 수 없어요. 이미 결제한 티켓은 그대로예요. 고객센터에 문의해 주세요.",
  role_changed: "계정의 권한이 바뀌었어요. 새로고침하면 바뀐 권한으로 이어져요.",
  alert_over: "이미 해제된 경보예요.",
  owner_not_operator: "활동 중인 관리자만 담당할 수 있어요. 다른 담당자를 골라 주세요.",
  own_account: "내 계정은 직접 정지하거나 권한을 낮출 수 없어요.",
  last_admin: "활동 중인 관리자가 한 명도 남지 않게 돼요. 먼저 다른 관리자를 정해 주세요.",
  account_needed: "연결된 쿠팡 계정이 있어야 새로 판매할 수 있어요. 먼저 계정을 연결해 주세요.",
  too_many_changes: "바뀐 내용은 예매하신 분들께 모두 알려요. 한 시간에 {limit}번까지 바꿀 수 있어요.",
  tickets_taken:
    "티켓을 샀거나 선점한 분이 있어 공연을 초안으로 되돌릴 수 없어요. 판매를 그만두려면 보관해 주세요.",
  changed_meanwhile: "방금 다른 분이 먼저 바꿨어요. 새로고침해서 바뀐 내용을 확인한 뒤 다시 시도해 주세요.",
  maximum_lowered: "티켓을 가진 분이 있는 동안 1인 최대 매수는 {maximum}장보다 줄일 수 없어요.",
  poster_kind: "JPEG, PNG, WebP, AVIF 그림만 올릴 수 있어요.",
  poster_mixed: "그림 뒤에 다른 내용이 붙은 파일이에요. 그림만 다시 저장해서 올려 주세요.",
  poster_broken: "그림을 끝까지 읽지 못했어요. 파일이 손상되지 않았는지 확인해 주세요.",
  poster_dimensions:
    "짧은 변이 {sideMin}픽셀 이상, 긴 변은 그 {ratioMax}배 이하, 전체 {megapixelsMax}00만 화소 이하인 그림을 올려 주세요.",
  poster_space:
    "올린 포스터가 한 사람에게 주어진 {megabytes}MB를 다 채웠어요. 쓰지 않는 포스터는 하루 뒤에 지워져요.",
  poster_gone: "올린 지 오래되어 지워진 포스터예요. 다시 올려 주세요.",
  seat_map_mistakes:
    "파일에 고칠 곳이 {count}군데 있어 아무것도 가져오지 않았어요. 고친 뒤 다시 올려 주세요.",
  seat_map_kind: "CSV 파일만 올릴 수 있어요.",
  too_many_seat_maps:
    "좌석 배치도는 {limit}개까지 둘 수 있어요. 쓰지 않는 배치도를 지운 뒤 다시 시도해 주세요.",
  price_fixed: "가격은 판매를 시작했거나 티켓을 가진 분이 있으면 바꿀 수 없어요.",
  session_cancelled: "취소된 회차예요.",
  session_started: "공연이 시작된 뒤에는 운영자만 취소할 수 있어요.",
  stock_limit: "한 회차에는 티켓을 모두 {limit}장까지 둘 수 있어요. 지금 {total}장이에요.",
  insufficient_stock: "남은 티켓이 {left}장이라 {wanted}장을 선점할 수 없어요.",
  seat_taken: "다른 분이 먼저 선점한 좌석이에요: {numbers}. 다른 좌석을 골라 주세요.",
  seat_blocked: "판매하지 않는 좌석이에요: {numbers}.",
  checked_out: "결제를 시작한 뒤에는 좌석을 바꿀 수 없어요.",
  seats_wanted: "지정석 회차예요. 좌석을 골라 주세요.",
  no_seats: "비지정석 회차예요. 매수를 골라 주세요.",
  no_seat_map: "좌석 배치도가 없는 회차예요. 목록에서 좌석을 골라 주세요.",
  seats_fixed: "지정석 회차는 좌석마다 가격이 정해져 있어 수량을 늘리거나 가격을 바꿀 수 없어요.",
  sales_not_open: "아직 판매가 시작되지 않았어요.",
  sales_closed: "판매가 끝났어요.",
  sales_paused: "판매가 잠시 멈췄어요. 다시 시작되면 시도해 주세요.",
  event_withdrawn: "판매가 중단된 공연이에요.",
  line_full: "대기열이 가득 찼어요. 잠시 뒤 다시 시도해 주세요.",
  sold_out: "티켓이 모두 팔렸어요.",
  bad_queue_token: "이 회차의 대기표가 아니에요. 대기열에 다시 참여해 주세요.",
  foreign_queue_token: "다른 분에게 발급된 대기표예요. 내 계정으로 대기열에 다시 참여해 주세요.",
  line_restarted: "대기열이 새로 시작됐어요. 다시 참여해 주세요.",
  place_lost: "오래 자리를 비워 순번이 사라졌어요. 대기열에 다시 참여해 주세요.",
  not_admitted: "아직 입장 순서가 아니에요.",
  admission_expired: "입장 시간이 지났어요. 대기열에 다시 참여해 주세요.",
  admission_spent: "이미 사용한 입장이에요. 대기열에 다시 참여해 주세요.",
  duplicate_hold: "이 회차에 이미 선점한 티켓이 있어요. 결제를 마치거나 먼저 선점을 취소해 주세요.",
  ticket_limit_exceeded:
    "한 사람이 {limit}장까지 살 수 있어요. 이미 {have}장이 있어 {wanted}장을 더 선점할 수 없어요.",
  hold_ended:
    "{ending, select, paid {이미 결제한 티켓이에요. 내 티켓에서 볼 수 있어요.} cancelled {취소된 주문이에요. 환불은 주문 내역에서 볼 수 있어요.} checking {시간이 끝났고, 결제됐는지 확인하고 있어요. 다시 결제하지 마세요.} paid_late {결제가 늦게 도착해 티켓을 드리지 못했어요. 전액 환불을 요청했어요.} returned {선점을 취소한 티켓이에요. 결제되지 않았어요.} expired {선점 시간이 끝나 티켓이 다시 판매되고 있어요. 결제되지 않았어요.} payment_failed {결제가 거절되어 티켓이 다시 판매되고 있어요. 결제되지 않았어요.} sale_ended {판매가 끝나 선점이 풀렸어요. 결제되지 않았어요.} withdrawn {판매가 중단된 공연이에요. 결제되지 않았어요.} session_cancelled {취소된 회차예요. 결제되지 않았어요.} other {선점이 끝났어요.}}",
  too_many_checkouts: "짧은 시간에 주문을 너무 많이 시작했어요. 몇 분 뒤에 다시 시도해 주세요.",
  too_many_confirmations: "짧은 시간에 결제 확인을 너무 많이 시도했어요. 결제된 금액은 없어요.",
  authorization_refused:
    "{why, select, unknown {결제 회사에 완료된 결제 기록이 없어요. 결제된 금액은 없어요.} foreign {다른 주문의 결제예요. 결제된 금액도, 바뀐 것도 없어요.} over {결제 회사에서 이미 끝난 결제예요. 결제된 금액은 없으니 다시 결제해 주세요.} other {이 결제를 확인하지 못했어요. 결제된 금액은 없어요.}}",
  provider_silent:
    "결제 회사가 응답하지 않아요. 결제된 금액은 없고 선점한 티켓은 그대로예요. 다시 시도해 주세요.",
  refund_too_high: "이 티켓은 최대 {max, number}원까지 환불할 수 있어요.",
  refund_closed: "수동으로 종결한 환불이에요. 결제 회사에 다시 요청하지 않아요.",
  payment_under_way: "결제를 확인하고 있어요. 결과가 나온 뒤 다시 시도해 주세요.",
  alert_ends_itself: "원인이 사라지면 자동으로 해제되는 경보예요.",
  vendor_busy:
    "다른 분이 이 판매자 계정을 연결하고 있어요. 이 계정의 Open API 키가 있다면 키로 바로 연결할 수 있어요.",
  vendor_connected:
    "이 판매자 계정은 이미 다른 분에게 연결되어 있어요. 그분이 연결을 끊거나 운영자가 해제해야 연결할 수 있어요.",
  already_connecting: "판매자 {vendorId}의 연결이 아직 진행 중이에요. 먼저 마치거나 취소해 주세요.",
  keys_needed: "쿠팡 WING에서 받은 Open API 키를 입력해야 연결을 마칠 수 있어요.",
  keys_refused: "쿠팡이 이 키를 받아들이지 않았어요. 판매자 ID와 두 키를 다시 확인해 주세요.",
  bad_vendor_id: "판매자 ID는 A와 숫자 8자리예요.",
  bad_issue_date: "키 발급일은 오늘까지, {days}일 안이어야 해요.",
  bad_business_number: "사업자등록번호가 맞지 않아요. 다시 확인해 주세요.",
  stale_fencing_token: "그사이 전화번호가 다른 분에게 넘어갔어요. 지금 단계를 다시 확인해 주세요.",
  step_not_yours: "이 단계는 직접 넘어갈 수 없어요.",
  not_connected_yet: "쿠팡에서 아직 연결이 확인되지 않아요. 인증번호를 모두 입력했는지 확인해 주세요.",
  marketplace_away: "쿠팡이 응답하지 않아요. 잠시 뒤 다시 시도해 주세요.",
  erasure_shipping: "종이 티켓을 배송하고 있어요. 배송이 끝난 뒤에 탈퇴할 수 있어요.",
  delivery_not_offered: "이 회차에서는 고를 수 없는 티켓 종류예요. 다른 종류를 골라 주세요.",
  paper_orders_closed: "종이 티켓 주문이 마감됐어요. 모바일 티켓으로 예매해 주세요.",
  delivery_fixed:
    "이 주문은 다른 티켓 종류로 결제를 시작했어요. 바꾸려면 선점을 취소하고 다시 예매해 주세요.",
  tickets_on_their_way: "종이 티켓을 이미 보내서 취소할 수 없어요. 반송해 주시면 환불해 드려요.",
  tracking_fixed: "송장 번호를 고칠 수 없는 배송이에요. 아직 보내지 않았거나 이미 끝났어요.",
  tracking_mistakes: "파일에 틀린 곳이 {count, number}곳 있어서 하나도 발송하지 않았어요.",
  tracking_kind: "CSV 파일만 올릴 수 있어요.",
  refund_needs_approval: "{above, number}원이 넘는 환불은 다른 운영자의 승인이 필요해요.",
  operator_needs_approval: "운영자를 새로 지정하려면 다른 운영자의 승인이 필요해요.",
  closing_needs_approval: "판매를 끝내려면 다른 운영자의 승인이 필요해요.",
  asker_left: "요청한 분이 더는 운영자가 아니에요. 거절한 뒤, 필요하면 직접 다시 요청해 주세요.",
  own_approval: "본인이 요청한 것은 다른 운영자가 결정해야 해요.",
  approval_over: "이미 결정됐거나 시간이 지난 요청이에요. 새로고침해 주세요.",
  payment_known: "그 사이 결제 결과가 확인됐어요. 새로고침해서 확인해 주세요.",
  cancel_fee_changed:
    "취소 조건이 바뀌었어요. 지금 취소하면 {refund, number}원을 돌려받고 수수료는 {fee, number}원이에요. 확인한 뒤 다시 눌러 주세요.",
  cancel_deadline_passed: "취소할 수 있는 기간이 지났어요.",
  wrong_amount: "결제 금액이 주문과 달라 처리하지 않았어요.",
  count_changed:
    "그사이 조건에 맞는 수가 {expected}건이 아니게 되어 아무것도 다시 보내지 않았어요. 새로 센 수를 확인해 주세요.",
  forged_ticket: "저희가 발급한 티켓이 아니에요.",
  doors_not_open: "아직 입장 시간이 아니에요. 공연 시작 6시간 전부터 입장할 수 있어요.",
  event_over: "입장 시간이 지났어요.",
  ticket_void: "이미 취소된 티켓이 있어요. 새로고침한 뒤 다시 골라 주세요.",
  ticket_used: "이미 사용한 티켓이 있어 취소할 수 없어요.",
} as const satisfies ErrorTexts;

/** What surrounds a refusal: texts that belong to no single reason. */
export const problem = {
  /** At the field itself. */
  field: "이 항목을 다시 확인해 주세요.",
  missing: "필수 입력 항목이에요.",
  /** Why dates are refused, at their field and with its name. */
  rule: {
    closes_before_opening: "판매 종료는 판매 시작보다 뒤여야 해요.",
    starts_before_closing: "공연 일시는 판매 종료보다 빠를 수 없어요.",
    closes_in_past: "판매 종료는 현재 이후여야 해요.",
    opens_long_ago: "판매 시작이 30일 넘게 지난 날이에요. 연도를 다시 확인해 주세요.",
    starts_too_far: "공연 일시가 20년 넘게 남았어요. 연도를 다시 확인해 주세요.",
    deadline_after_start: "취소 기한은 공연 일시보다 늦을 수 없어요.",
    deadline_too_early:
      "취소 기한은 예매할 수 있게 된 때부터 30분 뒤, 또는 공연 시작까지는 남겨 두어야 해요.",
    sales_have_opened: "판매 시작은 판매가 열린 뒤에는 바꿀 수 없어요. 멈추려면 판매를 닫아 주세요.",
    has_started: "공연 일시는 공연이 시작된 뒤에는 바꿀 수 없어요.",
    start_without_notice: "공연 일시를 앞당기려면 예매하신 분들이 알 수 있도록 하루는 남겨 두어야 해요.",
    deadline_shortened: "취소 기한은 예매하신 분들께 약속한 때보다 앞당길 수 없어요.",
  } satisfies Record<DateRule, string>,
  network:
    "서버의 응답을 받지 못했어요. 방금 하신 일은 처리됐을 수도 있으니, 연결을 확인하고 새로고침해 주세요.",
  not_sent: "인터넷에 연결되어 있지 않아 아무것도 보내지 않았어요. 연결된 뒤 다시 눌러 주세요.",
  not_arrived: "연결이 끊겨 요청이 도착하지 않았어요. 아무것도 처리되지 않았으니 다시 눌러 주세요.",
  unknown: "처리하지 못했어요. 잠시 뒤 다시 시도해 주세요.",
  /** What does not answer, and what stays true meanwhile. */
  away: {
    postgres:
      "데이터베이스가 응답하지 않아 지금은 아무것도 불러오거나 바꿀 수 없어요. 예매된 티켓과 끝난 결제는 그대로이고, 끝나지 않은 결제는 복구되는 대로 확인해요.",
    redis:
      "대기열과 로그인을 맡은 서버가 응답하지 않아 지금은 로그인을 확인하거나 대기열에 들어갈 수 없어요. 티켓과 선점, 결제는 그대로예요.",
  } satisfies Record<UnavailablePart, string>,
  checking: {
    title: "확인 중이에요",
    body: "연결이 끊겨 응답을 받지 못했어요. 처리됐는지 알아보고 있으니 다시 누르지 않아도 돼요. 두 번 처리되지 않아요.",
  },
  offline: "인터넷에 연결되어 있지 않아요. 보이는 내용은 끊기기 전의 것이고, 연결되면 다시 불러와요.",
  retryAfter: "{seconds, number}초 뒤에 다시 시도할 수 있어요.",
  reference: "문의 번호 {traceId}",
} as const;
