// Files let fall on an area, or pasted into it: told to it as the event `files`. Where one is asked for, it is sent.
import { attach } from "./start.js";

attach("[data-upload], [data-drop]", (asking) => {
  const area = asking.closest(".drop") ?? asking;
  const tell = (files) => asking.dispatchEvent(new CustomEvent("files", { detail: [...files] }));
  area.classList.add("drop");
  area.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); area.dataset.over = ""; } });
  area.addEventListener("dragleave", (event) => { if (!area.contains(event.relatedTarget)) delete area.dataset.over; });
  area.addEventListener("drop", (event) => { event.preventDefault(); delete area.dataset.over; tell(event.dataTransfer.files); });
  area.addEventListener("paste", (event) => { const { files } = event.clipboardData; if (files.length) { event.preventDefault(); tell(files); } });
});

attach("[data-drop]", (area) => {
  const input = area.querySelector("input[type=file]");
  area.addEventListener("files", ({ detail: [file] }) => {
    if (!file) return;
    const carried = new DataTransfer();
    carried.items.add(file);
    input.files = carried.files;
    input.form.requestSubmit();
  });
});
