// ⌘↵ sends the form one is in; a form is sent once; some send themselves when changed.
import { attach } from "./start.js";

document.addEventListener("keydown", (event) => {
  const form = event.target.form ?? event.target.closest?.("form");
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || !form || form.closest("#palette")) return;
  event.preventDefault();
  const button = form.querySelector("button.primary:not([type=button])") ?? form.querySelector("[type=submit]");
  form.requestSubmit(button ?? undefined);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target) return;
  if (form.dataset.sending) return event.preventDefault();
  form.dataset.sending = "1";
  setTimeout(() => delete form.dataset.sending, 4000);
});

attach("[data-auto]", (element) => element.addEventListener("change", () => {
  const form = element.form ?? element.closest("form") ?? element;
  form.requestSubmit();
}));
