/**
 * Why no session received a message: it came from another sender; to a number or inbox that is not ours; to a free phone
 * line; before its holder had the line; when it may still have been the last holder's; for another vendor; too late
 * for its session; or it has no code, or not certainly one.
 */
export const DROP_REASONS = [
  ...["sender", "recipient", "no_holder", "before_lock", "handover", "other_vendor", "late", "no_code"],
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/**
 * The outcome of a message: `taken` by the session that waited for it; `kept` for later, before its turn; `unmatched`, since
 * the phone line was free when it came; `late` for a session that is past it; `no_code` in it.
 */
export const MESSAGE_OUTCOMES = ["taken", "kept", "unmatched", "late", "no_code", "duplicate"] as const;

/** Why a session ended, unless a person gave another reason. The message catalogue explains each. */
export const END_REASONS = [
  ...["connected", "connected_with_keys", "proved_by_another", "lock_expired", "inactive"],
  ...["cancelled", "failed_by_admin", "ended_by_admin", "line_released_by_admin", "one_session_per_person"],
] as const;

/** Why a session made another step. */
export const STEP_REASONS = ["first_in_line", "code_used", "email_came_early"] as const;

/** Coupang lets keys be issued again from so many days before they end. */
export const RENEWABLE_DAYS = 14;
