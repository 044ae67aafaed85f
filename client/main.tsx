/** The page edge: styles, fonts, and the app into the page. */
import "@fontsource-variable/inter";
import "@fontsource-variable/noto-naskh-arabic";
import "@fontsource-variable/noto-sans-arabic";
import "@fontsource-variable/source-serif-4";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/shell.css";
import "./ui/stage.css";
import "./ui/evidence.css";
import "./ui/filters.css";
import "./ui/trace.css";
import "./ui/find.css";
import "./ui/dialogs.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { direction, locale } from "./i18n/locale.ts";
import { showContrast } from "./ui/use-scheme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
document.documentElement.lang = locale;
document.documentElement.dir = direction;
showContrast();
createRoot(root).render(<App />);
