// Find or do: one field that finds records and runs actions.
import { ask, attach, typing, words } from "./start.js";

const dialog = () => document.getElementById("palette");
const options = () => [...document.querySelectorAll("#found [role=option]")];
const chosen = () => document.querySelector("#found [aria-selected=true]");
let waiting = 0;
let asked = 0;

attach("[data-palette]", (link) => link.addEventListener("click", (event) => {
  if (!dialog() || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  open();
}));

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !typing(event.target) && !document.querySelector("[data-key='/'], dialog[open]");
  const called = slash || (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey));
  if (!called || !dialog()) return;
  event.preventDefault();
  open();
});

attach("#palette", (palette) => {
  const input = palette.querySelector("input");
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, 90); });
  input.addEventListener("keydown", move);
  palette.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); go(event.submitter ? false : event.metaKey); });
  palette.addEventListener("click", (event) => event.target === palette && palette.close());
});

function open() {
  if (dialog().open) return;
  dialog().showModal();
  dialog().querySelector("input").select();
  find();
}

async function find() {
  const form = dialog().querySelector("form");
  const turn = ++asked;
  const here = new URLSearchParams({ q: form.q.value, at: location.pathname });
  const response = await ask(`${form.getAttribute("action")}?${here}`).catch(() => null);
  if (!response || turn !== asked) return;
  const list = document.getElementById("found");
  list.innerHTML = await response.text();
  options().forEach((option, index) => { option.id = `option-${index}`; option.tabIndex = -1; });
  if (!options().length) list.append(Object.assign(document.createElement("p"), { className: "palette-title", textContent: words("nothing") }));
  choose(options()[0]);
}

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  dialog().querySelector("input").setAttribute("aria-activedescendant", option?.id ?? "");
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter") { event.preventDefault(); go(event.metaKey || event.ctrlKey); }
  if (!step) return;
  event.preventDefault();
  const all = options();
  choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
}

function go(apart) {
  const option = chosen();
  if (!option) return;
  if (option.matches("form")) return option.requestSubmit();
  if (apart) window.open(option.href, "_blank", "noopener");
  else { dialog().close(); option.click(); }
}
