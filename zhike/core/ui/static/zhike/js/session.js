// The session has ended: signs in again in a dialog, so that what was typed stays where it is.
import { atGate, cookie, toast, words } from "./start.js";

let asking = false;

document.addEventListener("session:ended", async () => {
  if (asking) return;
  asking = true;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  document.body.append(dialog);
  dialog.addEventListener("close", () => { asking = false; dialog.remove(); });
  fill(dialog, await fetch(words("signInUrl")));
  dialog.showModal();
});

async function fill(dialog, response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const form = page.querySelector(".gate-form > form:not(.gate-lang)");
  if (!form) return leave(dialog);
  const said = Object.assign(document.createElement("p"), { className: "notice", textContent: words("ended") });
  const body = Object.assign(document.createElement("div"), { className: "dialog-body" });
  const head = Object.assign(document.createElement("header"), { className: "dialog-head" });
  head.append(Object.assign(document.createElement("h2"), { textContent: words("signIn") }));
  form.classList.add("stack");
  body.append(said, document.adoptNode(form));
  dialog.replaceChildren(head, body);
  form.addEventListener("submit", (event) => { event.preventDefault(); signIn(dialog, form); });
}

async function signIn(dialog, form) {
  const response = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-CSRFToken": cookie("csrftoken") } });
  if (atGate(response.url) && response.status < 500) fill(dialog, response);
  else leave(dialog);
}

function leave(dialog) {
  dialog.close();
  toast(words("signedIn"));
}
