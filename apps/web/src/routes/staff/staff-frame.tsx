import {
  Activity,
  Ban,
  BookCheck,
  Gavel,
  Globe,
  HardHat,
  ImageOff,
  Medal,
  Megaphone,
  Package,
  Scale,
  ScrollText,
  Send,
  Settings,
  Tag,
  Undo2,
  Users,
  Wallet,
} from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AreaFrame, type AreaPage } from "../../components/area-frame";
import { useMe } from "../../lib/me";
import { addText } from "../../lib/text";
import { billingText } from "../../text/billing";
import { estimatesText } from "../../text/estimates";
import { goldText } from "../../text/gold";
import { imagesText } from "../../text/images";
import { moderationText } from "../../text/moderation";
import { payoutsText } from "../../text/payouts";
import { scoreText } from "../../text/score";
import { staffText } from "../../text/staff";
import { staffAuditText } from "../../text/staff-audit";
import { staffMoneyText } from "../../text/staff-money";
import { staffSitesText } from "../../text/staff-sites";
import { workersText } from "../../text/workers";

addText("payouts", payoutsText);
addText("billing", billingText);
addText("images", imagesText);
addText("staff", staffText);
addText("moderation", moderationText);
addText("staffAudit", staffAuditText);
addText("staffMoney", staffMoneyText);
addText("staffSites", staffSitesText);
addText("gold", goldText);
addText("score", scoreText);
addText("workers", workersText);
addText("estimates", estimatesText);

export function StaffFrame() {
  const { t } = useTranslation([
    "staff",
    "staffAudit",
    "staffMoney",
    "billing",
    "payouts",
    "staffSites",
    "images",
    "gold",
    "workers",
  ]);
  const { role } = useMe();
  const pages = useMemo<AreaPage[]>(
    () => [
      { href: "/staff/queue", label: t("nav.queue"), icon: Gavel, letter: "q" },
      { href: "/staff/floor", label: t("nav.floor"), icon: Activity, letter: "f" },
      { href: "/staff/accounts", label: t("nav.accounts"), icon: Users, letter: "a" },
      { href: "/staff/sites", label: t("staffSites:nav"), icon: Globe, letter: "i" },
      { href: "/staff/images", label: t("images:staff.nav"), icon: ImageOff, letter: "m" },
      { href: "/staff/workers", label: t("workers:nav"), icon: HardHat, letter: "e" },
      { href: "/staff/gold", label: t("gold:nav"), icon: Medal, letter: "w" },
      { href: "/staff/refunds", label: t("staff:nav.refunds"), icon: Undo2, letter: "u" },
      { href: "/staff/policy", label: t("staff:nav.policy"), icon: BookCheck, letter: "y" },
      { href: "/staff/bans", label: t("staff:nav.bans"), icon: Ban, letter: "b" },
      ...(role === "admin"
        ? [
            { href: "/staff/prices", label: t("nav.prices"), icon: Tag, letter: "p" },
            { href: "/staff/packages", label: t("staffMoney:nav.packages"), icon: Package, letter: "k" },
            {
              href: "/staff/reconciliation",
              label: t("staffMoney:nav.reconciliation"),
              icon: Scale,
              letter: "r",
            },
            { href: "/staff/deposits", label: t("billing:staff.nav"), icon: Wallet, letter: "d" },
            { href: "/staff/payouts", label: t("payouts:nav"), icon: Send, letter: "o" },
            {
              href: "/staff/announcements",
              label: t("staff:nav.announcements"),
              icon: Megaphone,
              letter: "n",
            },
            { href: "/staff/audit", label: t("staffAudit:nav"), icon: ScrollText, letter: "l" },
          ]
        : []),
      { href: "/staff/settings", label: t("nav.settings"), icon: Settings, letter: "s" },
    ],
    [t, role],
  );
  return <AreaFrame homeHref="/staff/queue" pages={pages} settingsHref="/staff/settings" />;
}
