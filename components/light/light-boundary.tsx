import { Component, type ReactNode } from "react";
import { CrashNotice } from "../shell/crash-notice.tsx";

const reload = () => location.reload();

/** What `error.tsx` is to other pages: says that the page failed, and loads it again when its reader asks. */
export class LightBoundary extends Component<{ children: ReactNode }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <CrashNotice error={error} retry={reload} />;
  }
}
