import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { standingQuery } from "../lib/standing";
import { useTeamMay } from "../lib/team";
import { addText } from "../lib/text";
import { standingText } from "../text/standing";

addText("standing", standingText);

/** Only who is suspended needs a form; the others' first page is the smaller for it. */
const EvidenceList = lazy(async () => ({ default: (await import("./evidence-list")).EvidenceList }));
const AppealForm = lazy(async () => ({ default: (await import("./appeal-form")).AppealForm }));

/** On every page of an account that is suspended: why, until when, and the way to a person. */
export function StandingNotice() {
  const { t } = useTranslation("standing");
  const { data } = useQuery(standingQuery);
  const mayAppeal = useTeamMay("account");
  if (!data?.suspension) return null;
  const { reason, untilMs, evidence } = data.suspension;
  return (
    <div className="mx-auto w-full max-w-[96rem] px-4 pt-4 md:px-8">
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
          {evidence.length > 0 && (
            <Suspense>
              <EvidenceList evidence={evidence} />
            </Suspense>
          )}
          <p>{t("readable")}</p>
          {data.appealed ? (
            <p role="status">{t("sent")}</p>
          ) : (
            mayAppeal && (
              <Suspense>
                <AppealForm />
              </Suspense>
            )
          )}
        </div>
      </Notice>
    </div>
  );
}
