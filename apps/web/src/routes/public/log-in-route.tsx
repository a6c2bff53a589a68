import { TextLink } from "@sightline/ui/text-link";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { LogInForm } from "../../features/log-in/log-in-form";
import { useEnter } from "./use-enter";
import "./public-text";

const route = getRouteApi("/login");

export function LogInRoute() {
  const { t } = useTranslation("public");
  const enter = useEnter();
  const { next } = route.useSearch();
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("logIn.title")}>
        <LogInForm onLoggedIn={(me) => enter(me, next)} />
        <p>
          <TextLink href="/forgot">{t("logIn.forgot")}</TextLink>
        </p>
        <p className="text-text-quiet">
          {t("logIn.noAccount")} <TextLink href="/signup">{t("logIn.signUp")}</TextLink>
        </p>
      </NarrowPage>
    </PublicFrame>
  );
}
