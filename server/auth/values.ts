/** What a new password must have; the sign-up form shows the same list while one types. */
export const PASSWORD_RULES = ["length", "upper", "lower", "digit", "uncommon"] as const;
export type PasswordRule = (typeof PASSWORD_RULES)[number];

export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;

/**
 * The rules that a password breaks, in the order of {@link PASSWORD_RULES}; none when it may be used. It is judged as
 * composed text, so that a syllable counts once whichever keyboard sent it.
 */
export const brokenPasswordRules = (password: string): PasswordRule[] =>
  PASSWORD_RULES.filter((rule) => !KEEPS[rule](password.normalize("NFC")));

const KEEPS: Record<PasswordRule, (password: string) => boolean> = {
  length: (password) => {
    const length = [...password].length;
    return length >= PASSWORD_LENGTH_MIN && length <= PASSWORD_LENGTH_MAX;
  },
  upper: (password) => /\p{Lu}/u.test(password),
  lower: (password) => /\p{Ll}/u.test(password),
  digit: (password) => /\p{Nd}/u.test(password),
  uncommon: (password) => !COMMON_PASSWORDS.has(password.toLowerCase()),
};

/** The head of the lists of stolen passwords, as far as it passes the other rules; compared without regard to case. */
const COMMON_PASSWORDS = new Set(
  (
    "password1 password12 password123 password1! password123! passw0rd passw0rd1 p@ssw0rd p@ssw0rd1 p@ssword1 " +
    "pa55word pa$$w0rd qwerty12 qwerty123 qwerty1234 qwerty12345 qwer1234 asdf1234 zxcv1234 abc12345 abc123456 " +
    "abcd1234 aa123456 aa12345678 a1234567 a12345678 a123456789 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 q1w2e3r4t5 " +
    "zaq12wsx zaq1xsw2 zaq1zaq1 1a2b3c4d a1b2c3d4 a1s2d3f4 welcome1 welcome123 letmein1 letmein123 iloveyou1 " +
    "admin123 admin1234 administrator1 monkey123 dragon123 football1 baseball1 superman1 princess1 sunshine1 " +
    "michael1 jordan23 charlie1 changeme1 changeme123 summer2024 summer2025 winter2024 winter2025 seonchak1 " +
    "seonchak123"
  ).split(" "),
);
