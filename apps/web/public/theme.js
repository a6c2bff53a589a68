// Runs before the first paint, so that a chosen theme does not flash the other one. The key and its values are
// those of theme.tsx in the ui package.
try {
  const theme = JSON.parse(localStorage.getItem("sightline.theme"));
  if (theme === "light" || theme === "dark" || theme === "contrast")
    document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system decides.
}
