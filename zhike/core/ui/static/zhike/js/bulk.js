// Ticked rows: counts them, shows the bar, takes ranges with Shift.
import { attach, speak, words } from "./start.js";

attach("[data-bulk]", (form) => {
  const bar = form.querySelector(".bulkbar") ?? document.querySelector(".bulkbar");
  const all = form.querySelector("[data-bulk-all]");
  let last = null;

  form.addEventListener("click", (event) => {
    const box = event.target.closest("input.check[name=ids]");
    if (!box) return;
    if (event.shiftKey && last) range(last, box);
    last = box;
  });
  form.addEventListener("change", (event) => {
    if (event.target === all) boxes().forEach((box) => { box.checked = all.checked; });
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !ticked().length || document.querySelector("dialog[open], details[data-menu][open]")) return;
    clear();
  });
  bar?.querySelector("[data-bulk-none]")?.addEventListener("click", clear);
  form.addEventListener("htmx:after:swap", show);
  show();

  function boxes() { return [...form.querySelectorAll("input.check[name=ids]")]; }
  function ticked() { return boxes().filter((box) => box.checked); }
  function clear() { boxes().forEach((box) => { box.checked = false; }); show(); }

  function range(from, to) {
    const list = boxes();
    const [start, end] = [list.indexOf(from), list.indexOf(to)].sort((a, b) => a - b);
    list.slice(start, end + 1).forEach((box) => { box.checked = to.checked; });
  }

  function show() {
    const count = ticked().length;
    if (all) { all.checked = count > 0 && count === boxes().length; all.indeterminate = count > 0 && !all.checked; }
    if (!bar) return;
    bar.hidden = !count;
    const text = words("selected", { n: count });
    const output = bar.querySelector("output");
    if (output && count) output.textContent = text;
    if (count) speak(text);
  }
});
