// Opens an answer of the server in the dialog; a form in it is sent from there.
import { ask, attach, cookie, toast, told, words } from "./start.js";

const dialog = () => document.getElementById("dialog");

attach("[data-dialog]", (opener) => opener.addEventListener("click", async (event) => {
  if (!dialog() || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const response = await ask(opener.dataset.dialog || opener.href).catch(told);
  if (response) show(await response.text());
}));

attach("dialog", (one) => one.addEventListener("click", (event) => event.target === one && one.matches("#dialog, #keys") && one.close()));

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const own = page.querySelector("main > .page");
  const parts = own ? [own] : [...(page.querySelector("main") ?? page.body).childNodes];
  dialog().replaceChildren(...parts.map((node) => document.adoptNode(node)));
  dialog().setAttribute("aria-label", dialog().querySelector("h1, h2")?.textContent ?? "");
  window.htmx?.process(dialog());
  if (!dialog().open) dialog().showModal();
  dialog().querySelector("[autofocus], [aria-invalid=true], input:not([type=hidden]), textarea, select")?.focus();
  dialog().querySelectorAll("form:not([method=dialog])").forEach((form) => form.addEventListener("submit", send));
}

async function send(event) {
  const form = event.currentTarget;
  if (form.hasAttribute("hx-post") || form.method !== "post") return;
  event.preventDefault();
  const headers = { "HX-Request": "true", "X-CSRFToken": cookie("csrftoken") };
  const response = await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter), headers }).catch(() => null);
  if (!response) return toast(words("offline"), "error");
  if (response.status === 401) return document.dispatchEvent(new CustomEvent("session:ended"));
  const onward = response.headers.get("HX-Redirect");
  if (onward) location.assign(onward);
  else if (response.headers.has("HX-Refresh") || response.status === 204) location.reload();
  else if (response.redirected) location.assign(response.url);
  else if (response.status < 500 && response.status !== 403) show(await response.text());
  else toast(words(response.status === 403 ? "refused" : "failed"), "error");
}
