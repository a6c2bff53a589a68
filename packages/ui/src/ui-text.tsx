import { createContext, type ReactNode, useContext } from "react";

/**
 * The few words that components say by themselves. The app hands them in from its catalogue, so that this
 * package knows no translation library; the English ones are that catalogue's source.
 */
export const ENGLISH_UI_TEXT = {
  /** The language of these words, for relative times and counts. */
  language: "en",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Copying failed. Select the text and copy it by hand.",
  retry: "Try again",
  requestId: "Request id",
  notifications: "Notifications",
  dismiss: "Dismiss",
  mainNavigation: "Main",
  morePages: "More",
  skipToContent: "Skip to content",
  collapseRail: "Collapse navigation",
  expandRail: "Expand navigation",
  loading: "Loading",
  showTable: "Table",
  showChart: "Chart",
  columns: "Columns",
  downloadCsv: "Download CSV",
  newer: "Back to newest",
  older: "Older",
  paletteTitle: "Go to or do",
  palettePlaceholder: "Type a page or an act",
  paletteEmpty: "Nothing fits. Try another word.",
  keysTitle: "Keys of this page",
  keysGeneral: "Everywhere",
  keysOpenPalette: "Open the command palette",
  keysShowKeys: "Show these keys",
  keysFocusSearch: "Go to the search field",
  keysRows: "Next and previous row",
  now: "now",
  theme: "Theme",
  themeSystem: "As the system",
  themeLight: "Light",
  themeDark: "Dark",
  themeContrast: "High contrast",
};
export type UiText = typeof ENGLISH_UI_TEXT;

const UiTextContext = createContext<UiText>(ENGLISH_UI_TEXT);

export function UiTextProvider({ text, children }: { text: UiText; children: ReactNode }) {
  return <UiTextContext value={text}>{children}</UiTextContext>;
}

export function useUiText(): UiText {
  return useContext(UiTextContext);
}
