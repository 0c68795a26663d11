/** How many browsers of one account get notifications. */
export const PUSH_DEVICES_MAX = 10;

/** Push services give addresses of 100 to 700 characters. */
export const ENDPOINT_LENGTH_MAX = 1000;

/** The languages that a notification is written in. */
export const PUSH_LANGUAGES = ["ko", "en"] as const;
