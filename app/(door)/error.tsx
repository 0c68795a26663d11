"use client";
import { CrashNotice } from "#components/shell/crash-notice.tsx";

export default CrashNotice;
