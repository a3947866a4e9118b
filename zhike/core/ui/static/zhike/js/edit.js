// Edits a cell where it stands: the server's own little form takes its place for a while.
import { ask, attach, cookie, toast, told, words } from "./start.js";

attach("[data-edit]", (cell) => {
  if (!cell.matches("a, button")) cell.tabIndex = 0;
  cell.addEventListener("click", (event) => {
    const pressed = event.target.closest("a, button, input, select, textarea, form");
    if (pressed !== cell && cell.contains(pressed)) return;
    event.preventDefault();
    begin(cell);
  });
  cell.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === cell) { event.preventDefault(); event.stopPropagation(); begin(cell); } });
});

async function begin(cell) {
  if (cell.querySelector("form")) return;
  const before = [...cell.childNodes];
  const response = await ask(cell.dataset.edit).catch(told);
  if (!response) return;
  show(cell, await response.text(), before);
}

function show(cell, html, before) {
  cell.replaceChildren(parsed(html));
  const form = cell.querySelector("form");
  const field = form?.querySelector("input:not([type=hidden]), select, textarea");
  if (!field) return;
  field.focus();
  field.select?.();
  const back = () => { cell.replaceChildren(...before); rest(cell); };
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); back(); }
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); event.stopPropagation(); form.requestSubmit(); }
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget) && event.relatedTarget) back(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); save(cell, form, before); });
}

async function save(cell, form, before) {
  const url = form.getAttribute("action") || cell.dataset.edit;
  const headers = { "HX-Request": "true", "X-CSRFToken": cookie("csrftoken") };
  const response = await fetch(url, { method: "POST", body: new FormData(form), headers }).catch(() => null);
  if (!response) return toast(words("offline"), "error");
  if (response.status === 401 || response.redirected) return document.dispatchEvent(new CustomEvent("session:ended"));
  if (response.status === 422 || response.status === 409) return show(cell, await response.text(), before);
  if (!response.ok) return toast(words(response.status === 403 ? "refused" : "failed"), "error");
  rest(put(cell, await response.text()));
}

// The answer is the cell itself, or what stands in it.
function put(cell, html) {
  const part = parsed(html);
  const next = part.firstElementChild;
  if (next?.localName !== cell.localName) return cell.replaceChildren(part) ?? cell;
  cell.replaceWith(next);
  return next;
}

// In a template a form survives, although the table stands in a form itself.
function parsed(html) {
  return Object.assign(document.createElement("template"), { innerHTML: html }).content;
}

// The keys go on where they were: in the row, if the cursor is there.
function rest(cell) {
  (cell.closest("[data-cursor]")?.querySelector("th a, a") ?? cell).focus();
}
