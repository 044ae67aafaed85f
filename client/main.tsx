/** The page edge: styles, fonts, and the app into the page. */
import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/shell.css";
import "./ui/panels.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(<App />);
