import { TextLink } from "@sightline/ui/text-link";
import { ThemeMenu } from "@sightline/ui/theme-menu";
import { useTranslation } from "react-i18next";
import { WrongTeamRole } from "../../components/wrong-team-role";
import { deskOfWorker } from "../../features/solve-tasks/desk-of-worker";
import { WorkScreen } from "../../features/solve-tasks/work-screen";
import { workText } from "../../features/solve-tasks/work-text";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { useTeamMay } from "../../lib/team";
import { addText } from "../../lib/text";
import { trpcClient } from "../../lib/trpc-client";
import { crowdText } from "../../text/crowd";

addText("work", workText);
addText("crowd", crowdText);

const NOTHING_TO_SAY = () => Promise.resolve();

/** `/app/sandbox`: the work screen, for the tasks that this customer sends to themselves. */
export function SandboxRoute() {
  const me = useMe();
  const { t } = useTranslation("crowd");
  const maySolve = useTeamMay("playground");
  if (!maySolve)
    return (
      <main>
        <WrongTeamRole area="playground" />
      </main>
    );
  const { sandbox: work, session, challenges } = trpcClient;
  return (
    <WorkScreen
      desk={deskOfWorker(me.accountId, { work, session, challenges })}
      brand={BRAND}
      logInHref="/login?next=%2Fapp%2Fsandbox"
      // Nobody is paid for their time in their own sandbox.
      sayPresence={NOTHING_TO_SAY}
      tools={
        <>
          <TextLink href="/app">{t("sandbox.back")}</TextLink>
          <ThemeMenu />
        </>
      }
    />
  );
}
