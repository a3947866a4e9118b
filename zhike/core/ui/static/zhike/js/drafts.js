// Keeps what is typed into a form until the server has taken it.
import { atGate, attach, words } from "./start.js";

const SENT = "drafts:sent";
const KEPT_DAYS = 30;

settle();

attach("form[data-draft]", (form) => {
  const key = `draft:${form.dataset.draft}`;
  restore(form, key);
  form.addEventListener("input", () => keep(form, key));
  form.addEventListener("htmx:after:request", (event) => {
    const { request, response, sourceElement } = event.detail.ctx;
    const sends = sourceElement === form || (sourceElement.form === form && sourceElement.type === "submit"); // not what only asks
    if (sends && request.method !== "GET" && response.status < 400 && !atGate(response.raw.url)) forget(form, key);
  });
});

function fields(form) {
  return [...form.elements].filter((field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type) && !field.closest("[data-undrafted]"));
}

document.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (target.dataset.draft && !defaultPrevented) sent([...sent(), `draft:${target.dataset.draft}`]);
});

// A form sent by leaving the page was taken when a new page came that is not the gate, not trouble, not the form with errors.
function settle() {
  const arrived = performance.getEntriesByType("navigation")[0]?.type === "navigate" && !document.body.dataset.page;
  for (const key of arrived ? sent() : []) {
    const form = document.querySelector(`form[data-draft="${CSS.escape(key.slice("draft:".length))}"]`);
    if (!form?.querySelector("[data-error], [role=alert]")) localStorage.removeItem(key);
  }
  sessionStorage.removeItem(SENT);
}

function sent(keys) {
  if (keys) sessionStorage.setItem(SENT, JSON.stringify(keys));
  return JSON.parse(sessionStorage.getItem(SENT) ?? "[]");
}

function keep(form, key) {
  const values = fields(form).map((field) => [field.name, field.type === "checkbox" || field.type === "radio" ? field.checked && field.value : field.value]);
  localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
  const said = form.querySelector("[data-kept]");
  if (said) said.textContent = words("kept");
}

function restore(form, key) {
  const draft = JSON.parse(localStorage.getItem(key) ?? "null");
  const refused = form.querySelector("[data-error]");
  if (!draft || refused) return;
  if (Date.now() - draft.at > KEPT_DAYS * 86400000) return localStorage.removeItem(key);
  const changed = fields(form).filter((field, index) => put(field, draft.values[index]));
  if (changed.length) tell(form, key);
}

function put(field, [name, value] = []) {
  const tick = field.type === "checkbox" || field.type === "radio";
  if (name !== field.name || (tick ? field.checked === Boolean(value) : field.value === value)) return false;
  if (tick) field.checked = Boolean(value);
  else field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function tell(form, key) {
  const notice = Object.assign(document.createElement("p"), { className: "notice", textContent: words("draft") });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: words("discard") });
  button.addEventListener("click", () => { forget(form, key); form.reset(); });
  notice.append(button);
  notice.dataset.restored = "";
  form.prepend(notice);
}

function forget(form, key) {
  localStorage.removeItem(key);
  form.querySelector("[data-restored]")?.remove();
}
