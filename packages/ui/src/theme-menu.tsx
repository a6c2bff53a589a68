import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { Button } from "./button";
import { Menu } from "./menu";

export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

const ICONS = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast };

export interface ThemeMenuProps {
  label: string;
  labels: Record<Theme, string>;
  theme: Theme;
  onChange: (theme: Theme) => void;
}

/** High contrast keeps the system's light or dark. */
export function ThemeMenu({ label, labels, theme, onChange }: ThemeMenuProps) {
  const Icon = ICONS[theme];
  return (
    <Menu
      label={label}
      trigger={
        <Button tone="quiet" size="icon" aria-label={label}>
          <Icon aria-hidden className="size-4" />
        </Button>
      }
      entries={THEMES.map((each) => ({ id: each, label: labels[each], icon: ICONS[each] }))}
      selection={{
        mode: "single",
        selected: [theme],
        onChange: ([chosen]) => {
          const next = THEMES.find((each) => each === chosen);
          if (next) onChange(next);
        },
      }}
    />
  );
}
