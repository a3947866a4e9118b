// Attaches behaviours to elements, now and whenever some arrive. Everything on a page works without them.
const behaviours = [];
const started = new WeakMap();

export function attach(selector, start) {
  behaviours.push([selector, start]);
  wake(document.documentElement, [[selector, start]]);
}

function wake(root, wanted = behaviours) {
  for (const [selector, start] of wanted) {
    if (root.matches?.(selector)) begin(root, start);
    root.querySelectorAll?.(selector).forEach((element) => begin(element, start));
  }
}

function begin(element, start) {
  const known = started.get(element) ?? started.set(element, new Set()).get(element);
  if (known.has(start)) return;
  known.add(start);
  start(element);
}

new MutationObserver((changes) => {
  for (const change of changes) change.addedNodes.forEach((node) => node.nodeType === 1 && wake(node));
}).observe(document.documentElement, { childList: true, subtree: true });

// A sentence in the reader's language, from <template id="words">; {name} is filled in.
export function words(name, values = {}) {
  const text = document.getElementById("words")?.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`] ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

export function speak(text) {
  const spoken = document.getElementById("spoken");
  if (spoken) spoken.textContent = text;
}

export function cookie(name) {
  return document.cookie.split("; ").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

// Asks the server as this person; html comes back as text. Throws on refusal, with .status.
export async function ask(url, options = {}) {
  const headers = { "X-CSRFToken": cookie("csrftoken"), "HX-Request": "true", ...options.headers };
  const response = await fetch(url, { ...options, headers });
  const gone = response.status === 401 || (response.redirected && atGate(response.url));
  if (gone) document.dispatchEvent(new CustomEvent("session:ended"));
  if (gone || !response.ok) throw Object.assign(new Error(response.statusText), { status: gone ? 401 : response.status });
  return response;
}

// For a refused ask: says why, unless signing in again says it.
export function told({ status }) {
  const reason = { 403: "refused", 404: "gone" }[status] ?? (status ? "failed" : "offline");
  if (status !== 401) toast(words(reason), "error");
}

export function atGate(url) {
  const gate = words("signInUrl");
  return Boolean(gate) && new URL(url, location.href).pathname === gate;
}

export function typing(target) {
  return target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio|button|submit)$/.test(target.type));
}

// Shows a short message; bad news stays until it is closed.
export function toast(text, signal = "") {
  const shown = document.createElement("div");
  shown.className = "toast";
  shown.setAttribute("role", signal === "error" ? "alert" : "status");
  shown.dataset.toast = "";
  if (signal) shown.dataset.signal = signal;
  shown.append(Object.assign(document.createElement("span"), { textContent: text }));
  shown.append(Object.assign(document.createElement("button"), { type: "button", textContent: words("close") }));
  shown.lastChild.dataset.close = "";
  document.getElementById("toasts")?.append(shown);
  return shown;
}
