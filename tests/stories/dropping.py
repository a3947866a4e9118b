"""Files let fall on a page, or pasted into it, as a browser tells a script of them."""

from playwright.sync_api import JSHandle, Locator, Page

CARRY = """([name, text, type]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, { type }));
    return carried;
}"""
PASTE = """(target, carried) => target.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }))"""


def carried(page: Page, name: str, text: str, media_type: str = "text/plain") -> JSHandle:
    return page.evaluate_handle(CARRY, [name, text, media_type])


def drop(target: Locator, file: JSHandle) -> None:
    for kind in ("dragover", "drop"):
        target.dispatch_event(kind, {"dataTransfer": file})


def paste(target: Locator, file: JSHandle) -> None:
    target.evaluate(PASTE, file)
