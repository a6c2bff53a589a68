import { ButtonLink, TextLink } from "@sightline/ui/text-link";
import { ThemeMenu } from "@sightline/ui/theme-menu";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BrandLink } from "./brand-link";

/** Around the pages for visitors. `links` are left out where the page itself is the way in. */
export function PublicFrame({ links = true, children }: { links?: boolean; children: ReactNode }) {
  const { t } = useTranslation("public");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex w-full max-w-5xl items-center gap-2 px-4 py-3 md:px-8">
        <BrandLink />
        <span className="grow" />
        {links && (
          <>
            <ButtonLink href="/login" tone="quiet">
              {t("nav.logIn")}
            </ButtonLink>
            <ButtonLink href="/signup" className="max-sm:hidden">
              {t("nav.signUp")}
            </ButtonLink>
          </>
        )}
        <ThemeMenu />
      </header>
      <main className="mx-auto flex w-full max-w-5xl grow flex-col">{children}</main>
      <footer className="mx-auto w-full max-w-5xl px-4 py-6 text-13 md:px-8">
        <TextLink href="/policy">{t("nav.policy")}</TextLink>
      </footer>
    </div>
  );
}
