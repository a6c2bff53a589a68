import { ThemeMenu } from "@sightline/ui/theme-menu";
import { AccountMenu } from "../../components/account-menu";
import { deskOfWorker } from "../../features/solve-tasks/desk-of-worker";
import { WorkScreen } from "../../features/solve-tasks/work-screen";
import { workText } from "../../features/solve-tasks/work-text";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { addText } from "../../lib/text";
import { trpcClient } from "../../lib/trpc-client";

addText("work", workText);

/** `/work`: opening it starts work. */
export function WorkRoute() {
  const me = useMe();
  return (
    <WorkScreen
      desk={deskOfWorker(me.accountId, trpcClient)}
      brand={BRAND}
      logInHref="/login?next=%2Fwork"
      tools={
        <>
          <ThemeMenu />
          <AccountMenu settingsHref="/work/settings" />
        </>
      }
    />
  );
}
