import { useTranslation } from "react-i18next";

/** The last step that the server names, which stands for all that is longer. */
const LONG_MS = 3_600_000;

/** How long the wait may be, by what came lately; says so when nobody can know. */
export function ExpectedWait({ ms }: { ms: number | null }) {
  const { t } = useTranslation("work");
  return <p className="max-w-text text-13 text-text-quiet tabular">{words()}</p>;

  function words(): string {
    if (ms === null) return t("beside.wait.unknown");
    if (ms >= LONG_MS) return t("beside.wait.long");
    if (ms < 60_000) return t("beside.wait.seconds", { count: ms / 1_000 });
    if (ms <= 90_000) return t("beside.wait.minute");
    return t("beside.wait.minutes", { count: Math.round(ms / 60_000) });
  }
}
