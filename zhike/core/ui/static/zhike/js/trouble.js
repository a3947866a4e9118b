// Says what went wrong when a part of the page could not be had.
import { atGate, toast, words } from "./start.js";

const REASONS = { 403: "refused", 404: "gone" };

document.addEventListener("htmx:before:response", (event) => {
  const { raw, status } = event.detail.ctx.response;
  if (status !== 401 && !(raw.redirected && atGate(raw.url))) return;
  event.preventDefault();
  document.dispatchEvent(new CustomEvent("session:ended"));
});

document.addEventListener("htmx:response:error", (event) => {
  const { status } = event.detail.ctx.response;
  if (![401, 409, 422].includes(status)) toast(words(REASONS[status] ?? "failed"), "error");
});

document.addEventListener("htmx:error", () => toast(words("offline"), "error"));
