import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { addText } from "../lib/text";
import { trpc } from "../lib/trpc";
import { standingText } from "../text/standing";

addText("standing", standingText);

/** Only who is suspended needs a form; the others' first page is the smaller for it. */
const AppealForm = lazy(async () => ({ default: (await import("./appeal-form")).AppealForm }));

const standingQuery = trpc.standing.mine.queryOptions(undefined, { refetchInterval: 30_000 });

/** On every page of an account that is suspended: why, until when, and the way to a person. */
export function StandingNotice() {
  const { t } = useTranslation("standing");
  const { data } = useQuery(standingQuery);
  if (!data?.suspension) return null;
  const { reason, untilMs } = data.suspension;
  return (
    <div className="px-4 pt-4 md:px-8">
      <Notice tone="bad">
        <div className="flex flex-col gap-3">
          <p>
            <strong>{t("suspended")}</strong>{" "}
            {untilMs === null ? (
              t("noEnd")
            ) : (
              <>
                {t("until")} <RelativeTime timeMs={untilMs} focusable />
              </>
            )}
            . {reason}
          </p>
          <p>{t("readable")}</p>
          {data.appealed ? (
            <p role="status">{t("sent")}</p>
          ) : (
            <Suspense>
              <AppealForm />
            </Suspense>
          )}
        </div>
      </Notice>
    </div>
  );
}
