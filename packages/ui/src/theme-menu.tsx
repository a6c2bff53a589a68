import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { Button } from "./button";
import { Menu } from "./menu";
import { setTheme, THEMES, useTheme } from "./theme";
import { useUiText } from "./ui-text";

const ICONS = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast };

/** System, light, dark, or high contrast in the system's light or dark. */
export function ThemeMenu() {
  const text = useUiText();
  const theme = useTheme();
  const labels = {
    system: text.themeSystem,
    light: text.themeLight,
    dark: text.themeDark,
    contrast: text.themeContrast,
  };
  const Icon = ICONS[theme];
  return (
    <Menu
      label={text.theme}
      trigger={
        <Button tone="quiet" size="icon" aria-label={text.theme}>
          <Icon aria-hidden className="size-4" />
        </Button>
      }
      entries={THEMES.map((each) => ({ id: each, label: labels[each], icon: ICONS[each] }))}
      selection={{
        mode: "single",
        selected: [theme],
        onChange: ([chosen]) => {
          const next = THEMES.find((each) => each === chosen);
          if (next) setTheme(next);
        },
      }}
    />
  );
}
