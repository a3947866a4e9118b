// Changes the theme at once, and lets the server remember it.
import { ask, attach } from "./start.js";

attach("[data-look]", (form) => form.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "theme") return;
  event.preventDefault();
  const { value } = event.submitter;
  if (value) document.documentElement.dataset.theme = value;
  else delete document.documentElement.dataset.theme;
  document.querySelectorAll("[data-look] [name=theme]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.value === value));
  });
  ask(form.action, { method: "POST", body: new FormData(form, event.submitter) }).catch(() => {});
}));
