// Takes files by paste, drop or choice, one request each, with their progress.
import { attach, cookie, toast, words } from "./start.js";

attach("[data-upload]", (form) => {
  const input = form.querySelector("input[type=file]");
  input?.addEventListener("change", () => { take([...input.files]); input.value = ""; });
  form.addEventListener("files", ({ detail }) => take(detail));
  form.querySelectorAll("[type=submit]").forEach((button) => { if (button.closest("[data-upload]") === form) button.hidden = true; });

  // A form that is sent meanwhile waits for its files: they belong to what it says.
  const sender = form.closest("form");
  let sending = 0;
  let held = null;
  sender?.addEventListener("submit", (event) => {
    if (!sending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = () => sender.requestSubmit(event.submitter);
  }, { capture: true });

  async function take(files) {
    sending += files.length;
    for (const file of files) await send(form, file).finally(() => { sending -= 1; });
    if (sending) return;
    if (!form.querySelector(".file[data-error]")) held?.();
    held = null;
  }
});

function send(form, file) {
  const line = shown(form, file);
  const request = new XMLHttpRequest();
  request.open("POST", form.dataset.upload || form.action);
  request.setRequestHeader("X-CSRFToken", cookie("csrftoken"));
  request.setRequestHeader("HX-Request", "true");
  request.upload.addEventListener("progress", (event) => { line.querySelector("progress").value = event.loaded / event.total; });
  const body = new FormData();
  body.append(form.querySelector("input[type=file]")?.name ?? "file", file, file.name);
  return new Promise((done) => {
    request.addEventListener("loadend", () => { end(request, line, file); done(); });
    request.send(body);
  });
}

function shown(form, file) {
  const line = Object.assign(document.createElement("div"), { className: "file" });
  const name = Object.assign(document.createElement("span"), { className: "file-name", textContent: file.name });
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0, ariaLabel: file.name });
  line.append(Object.assign(document.createElement("span"), { className: "file-look" }), name, bar);
  (form.querySelector("[data-uploaded]") ?? document.querySelector("[data-uploaded]") ?? form).append(line);
  return line;
}

function end(request, line, file) {
  if (request.status === 401) document.dispatchEvent(new CustomEvent("session:ended"));
  if (request.status >= 200 && request.status < 300 && !request.responseURL.includes("/account/")) {
    const part = new DOMParser().parseFromString(request.responseText, "text/html").body;
    const rows = [...part.children];
    line.replaceWith(...rows);
    rows.forEach((row) => window.htmx?.process(row));
    return toast(words("uploaded", { name: file.name }));
  }
  const plain = (request.getResponseHeader("Content-Type") ?? "").startsWith("text/plain");
  const why = plain && request.status < 500 ? request.responseText.slice(0, 300) : words("notUploaded", { name: file.name });
  line.dataset.error = "";
  line.querySelector("progress").remove();
  line.querySelector(".file-name").append(Object.assign(document.createElement("small"), { textContent: why }));
  toast(why, "error");
}
