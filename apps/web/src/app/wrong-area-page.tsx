import type { Me } from "@sightline/contract/session";
import { ButtonLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { type Area, homeOf } from "../lib/area";
import { LonePage } from "./lone-page";

export function WrongAreaPage({ me, area }: { me: Me; area: Area }) {
  const { t } = useTranslation();
  return (
    <LonePage title={t("wrongRole.title", { area: t(`wrongRole.areas.${area}`) })}>
      <p className="text-text-quiet">
        {t("wrongRole.body", {
          email: me.email,
          role: t(`roles.${me.role}`),
        })}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={homeOf(me.role)} tone="primary">
          {t("wrongRole.home")}
        </ButtonLink>
        <ButtonLink href="/login">{t("wrongRole.otherAccount")}</ButtonLink>
      </div>
    </LonePage>
  );
}
