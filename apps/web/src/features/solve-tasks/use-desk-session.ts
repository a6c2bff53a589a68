import { useEffect, useSyncExternalStore } from "react";
import type { WorkDesk } from "./work-desk";
import type { WorkSession } from "./work-session";

/** Takes the seat while the page is shown, and renders with every step of the session. */
export function useDeskSession(desk: WorkDesk): WorkSession {
  useEffect(() => {
    const online = () => desk.network(true);
    const offline = () => desk.network(false);
    window.addEventListener("online", online);
    window.addEventListener("offline", offline);
    desk.enter();
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("offline", offline);
      desk.leave();
    };
  }, [desk]);
  return useSyncExternalStore(desk.subscribe, desk.getSession);
}
