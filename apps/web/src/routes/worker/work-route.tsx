import { ButtonLink } from "@sightline/ui/text-link";
import { ThemeMenu } from "@sightline/ui/theme-menu";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { Wallet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "../../components/account-menu";
import { Announcements } from "../../components/announcements";
import { deskOfWorker } from "../../features/solve-tasks/desk-of-worker";
import { progressQuery } from "../../features/solve-tasks/queries";
import { WorkScreen } from "../../features/solve-tasks/work-screen";
import { workText } from "../../features/solve-tasks/work-text";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { standingQuery } from "../../lib/standing";
import { addText } from "../../lib/text";
import { trpcClient } from "../../lib/trpc-client";

addText("work", workText);

const sayPresence = (presence: { visible: boolean; ready: boolean }) =>
  trpcClient.earnings.sayPresence.mutate(presence);

/** `/work`: opening it starts work. Who is suspended reads why on the score page, and can appeal there. */
export function WorkRoute() {
  const { t } = useTranslation("work");
  const me = useMe();
  const progress = useQuery(progressQuery());
  const standing = useQuery(standingQuery);
  if (standing.data?.suspension) return <Navigate to="/work/score" replace />;
  return (
    <WorkScreen
      desk={deskOfWorker(me.accountId, trpcClient)}
      brand={BRAND}
      logInHref="/login?next=%2Fwork"
      sayPresence={sayPresence}
      news={<Announcements />}
      progress={progress.data ?? null}
      tools={
        <>
          <ButtonLink tone="quiet" size="icon" href="/work/earnings" aria-label={t("earnings")}>
            <Wallet aria-hidden className="size-4" />
          </ButtonLink>
          <ThemeMenu />
          <AccountMenu settingsHref="/work/settings" />
        </>
      }
    />
  );
}
