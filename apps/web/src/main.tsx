import "./app/zod-without-eval";
import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { WrongArea } from "./lib/wrong-area";
import "./app/app.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");

document.documentElement.lang = i18next.language;
document.documentElement.dir = i18next.dir();

createRoot(root, {
  // Opening another area's page is a person's mistake, not the program's.
  onCaughtError: (error) => error instanceof WrongArea || console.error(error),
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
