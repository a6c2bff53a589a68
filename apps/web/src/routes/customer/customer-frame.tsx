import { type TeamRole, teamMay } from "@sightline/contract/team-areas";
import { useQuery } from "@tanstack/react-query";
import { useMatches } from "@tanstack/react-router";
import {
  ArrowLeftRight,
  ChartColumn,
  FlaskConical,
  Gauge,
  Globe,
  ImageOff,
  Images,
  KeyRound,
  LayoutDashboard,
  LifeBuoy,
  ListChecks,
  Package,
  ScrollText,
  Settings,
  ShieldAlert,
  ThumbsDown,
  Users,
  Wallet,
  Webhook,
} from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AreaFrame, type AreaPage } from "../../components/area-frame";
import { useMe } from "../../lib/me";
import { areaOfPage } from "../../lib/team";
import { addText } from "../../lib/text";
import { trpc } from "../../lib/trpc";
import { customerText } from "../../text/customer";

addText("customer", customerText);

/** Only for who follows an address that is not for their role. */
const WrongTeamRole = lazy(async () => ({
  default: (await import("../../components/wrong-team-role")).WrongTeamRole,
}));
const PolicyPrompt = lazy(async () => ({
  default: (await import("../../components/policy-prompt")).PolicyPrompt,
}));

export function CustomerFrame() {
  const { t } = useTranslation("customer");
  const { teamRole } = useMe();
  const pages = useMemo<AreaPage[]>(
    () => [
      { href: "/app", label: t("nav.overview"), icon: LayoutDashboard, letter: "o" },
      { href: "/app/tasks", label: t("nav.tasks"), icon: Images, letter: "t" },
      { href: "/app/log", label: t("nav.log"), icon: ScrollText, letter: "l" },
      { href: "/app/playground", label: t("nav.playground"), icon: FlaskConical, letter: "y" },
      { href: "/app/reports", label: t("nav.reports"), icon: ThumbsDown, letter: "b" },
      { href: "/app/unrecognisable", label: t("nav.unrecognisable"), icon: ImageOff, letter: "u" },
      { href: "/app/callbacks", label: t("nav.callbacks"), icon: Webhook, letter: "c" },
      { href: "/app/keys", label: t("nav.keys"), icon: KeyRound, letter: "k" },
      { href: "/app/sites", label: t("nav.sites"), icon: Globe, letter: "i" },
      { href: "/app/packages", label: t("nav.packages"), icon: Package, letter: "p" },
      { href: "/app/rates", label: t("nav.rates"), icon: Gauge, letter: "r" },
      { href: "/app/statement", label: t("nav.statement"), icon: ArrowLeftRight, letter: "e" },
      { href: "/app/usage", label: t("nav.usage"), icon: ChartColumn, letter: "v" },
      { href: "/app/billing", label: t("nav.billing"), icon: Wallet, letter: "m" },
      { href: "/app/limits", label: t("nav.limits"), icon: ShieldAlert, letter: "x" },
      { href: "/app/recognition", label: t("nav.recognition"), icon: ListChecks, letter: "n" },
      { href: "/app/team", label: t("nav.team"), icon: Users, letter: "a" },
      { href: "/app/settings", label: t("nav.settings"), icon: Settings, letter: "s" },
      { href: "/app/support", label: t("nav.support"), icon: LifeBuoy, letter: "h" },
    ],
    [t],
  );
  // Of the page that is shown: the address is that of the next one while it loads.
  const shownArea = areaOfPage(useMatches({ select: (matches) => matches.at(-1)?.pathname ?? "" }));
  const refused = shownArea !== null && !teamMay(teamRole, shownArea) && (
    <Suspense>
      <WrongTeamRole area={shownArea} />
    </Suspense>
  );
  const open = useMemo(() => pages.filter(({ href }) => mayOpen(teamRole, href)), [pages, teamRole]);
  return (
    <AreaFrame
      homeHref="/app"
      pages={open}
      settingsHref="/app/settings"
      notices={<AskedPolicy />}
      {...(refused && { instead: refused })}
    />
  );
}

function mayOpen(role: TeamRole, href: string): boolean {
  const area = areaOfPage(href);
  return area === null || teamMay(role, area);
}

/** Asks for the policy's new version; who has accepted it loads nothing more. */
function AskedPolicy() {
  const { data } = useQuery(trpc.policy.mine.queryOptions());
  return <Suspense>{data && !data.accepted && <PolicyPrompt policy={data} />}</Suspense>;
}
