// Keeps "2 hours ago" true.
const STEPS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];
const format = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "always" });

setInterval(() => {
  if (!document.hidden) document.querySelectorAll("time[data-ago]").forEach(renew);
}, 30000);

function renew(time) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (step) time.textContent = format.format(Math.trunc(seconds / step[1]), step[0]);
}
