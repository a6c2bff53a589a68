import { Button } from "@sightline/ui/button";
import { Menu } from "@sightline/ui/menu";
import { Coffee } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BreakView } from "./use-break";

export interface BreakHintProps {
  view: BreakView;
  onPause: () => void;
  /** After a choice, the keys belong to the answer again. */
  onDone: () => void;
}

/** Suggests a break: a button in the top line, where it covers nothing and moves nothing. It is never forced. */
export function BreakHint({ view: { minutes, putOff }, onPause, onDone }: BreakHintProps) {
  const { t } = useTranslation("work");
  const choose = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <>
      <span role="status" className="sr-only">
        {minutes !== null && t("beside.break.said", { count: minutes })}
      </span>
      {minutes !== null && (
        <Menu
          label={t("beside.break.menu")}
          placement="bottom start"
          trigger={
            <Button tone="quiet" size="small" aria-label={t("beside.break.button")}>
              <Coffee aria-hidden className="size-4" />
              <span className="max-sm:sr-only">{t("beside.break.button")}</span>
            </Button>
          }
          entries={[
            { id: "now", label: t("beside.break.now"), onAction: choose(onPause) },
            { id: "later", label: t("beside.break.later"), onAction: choose(() => putOff("later")) },
            { id: "tomorrow", label: t("beside.break.never"), onAction: choose(() => putOff("tomorrow")) },
          ]}
        />
      )}
    </>
  );
}
